//! Numbers as people write them: grouping, brackets, currencies, percent, 万 and 亿, full-width digits.
//! Knows one text at a time; which of `.` and `,` is the decimal mark is the column's business.

use super::currency;
use crate::import::DecimalMark;

/// Digits, separators and exponent of one number; longer texts are no amounts of money.
const BODY_LENGTH: usize = 40;

/// A number read under a decimal mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Percent already divided by 100, 万 and 亿 already multiplied.
    pub value: f64,
    pub percent: bool,
    /// The text brought its own 万, 亿 or k, so that a unit in the header does not apply to it.
    pub own_unit: bool,
    /// Code as in [`currency`].
    pub currency: Option<&'static str>,
}

/// Reads a text as a number; `None` if it is none under this mark.
#[must_use]
pub fn read_number(text: &str, mark: DecimalMark) -> Option<Number> {
    if let Some(value) = read_plain(text, mark) {
        return Some(Number { value, percent: false, own_unit: false, currency: None });
    }
    let parts = NumberText::scan(text)?;
    let value = parts.value(mark)?;
    Some(Number { value, percent: parts.percent, own_unit: parts.own_unit, currency: parts.currency })
}

/// The common case without any look at signs and units: `-1234.5`, of so few digits that they and the power of ten they are divided by are
/// exact, so that the quotient is the nearest number there is.
pub fn read_plain(text: &str, mark: DecimalMark) -> Option<f64> {
    const POWERS: [f64; EXACT_DIGITS + 1] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let (mut whole, mut digits, mut places) = (0_u64, 0_usize, None);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    for byte in unsigned.bytes() {
        match byte {
            b'0'..=b'9' if digits < EXACT_DIGITS => {
                whole = whole * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b'.' if mark == DecimalMark::Point && places.is_none() => places = Some(digits),
            _ => return None,
        }
    }
    let value = whole as f64 / POWERS.get(places.map_or(0, |before| digits - before))?;
    (digits > 0).then_some(if unsigned.len() < text.len() { -value } else { value })
}

/// Digits of a whole number that is exact as `f64` whatever they are.
const EXACT_DIGITS: usize = 15;

/// What the separators of one number say about the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkEvidence {
    /// The same value either way.
    None,
    Point,
    Comma,
    /// `1.234` or `1,234`: a value either way, but not the same.
    Open,
    /// No number under either mark.
    NotANumber,
}

/// A number taken apart, before its decimal mark is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberText {
    /// Digits, `.`, `,`, `'` and blanks (any blank as a space), then an exponent such as `E+05`.
    body: [u8; BODY_LENGTH],
    length: usize,
    negative: bool,
    factor: f64,
    pub own_unit: bool,
    pub percent: bool,
    pub currency: Option<&'static str>,
}

impl NumberText {
    /// Takes signs, brackets, currencies and units off; `None` where something else than digits and separators is left.
    #[must_use]
    pub fn scan(text: &str) -> Option<Self> {
        let mut parts =
            Self { body: [0; BODY_LENGTH], length: 0, negative: false, factor: 1.0, own_unit: false, percent: false, currency: None };
        let mut brackets = Brackets::None;
        let text = parts.strip_front(text, &mut brackets);
        let text = parts.strip_back(text, &mut brackets);
        if brackets == Brackets::Open {
            return None;
        }
        parts.negative ^= brackets == Brackets::Closed;
        parts.fill_body(text)?;
        Some(parts)
    }

