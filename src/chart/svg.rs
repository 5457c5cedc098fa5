//! A plotters backend that writes SVG. plotters' own knows whole pixels and two weights, divides font sizes by 1.24 and leaves the base line to
//! the viewer's font; a picture that goes into slides needs hairlines, weight 600 and the same base line in every program.
//!
//! Backends count whole steps, so this one counts tenths of a pixel and writes decimals.

use std::convert::Infallible;
use std::fmt::{Display, Write as _};

use plotters::element::{Drawable, PointCollection};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

use super::text::{FONT_FAMILY, Measured};

/// Backend steps in a pixel.
pub const STEPS: f64 = 10.0;

/// From the middle of a line of text down to its base line, in parts of the font size: what "middle" means on a canvas with Inter.
const BASE_LINE: f64 = 0.36;

/// Writes elements into a text; [`SvgBackend::open`] begins the document, [`SvgBackend::close`] ends it.
pub struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// Begins a document of `width` × `height` pixels. Title and description are what a screen reader says.
    pub fn open(out: &'a mut String, (width, height): (f64, f64), title: &str, description: &str) -> Self {
        let (title, description) = (Escaped(title), Escaped(description));
        let family = Escaped(FONT_FAMILY);
        let _infallible = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             font-family=\"{family}\">\n<title>{title}</title>\n<desc>{description}</desc>\n"
        );
        Self { out, size: ((width * STEPS) as u32, (height * STEPS) as u32) }
    }

    /// Ends a document begun with [`SvgBackend::open`].
    pub fn close(out: &mut String) {
        out.push_str("</svg>\n");
    }

    /// A picture of pixels, each with crisp borders, from (`x`, `y`) on. `href`: a data address, so that the document stays in one piece.
    fn image(&mut self, corners: [BackendCoord; 2], href: &str) -> Written {
        let [(left, top), (right, bottom)] = corners;
        let (x, y, href) = (Tenths(left), Tenths(top), Escaped(href));
        let (width, height) = (Tenths(right.saturating_sub(left)), Tenths(bottom.saturating_sub(top)));
        self.element(format_args!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" \
             style=\"image-rendering:pixelated\" href=\"{href}\"/>"
        ))
    }

    /// One element; writing into a text cannot fail.
    fn element(&mut self, element: std::fmt::Arguments<'_>) -> Written {
        let _infallible = self.out.write_fmt(element);
        self.out.push('\n');
        Ok(())
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.draw_rect((x, y), (x.saturating_add(1), y.saturating_add(1)), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Written {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Written {
        let (x, y) = (Tenths(from.0), Tenths(from.1));
        let (width, height) = (Tenths(to.0.saturating_sub(from.0)), Tenths(to.1.saturating_sub(from.1)));
        let paint = Paint::of(style, fill);
        self.element(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{paint}/>"))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Written {
        let (points, paint) = (points(path), Paint::of(style, false));
        self.element(format_args!("<polyline points=\"{points}\"{paint} stroke-linejoin=\"round\"/>"))
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Written {
        let (x, y, radius) = (Tenths(center.0), Tenths(center.1), f64::from(radius) / STEPS);
        let paint = Paint::of(style, fill);
        self.element(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{paint}/>"))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Written {
        let (points, paint) = (points(path), Paint::of(style, true));
        self.element(format_args!("<polygon points=\"{points}\"{paint}/>"))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Written {
        let size = style.size() / STEPS;
        let base_line = ((f64::from(at.1) + BASE_LINE * style.size()).round()) / STEPS;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"600\"" } else { "" };
        let (x, fill, text) = (Tenths(at.0), Fill(style.color()), Escaped(text));
        self.element(format_args!("<text x=\"{x}\" y=\"{base_line}\" font-size=\"{size:.1}\"{weight}{anchor}{fill}>{text}</text>"))
    }
}

/// An [`SvgBackend::image`] on its way there, as plotters has elements drawn.
pub(super) struct Embedded<'a> {
    pub corners: [BackendCoord; 2],
    pub href: &'a str,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Embedded<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord];

    fn point_iter(self) -> &'a [BackendCoord] {
        &self.corners
    }
}

impl<'out> Drawable<Measured<SvgBackend<'out>>> for Embedded<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, corners: I, to: &mut Measured<SvgBackend<'out>>, _: (u32, u32)) -> Written {
        let corners: Vec<BackendCoord> = corners.collect();
        if let [from, until] = corners[..] { to.0.image([from, until], self.href) } else { Ok(()) }
    }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut text = String::new();
    for (x, y) in path {
        let gap = if text.is_empty() { "" } else { " " };
        let _infallible = write!(text, "{gap}{},{}", Tenths(x), Tenths(y));
    }
    text
}

/// Backend steps as pixels: `12`, `12.5`.
struct Tenths(i32);

impl Display for Tenths {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}", f64::from(self.0) / STEPS)
    }
}

