//! The band of outcomes: heights can be read back, the labels at the ends never lie on each other.

use fourfold::chart::band::{self, BandInput, BandLayout, BandMonth, BandTexts, EndText};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, save};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MIDDLE: [f64; 12] = [0.0, 0.4, 1.2, 2.0, 2.7, 3.3, 3.7, 4.0, 4.2, 4.35, 4.45, 4.5];

fn year() -> Vec<BandMonth> {
    let month = |(index, middle): (usize, &f64)| BandMonth {
        label: MONTHS[index].to_owned(),
        low: middle * 0.67,
        middle: *middle,
        high: middle * 1.38,
    };
    MIDDLE.iter().enumerate().map(month).collect()
}

fn end(line: &str, short_line: &str) -> EndText {
    EndText { line: line.to_owned(), short_line: short_line.to_owned() }
}

fn texts(chinese: bool) -> BandTexts {
    if chinese {
        BandTexts {
            amount_title: "累计签约，百万元 ↑".to_owned(),
            target: end("目标 1,000 万", "1,000 万"),
            high: end("620 万，十次中一次更高", "620 万"),
            middle: end("450 万，居中", "450 万"),
            low: end("300 万，十次中一次更低", "300 万"),
        }
    } else {
        BandTexts {
            amount_title: "Signed by the end of the month, ¥ million ↑".to_owned(),
            target: end("Target 10.0 m", "10.0 m"),
            high: end("6.2 m, 1 in 10 above", "6.2 m"),
            middle: end("4.5 m, the middle", "4.5 m"),
            low: end("3.0 m, 1 in 10 below", "3.0 m"),
        }
    }
}

