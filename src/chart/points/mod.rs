//! Points as pixels: every mark is a small picture made once, copied to its place with a fraction of a pixel kept. 100,000 points take a few
//! milliseconds, where a canvas would take a second. Knows nothing of axes; places come in as chart units.

mod sprite;
mod tiles;

use std::cell::OnceCell;

use sprite::{Look, Sprite};
use tiles::OpenTiles;

use super::marks::Shape;
use super::palette::Palette;

/// How a point stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    #[default]
    Normal,
    /// Not what is searched for: pale.
    Dimmed,
    /// What is searched for: larger, with a rim of ink, above all others.
    Matched,
}

/// The points of a picture; all columns have the same length. A place that is no number is not drawn.
#[derive(Clone, Copy, Debug)]
pub struct Points<'a> {
    pub x: &'a [f32],
    pub y: &'a [f32],
    /// 0..=3.
    pub class: &'a [u8],
    /// Classes not drawn.
    pub hidden: [bool; 4],
    /// One a point, or empty: all normal.
    pub emphasis: &'a [Emphasis],
}

impl Points<'_> {
    fn emphasis_of(&self, index: usize) -> Emphasis {
        self.emphasis.get(index).copied().unwrap_or_default()
    }

    fn class_of(&self, index: usize) -> usize {
        self.class.get(index).map_or(0, |class| usize::from(class % 4))
    }
}

/// Pixels of a canvas, four bytes each: red, green, blue, alpha; rows from the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pixels {
    pub width: usize,
    pub height: usize,
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// Empties the canvas to so many device pixels, keeping its memory.
    pub fn clear(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.bytes.clear();
        self.bytes.resize(width * height * 4, 0);
    }
}

/// Steps of a pixel that a mark's place is rounded to.
const PHASES: usize = 4;
/// Rim against overplotting, in chart units.
const RIM: f64 = 0.75;
/// Rim of a match.
const MATCH_RIM: f64 = 1.5;
const MATCH_GROWTH: f64 = 1.3;
const DIMMED_ALPHA: f64 = 0.18;

/// A radius that lets so many points be told apart, in chart units.
#[must_use]
pub fn radius_for(points: usize) -> f64 {
    match points {
        0..=600 => 4.2,
        601..=2_000 => 3.6,
        2_001..=8_000 => 3.0,
        8_001..=30_000 => 2.4,
        _ => 1.9,
    }
}

/// The marks of all classes for one radius, device pixel ratio and palette.
pub struct Marks {
    /// `[emphasis][class][phase]`, each made when the first point needs it: few pictures show all of them.
    sprites: Vec<OnceCell<Sprite>>,
    /// `[emphasis][class]`.
    looks: [[Look; 4]; 3],
    scale: f64,
}

impl Marks {
    /// `radius` in chart units, `scale` in device pixels a unit.
    #[must_use]
    pub fn new(radius: f64, scale: f64, palette: &Palette) -> Self {
        let looks = [
            palette.class.map(|color| Look { radius, rim: RIM, color, rim_color: palette.surface, alpha: 1.0 }),
            palette.class.map(|color| Look { radius, rim: 0.0, color, rim_color: palette.surface, alpha: DIMMED_ALPHA }),
            palette.class.map(|color| Look { radius: radius * MATCH_GROWTH, rim: MATCH_RIM, color, rim_color: palette.ink, alpha: 1.0 }),
        ];
        let sprites = vec![OnceCell::new(); looks.len() * 4 * PHASES * PHASES];
        Self { sprites, looks, scale }
    }

    /// Draws the points on an emptied canvas: pale ones lowest, then the others in their order, matches on top.
    ///
    /// Goes from the uppermost point down and puts each below what is there: a pixel once filled costs a glance, and in a crowd of a hundred
    /// thousand nearly all are.
    pub fn draw(&self, points: &Points<'_>, pixels: &mut Pixels) {
        let mut open = OpenTiles::new(pixels);
        let layers = [Emphasis::Matched, Emphasis::Normal, Emphasis::Dimmed];
        for layer in layers.into_iter().filter(|layer| !points.emphasis.is_empty() || *layer == Emphasis::Normal) {
            self.draw_layer(points, layer, pixels, &mut open);
        }
        pixels.bytes.as_chunks_mut().0.iter_mut().for_each(plain);
    }

    fn draw_layer(&self, points: &Points<'_>, layer: Emphasis, pixels: &mut Pixels, open: &mut OpenTiles) {
        for (index, (&x, &y)) in points.x.iter().zip(points.y).enumerate().rev() {
            let class = points.class_of(index);
            if points.hidden[class] || points.emphasis_of(index) != layer || !x.is_finite() || !y.is_finite() {
                continue;
            }
            let (column, phase_x) = self.place(x);
            let (row, phase_y) = self.place(y);
            let sprite = ((layer as usize * 4 + class) * PHASES + phase_y) * PHASES + phase_x;
            if let Some(sprite) = self.sprites.get(sprite) {
                let look = self.looks[layer as usize][class];
                sprite
                    .get_or_init(|| Sprite::new(Shape::ALL[class], look, self.scale, (phase_x, phase_y)))
                    .stamp(column, row, pixels, open);
            }
        }
    }

    /// The device pixel of a place and the step within it.
    fn place(&self, unit: f32) -> (i64, usize) {
        let steps = (f64::from(unit) * self.scale * PHASES as f64).floor();
        let steps = steps.clamp(-1e9, 1e9) as i64;
        (steps.div_euclid(PHASES as i64), steps.rem_euclid(PHASES as i64) as usize)
    }
}

