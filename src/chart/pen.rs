//! Draws on any plotters backend in chart units (CSS pixels, fractions allowed): snaps hairlines to device pixels, anchors text at its middle.
//! Knows colours and strokes, nothing of charts.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::geometry::Rect;
use super::palette::Palette;
use super::svg::{Embedded, SvgBackend};
use super::text::{FONT_FAMILY, Measured, Weight};

/// What drawing gives: nothing, or the backend's error.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A text with its place: `y` is the middle of the line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub weight: Weight,
    pub anchor: Anchor,
}

impl Label {
    /// The room the text takes in the table's font, times `spare` in width.
    #[must_use]
    pub fn bounds(&self, spare: f64) -> Rect {
        let width = super::text::text_width(&self.text, self.size, self.weight) * spare;
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        let half = self.size * 0.6;
        Rect { left, top: self.y - half, right: left + width, bottom: self.y + half }
    }
}

/// A backend with its number of device pixels a chart unit.
pub struct Pen<B: DrawingBackend> {
    area: DrawingArea<Measured<B>, Shift>,
    scale: f64,
    origin: (f64, f64),
}

impl<B: DrawingBackend> Pen<B> {
    /// `scale` is the device pixel ratio, times the zoom of a presentation.
    pub fn new(backend: B, scale: f64) -> Self {
        Self { area: Measured(backend).into_drawing_area(), scale, origin: (0.0, 0.0) }
    }

    /// The same pen with its zero at (`x`, `y`).
    #[must_use]
    pub fn moved(&self, x: f64, y: f64) -> Self {
        Self { area: self.area.clone(), scale: self.scale, origin: (self.origin.0 + x, self.origin.1 + y) }
    }

    fn device(&self, (x, y): (f64, f64)) -> BackendCoord {
        (self.step(self.origin.0 + x), self.step(self.origin.1 + y))
    }

    /// A float becomes the nearest step; what lies beyond a backend's numbers stops at their end.
    fn step(&self, value: f64) -> i32 {
        (value * self.scale).round() as i32
    }

    fn stroke(&self, width: f64) -> u32 {
        ((width * self.scale).round() as u32).max(1)
    }

    /// A filled rectangle; `alpha` 0..=1.
    pub fn fill(&self, rect: Rect, color: RGBColor, alpha: f64) -> Drawn<B> {
        let corners = [self.device((rect.left, rect.top)), self.device((rect.right, rect.bottom))];
        self.area.draw(&Rectangle::new(corners, color.mix(alpha).filled()))
    }

    /// A rectangle's line, crisp, inside its borders; one narrower than two lines is filled.
    pub fn outline(&self, rect: Rect, width: f64, color: RGBColor) -> Drawn<B> {
        if rect.width() <= 2.0 * width || rect.height() <= 2.0 * width {
            return self.fill(rect, color, 1.0);
        }
        self.fill(Rect { bottom: rect.top + width, ..rect }, color, 1.0)?;
        self.fill(Rect { top: rect.bottom - width, ..rect }, color, 1.0)?;
        self.fill(Rect { right: rect.left + width, ..rect }, color, 1.0)?;
        self.fill(Rect { left: rect.right - width, ..rect }, color, 1.0)
    }

    /// A horizontal line, crisp: a rectangle of whole device pixels. Lines of one unit also begin at a whole unit.
    pub fn horizontal(&self, y: f64, from: f64, to: f64, width: f64, color: RGBColor) -> Drawn<B> {
        let (left, right) = (self.device((from, 0.0)).0, self.device((to, 0.0)).0);
        let (top, bottom) = self.crisp(self.origin.1 + y, width);
        self.area.draw(&Rectangle::new([(left, top), (right, bottom)], color.filled()))
    }

    /// A vertical line, as [`Pen::horizontal`].
    pub fn vertical(&self, x: f64, from: f64, to: f64, width: f64, color: RGBColor) -> Drawn<B> {
        let (top, bottom) = (self.device((0.0, from)).1, self.device((0.0, to)).1);
        let (left, right) = self.crisp(self.origin.0 + x, width);
        self.area.draw(&Rectangle::new([(left, top), (right, bottom)], color.filled()))
    }

