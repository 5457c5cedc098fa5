//! A chart as a picture of its own, for slides and files: background, the finding as title, the rule below it, the chart, a credit line.

use std::convert::Infallible;

use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::DrawingBackend;

use super::geometry::Rect;
use super::palette::Palette;
use super::pen::{Anchor, Drawn, Label, Pen};
use super::svg::{STEPS, SvgBackend};
use super::text::{BODY, SMALL, SPARE, TITLE, Weight, wrapped};

/// What stands around the chart. Empty texts take no room.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sheet<'a> {
    /// Width and height of the whole picture.
    pub size: (f64, f64),
    /// The finding, a sentence with its number.
    pub title: &'a str,
    /// The options that lead to it.
    pub rule: &'a str,
    /// Source and date.
    pub credit: &'a str,
}

/// A chart's place on its sheet, with the texts around it.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLayout {
    pub texts: Vec<Label>,
    /// Where the chart goes.
    pub chart: Rect,
}

const MARGIN: f64 = 16.0;

/// Wraps the texts and finds the room left for the chart.
#[must_use]
pub fn layout(sheet: &Sheet<'_>) -> SheetLayout {
    let (width, height) = sheet.size;
    let inner = width - 2.0 * MARGIN;
    let narrow = width <= 480.0;
    let title_size = if narrow { 17.1 } else { TITLE };
    let rule_size = if narrow { SMALL } else { BODY };
    let mut texts = Vec::new();
    let mut y = MARGIN;
    for (text, size, weight) in [(sheet.title, title_size, Weight::SemiBold), (sheet.rule, rule_size, Weight::Regular)] {
        for line in wrapped(text, size, weight, inner / SPARE) {
            y += size * 0.68;
            texts.push(Label { text: line, x: MARGIN, y, size, weight, anchor: Anchor::Start });
            y += size * 0.68;
        }
        y += if text.is_empty() { 0.0 } else { 4.0 };
    }
    let mut bottom = height - MARGIN;
    for line in wrapped(sheet.credit, SMALL, Weight::Regular, inner / SPARE).into_iter().rev() {
        texts.push(Label { text: line, x: MARGIN, y: bottom - SMALL * 0.5, size: SMALL, weight: Weight::Regular, anchor: Anchor::Start });
        bottom -= SMALL * 1.4;
    }
    let bottom = if sheet.credit.is_empty() { bottom } else { bottom - 4.0 };
    SheetLayout { texts, chart: Rect { left: MARGIN, top: y + 8.0, right: width - MARGIN, bottom } }
}

/// Draws the sheet; `chart` draws into the room left, from (0, 0) to the size it is given.
pub fn draw<B: DrawingBackend>(
    pen: &Pen<B>,
    sheet: &Sheet<'_>,
    palette: &Palette,
    chart: impl FnOnce(&Pen<B>, (f64, f64)) -> Drawn<B>,
) -> Drawn<B> {
    let layout = layout(sheet);
    pen.fill(Rect { left: 0.0, top: 0.0, right: sheet.size.0, bottom: sheet.size.1 }, palette.surface, 1.0)?;
    for text in &layout.texts {
        let color = match text {
            title if title.weight == Weight::SemiBold => palette.ink,
            rule if rule.y < layout.chart.top => palette.ink_2,
            _ => palette.ink_3,
        };
        pen.label(text, color)?;
    }
    let room = layout.chart;
    chart(&pen.moved(room.left, room.top), (room.width(), room.height()))
}

/// A pen that writes SVG.
pub type SvgPen<'a> = Pen<SvgBackend<'a>>;

/// The sheet as a self-contained SVG document.
///
/// # Errors
/// None of this backend's own; plotters' type is passed on.
pub fn svg(
    sheet: &Sheet<'_>,
    palette: &Palette,
    chart: impl for<'a> FnOnce(&SvgPen<'a>, (f64, f64)) -> Drawn<SvgBackend<'a>>,
) -> Result<String, DrawingAreaErrorKind<Infallible>> {
    let mut out = String::new();
    let pen = Pen::new(SvgBackend::open(&mut out, sheet.size, sheet.title, sheet.rule), STEPS);
    draw(&pen, sheet, palette, chart)?;
    drop(pen);
    SvgBackend::close(&mut out);
    Ok(out)
}
