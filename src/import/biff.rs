//! What the binary workbook formats (XLS, XLSB) share: little-endian numbers that may lie beyond the data, packed numbers, error
//! codes, and many texts in one buffer.

use super::sheet_rows::Value;

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    data.get(at..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes))
}

/// A number packed into 30 bits ([MS-XLS] 2.5.217): a whole one, or the upper half of a float; in hundredths if the lowest bit is set.
pub(super) fn unpack(packed: u32) -> f64 {
    let whole = packed & 2 != 0;
    let value = if whole { f64::from(packed as i32 >> 2) } else { f64::from_bits(u64::from(packed & !3) << 32) };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

/// An error cell by its code; `None` for codes nobody has given a meaning.
pub(super) fn error(code: u8) -> Option<Value<'static>> {
    Some(Value::Error(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => return None,
    }))
}

/// Many texts in one buffer.
#[derive(Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    pub fn get(&self, index: usize) -> Option<&str> {
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        self.text.get(start..*self.ends.get(index)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        // 1 as a float, 1.23 as a float in hundredths, 12345 and -123.45 as whole numbers.
        assert_eq!(unpack(0x3ff0_0000), 1.0);
        assert_eq!(unpack(0x405e_c001), 1.23);
        assert_eq!(unpack((12_345 << 2) | 2), 12_345.0);
        assert_eq!(unpack((-12_345_i32 as u32) << 2 | 3), -123.45);
    }

    #[test]
    fn texts_by_their_place() {
        let mut texts = Texts::default();
        ["a", "", "客户"].into_iter().for_each(|text| texts.push(text));
        assert_eq!([texts.get(0), texts.get(1), texts.get(2), texts.get(3)], [Some("a"), Some(""), Some("客户"), None]);
    }
}
