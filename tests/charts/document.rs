//! What every picture is held to: one plain document with every text inside.

use fourfold::chart::{Label, Rect, Weight, text_width};

/// From a phone's page to a projector.
pub const WIDTHS: [f64; 8] = [288.0, 320.0, 360.0, 480.0, 640.0, 900.0, 1300.0, 1600.0];

/// Keeps a picture to be looked at.
pub fn save(name: &str, svg: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/charts");
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(format!("{folder}/{name}.svg"), svg).unwrap();
}

/// One element of a picture.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub content: String,
}

/// All elements of a document; fails on anything that is not well-formed.
pub fn elements(svg: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut found: Vec<Element> = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) => {
                depth += 1;
                found.push(opened(&tag));
            }
            quick_xml::events::Event::Empty(tag) => found.push(opened(&tag)),
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Text(text) => {
                if let Some(element) = found.last_mut() {
                    element.content.push_str(&text);
                }
            }
            quick_xml::events::Event::GeneralRef(_) => {}
            other => panic!("not a plain picture: {other:?}"),
        }
    }
    assert_eq!(depth, 0);
    found
}

fn opened(tag: &quick_xml::events::BytesStart<'_>) -> Element {
    let name = tag.name().as_ref().to_owned();
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        (attribute.key.as_ref().to_owned(), attribute.value.to_string())
    });
    Element { name, attributes: attributes.collect(), content: String::new() }
}

pub fn number(attributes: &[(String, String)], name: &str) -> f64 {
    attributes.iter().find(|(key, _)| key == name).map_or(0.0, |(_, value)| value.parse().unwrap())
}

/// A picture is one plain document: known elements, no scripts, no links, every text inside.
pub fn check_picture(svg: &str, (width, height): (f64, f64)) {
    for Element { name, attributes, content } in elements(svg) {
        assert!(["svg", "title", "desc", "rect", "circle", "polygon", "polyline", "text"].contains(&name.as_str()), "<{name}>");
        for (key, value) in &attributes {
            assert!(!key.starts_with("on") && !key.contains("href") && !value.contains("url("), "{key}={value}");
        }
        if name == "text" {
            let (x, y, size) = (number(&attributes, "x"), number(&attributes, "y"), number(&attributes, "font-size"));
            assert!(size >= 12.0, "{content:?} is {size} pixels high");
            let weight = if number(&attributes, "font-weight") > 0.0 { Weight::SemiBold } else { Weight::Regular };
            let long = text_width(content.trim(), size, weight);
            let anchor = attributes.iter().find(|(key, _)| key == "text-anchor").map_or("start", |(_, value)| value);
            let left = x - match anchor {
                "end" => long,
                "middle" => long / 2.0,
                _ => 0.0,
            };
            assert!(left >= 0.0 && left + long <= width, "{content:?} leaves the picture: {left} + {long}");
            assert!(y - size * 0.8 >= 0.0 && y + size * 0.25 <= height, "{content:?} leaves the picture: {y}");
        }
    }
}

/// Every label lies inside the picture and over no other.
pub fn check_labels<'a>(labels: impl IntoIterator<Item = &'a Label>, (width, height): (f64, f64)) {
    let area = Rect { left: -0.5, top: -0.5, right: width + 0.5, bottom: height + 0.5 };
    let mut seen: Vec<(Rect, &str)> = Vec::new();
    for label in labels {
        let bounds = label.bounds(1.0);
        assert!(area.encloses(&bounds), "{:?} leaves the picture of {width} × {height}: {bounds:?}", label.text);
        for (other, text) in &seen {
            assert!(!other.overlaps(&bounds), "{:?} lies on {text:?} at {width} × {height}", label.text);
        }
        seen.push((bounds, &label.text));
    }
}

/// The figure with thousands marked, as the pages write it.
pub fn grouped(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    let places = digits.len();
    let mark = |(place, digit): (usize, char)| {
        let mark = place > 0 && (places - place).is_multiple_of(3);
        [if mark { "," } else { "" }.to_owned(), digit.to_string()].concat()
    };
    digits.chars().enumerate().map(mark).collect()
}
