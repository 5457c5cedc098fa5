//! The pyramid of stock: centred bars to one scale, a count and a share at each level.

use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::pyramid::{self, PyramidInput, PyramidLayout, PyramidTexts, StockLevel};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, grouped, save};

fn level(code: &str, name: &str, stock: Option<f64>, all: f64) -> StockLevel {
    StockLevel { code: code.to_owned(), name: name.to_owned(), stock, share: stock.map(|stock| stock / all) }
}

/// METHODS 3: 10 B, 40 C, 100 D, 300 E.
fn stock() -> Vec<StockLevel> {
    [
        ("A", "contract signed", Some(0.0)),
        ("B", "decision-maker intends to buy", Some(10.0)),
        ("C", "stable contact", Some(40.0)),
        ("D", "complete data", Some(100.0)),
        ("E", "first information", Some(300.0)),
    ]
    .map(|(code, name, stock)| level(code, name, stock, 450.0))
    .to_vec()
}

fn with_input<T>(levels: &[StockLevel], size: (f64, f64), then: impl FnOnce(&PyramidInput<'_>) -> T) -> T {
    let texts = PyramidTexts { stock: "in stock".to_owned(), share: "share".to_owned() };
    let share_text = |share: f64| format!("{:.0}%", share * 100.0);
    then(&PyramidInput { size, levels, texts: &texts, count_text: &grouped, share_text: &share_text })
}

fn natural(levels: &[StockLevel], width: f64) -> (PyramidLayout, (f64, f64)) {
    let height = with_input(levels, (width, 0.0), pyramid::natural_height);
    (with_input(levels, (width, height), pyramid::layout), (width, height))
}

fn labels(layout: &PyramidLayout) -> Vec<&Label> {
    let rows = layout.levels.iter().flat_map(|level| [&level.row.code, &level.row.name].into_iter().chain(&level.row.cells));
    layout.heads.iter().map(|head| &head.label).chain(rows).filter(|label| !label.text.is_empty()).collect()
}

fn svg(levels: &[StockLevel], size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "300 of 450 entries are still at E", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(levels, size, |input| pyramid::draw(pen, &pyramid::layout(input), palette)))
        .unwrap()
}

#[test]
fn pictures_to_look_at() {
    for (name, size, palette) in [
        ("pyramid-wide", (900.0, 320.0), &Palette::LIGHT),
        ("pyramid-column", (470.0, 300.0), &Palette::DARK),
        ("pyramid-phone", (320.0, 400.0), &Palette::LIGHT),
    ] {
        let svg = svg(&stock(), size, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn bars_are_centred_and_to_one_scale() {
    for width in WIDTHS {
        let (layout, size) = natural(&stock(), width);
        check_labels(labels(&layout), size);
        let [b, c, d, e] = [1, 2, 3, 4].map(|index: usize| layout.levels[index].bar.unwrap());
        assert_eq!(layout.levels[0].bar, None);
        for (bar, times) in [(b, 10.0), (c, 40.0), (d, 100.0)] {
            assert!((e.width() / bar.width() - 300.0 / times).abs() < 1e-9, "{times} at {width}");
            assert!((f64::midpoint(bar.left, bar.right) - f64::midpoint(e.left, e.right)).abs() < 1e-9);
        }
        let texts: Vec<&str> = layout.levels[4].row.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["300", "67%"]);
        for (index, level) in layout.levels.iter().enumerate() {
            for label in labels(&layout) {
                assert!(!level.bar.is_some_and(|bar| bar.overlaps(&label.bounds(1.0))), "{:?} lies on a bar at {width}", label.text);
            }
            let (x, y) = (f64::midpoint(level.row.lane.left, level.row.lane.right), level.row.lane.top + 1.0);
            assert_eq!(pyramid::hit_test(&layout, x, y), Some(index));
        }
        assert_eq!(pyramid::hit_test(&layout, width / 2.0, size.1 + 1.0), None);
    }
}

#[test]
fn whatever_the_stock_there_is_a_picture() {
    let odd = [None, Some(f64::NAN), Some(f64::INFINITY), Some(-4.0), Some(0.0), Some(1e-9), Some(1e12)];
    let odd: Vec<StockLevel> = odd.iter().map(|stock| level("X", "name", *stock, 0.0)).collect();
    for levels in [&odd[..], &[], &odd[..1], &odd[6..]] {
        for size in [(900.0, 320.0), (288.0, 430.0), (1.0, 1.0)] {
            let svg = svg(levels, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
        let layout = with_input(levels, (900.0, 320.0), pyramid::layout);
        check_labels(labels(&layout), (900.0, 320.0));
    }
    let layout = with_input(&odd, (900.0, 320.0), pyramid::layout);
    assert_eq!(layout.levels.iter().filter(|level| level.bar.is_some()).count(), 2);
    assert_eq!(layout.levels[5].bar.unwrap().width(), 2.0, "something is never too small to be seen");
}