    fn strip_front<'a>(&mut self, text: &'a str, brackets: &mut Brackets) -> &'a str {
        let mut rest = text;
        let mut signed = false;
        loop {
            rest = rest.trim_start();
            // The common cell begins with its digits.
            if rest.starts_with(|first: char| first.is_ascii_digit()) {
                return rest;
            }
            if *brackets == Brackets::None
                && let Some(after) = rest.strip_prefix(['(', '（'])
            {
                *brackets = Brackets::Open;
                rest = after;
            } else if !signed && let Some(after) = rest.strip_prefix(is_sign) {
                signed = true;
                self.negative = !rest.starts_with(['+', '＋']);
                rest = after;
            } else if self.currency.is_none()
                && let Some((code, after)) = currency::strip_front(rest)
            {
                self.currency = Some(code);
                rest = after;
            } else {
                return rest;
            }
        }
    }

    fn strip_back<'a>(&mut self, text: &'a str, brackets: &mut Brackets) -> &'a str {
        let mut rest = text;
        loop {
            rest = rest.trim_end();
            if rest.ends_with(|last: char| last.is_ascii_digit()) {
                return rest;
            }
            if *brackets == Brackets::Open
                && let Some(before) = rest.strip_suffix([')', '）'])
            {
                *brackets = Brackets::Closed;
                rest = before;
            } else if !self.percent
                && !self.own_unit
                && let Some(before) = rest.strip_suffix(['%', '％', '﹪'])
            {
                self.percent = true;
                self.factor /= 100.0;
                rest = before;
            } else if !self.percent
                && let Some((factor, before)) = strip_unit(rest)
            {
                self.own_unit = true;
                self.factor *= factor;
                rest = before;
            } else if self.currency.is_none()
                && let Some((code, before)) = currency::strip_back(rest)
            {
                self.currency = Some(code);
                rest = before;
            } else if !self.negative
                && *brackets == Brackets::None
                && let Some(before) = rest.strip_suffix(is_minus)
            {
                self.negative = true;
                rest = before;
            } else {
                return rest;
            }
        }
    }

    fn fill_body(&mut self, text: &str) -> Option<()> {
        for letter in text.chars() {
            let plain = match letter {
                '0'..='9' | '.' | ',' | '\'' | 'E' | 'e' | '+' | '-' => letter as u8,
                '０'..='９' => b'0' + u8::try_from(letter as u32 - '０' as u32).ok()?,
                '．' => b'.',
                '，' => b',',
                '’' | '＇' => b'\'',
                blank if blank.is_whitespace() => b' ',
                _ => return None,
            };
            *self.body.get_mut(self.length)? = plain;
            self.length += 1;
        }
        Some(())
    }

    /// The value under a decimal mark; `None` where grouping or mark do not fit it.
    #[must_use]
    pub fn value(&self, mark: DecimalMark) -> Option<f64> {
        let body = &self.body[..self.length];
        let (digits, exponent) = split_exponent(body)?;
        let (decimal, group) = match mark {
            DecimalMark::Point => (b'.', b','),
            DecimalMark::Comma => (b',', b'.'),
        };
        let mut marks = digits.split(|&byte| byte == decimal);
        let whole = marks.next()?;
        let fraction = marks.next().unwrap_or_default();
        if marks.next().is_some() || !fraction.iter().all(u8::is_ascii_digit) || whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut plain = PlainNumber::default();
        push_whole(&mut plain, whole, group)?;
        plain.push(b'.')?;
        fraction.iter().try_for_each(|&digit| plain.push(digit))?;
        exponent.iter().try_for_each(|&letter| plain.push(letter))?;
        let value = plain.parse()? * self.factor;
        value.is_finite().then_some(if self.negative { -value } else { value })
    }

    /// What this number proves about the decimal mark of its column.
    #[must_use]
    pub fn mark_evidence(&self) -> MarkEvidence {
        match (self.value(DecimalMark::Point), self.value(DecimalMark::Comma)) {
            (None, None) => MarkEvidence::NotANumber,
            (Some(_), None) => MarkEvidence::Point,
            (None, Some(_)) => MarkEvidence::Comma,
            (Some(point), Some(comma)) if point == comma => MarkEvidence::None,
            (Some(_), Some(_)) => MarkEvidence::Open,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Brackets {
    None,
    Open,
    Closed,
}

fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '−' | '－' | '–' | '﹣')
}

fn is_sign(letter: char) -> bool {
    is_minus(letter) || matches!(letter, '+' | '＋')
}

