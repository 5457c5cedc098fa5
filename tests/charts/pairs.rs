//! Two figures a row: bars to one scale, an outline for what they are held against.

use fourfold::chart::pairs::{self, PairBar, PairTexts, PairsInput, PairsLayout};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, grouped, save};

fn bar(code: &str, name: &str, class: u8, hours: f64, need: Option<f64>) -> PairBar {
    PairBar { code: code.to_owned(), name: name.to_owned(), class: Some(class), filled: hours, outlined: need, note: String::new() }
}

fn bars() -> Vec<PairBar> {
    vec![
        bar("EI", "Consolidate", 0, 73.0, Some(460.0)),
        bar("EII", "Turn around", 1, 97.0, Some(184.0)),
        bar("EIII", "Develop", 2, 49.0, Some(43.0)),
        bar("EIV", "Divest", 3, 24.0, None),
        PairBar { class: None, ..bar("F", "Future customers", 0, 0.0, Some(0.0)) },
    ]
}

fn with_input<T>(bars: &[PairBar], size: (f64, f64), then: impl FnOnce(&PairsInput<'_>) -> T) -> T {
    let texts = PairTexts { filled: "hours".to_owned(), outlined: "needed".to_owned(), note: "of need".to_owned() };
    then(&PairsInput { size, bars, texts: &texts, figure_text: &grouped })
}

fn natural(bars: &[PairBar], width: f64) -> (PairsLayout, (f64, f64)) {
    let height = with_input(bars, (width, 0.0), pairs::natural_height);
    (with_input(bars, (width, height), pairs::layout), (width, height))
}

fn labels(layout: &PairsLayout) -> Vec<&Label> {
    let rows = layout.bars.iter().flat_map(|bar| [&bar.row.code, &bar.row.name].into_iter().chain(&bar.row.cells));
    layout.heads.iter().map(|head| &head.label).chain(rows).filter(|label| !label.text.is_empty()).collect()
}

fn svg(bars: &[PairBar], size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "EI needs six times the hours it has", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(bars, size, |input| pairs::draw(pen, &pairs::layout(input), palette))).unwrap()
}

#[test]
fn pictures_to_look_at() {
    for (name, size, palette) in [
        ("pairs-wide", (900.0, 320.0), &Palette::LIGHT),
        ("pairs-column", (470.0, 300.0), &Palette::DARK),
        ("pairs-phone", (320.0, 420.0), &Palette::LIGHT),
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
        let rects: Vec<_> = layout.bars.iter().map(|bar| (bar.filled, bar.outlined)).collect();
        let (longest, turn) = (rects[0].1.unwrap(), rects[1].0.unwrap());
        assert!((longest.width() / turn.width() - 460.0 / 97.0).abs() < 1e-9);
        assert_eq!(longest.left, turn.left);
        assert_eq!((rects[3].1, rects[4].0, rects[4].1), (None, None, None));
        assert_eq!(layout.bars.iter().map(|bar| bar.short).collect::<Vec<_>>(), [true, true, false, false, false]);
        let lane = layout.bars[2].row.lane;
        assert_eq!(pairs::hit_test(&layout, f64::midpoint(lane.left, lane.right), lane.top + 1.0), Some(2));
    }
}

#[test]
fn whatever_the_hours_there_is_a_picture() {
    let odd: Vec<PairBar> =
        [f64::NAN, f64::INFINITY, -4.0, 0.0, 1e-9, 1e12].iter().map(|hours| bar("X", "name", 7, *hours, Some(*hours))).collect();
    for bars in [&odd[..], &[], &odd[..1]] {
        for size in [(900.0, 320.0), (288.0, 430.0), (1.0, 1.0)] {
            let svg = svg(bars, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
    }
}

#[test]
fn a_note_stands_behind_the_bars_where_there_is_room() {
    let noted: Vec<PairBar> = bars().into_iter().map(|bar| PairBar { note: "16%".to_owned(), ..bar }).collect();
    let plain = natural(&bars(), 900.0).0;
    let (layout, size) = natural(&noted, 900.0);
    check_labels(labels(&layout), size);
    assert_eq!((plain.heads.len(), layout.heads.len()), (2, 3));
    let note = layout.bars[0].row.cells.iter().find(|cell| cell.text == "16%").unwrap();
    assert!(note.x > layout.bars[0].row.lane.right, "behind the lane");
    for width in WIDTHS {
        let (layout, size) = natural(&noted, width);
        check_labels(labels(&layout), size);
    }
}