/// A fill attribute, with its opacity where it is not whole.
struct Fill(BackendColor);

impl Display for Fill {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (red, green, blue) = self.0.rgb;
        write!(to, " fill=\"#{red:02x}{green:02x}{blue:02x}\"")?;
        if self.0.alpha < 1.0 { write!(to, " fill-opacity=\"{:.2}\"", self.0.alpha) } else { Ok(()) }
    }
}

/// Fill or stroke of a shape.
enum Paint {
    Fill(BackendColor),
    Stroke(BackendColor, u32),
}

impl Paint {
    fn of(style: &impl BackendStyle, fill: bool) -> Self {
        if fill { Self::Fill(style.color()) } else { Self::Stroke(style.color(), style.stroke_width()) }
    }
}

impl Display for Paint {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fill(color) => Fill(*color).fmt(to),
            Self::Stroke(color, width) => {
                let (red, green, blue) = color.rgb;
                let width = f64::from(*width) / STEPS;
                write!(to, " fill=\"none\" stroke=\"#{red:02x}{green:02x}{blue:02x}\" stroke-width=\"{width}\"")?;
                if color.alpha < 1.0 { write!(to, " stroke-opacity=\"{:.2}\"", color.alpha) } else { Ok(()) }
            }
        }
    }
}

/// Text as XML content or attribute; what XML cannot hold (control characters) is left out.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for each in self.0.chars() {
            match each {
                '<' => to.write_str("&lt;")?,
                '>' => to.write_str("&gt;")?,
                '&' => to.write_str("&amp;")?,
                '"' => to.write_str("&quot;")?,
                '\'' => to.write_str("&#39;")?,
                '\t' | '\n' | '\r' => to.write_char(' ')?,
                '\u{fffe}' | '\u{ffff}' => {}
                control if control.is_control() => {}
                other => to.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::RGBColor;

    use super::*;
    use crate::chart::geometry::Rect;
    use crate::chart::pen::Pen;

    #[test]
    fn texts_cannot_leave_their_element() {
        let mut out = String::new();
        SvgBackend::open(&mut out, (10.0, 5.0), "</title><script>alert(1)</script>", "\u{1}\"it's\" & more");
        SvgBackend::close(&mut out);
        assert!(out.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>"));
        assert!(out.contains("<desc>&quot;it&#39;s&quot; &amp; more</desc>"));
    }

    #[test]
    fn a_picture_of_pixels_stands_where_its_area_is() {
        let mut out = String::new();
        let pen = Pen::new(SvgBackend::open(&mut out, (100.0, 50.0), "", ""), STEPS);
        let area = Rect { left: 2.0, top: 1.5, right: 42.0, bottom: 21.5 };
        assert!(pen.moved(10.0, 0.0).image(area, "data:image/png;base64,AA==").is_ok());
        drop(pen);
        let expected = "<image x=\"12\" y=\"1.5\" width=\"40\" height=\"20\" preserveAspectRatio=\"none\" \
                        style=\"image-rendering:pixelated\" href=\"data:image/png;base64,AA==\"/>\n";
        assert!(out.ends_with(expected), "{out}");
    }

    #[test]
    fn steps_are_tenths_of_a_pixel() {
        let mut out = String::new();
        let mut backend = SvgBackend::open(&mut out, (10.0, 5.0), "", "");
        assert!(backend.draw_rect((0, 125), (100, 135), &RGBColor(255, 0, 16), true).is_ok());
        assert!(out.ends_with("<rect x=\"0\" y=\"12.5\" width=\"10\" height=\"1\" fill=\"#ff0010\"/>\n"), "{out}");
    }
}
