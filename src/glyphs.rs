//! How wide a character stands, for column widths and label boxes: Chinese, Japanese and Korean characters take twice the room.
//! Knows nothing of fonts or screens.

/// Cells of a fixed-width grid that a character fills: 2 for East Asian wide and full-width characters and emoji, 0 for marks that combine
/// with the character before, else 1 (Unicode Standard Annex 11, whole blocks).
#[must_use]
pub fn cells(character: char) -> usize {
    match character as u32 {
        0x0300..=0x036F | 0x200B..=0x200F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF01..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Cells of a whole text.
///
/// ```
/// use fourfold::glyphs::text_cells;
/// assert_eq!(text_cells("EII 扭转"), 8);
/// assert_eq!(text_cells("Cafe\u{301}"), 4);
/// ```
#[must_use]
pub fn text_cells(text: &str) -> usize {
    text.chars().map(cells).sum()
}