    fn crisp(&self, place: f64, width: f64) -> (i32, i32) {
        let thickness = i32::try_from(self.stroke(width)).unwrap_or(1);
        let near = if width == 1.0 { (place - 0.5).round() } else { place - width / 2.0 };
        let near = self.step(near);
        (near, near.saturating_add(thickness))
    }

    /// A dashed horizontal line of one unit.
    pub fn dashed(&self, y: f64, from: f64, to: f64, dash: f64, color: RGBColor) -> Drawn<B> {
        let mut start = from;
        while start < to {
            self.horizontal(y, start, (start + dash).min(to), 1.0, color)?;
            start += dash * 2.0;
        }
        Ok(())
    }

    /// A dashed vertical line of one unit.
    pub fn dashed_down(&self, x: f64, from: f64, to: f64, dash: f64, color: RGBColor) -> Drawn<B> {
        let mut start = from;
        while start < to {
            self.vertical(x, start, (start + dash).min(to), 1.0, color)?;
            start += dash * 2.0;
        }
        Ok(())
    }

    /// A line through points.
    pub fn path(&self, points: &[(f64, f64)], width: f64, color: RGBColor) -> Drawn<B> {
        let points: Vec<_> = points.iter().map(|&point| self.device(point)).collect();
        self.area.draw(&PathElement::new(points, ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: self.stroke(width) }))
    }

    /// A filled shape.
    pub fn polygon(&self, corners: impl IntoIterator<Item = (f64, f64)>, color: RGBColor) -> Drawn<B> {
        let corners: Vec<_> = corners.into_iter().map(|corner| self.device(corner)).collect();
        self.area.draw(&Polygon::new(corners, color.filled()))
    }

    /// A filled shape that lets through what lies below it; `alpha` 0..=1.
    pub fn area(&self, corners: impl IntoIterator<Item = (f64, f64)>, color: RGBColor, alpha: f64) -> Drawn<B> {
        let corners: Vec<_> = corners.into_iter().map(|corner| self.device(corner)).collect();
        self.area.draw(&Polygon::new(corners, color.mix(alpha).filled()))
    }

    /// A filled circle.
    pub fn disc(&self, center: (f64, f64), radius: f64, color: RGBColor) -> Drawn<B> {
        self.area.draw(&Circle::new(self.device(center), self.stroke(radius), color.filled()))
    }

    /// A circle's line.
    pub fn ring(&self, center: (f64, f64), radius: f64, width: f64, color: RGBColor) -> Drawn<B> {
        let style = ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: self.stroke(width) };
        self.area.draw(&Circle::new(self.device(center), self.stroke(radius), style))
    }

    /// A circle with a rim of the surface's colour, so that it stands clear of the line it lies on; hollow ones are a ring of ink.
    pub fn dot(&self, center: (f64, f64), radius: f64, hollow: bool, palette: &Palette) -> Drawn<B> {
        self.disc(center, radius + 1.5, palette.surface)?;
        self.disc(center, radius, palette.ink)?;
        if hollow { self.disc(center, radius - 1.5, palette.surface) } else { Ok(()) }
    }

    pub fn label(&self, label: &Label, color: RGBColor) -> Drawn<B> {
        let style = if label.weight == Weight::SemiBold { FontStyle::Bold } else { FontStyle::Normal };
        let horizontal = match label.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::Name(FONT_FAMILY), label.size * self.scale, style);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(label.text.as_str(), self.device((label.x, label.y)), style))
    }

    /// A label on a plate of the surface's colour, where it may lie over something.
    pub fn plated(&self, label: &Label, color: RGBColor, surface: RGBColor) -> Drawn<B> {
        self.fill(label.bounds(1.0).grown(2.0), surface, 0.85)?;
        self.label(label, color)
    }
}

impl<'out> Pen<SvgBackend<'out>> {
    /// A picture of pixels over an area, `href` its data address.
    pub fn image(&self, area: Rect, href: &str) -> Drawn<SvgBackend<'out>> {
        let corners = [self.device((area.left, area.top)), self.device((area.right, area.bottom))];
        self.area.draw(&Embedded { corners, href })
    }
}
