//! The XML that programs write, by its bytes: tags, attributes and texts without an event for each. What is rare in XML is not
//! understood here but told apart, and left to the careful way. Knows nothing of sheets.

use std::borrow::Cow;

use memchr::{memchr, memchr3, memmem};

/// Why a scan stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The text at hand ends within what is scanned.
    More,
    /// Something only the careful way understands.
    Odd,
}

pub(super) type Scanned<T> = Result<T, Stop>;

/// A place in a piece of XML.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Scanned<u8> {
        self.text.as_bytes().get(self.at).copied().ok_or(Stop::More)
    }

    pub fn skip_space(&mut self) {
        while self.peek().is_ok_and(is_space) {
            self.at += 1;
        }
    }

    /// Passes over `expected` if it comes next.
    pub fn eat(&mut self, expected: &str) -> Scanned<bool> {
        let rest = self.rest();
        if rest.starts_with(expected.as_bytes()) {
            self.at += expected.len();
            return Ok(true);
        }
        if expected.as_bytes().starts_with(rest) { Err(Stop::More) } else { Ok(false) }
    }

    pub fn expect(&mut self, expected: &str) -> Scanned<()> {
        if self.eat(expected)? { Ok(()) } else { Err(Stop::Odd) }
    }

    /// The text up to an ASCII character, which comes next.
    pub fn until(&mut self, end: u8) -> Scanned<&'t str> {
        let length = memchr(end, self.rest()).ok_or(Stop::More)?;
        let text = self.text.get(self.at..self.at + length).ok_or(Stop::Odd)?;
        self.at += length;
        Ok(text)
    }

    /// The name of the tag that begins here, `/` in front where it ends an element. Its attributes come next.
    pub fn tag(&mut self) -> Scanned<&'t str> {
        self.expect("<")?;
        let start = self.at;
        self.at += usize::from(self.peek()? == b'/');
        while self.peek()?.is_ascii_alphanumeric() {
            self.at += 1;
        }
        // A prefix, a comment, a declaration.
        if !matches!(self.peek()?, b'>' | b'/') && !is_space(self.peek()?) {
            return Err(Stop::Odd);
        }
        self.text.get(start..self.at).ok_or(Stop::Odd)
    }

    /// The next attribute of a tag, its value as written.
    pub fn attribute(&mut self) -> Scanned<Option<(&'t str, &'t str)>> {
        let before = self.at;
        self.skip_space();
        match self.peek()? {
            b'>' | b'/' => return Ok(None),
            _ if self.at == before => return Err(Stop::Odd),
            _ => {}
        }
        let start = self.at;
        while !matches!(self.peek()?, b'=' | b'>' | b'/' | b'"' | b'\'' | b'<') && !is_space(self.peek()?) {
            self.at += 1;
        }
        let name = self.text.get(start..self.at).ok_or(Stop::Odd)?;
        self.expect("=")?;
        let quote = self.peek()?;
        if !matches!(quote, b'"' | b'\'') {
            return Err(Stop::Odd);
        }
        self.at += 1;
        let value = self.until(quote)?;
        self.at += 1;
        Ok(Some((name, value)))
    }

    /// Passes over what is left of a tag; whether its element is empty.
    pub fn close(&mut self) -> Scanned<bool> {
        while self.attribute()?.is_some() {}
        let empty = self.eat("/>")?;
        if !empty {
            self.expect(">")?;
        }
        Ok(empty)
    }

    /// Passes over what stands in front of the first element.
    pub fn declaration(&mut self) -> Scanned<()> {
        self.eat("\u{feff}")?;
        if self.eat("<?xml")? {
            let declared = self.until(b'>')?.to_ascii_lowercase();
            if declared.contains("encoding") && !declared.contains("utf-8") {
                return Err(Stop::Odd);
            }
            self.at += 1;
        }
        self.skip_space();
        Ok(())
    }

    /// The text of a string: of the `<t>` up to `end`, without the readings in `<rPh>`.
    pub fn string(&mut self, end: &str) -> Scanned<Cow<'t, str>> {
        let (mut text, mut reading) = (Cow::Borrowed(""), false);
        loop {
            self.until(b'<')?;
            if self.eat(end)? {
                return Ok(text);
            }
            match self.tag()? {
                "t" if !reading => text += self.piece()?,
                "rPh" => reading = !self.close()?,
                "/rPh" => reading = self.close()?,
                _ => drop(self.close()?),
            }
        }
    }

    /// The text of a `<t>`, from its attributes on.
    fn piece(&mut self) -> Scanned<Cow<'t, str>> {
        let mut keeps_space = false;
        while let Some((name, value)) = self.attribute()? {
            keeps_space |= name == "xml:space" && value == "preserve";
        }
        if self.close()? {
            return Ok(Cow::Borrowed(""));
        }
        let text = self.until(b'<')?;
        self.expect("</t>")?;
        decoded(text, keeps_space)
    }
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// What a text stands for: entities resolved, line ends made one, white space around it dropped unless it is kept, and the workbooks'
/// own way to write control characters (`_x000D_`) undone.
pub(super) fn decoded(raw: &str, keeps_space: bool) -> Scanned<Cow<'_, str>> {
    const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];
    if memchr3(b'&', b'\r', b'_', raw.as_bytes()).is_none() {
        return Ok(Cow::Borrowed(if keeps_space { raw } else { raw.trim_matches(SPACE) }));
    }
    let lines = if raw.contains('\r') { Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(raw) };
    let text =
        if lines.contains('&') { Cow::Owned(quick_xml::escape::unescape(&lines).map_err(|_| Stop::Odd)?.into_owned()) } else { lines };
    Ok(match text {
        Cow::Borrowed(text) => unescaped(if keeps_space { text } else { text.trim_matches(SPACE) }),
        Cow::Owned(text) => Cow::Owned(unescaped(if keeps_space { &text } else { text.trim_matches(SPACE) }).into_owned()),
    })
}

/// Letters of `_x000D_`: a UTF-16 unit in four hexadecimal digits.
const ESCAPE: usize = 7;

fn unescaped(text: &str) -> Cow<'_, str> {
    if memmem::find(text.as_bytes(), b"_x").is_none() {
        return Cow::Borrowed(text);
    }
    let (mut result, mut units, mut rest) = (String::with_capacity(text.len()), Vec::new(), text);
    while let Some(character) = rest.chars().next() {
        if let Some(unit) = escape(rest) {
            units.push(unit);
            rest = &rest[ESCAPE..];
            continue;
        }
        result.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
        result.push(character);
        rest = &rest[character.len_utf8()..];
    }
    result.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
    Cow::Owned(result)
}

fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let whole = digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && text.as_bytes().get(ESCAPE - 1) == Some(&b'_');
    if whole { u16::from_str_radix(digits, 16).ok() } else { None }
}
