//! Hours by class against their need: bars to one scale, an outline for the need.

use fourfold::chart::hours::{self, ClassBar, HoursInput, HoursLayout, HoursTexts};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, grouped, save};

fn bar(code: &str, name: &str, class: u8, hours: f64, need: Option<f64>) -> ClassBar {
    ClassBar { code: code.to_owned(), name: name.to_owned(), class: Some(class), hours, need }
}

fn bars() -> Vec<ClassBar> {
    vec![
        bar("EI", "Consolidate", 0, 73.0, Some(460.0)),
        bar("EII", "Turn around", 1, 97.0, Some(184.0)),
        bar("EIII", "Develop", 2, 49.0, Some(43.0)),
        bar("EIV", "Divest", 3, 24.0, None),
        ClassBar { class: None, ..bar("F", "Future customers", 0, 0.0, Some(0.0)) },
    ]
}

fn with_input<T>(bars: &[ClassBar], size: (f64, f64), then: impl FnOnce(&HoursInput<'_>) -> T) -> T {
    let texts = HoursTexts { hours: "hours".to_owned(), need: "needed".to_owned() };
    then(&HoursInput { size, bars, texts: &texts, hours_text: &grouped })
}

fn natural(bars: &[ClassBar], width: f64) -> (HoursLayout, (f64, f64)) {
    let height = with_input(bars, (width, 0.0), hours::natural_height);
    (with_input(bars, (width, height), hours::layout), (width, height))
}

fn labels(layout: &HoursLayout) -> Vec<&Label> {
    let rows = layout.bars.iter().flat_map(|bar| [&bar.row.code, &bar.row.name].into_iter().chain(&bar.row.cells));
    layout.heads.iter().map(|head| &head.label).chain(rows).filter(|label| !label.text.is_empty()).collect()
}

fn svg(bars: &[ClassBar], size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "EI needs six times the hours it has", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(bars, size, |input| hours::draw(pen, &hours::layout(input), palette))).unwrap()
}

#[test]
fn pictures_to_look_at() {
    for (name, size, palette) in [
        ("hours-wide", (900.0, 320.0), &Palette::LIGHT),
        ("hours-column", (470.0, 300.0), &Palette::DARK),
        ("hours-phone", (320.0, 420.0), &Palette::LIGHT),
    ] {
        let svg = svg(&bars(), size, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn bars_are_to_one_scale_and_begin_at_one_line() {
    for width in WIDTHS {
        let (layout, size) = natural(&bars(), width);
        check_labels(labels(&layout), size);
        let rects: Vec<_> = layout.bars.iter().map(|bar| (bar.hours, bar.need)).collect();
        let (longest, turn) = (rects[0].1.unwrap(), rects[1].0.unwrap());
        assert!((longest.width() / turn.width() - 460.0 / 97.0).abs() < 1e-9);
        assert_eq!(longest.left, turn.left);
        assert_eq!((rects[3].1, rects[4].0, rects[4].1), (None, None, None));
        assert_eq!(layout.bars.iter().map(|bar| bar.short).collect::<Vec<_>>(), [true, true, false, false, false]);
        let lane = layout.bars[2].row.lane;
        assert_eq!(hours::hit_test(&layout, f64::midpoint(lane.left, lane.right), lane.top + 1.0), Some(2));
    }
}

#[test]
fn whatever_the_hours_there_is_a_picture() {
    let odd: Vec<ClassBar> =
        [f64::NAN, f64::INFINITY, -4.0, 0.0, 1e-9, 1e12].iter().map(|hours| bar("X", "name", 7, *hours, Some(*hours))).collect();
    for bars in [&odd[..], &[], &odd[..1]] {
        for size in [(900.0, 320.0), (288.0, 430.0), (1.0, 1.0)] {
            let svg = svg(bars, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
    }
}