/// Makes a premultiplied pixel one of plain colours, as browsers want them.
fn plain(pixel: &mut [u8; 4]) {
    let alpha = u32::from(pixel[3]);
    if alpha > 0 && alpha < 255 {
        for part in pixel.iter_mut().take(3) {
            *part = ((u32::from(*part) * 255 + alpha / 2) / alpha).min(255) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(points: &Points<'_>, scale: f64, side: usize) -> Pixels {
        let mut pixels = Pixels::default();
        pixels.clear(side, side);
        Marks::new(4.0, scale, &Palette::LIGHT).draw(points, &mut pixels);
        pixels
    }

    fn at(pixels: &Pixels, x: usize, y: usize) -> [u8; 4] {
        let start = (y * pixels.width + x) * 4;
        [pixels.bytes[start], pixels.bytes[start + 1], pixels.bytes[start + 2], pixels.bytes[start + 3]]
    }

    const ONE: Points<'static> = Points { x: &[20.0], y: &[20.0], class: &[0], hidden: [false; 4], emphasis: &[] };

    #[test]
    fn a_mark_has_its_colour_its_rim_and_a_soft_edge() {
        let pixels = draw(&ONE, 2.0, 80);
        assert_eq!(at(&pixels, 40, 40), [23, 59, 128, 255], "the middle is EI's navy");
        // Radius 4 at two pixels a unit ends at 48 (and an eighth, the middle of its step); the rim covers the next pixel and a half.
        let [red, _, _, alpha] = at(&pixels, 48, 40);
        assert!(red > 210 && alpha == 255, "{red}, {alpha}");
        assert_eq!(at(&pixels, 51, 40)[3], 0);
        let soft = pixels.bytes.chunks(4).filter(|pixel| pixel[3] > 0 && pixel[3] < 255).count();
        assert!(soft > 8, "{soft} soft pixels");
    }

    #[test]
    fn all_classes_cover_the_same_area() {
        let covered = |class: u8| {
            let pixels = draw(&Points { class: &[class], ..ONE }, 4.0, 160);
            let colour = Palette::LIGHT.class[usize::from(class)];
            pixels.bytes.chunks(4).filter(|pixel| pixel[..3] == [colour.0, colour.1, colour.2]).count() as f64
        };
        let circle = covered(0);
        for class in 1..4 {
            assert!((covered(class) / circle - 1.0).abs() < 0.08, "class {class}: {} of {circle}", covered(class));
        }
    }

    #[test]
    fn hidden_and_placeless_points_leave_no_pixel() {
        let hidden = draw(&Points { hidden: [true, false, false, false], ..ONE }, 1.0, 40);
        let placeless = draw(&Points { x: &[f32::NAN], ..ONE }, 1.0, 40);
        assert!(hidden.bytes.iter().chain(&placeless.bytes).all(|byte| *byte == 0));
    }

    #[test]
    fn matches_lie_above_and_the_rest_is_pale() {
        let both = Points {
            x: &[20.0, 20.0],
            y: &[20.0, 20.0],
            class: &[1, 2],
            hidden: [false; 4],
            emphasis: &[Emphasis::Matched, Emphasis::Dimmed],
        };
        let pixels = draw(&both, 2.0, 80);
        assert_eq!(at(&pixels, 40, 40), [209, 66, 4, 255]);
        let pale = draw(&Points { emphasis: &[Emphasis::Dimmed], ..ONE }, 2.0, 80);
        assert_eq!(at(&pale, 40, 40)[3], 46, "18 % of 255");
    }

    #[test]
    fn the_later_point_lies_on_top() {
        let both = Points { x: &[20.0, 20.0], y: &[20.0, 20.0], class: &[1, 2], ..ONE };
        assert_eq!(at(&draw(&both, 2.0, 80), 40, 40), [8, 109, 95, 255]);
    }

    #[test]
    fn a_crowd_hides_nothing_of_what_lies_above() {
        let count = 5_000u32;
        let x: Vec<f32> = (0..count).map(|index| (index * 37 % 401) as f32 / 10.0).collect();
        let y: Vec<f32> = (0..count).map(|index| (index * 91 % 397) as f32 / 10.0).collect();
        let crowd: Vec<u8> = (0..count).map(|index| (index % 4) as u8).collect();
        let pixels = draw(&Points { x: &x, y: &y, class: &crowd, hidden: [false; 4], emphasis: &[] }, 1.0, 40);
        // The last point's own middle, and everything around it is filled.
        let last = x.len() - 1;
        let colour = Palette::LIGHT.class[usize::from(crowd[last])];
        assert_eq!(at(&pixels, x[last] as usize, y[last] as usize), [colour.0, colour.1, colour.2, 255]);
        assert!(pixels.bytes.chunks(4).all(|pixel| pixel[3] == 255));
    }

    #[test]
    fn points_at_the_border_are_cut_off() {
        for (x, y) in [(-3.0, 10.0), (42.0, 10.0), (0.0, 0.0), (40.0, 40.0), (1e30, 5.0)] {
            draw(&Points { x: &[x], y: &[y], ..ONE }, 1.0, 40);
        }
    }

    #[test]
    fn pale_over_pale_stays_a_plain_colour() {
        let twice = Points { x: &[20.0, 20.0], y: &[20.0, 20.0], class: &[0, 0], emphasis: &[Emphasis::Dimmed; 2], ..ONE };
        let [red, green, blue, alpha] = at(&draw(&twice, 2.0, 80), 40, 40);
        assert!(red.abs_diff(23) <= 2 && green.abs_diff(59) <= 2 && blue.abs_diff(128) <= 2, "{red} {green} {blue}");
        assert!(alpha.abs_diff(84) <= 1, "1 − 0.82² of 255 is 84, found {alpha}");
    }
}
