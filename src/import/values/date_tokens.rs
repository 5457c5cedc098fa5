//! A date's text cut into numbers, names and marks. Knows words, not what order they may stand in.

/// Longest run of tokens any written date has: weekday, date, time with seconds and fraction, zone.
const MOST_TOKENS: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Number {
        value: u64,
        digits: u8,
    },
    /// 1..=12, by an English name.
    MonthName(u32),
    /// 年
    Year,
    /// 月
    Month,
    /// 日, 号
    Day,
    /// 时, 点
    Hour,
    /// 分
    Minute,
    /// 秒
    Second,
    /// 民國: years are counted from 1912.
    Minguo,
    /// AM, 上午 or PM, 下午; `None` for the M of `a.m.`
    HalfDay(Option<HalfDay>),
    /// The T of ISO 8601.
    T,
    /// Z, UTC, GMT
    Zone,
    Mark(char),
    Blank,
}

/// The half of a day an hour is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfDay {
    Morning,
    Afternoon,
}

/// The tokens of one text.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    tokens: [Token; MOST_TOKENS],
    length: usize,
}

impl Tokens {
    /// `None` where a word or sign no date has stands in the text.
    #[must_use]
    pub fn cut(text: &str) -> Option<Self> {
        let mut tokens = Self { tokens: [Token::Blank; MOST_TOKENS], length: 0 };
        let mut rest = text.trim();
        // The common cell is no date at all: leave before any work.
        if rest.len() > 64 || !rest.chars().any(is_digit) {
            return None;
        }
        while let Some(first) = rest.chars().next() {
            rest = if is_digit(first) {
                tokens.push_number(rest)?
            } else if first.is_ascii_alphabetic() {
                tokens.push_word(rest)?
            } else {
                tokens.push_sign(first, rest)?
            };
        }
        while tokens.length > 0 && tokens.tokens[tokens.length - 1] == Token::Blank {
            tokens.length -= 1;
        }
        Some(tokens)
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Token] {
        &self.tokens[..self.length]
    }

    fn push(&mut self, token: Token) -> Option<()> {
        let last = self.length.checked_sub(1).map(|last| self.tokens[last]);
        if token == Token::Blank && matches!(last, None | Some(Token::Blank)) {
            return Some(());
        }
        *self.tokens.get_mut(self.length)? = token;
        self.length += 1;
        Some(())
    }

    fn push_number<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let end = text.find(|letter| !is_digit(letter)).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        let count = digits.chars().count();
        let value = digits.chars().try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(digit_value(digit)?))?;
        self.push(Token::Number { value, digits: u8::try_from(count).ok()? })?;
        Some(rest)
    }

    fn push_word<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let after_number = self.length > 0 && matches!(self.tokens[self.length - 1], Token::Number { .. });
        match word_meaning(word, after_number)? {
            Word::Token(token) => {
                self.push(token)?;
                // "Mar." and "a.m." end in a point that means nothing.
                Some(if matches!(token, Token::MonthName(_)) { rest.strip_prefix('.').unwrap_or(rest) } else { rest })
            }
            Word::Passed => Some(rest.strip_prefix(['.', ',']).unwrap_or(rest)),
        }
    }

    fn push_sign<'a>(&mut self, first: char, text: &'a str) -> Option<&'a str> {
        const WORDS: &[(&str, Option<Token>)] = &[
            ("中華民國", Some(Token::Minguo)),
            ("中华民国", Some(Token::Minguo)),
            ("民國", Some(Token::Minguo)),
            ("民国", Some(Token::Minguo)),
            ("上午", Some(Token::HalfDay(Some(HalfDay::Morning)))),
            ("下午", Some(Token::HalfDay(Some(HalfDay::Afternoon)))),
            ("中午", Some(Token::HalfDay(Some(HalfDay::Afternoon)))),
            ("凌晨", Some(Token::HalfDay(Some(HalfDay::Morning)))),
            ("早上", Some(Token::HalfDay(Some(HalfDay::Morning)))),
            ("晚上", Some(Token::HalfDay(Some(HalfDay::Afternoon)))),
        ];
        if let Some((word, token)) = WORDS.iter().find(|(word, _)| text.starts_with(word)) {
            if let Some(token) = token {
                self.push(*token)?;
            }
            return Some(&text[word.len()..]);
        }
        if let Some(rest) = after_weekday(text) {
            return Some(rest);
        }
        self.push(match first {
            '年' => Token::Year,
            '月' => Token::Month,
            '日' | '号' | '號' => Token::Day,
            '时' | '時' | '点' | '點' => Token::Hour,
            '分' => Token::Minute,
            '秒' => Token::Second,
            '(' | ')' | '（' | '）' => Token::Blank,
            '／' => Token::Mark('/'),
            '－' | '–' | '‐' | '‑' | '−' => Token::Mark('-'),
            '．' => Token::Mark('.'),
            '：' => Token::Mark(':'),
            '，' => Token::Mark(','),
            '-' | '/' | '.' | ':' | ',' | '+' | '\'' => Token::Mark(first),
            blank if blank.is_whitespace() => Token::Blank,
            _ => return None,
        })?;
        Some(&text[first.len_utf8()..])
    }
}

/// A plain or full-width digit.
pub fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

fn digit_value(letter: char) -> Option<u64> {
    let zero = if letter.is_ascii_digit() { '0' } else { '０' };
    (letter as u64).checked_sub(zero as u64)
}

/// Takes 星期三, 周三 or 礼拜三 off.
fn after_weekday(text: &str) -> Option<&str> {
    let rest = ["星期", "礼拜", "禮拜", "周", "週"].iter().find_map(|word| text.strip_prefix(word))?;
    rest.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天'])
}

enum Word {
    Token(Token),
    /// A weekday or the ending of 5th.
    Passed,
}

fn word_meaning(word: &str, after_number: bool) -> Option<Word> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is = |candidates: &[&str]| candidates.iter().any(|candidate| word.eq_ignore_ascii_case(candidate));
    let shortens = |name: &str| word.len() >= 3 && name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    if let Some(month) = (1..).zip(MONTHS).find_map(|(number, name)| (shortens(name)).then_some(number)) {
        return Some(Word::Token(Token::MonthName(month)));
    }
    match () {
        () if is(&["t"]) => Some(Word::Token(Token::T)),
        () if is(&["z", "utc", "gmt"]) => Some(Word::Token(Token::Zone)),
        () if is(&["am", "a"]) => Some(Word::Token(Token::HalfDay(Some(HalfDay::Morning)))),
        () if is(&["pm", "p"]) => Some(Word::Token(Token::HalfDay(Some(HalfDay::Afternoon)))),
        () if is(&["m"]) => Some(Word::Token(Token::HalfDay(None))),
        () if is(&["sept"]) => Some(Word::Token(Token::MonthName(9))),
        () if after_number && is(&["st", "nd", "rd", "th"]) => Some(Word::Passed),
        () if is(&["of", "thur", "thurs", "tues"]) || WEEKDAYS.iter().any(|name| shortens(name)) => Some(Word::Passed),
        () => None,
    }
}
