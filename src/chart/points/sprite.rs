//! One mark as a small picture, and its way onto the canvas.

use plotters::style::RGBColor;

use super::tiles::OpenTiles;
use super::{PHASES, Pixels};
use crate::chart::marks::Shape;

#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub radius: f64,
    pub rim: f64,
    pub color: RGBColor,
    pub rim_color: RGBColor,
    pub alpha: f64,
}

/// One mark as pixels with colours multiplied by alpha.
#[derive(Clone, Debug)]
pub(super) struct Sprite {
    /// Pixels left of and above the mark's own pixel.
    before: i64,
    side: usize,
    pixels: Vec<[u8; 4]>,
    /// For each row the columns with anything in them.
    spans: Vec<(usize, usize)>,
}

impl Sprite {
    pub fn new(shape: Shape, look: Look, scale: f64, phase: (usize, usize)) -> Self {
        let reach = (shape.reach(look.radius) + look.rim * 1.5) * scale;
        let before = reach.ceil() as i64 + 1;
        let side = before as usize * 2 + 1;
        // The middle of the step the mark's place was rounded down to.
        let offset = |phase: usize| (phase as f64 + 0.5) / PHASES as f64;
        let (middle_x, middle_y) = (before as f64 + offset(phase.0), before as f64 + offset(phase.1));
        let mut pixels = Vec::with_capacity(side * side);
        for row in 0..side {
            for column in 0..side {
                pixels.push(look.pixel(shape, scale, (column as f64 - middle_x, row as f64 - middle_y)));
            }
        }
        let spans = pixels.chunks(side).map(span).collect();
        Self { before, side, pixels, spans }
    }

    pub fn stamp(&self, column: i64, row: i64, pixels: &mut Pixels, open: &mut OpenTiles) {
        let (left, top) = (column - self.before, row - self.before);
        let (width, height) = (pixels.width as i64, pixels.height as i64);
        let side = self.side as i64;
        if left >= width || top >= height || left + side <= 0 || top + side <= 0 || !open.any(left, top, side) {
            return;
        }
        for (line, &(from, to)) in self.spans.iter().enumerate() {
            let y = top + line as i64;
            let (from, to) = ((from as i64).max(-left), (to as i64).min(width - left));
            if y < 0 || y >= height || from >= to {
                continue;
            }
            let source = &self.pixels[line * self.side + from as usize..line * self.side + to as usize];
            let x = (left + from) as usize;
            let start = (y as usize * pixels.width + x) * 4;
            let target = &mut pixels.bytes[start..start + source.len() * 4];
            for (step, (above, below)) in target.as_chunks_mut().0.iter_mut().zip(source).enumerate() {
                if put_below(above, *below) {
                    open.fill(x + step, y as usize);
                }
            }
        }
    }
}

/// First and one past the last column with anything in it.
fn span(row: &[[u8; 4]]) -> (usize, usize) {
    let first = row.iter().position(|pixel| pixel[3] > 0).unwrap_or(0);
    let last = row.iter().rposition(|pixel| pixel[3] > 0).map_or(first, |last| last + 1);
    (first, last)
}

/// Samples a pixel side for the soft edge.
const SAMPLES: usize = 6;

impl Look {
    /// The pixel whose upper left corner lies at this distance from the mark's middle, in device pixels.
    fn pixel(&self, shape: Shape, scale: f64, corner: (f64, f64)) -> [u8; 4] {
        let (mut inside, mut on_rim) = (0usize, 0usize);
        let middle = shape.distance((corner.0 + 0.5) / scale, (corner.1 + 0.5) / scale, self.radius);
        // A pixel's corners lie 0.71 pixels from its middle, and no distance grows faster than the way.
        let far = 0.71 / scale;
        let samples = if middle < -far || middle > self.rim + far { 0 } else { SAMPLES * SAMPLES };
        if middle < -far {
            inside = SAMPLES * SAMPLES;
        }
        for sample in 0..samples {
            let step = |index: usize| (index as f64 + 0.5) / SAMPLES as f64;
            let (x, y) = ((corner.0 + step(sample % SAMPLES)) / scale, (corner.1 + step(sample / SAMPLES)) / scale);
            let distance = shape.distance(x, y, self.radius);
            inside += usize::from(distance <= 0.0);
            on_rim += usize::from(distance > 0.0 && distance <= self.rim);
        }
        let part = |count: usize| count as f64 / (SAMPLES * SAMPLES) as f64 * self.alpha;
        let mixed = |inner: u8, outer: u8| (f64::from(inner) * part(inside) + f64::from(outer) * part(on_rim)).round() as u8;
        let alpha = (255.0 * part(inside + on_rim)).round() as u8;
        [mixed(self.color.0, self.rim_color.0), mixed(self.color.1, self.rim_color.1), mixed(self.color.2, self.rim_color.2), alpha]
    }
}

/// Lets a pixel show through what lies above it; both are premultiplied. True where that filled it.
fn put_below(above: &mut [u8; 4], below: [u8; 4]) -> bool {
    match above[3] {
        255 => return false,
        0 => *above = below,
        alpha => {
            let left = 255 - u32::from(alpha);
            for (above, below) in above.iter_mut().zip(below) {
                *above = (u32::from(*above) + (u32::from(below) * left + 127) / 255).min(255) as u8;
            }
        }
    }
    above[3] == 255
}
