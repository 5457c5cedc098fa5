//! The colours of every picture, by role. They are the tokens of `style/tokens.css` as plain RGB, because a canvas and an exported file know
//! no CSS variables; a test holds the two together and computes every contrast (WCAG 2.2: marks 3:1, text 4.5:1).

use plotters::style::RGBColor;

/// Colours by role. `class` colours marks, `class_text` codes and glyphs beside words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub surface: RGBColor,
    pub ink: RGBColor,
    /// Secondary text.
    pub ink_2: RGBColor,
    /// Captions and axis labels.
    pub ink_3: RGBColor,
    /// Hairlines.
    pub line: RGBColor,
    /// Base lines and outlines that carry meaning.
    pub line_control: RGBColor,
    pub class: [RGBColor; 4],
    pub class_text: [RGBColor; 4],
    pub bad: RGBColor,
}

impl Palette {
    pub const LIGHT: Self = Self {
        surface: RGBColor(255, 255, 255),
        ink: RGBColor(27, 30, 36),
        ink_2: RGBColor(76, 80, 87),
        ink_3: RGBColor(98, 102, 109),
        line: RGBColor(224, 224, 221),
        line_control: RGBColor(128, 131, 136),
        class: [RGBColor(23, 59, 128), RGBColor(209, 66, 4), RGBColor(8, 109, 95), RGBColor(137, 142, 149)],
        class_text: [RGBColor(23, 59, 128), RGBColor(185, 58, 3), RGBColor(8, 109, 95), RGBColor(92, 97, 103)],
        bad: RGBColor(183, 24, 36),
    };

    pub const DARK: Self = Self {
        surface: RGBColor(24, 26, 29),
        ink: RGBColor(241, 240, 237),
        ink_2: RGBColor(188, 186, 182),
        ink_3: RGBColor(160, 158, 154),
        line: RGBColor(47, 50, 54),
        line_control: RGBColor(119, 122, 128),
        class: [RGBColor(106, 176, 246), RGBColor(231, 105, 34), RGBColor(156, 242, 219), RGBColor(109, 114, 121)],
        class_text: [RGBColor(106, 176, 246), RGBColor(245, 139, 75), RGBColor(156, 242, 219), RGBColor(167, 171, 177)],
        bad: RGBColor(254, 138, 136),
    };

    /// The colour of a class 0..=3; the secondary ink for a customer without one.
    #[must_use]
    pub fn of_class(&self, class: Option<u8>) -> RGBColor {
        class.and_then(|class| self.class.get(usize::from(class)).copied()).unwrap_or(self.ink_2)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    /// sRGB of a colour in OKLCH: lightness 0..=1, chroma, hue in degrees (Björn Ottosson, "A perceptual color space for image processing",
    /// with the matrices of CSS Color 4). What lies outside sRGB is clipped, as browsers do.
    fn rgb_from_oklch(lightness: f64, chroma: f64, hue: f64) -> RGBColor {
        let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
        let cone = |from_a: f64, from_b: f64| (lightness + from_a * a + from_b * b).powi(3);
        let (l, m, s) =
            (cone(0.396_337_777_4, 0.215_803_757_3), cone(-0.105_561_345_8, -0.063_854_172_8), cone(-0.089_484_177_5, -1.291_485_548_0));
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ];
        let [red, green, blue] = linear.map(|part| {
            let part = part.clamp(0.0, 1.0);
            let gamma = if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (gamma * 255.0).round() as u8
        });
        RGBColor(red, green, blue)
    }

    /// Contrast of two colours, 1..=21 (WCAG 2.2).
    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let luminance = |color: RGBColor| {
            let part = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(color.0) + 0.7152 * part(color.1) + 0.0722 * part(color.2)
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The light and dark colour of a token, following `var(--other)`.
    fn token(css: &str, name: &str) -> [RGBColor; 2] {
        let start = css.find(&format!("--{name}:")).unwrap_or_else(|| panic!("no token --{name}")) + name.len() + 3;
        let value = css[start..].split(';').next().unwrap().trim();
        if let Some(other) = value.strip_prefix("var(--") {
            return token(css, other.trim_end_matches(')'));
        }
        let colours: Vec<RGBColor> = value
            .split("oklch(")
            .skip(1)
            .map(|part| {
                let numbers: Vec<f64> =
                    part.split(')').next().unwrap().split_whitespace().take(3).map(|number| number.parse().unwrap()).collect();
                rgb_from_oklch(numbers[0], numbers[1], numbers[2])
            })
            .collect();
        [colours[0], colours[1]]
    }

    fn roles(palette: &Palette) -> Vec<(String, RGBColor)> {
        let mut roles = vec![
            ("surface".to_owned(), palette.surface),
            ("ink".to_owned(), palette.ink),
            ("ink-2".to_owned(), palette.ink_2),
            ("ink-3".to_owned(), palette.ink_3),
            ("line".to_owned(), palette.line),
            ("line-control".to_owned(), palette.line_control),
            ("bad".to_owned(), palette.bad),
        ];
        for class in 0..4 {
            roles.push((format!("class-{}", class + 1), palette.class[class]));
            roles.push((format!("class-{}-text", class + 1), palette.class_text[class]));
        }
        roles
    }

    #[test]
    fn white_black_and_a_known_colour_convert() {
        assert_eq!(rgb_from_oklch(1.0, 0.0, 0.0), RGBColor(255, 255, 255));
        assert_eq!(rgb_from_oklch(0.0, 0.0, 0.0), RGBColor(0, 0, 0));
        // CSS Color 4: `red` is oklch(62.8% 0.2577 29.23).
        let RGBColor(red, green, blue) = rgb_from_oklch(0.627_96, 0.257_68, 29.2339);
        assert!(red >= 254 && green <= 1 && blue <= 1);
    }

    #[test]
    fn the_palettes_are_the_style_sheet_s_tokens() {
        let css = include_str!("../../style/tokens.css");
        for (index, palette) in [Palette::LIGHT, Palette::DARK].iter().enumerate() {
            for (role, colour) in roles(palette) {
                let expected = token(css, &role)[index];
                let apart = [(colour.0, expected.0), (colour.1, expected.1), (colour.2, expected.2)].map(|(a, b)| a.abs_diff(b));
                assert!(apart.iter().all(|apart| *apart <= 1), "{role}: {colour:?}, the style sheet says {expected:?}");
            }
        }
    }

    #[test]
    fn marks_reach_3_and_texts_4_5_to_1() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for (role, colour) in roles(&palette) {
                let least = match role.as_str() {
                    "surface" | "line" => continue,
                    text if text.starts_with("ink") || text.ends_with("text") || text == "bad" => 4.5,
                    _ => 3.0,
                };
                let found = contrast(colour, palette.surface);
                assert!(found >= least, "{role} has {found:.2}:1, needs {least}:1");
            }
        }
    }

    #[test]
    fn classes_differ_in_grey() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for first in 0..4 {
                for second in first + 1..4 {
                    let found = contrast(palette.class[first], palette.class[second]);
                    assert!(found >= 1.25, "classes {} and {}: {found:.2}", first + 1, second + 1);
                }
            }
        }
    }
}
