//! HTML as tags and texts. Comments, doctypes and the insides of scripts and styles are passed over.

use std::io::BufRead;

use super::super::ImportError;

/// A tag or text longer than this is not written by anyone.
const LONGEST_TOKEN: u64 = 8 << 20;

pub(super) enum Token {
    Open(Tag),
    /// Name in lower case.
    Close(String),
    /// As it stands in the file, with entities.
    Text(String),
}

pub(super) struct Tag {
    /// In lower case.
    pub name: String,
    attributes: String,
}

impl Tag {
    /// A number given by an attribute, quoted or not.
    pub fn number(&self, attribute: &str) -> Option<u32> {
        let lower = self.attributes.to_ascii_lowercase();
        let (_, value) = lower.split_once(attribute)?;
        let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        value.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
    }
}

pub(super) struct Tokens<R> {
    source: R,
    buffer: Vec<u8>,
    /// Element whose inside is not HTML, until its end.
    raw: Option<&'static str>,
}

impl<R: BufRead> Tokens<R> {
    pub fn new(source: R) -> Self {
        Self { source, buffer: Vec::new(), raw: None }
    }

    pub fn source(&self) -> &R {
        &self.source
    }

    pub fn next(&mut self) -> Result<Option<Token>, ImportError> {
        loop {
            if let Some(element) = self.raw.take() {
                self.skip_raw(element)?;
            }
            let Some(byte) = self.peek()? else { return Ok(None) };
            if byte != b'<' {
                return Ok(Some(Token::Text(self.take_while(|byte| byte != b'<')?)));
            }
            self.source.consume(1);
            if let Some(token) = self.tag()? {
                return Ok(Some(token));
            }
        }
    }

    fn peek(&mut self) -> Result<Option<u8>, ImportError> {
        Ok(self.source.fill_buf()?.first().copied())
    }

    /// Takes bytes as long as they satisfy a condition.
    fn take_while(&mut self, mut condition: impl FnMut(u8) -> bool) -> Result<String, ImportError> {
        self.buffer.clear();
        loop {
            let ready = self.source.fill_buf()?;
            let count = ready.iter().position(|&byte| !condition(byte)).unwrap_or(ready.len());
            self.buffer.extend(ready.iter().take(count));
            let (more, size) = (count > 0 && count == ready.len(), self.buffer.len() as u64);
            self.source.consume(count);
            if size > LONGEST_TOKEN {
                return Err(ImportError::TooLarge { size, limit: LONGEST_TOKEN });
            }
            if !more {
                return Ok(String::from_utf8_lossy(&self.buffer).into_owned());
            }
        }
    }

    /// What follows a `<`; `None` for a comment and the like.
    fn tag(&mut self) -> Result<Option<Token>, ImportError> {
        match self.peek()? {
            Some(b'!' | b'?') => {
                self.skip_declaration()?;
                Ok(None)
            }
            Some(b'/') => {
                self.source.consume(1);
                let name = self.name()?;
                self.attributes()?;
                Ok(Some(Token::Close(name)))
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                let name = self.name()?;
                let attributes = self.attributes()?;
                self.raw = ["script", "style"].into_iter().find(|raw| *raw == name);
                Ok(Some(Token::Open(Tag { name, attributes })))
            }
            _ => Ok(Some(Token::Text("<".to_owned()))),
        }
    }

    fn name(&mut self) -> Result<String, ImportError> {
        Ok(self.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_'))?.to_ascii_lowercase())
    }

    /// Everything up to the `>` that is not within quotes, which is taken off too.
    fn attributes(&mut self) -> Result<String, ImportError> {
        let mut quote = None;
        let attributes = self.take_while(|byte| {
            match quote {
                Some(open) if open == byte => quote = None,
                None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
                None if byte == b'>' => return false,
                _ => {}
            }
            true
        })?;
        self.source.consume(1);
        Ok(attributes)
    }

    /// A comment up to its `-->`, anything else up to its `>`.
    fn skip_declaration(&mut self) -> Result<(), ImportError> {
        let mut inside = Vec::new();
        loop {
            inside.extend(self.take_while(|byte| byte != b'>')?.bytes());
            if self.peek()?.is_none() {
                return Ok(());
            }
            self.source.consume(1);
            if !inside.starts_with(b"!--") || inside.ends_with(b"--") && inside.len() >= 5 {
                return Ok(());
            }
            inside.push(b'>');
            // Only its beginning and its end are looked at.
            inside.drain(3..inside.len().saturating_sub(2).max(3));
        }
    }

    fn skip_raw(&mut self, element: &str) -> Result<(), ImportError> {
        while self.peek()?.is_some() {
            self.take_while(|byte| byte != b'<')?;
            self.source.consume(1);
            if self.peek()? == Some(b'/') {
                self.source.consume(1);
                if self.name()? == element {
                    self.attributes()?;
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
