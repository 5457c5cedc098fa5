//! Advance rates with their intervals: the axis can be read back, typed rates are told from computed ones.

use fourfold::chart::intervals::{self, AdvanceRate, IntervalsInput, IntervalsLayout, IntervalsTexts};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, save};

fn step(step: &str, computed: Option<f64>, typed: Option<f64>, interval: Option<(f64, f64)>, basis: &str) -> AdvanceRate {
    AdvanceRate { step: step.to_owned(), computed, typed, interval, basis: basis.to_owned() }
}

/// METHODS 3: 10/20, 20/50, 30/100 and 40/200; the third is typed over, the fourth typed alone.
fn rates() -> Vec<AdvanceRate> {
    vec![
        step("B → A", Some(0.5), None, Some((0.299, 0.701)), "10 of 20"),
        step("C → B", Some(0.4), None, Some((0.276, 0.538)), "20 of 50"),
        step("D → C", Some(0.3), Some(0.45), Some((0.219, 0.396)), "typed; 30 of 100"),
        step("E → D", None, Some(0.2), None, "typed"),
        step("F → E", None, None, None, "0 of 0"),
        step("G → F", Some(1.0), None, Some((0.5655, 1.0)), "5 of 5"),
        step("H → G", Some(0.0), None, Some((0.0, 0.43448)), "0 of 5"),
    ]
}

fn with_input<T>(steps: &[AdvanceRate], size: (f64, f64), then: impl FnOnce(&IntervalsInput<'_>) -> T) -> T {
    let texts = IntervalsTexts { rate: "rate".to_owned(), interval: "95% interval".to_owned(), basis: "rests on".to_owned() };
    let percent = |share: f64| format!("{:.0}%", share * 100.0);
    let interval_text = |low: f64, high: f64| format!("{:.0}–{:.0}%", low * 100.0, high * 100.0);
    then(&IntervalsInput { size, steps, texts: &texts, rate_text: &percent, interval_text: &interval_text, share_tick: &percent })
}

fn natural(steps: &[AdvanceRate], width: f64) -> (IntervalsLayout, (f64, f64)) {
    let height = with_input(steps, (width, 0.0), intervals::natural_height);
    (with_input(steps, (width, height), intervals::layout), (width, height))
}

fn labels(layout: &IntervalsLayout) -> Vec<&Label> {
    let rows = layout.steps.iter().flat_map(|step| [&step.row.code].into_iter().chain(&step.row.cells));
    layout.heads.iter().map(|head| &head.label).chain(&layout.axis).chain(rows).filter(|label| !label.text.is_empty()).collect()
}

fn svg(steps: &[AdvanceRate], size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "Which rates are known, and how well", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(steps, size, |input| intervals::draw(pen, &intervals::layout(input), palette)))
        .unwrap()
}

#[test]
fn pictures_to_look_at() {
    for (name, size, palette) in [
        ("intervals-wide", (900.0, 400.0), &Palette::LIGHT),
        ("intervals-column", (600.0, 380.0), &Palette::DARK),
        ("intervals-phone", (320.0, 500.0), &Palette::LIGHT),
        ("intervals-phone-dark", (320.0, 500.0), &Palette::DARK),
    ] {
        let svg = svg(&rates(), size, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn dots_and_intervals_can_be_read_back() {
    for width in WIDTHS {
        let (layout, size) = natural(&rates(), width);
        check_labels(labels(&layout), size);
        for (given, placed) in rates().iter().zip(&layout.steps) {
            let back = |place: Option<f64>| place.map(|place| (layout.share.data_from_screen(place) * 1e6).round() / 1e6);
            assert_eq!(back(placed.dot), given.typed.or(given.computed));
            assert_eq!(placed.typed, given.typed.is_some());
            assert_eq!(back(placed.computed), given.computed.filter(|_| given.typed.is_some()));
            assert_eq!(placed.interval.map(|(low, high)| (back(Some(low)).unwrap(), back(Some(high)).unwrap())), given.interval);
            // A dot at 0 or 100 % stays inside the picture and off the texts.
            let (left, right) = (placed.row.lane.left, placed.row.lane.right);
            assert!(placed.dot.is_none_or(|dot| dot - 6.5 >= left && dot + 6.5 <= right && right <= width));
            assert!(placed.row.lane.contains(left, placed.y));
        }
        let texts: Vec<&str> = layout.steps[1].row.cells.iter().map(|cell| cell.text.as_str()).collect();
        // On the narrowest phone the bar alone tells the interval; what the rate rests on is always said.
        let expected: &[&str] = if width < 320.0 { &["40%", "20 of 50"] } else { &["40%", "28–54%", "20 of 50"] };
        assert_eq!(texts, expected);
    }
}

#[test]
fn every_place_of_a_row_is_its_step() {
    for width in WIDTHS {
        let (layout, (_, height)) = natural(&rates(), width);
        for (index, step) in layout.steps.iter().enumerate() {
            assert_eq!(intervals::hit_test(&layout, step.dot.unwrap_or(width / 2.0), step.y), Some(index));
        }
        assert_eq!(intervals::hit_test(&layout, width / 2.0, height - 2.0), None, "the axis is no step");
    }
}

#[test]
fn what_is_no_rate_is_not_drawn() {
    let odd = [f64::NAN, f64::INFINITY, -0.1, 1.1];
    let steps: Vec<AdvanceRate> = odd.iter().map(|&odd| step("B → A", Some(odd), Some(odd), Some((odd, 0.5)), "")).collect();
    for steps in [&steps[..], &[], &steps[..1], &rates()[..1]] {
        for size in [(900.0, 320.0), (288.0, 430.0), (1.0, 1.0)] {
            let svg = svg(steps, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
        let (layout, size) = natural(steps, 470.0);
        check_labels(labels(&layout), size);
    }
    let (layout, _) = natural(&steps, 470.0);
    assert!(layout.steps.iter().all(|step| step.dot.is_none() && step.interval.is_none() && step.computed.is_none()));
}
