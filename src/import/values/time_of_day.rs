//! The time of day behind a date, with its distance from UTC: only events of one day need it, to keep their order.

use super::date::Cursor;
use super::date_tokens::{HalfDay, Token};

/// A time as written; midnight where none is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeOfDay {
    pub milliseconds: u32,
    /// East of UTC; 0 where the text does not say.
    pub offset_minutes: i32,
}

impl TimeOfDay {
    /// Milliseconds from the day's midnight at UTC.
    #[must_use]
    pub fn since_midnight(self) -> i64 {
        i64::from(self.milliseconds) - i64::from(self.offset_minutes) * 60_000
    }
}

impl Cursor<'_> {
    /// Takes a time of day if one is there; `None` if what is there is no time.
    pub(super) fn time_of_day(&mut self) -> Option<TimeOfDay> {
        self.skip_blank();
        self.take_if(Token::Mark(','));
        self.take_if(Token::T);
        self.skip_blank();
        let mut half = self.half_of_day();
        self.skip_blank();
        if !matches!(self.peek(), Some(Token::Number { .. })) {
            return Some(TimeOfDay::default());
        }
        let hour = self.bounded(24)?;
        let rest = match self.take()? {
            Token::Mark(':') => self.after_hour_colon()?,
            Token::Hour => self.after_hour_word()?,
            _ => return None,
        };
        self.skip_blank();
        while matches!(self.peek(), Some(Token::HalfDay(_))) {
            half = self.half_of_day().or(half);
            self.take_if(Token::Mark('.'));
        }
        self.skip_blank();
        let offset_minutes = self.zone()?;
        Some(TimeOfDay { milliseconds: full_hour(hour, half) * 3_600_000 + rest, offset_minutes })
    }

    fn half_of_day(&mut self) -> Option<HalfDay> {
        let Some(Token::HalfDay(half)) = self.peek() else { return None };
        self.take();
        half
    }

    /// Milliseconds of `:26:40.725`.
    fn after_hour_colon(&mut self) -> Option<u32> {
        let mut milliseconds = self.bounded(59)? * 60_000;
        if self.take_if(Token::Mark(':')) {
            milliseconds += self.bounded(60)? * 1000;
            if self.take_if(Token::Mark('.')) || self.take_if(Token::Mark(',')) {
                milliseconds += self.fraction()?;
            }
        }
        Some(milliseconds)
    }

    /// Milliseconds of `26分40秒`.
    fn after_hour_word(&mut self) -> Option<u32> {
        let mut milliseconds = 0;
        if matches!(self.peek(), Some(Token::Number { .. })) {
            milliseconds = self.bounded(59)? * 60_000;
            if self.take_if(Token::Minute) && matches!(self.peek(), Some(Token::Number { .. })) {
                milliseconds += self.bounded(60)? * 1000;
                self.take_if(Token::Second);
            }
        }
        Some(milliseconds)
    }

    /// Decimal places of a second, cut to milliseconds.
    fn fraction(&mut self) -> Option<u32> {
        let Token::Number { value, digits } = self.take()? else { return None };
        let scaled = match digits {
            1 => value * 100,
            2 => value * 10,
            3 => value,
            more => value / 10_u64.checked_pow(u32::from(more) - 3)?,
        };
        u32::try_from(scaled).ok()
    }

    /// Minutes east of UTC: `Z`, `+02:00`, `+0200`, `-5`.
    fn zone(&mut self) -> Option<i32> {
        self.take_if(Token::Zone);
        let west = match self.peek() {
            Some(Token::Mark('+')) => false,
            Some(Token::Mark('-')) => true,
            _ => return Some(0),
        };
        self.take();
        let Some(Token::Number { digits, .. }) = self.peek() else { return None };
        let number = i32::try_from(self.bounded(1500)?).ok()?;
        let mut minutes = if digits > 2 { number / 100 * 60 + number % 100 } else { number * 60 };
        if self.take_if(Token::Mark(':')) {
            minutes += i32::try_from(self.bounded(59)?).ok()?;
        }
        Some(if west { -minutes } else { minutes })
    }

    fn bounded(&mut self, most: u32) -> Option<u32> {
        let Token::Number { value, .. } = self.take()? else { return None };
        u32::try_from(value).ok().filter(|value| *value <= most)
    }
}

/// The hour of a clock of 24 hours.
fn full_hour(hour: u32, half: Option<HalfDay>) -> u32 {
    match half {
        Some(HalfDay::Morning) if hour == 12 => 0,
        Some(HalfDay::Afternoon) if hour < 12 => hour + 12,
        _ => hour,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use crate::import::values::date::read_date_time;

    fn time(text: &str) -> i64 {
        read_date_time(text).unwrap().1.since_midnight()
    }

    #[test]
    fn times_are_read_to_the_millisecond_and_taken_to_utc() {
        assert_eq!(time("2011-10-01"), 0);
        assert_eq!(time("2011-10-01T10:44:40.725+02:00"), ((8 * 60 + 44) * 60 + 40) * 1000 + 725);
        assert_eq!(time("2011-10-01T10:44:40.725999Z"), ((10 * 60 + 44) * 60 + 40) * 1000 + 725);
        assert_eq!(time("2011-10-01 10:44:40.7 +0200"), ((8 * 60 + 44) * 60 + 40) * 1000 + 700);
        assert_eq!(time("2011-10-01 23:00-05:00"), 28 * 3_600_000);
        assert_eq!(time("10/1/2011 1:05 PM"), (13 * 60 + 5) * 60_000);
        assert_eq!(time("10/1/2011 12:05 a.m."), 5 * 60_000);
        assert_eq!(time("2024年3月5日 下午3时20分5秒"), ((15 * 60 + 20) * 60 + 5) * 1000);
        assert_eq!(time("2024年3月5日 上午9点"), 9 * 3_600_000);
    }

    #[test]
    fn what_is_no_time_is_no_date_time() {
        for text in ["2024-03-05 25:00", "2024-03-05 12:61", "2024-03-05 12:00 +", "2024-03-05 12"] {
            assert_eq!(read_date_time(text), None, "{text}");
        }
    }
}