fn with_input<T>(months: &[BandMonth], target: Option<f64>, size: (f64, f64), chinese: bool, then: impl FnOnce(&BandInput<'_>) -> T) -> T {
    then(&BandInput { size, months, target, texts: &texts(chinese), amount_tick: &|amount| format!("{amount}") })
}

fn layout(months: &[BandMonth], target: Option<f64>, size: (f64, f64)) -> BandLayout {
    with_input(months, target, size, false, band::layout)
}

fn labels(layout: &BandLayout) -> impl Iterator<Item = &Label> {
    layout.axis.iter().chain(layout.ends.iter().map(|end| &end.label))
}

fn svg(months: &[BandMonth], target: Option<f64>, size: (f64, f64), chinese: bool, palette: &Palette) -> String {
    let sheet = Sheet { size, title: "Nine times in ten the stock brings between 3.0 and 6.2 million", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| {
        with_input(months, target, size, chinese, |input| band::draw(pen, &band::layout(input), palette))
    })
    .unwrap()
}

#[test]
fn pictures_to_look_at() {
    let near: Vec<BandMonth> =
        year().into_iter().map(|month| BandMonth { low: month.middle * 0.97, high: month.middle * 1.02, ..month }).collect();
    for (name, months, target, size, chinese, palette) in [
        ("band-wide", year(), 10.0, (900.0, 400.0), false, &Palette::LIGHT),
        ("band-column", year(), 10.0, (470.0, 340.0), false, &Palette::DARK),
        ("band-phone", year(), 10.0, (320.0, 340.0), false, &Palette::LIGHT),
        ("band-phone-zh", year(), 5.0, (320.0, 340.0), true, &Palette::DARK),
        ("band-close", near, 4.4, (600.0, 340.0), false, &Palette::LIGHT),
        ("band-one", year()[11..].to_vec(), 10.0, (470.0, 340.0), false, &Palette::LIGHT),
    ] {
        let svg = svg(&months, Some(target), size, chinese, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn heights_can_be_read_back() {
    for width in WIDTHS {
        let months = year();
        let layout = layout(&months, Some(10.0), (width, 260.0));
        assert_eq!(layout.months.len(), 12);
        for (given, placed) in months.iter().zip(&layout.months) {
            for (figure, y) in [(given.low, placed.low), (given.middle, placed.middle), (given.high, placed.high)] {
                assert!((layout.amount.data_from_screen(y) - figure).abs() < 1e-9);
                assert!(layout.plot.grown(0.01).contains(placed.x, y));
            }
        }
        assert!((layout.amount.data_from_screen(layout.target.unwrap()) - 10.0).abs() < 1e-9);
        assert_eq!(layout.base, layout.plot.bottom);
        let apart: Vec<f64> = layout.months.windows(2).map(|pair| pair[1].x - pair[0].x).collect();
        assert!(apart.iter().all(|step| (step - apart[0]).abs() < 1e-9), "months are as far apart as each other");
        assert!((layout.months[11].x - layout.plot.right).abs() < 1e-9);
    }
}

#[test]
fn labels_stay_inside_and_apart_however_close_the_lines() {
    for width in WIDTHS {
        for (spread, target) in [(0.4, 10.0), (0.02, 4.5), (0.0, 4.5), (0.4, 0.0), (0.01, 4.4)] {
            let month = |month: BandMonth| BandMonth { low: month.middle * (1.0 - spread), high: month.middle * (1.0 + spread), ..month };
            let months: Vec<BandMonth> = year().into_iter().map(month).collect();
            for height in [160.0, 260.0, 500.0] {
                for chinese in [false, true] {
                    let layout = with_input(&months, Some(target), (width, height), chinese, band::layout);
                    check_labels(labels(&layout), (width, height));
                    assert_eq!(layout.ends.len(), 4);
                    let lines = layout.ends.iter().map(|end| end.label.y);
                    assert!(lines.is_sorted(), "the labels stand in the order of their lines");
                    assert!(layout.ends.iter().all(|end| end.label.x > layout.plot.right && !end.label.text.ends_with('…')));
                }
            }
        }
    }
}

#[test]
fn the_nearest_month_is_meant() {
    let layout = layout(&year(), None, (640.0, 260.0));
    for month in &layout.months {
        assert_eq!(band::hit_test(&layout, month.x, 100.0), Some(month.month));
        let beside = (month.x + 5.0).min(layout.plot.right);
        assert_eq!(band::hit_test(&layout, beside, month.middle), Some(month.month));
    }
    assert_eq!(band::hit_test(&layout, layout.plot.right + 20.0, 100.0), None);
}

#[test]
fn whatever_the_figures_there_is_a_picture() {
    let mut odd = year();
    odd[3].low = f64::NAN;
    odd[7].high = f64::INFINITY;
    let shown = layout(&odd, Some(f64::NAN), (640.0, 260.0));
    assert_eq!(shown.months.len(), 10);
    assert!(shown.target.is_none() && shown.months.iter().all(|month| month.month != 3 && month.month != 7));
    assert_eq!(band::hit_test(&shown, shown.months[3].x, 100.0), Some(4), "the number is the input's");
    let zero = vec![BandMonth { label: "Jan".to_owned(), low: 0.0, middle: 0.0, high: 0.0 }; 3];
    let loss = vec![BandMonth { label: "Jan".to_owned(), low: -3.0, middle: -1.0, high: 2.0 }; 3];
    for months in [&odd[..], &[], &odd[..1], &zero, &loss] {
        for size in [(640.0, 260.0), (288.0, 160.0), (1.0, 1.0)] {
            for target in [None, Some(f64::INFINITY), Some(10.0)] {
                let svg = svg(months, target, size, false, &Palette::DARK);
                assert!(!svg.contains("NaN") && !svg.contains("inf"));
                elements(&svg);
            }
        }
        check_labels(labels(&layout(months, Some(10.0), (288.0, 200.0))), (288.0, 200.0));
    }
    let below = layout(&loss, None, (640.0, 260.0));
    assert!(below.base < below.plot.bottom && below.base > below.plot.top);
}