/// Takes 万, 亿, k and the like off the end; they may follow one another (百万, 万亿).
fn strip_unit(text: &str) -> Option<(f64, &str)> {
    const UNITS: &[(&str, f64)] = &[
        ("万", 1e4),
        ("萬", 1e4),
        ("亿", 1e8),
        ("億", 1e8),
        ("千", 1e3),
        ("仟", 1e3),
        ("百", 1e2),
        ("k", 1e3),
        ("K", 1e3),
        ("Mio", 1e6),
        ("mio", 1e6),
        ("mn", 1e6),
        ("M", 1e6),
        ("bn", 1e9),
    ];
    UNITS
        .iter()
        .find_map(|&(unit, factor)| text.strip_suffix(unit).filter(|before| !before.trim_end().is_empty()).map(|before| (factor, before)))
}

/// Digits with separators, and an exponent (`E+05`) that only plain or decimal digits may carry.
fn split_exponent(body: &[u8]) -> Option<(&[u8], &[u8])> {
    let Some(at) = body.iter().position(|byte| matches!(byte, b'E' | b'e')) else {
        return (!body.iter().any(|byte| matches!(byte, b'+' | b'-'))).then_some((body, &[]));
    };
    let (digits, exponent) = body.split_at(at);
    let power = exponent[1..].strip_prefix(b"+").or_else(|| exponent[1..].strip_prefix(b"-")).unwrap_or(&exponent[1..]);
    let sound = (1..=3).contains(&power.len()) && power.iter().all(u8::is_ascii_digit) && !digits.is_empty();
    sound.then_some((digits, exponent))
}

/// The digits before the decimal mark, with groups of three, or of two before the last three as in India.
fn push_whole(plain: &mut PlainNumber, whole: &[u8], group: u8) -> Option<()> {
    let Some(&separator) = whole.iter().find(|byte| !byte.is_ascii_digit()) else {
        return whole.iter().try_for_each(|&digit| plain.push(digit));
    };
    if separator != group && separator != b' ' && separator != b'\'' {
        return None;
    }
    let western = groups_fit(whole, separator, 3);
    let indian = separator == b',' && groups_fit(whole, separator, 2);
    // A leading zero is never grouped: 0.123 is a fraction.
    if whole.first() == Some(&b'0') || !(western || indian) {
        return None;
    }
    whole.iter().filter(|&&byte| byte != separator).try_for_each(|&digit| plain.push(digit))
}

/// Whether the first group holds 1 to `size` digits, the last three, those between `size`.
fn groups_fit(whole: &[u8], separator: u8, size: usize) -> bool {
    let count = whole.split(|&byte| byte == separator).count();
    whole.split(|&byte| byte == separator).enumerate().all(|(index, digits)| {
        let fits = match index {
            0 => (1..=size).contains(&digits.len()),
            last if last + 1 == count => digits.len() == 3,
            _ => digits.len() == size,
        };
        fits && digits.iter().all(u8::is_ascii_digit)
    })
}

/// A number in the form the standard library reads, on the stack.
struct PlainNumber {
    text: [u8; BODY_LENGTH + 1],
    length: usize,
}

impl Default for PlainNumber {
    fn default() -> Self {
        Self { text: [0; BODY_LENGTH + 1], length: 0 }
    }
}

impl PlainNumber {
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.text.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }

    fn parse(&self) -> Option<f64> {
        std::str::from_utf8(&self.text[..self.length]).ok()?.parse().ok()
    }
}

/// Texts that stand for "no value" in a column of numbers or dates.
#[must_use]
pub fn means_nothing(text: &str) -> bool {
    const WORDS: &[&str] = &["n/a", "na", "#n/a", "null", "none", "nan", "nat", "无", "空", "\\n"];
    let text = without_currency(text.trim());
    text.is_empty()
        || text.chars().all(|letter| is_minus(letter) || matches!(letter, '—' | '/' | '―'))
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `$ -` is how bookkeeping formats write nothing.
fn without_currency(text: &str) -> &str {
    if text.len() > 8 || text.starts_with(|first: char| first.is_ascii_alphanumeric()) || !text.ends_with(is_minus) {
        return text;
    }
    currency::strip_front(text).map_or(text, |(_, rest)| rest.trim_start())
}

#[cfg(test)]
mod tests;
