//! How wide a text stands, without asking anyone: plotters measures by byte length natively (Chinese three times too wide) and through the
//! page in a browser (forces layout, fails in a worker). A fixed table gives the same picture everywhere.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

use crate::glyphs::cells;

/// Latin font first for figures, then the Chinese fonts of each system.
pub const FONT_FAMILY: &str = r#"Inter, "SF Pro Text", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif"#;

/// Captions, axis labels, names of points.
pub const SMALL: f64 = 12.1;
/// Codes and strategies.
pub const BODY: f64 = 14.4;
/// The finding above an exported picture.
pub const TITLE: f64 = 20.4;

/// Text is drawn in two weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Regular,
    /// 600 where the backend can, else its bold.
    SemiBold,
}

/// Other fonts of the list are up to this much wider than the table's (DejaVu Sans on a bare system); boxes that must not collide grow by it.
pub const SPARE: f64 = 1.08;

/// Widths of U+0020..=U+007E in hundredths of the font size, rounded from the tables of Inter Regular.
const ASCII: [u8; 95] = [
    28, 29, 47, 63, 64, 98, 64, 30, 37, 37, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29, 30, 66, 66, 66, 51, 97, 69,
    65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 77, 64, 77, 64, 64, 65, 74, 69, 99, 68, 68, 63, 37, 36, 37, 47, 46, 32, 56, 61, 57,
    61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
];

/// The semi-bold cut is wider by this much on average.
const SEMI_BOLD: f64 = 1.04;

/// Width of a text in units of `size`.
#[must_use]
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let em: f64 = text.chars().map(em_width).sum();
    let weight = if weight == Weight::SemiBold { SEMI_BOLD } else { 1.0 };
    em * size * weight
}

fn em_width(character: char) -> f64 {
    let code = character as usize;
    if let Some(hundredths) = code.checked_sub(0x20).and_then(|index| ASCII.get(index)) {
        return f64::from(*hundredths) / 100.0;
    }
    match (cells(character), character) {
        (0, _) => 0.0,
        (2, _) => 1.0,
        (_, '\u{a0}' | '·') => 0.29,
        (_, '–') => 0.5,
        (_, '←' | '↑' | '→' | '↓' | '…') => 0.88,
        (_, '\u{c0}'..='\u{24f}') => 0.62,
        _ => 0.66,
    }
}

/// The text, cut with an ellipsis where it is wider than `width`.
#[must_use]
pub fn shortened(text: &str, size: f64, weight: Weight, width: f64) -> String {
    if text_width(text, size, weight) <= width {
        return text.to_owned();
    }
    let mut left = width - text_width("…", size, weight);
    let kept: String = text
        .chars()
        .take_while(|each| {
            left -= text_width(each.encode_utf8(&mut [0; 4]), size, weight);
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The text in lines of at most `width`: broken at spaces and between Chinese characters, never before closing punctuation. A word longer than
/// a line keeps its own.
#[must_use]
pub fn wrapped(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().map_or("", |line| line.as_str());
        if !line.is_empty() && text_width(&format!("{line}{}", piece.trim_end()), size, weight) > width {
            lines.push(piece.trim_start().to_owned());
        } else if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Stretches that stay on one line, each with the space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (index, each) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, each)) {
            pieces.push(&text[start..index]);
            start = index;
        }
        before = Some(each);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let closes = |each: char| "，。、；：！？）」』》】〉”’,.;:!?)%".contains(each);
    let opens = |each: char| "（「『《【〈“‘(".contains(each);
    let wide = |each: char| cells(each) == 2;
    before == ' ' && after != ' ' || (wide(before) || wide(after)) && !closes(after) && !opens(before) && after != ' '
}

/// A backend whose texts are measured by the table; everything else is passed on. Charts draw through it, so that no part of plotters falls
/// back on its own measuring.
pub struct Measured<B>(pub B);

impl<B: DrawingBackend> DrawingBackend for Measured<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<B::ErrorType>> {
        let weight = if matches!(style.style(), FontStyle::Bold) { Weight::SemiBold } else { Weight::Regular };
        let width = text_width(text, style.size(), weight);
        Ok((width.ceil() as u32, (style.size() * 1.2).ceil() as u32))
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), source: &[u8]) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.0.blit_bitmap(at, size, source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_a_full_square_each() {
        assert_eq!(text_width("宁波恒泰商贸", 12.0, Weight::Regular), 72.0);
        // Inter Regular: T .646 u .591 r .376 n .591
        assert!((text_width("Turn", 100.0, Weight::Regular) - 220.4).abs() < 1.5);
        assert_eq!(text_width("e\u{301}", 100.0, Weight::Regular), text_width("e", 100.0, Weight::Regular));
    }

    #[test]
    fn names_are_cut_to_their_room() {
        assert_eq!(shortened("Rowan Crafts", 12.0, Weight::Regular, 200.0), "Rowan Crafts");
        let cut = shortened("Marlow Department Store", 12.0, Weight::Regular, 80.0);
        assert!(cut.ends_with('…') && text_width(&cut, 12.0, Weight::Regular) <= 80.0, "{cut}");
    }

    #[test]
    fn lines_break_where_a_reader_expects() {
        let lines = wrapped("Net sales against monthly evenness", 10.0, Weight::Regular, 100.0);
        assert_eq!(lines, ["Net sales against", "monthly evenness"]);
        let chinese = wrapped("自首次购买起计月，无购买月份计为零。", 10.0, Weight::Regular, 85.0);
        assert_eq!(chinese, ["自首次购买起计", "月，无购买月份计", "为零。"]);
        assert_eq!(wrapped("", 10.0, Weight::Regular, 10.0), Vec::<String>::new());
    }
}
