//! What a cell looks like: the colour of its class, or of two where they meet, stronger the more points lie there.
//!
//! Strength is first opacity, so that few points are a tint of the paper, and near the top a little of the ink. Against light paper more is
//! darker, against dark paper lighter: in grey the order is the same as in colour.

use plotters::style::RGBColor;

use super::cells::{LEVELS, MIXES, PAIRS, PALE, PALE_LEVELS};
use crate::chart::palette::Palette;
use crate::chart::points::Pixels;

/// One point alone must be seen on the paper.
const WEAKEST: f64 = 0.5;
/// From this part of the steps on ink is mixed in, up to so much of it.
const INK_FROM: f64 = 0.6;
const MOST_INK: f64 = 0.45;
/// Pale cells from the weakest to the strongest.
const PALE_FROM: f64 = 0.1;
const PALE_TO: f64 = 0.28;

/// Red, green, blue and alpha of every byte a cell can be.
#[must_use]
pub fn colours(palette: &Palette) -> [[u8; 4]; 256] {
    let mut colours = [[0; 4]; 256];
    for mix in 0..MIXES {
        let color = mixed(palette, mix);
        for level in 0..LEVELS {
            let part = level as f64 / (LEVELS - 1) as f64;
            let opacity = WEAKEST + (1.0 - WEAKEST) * (part / INK_FROM).min(1.0);
            let ink = ((part - INK_FROM) / (1.0 - INK_FROM)).max(0.0) * MOST_INK;
            colours[1 + mix * LEVELS + level] = rgba(between(color, palette.ink, ink), opacity);
        }
        for level in 0..PALE_LEVELS {
            let part = level as f64 / (PALE_LEVELS - 1) as f64;
            colours[PALE + mix * PALE_LEVELS + level] = rgba(color, PALE_FROM + (PALE_TO - PALE_FROM) * part);
        }
    }
    colours
}

/// The cells as pixels, one each.
pub fn paint(cells: &[u8], columns: usize, colours: &[[u8; 4]; 256], pixels: &mut Pixels) {
    pixels.width = columns;
    pixels.height = cells.len().checked_div(columns).unwrap_or(0);
    pixels.bytes.clear();
    pixels.bytes.extend(cells.iter().flat_map(|cell| colours[usize::from(*cell)]));
}

fn mixed(palette: &Palette, mix: usize) -> RGBColor {
    match mix.checked_sub(4).and_then(|pair| PAIRS.get(pair)) {
        Some(&(one, other)) => between(palette.class[one], palette.class[other], 0.5),
        None => palette.class[mix % 4],
    }
}

fn between(from: RGBColor, to: RGBColor, part: f64) -> RGBColor {
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
    RGBColor(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

fn rgba(color: RGBColor, alpha: f64) -> [u8; 4] {
    [color.0, color.1, color.2, (alpha * 255.0).round() as u8]
}
