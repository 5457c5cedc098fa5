//! Dwell times: one scale of days and one of shares for all levels.

use fourfold::chart::dwell::{self, DwellHit, DwellInput, DwellLayout, DwellLevel, DwellTexts};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, save};

const BIN: f64 = 7.0;
const BINS: usize = 26;

/// Entries that leave at a steady pace after a first wait, in weeks; quartiles from the same rule.
fn level(code: &str, name: &str, entries: f64, wait: f64, typical: f64) -> DwellLevel {
    let left_by = |days: f64| if days <= wait { 0.0 } else { 1.0 - (-(days - wait) / typical).exp() };
    let counts = (0..BINS).map(|bin| entries * (left_by((bin + 1) as f64 * BIN) - left_by(bin as f64 * BIN))).collect();
    let quartile = |part: f64| Some(wait - typical * (1.0 - part).ln());
    let median = quartile(0.5).unwrap();
    DwellLevel {
        code: code.to_owned(),
        name: name.to_owned(),
        counts,
        longer: entries * (1.0 - left_by(BINS as f64 * BIN)),
        quartiles: [quartile(0.25), Some(median), quartile(0.75)],
        text: format!("half leave within {median:.0} days · {entries} entries"),
        short_text: format!("{median:.0} days · {entries}"),
    }
}

fn levels() -> Vec<DwellLevel> {
    vec![
        level("A", "contract signed", 40.0, 2.0, 12.0),
        level("B", "decision-maker intends to buy", 96.0, 7.0, 40.0),
        level("C", "stable contact, clear intent", 210.0, 14.0, 60.0),
        level("D", "complete data", 480.0, 0.0, 55.0),
        level("E", "first information", 1200.0, 0.0, 160.0),
    ]
}

fn with_input<T>(levels: &[DwellLevel], size: (f64, f64), then: impl FnOnce(&DwellInput<'_>) -> T) -> T {
    let texts = DwellTexts { days_title: "Days at the level →".to_owned(), longer: "longer".to_owned() };
    let share_text = |share: f64| format!("{:.0}%", share * 100.0);
    then(&DwellInput { size, levels, bin_days: BIN, texts: &texts, day_tick: &|days| format!("{days}"), share_text: &share_text })
}

fn natural(levels: &[DwellLevel], width: f64) -> (DwellLayout, (f64, f64)) {
    let height = with_input(levels, (width, 0.0), dwell::natural_height);
    (with_input(levels, (width, height), dwell::layout), (width, height))
}

fn labels(layout: &DwellLayout) -> Vec<&Label> {
    let rows = layout.levels.iter().flat_map(|level| [&level.code, &level.name, &level.text].into_iter().chain(&level.shares));
    rows.chain(&layout.axis).filter(|label| !label.text.is_empty()).collect()
}

fn svg(levels: &[DwellLevel], size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "Half of all entries leave E only after 111 days", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(levels, size, |input| dwell::draw(pen, &dwell::layout(input), palette))).unwrap()
}

#[test]
fn pictures_to_look_at() {
    for (name, levels, size, palette) in [
        ("dwell-wide", levels(), (900.0, 560.0), &Palette::LIGHT),
        ("dwell-column", levels(), (470.0, 560.0), &Palette::DARK),
        ("dwell-phone", levels(), (320.0, 580.0), &Palette::LIGHT),
        ("dwell-one", levels()[2..3].to_vec(), (470.0, 260.0), &Palette::DARK),
    ] {
        let svg = svg(&levels, size, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn areas_are_to_one_scale_in_all_levels() {
    for width in WIDTHS {
        let levels = levels();
        let (layout, _) = natural(&levels, width);
        let mut unit: Option<f64> = None;
        for (given, placed) in levels.iter().zip(&layout.levels) {
            let all: f64 = given.counts.iter().sum::<f64>() + given.longer;
            let longer = placed.longer.map(|bar| (given.longer, bar));
            let bars = placed.bars.iter().map(|(bin, bar)| (given.counts[*bin], *bar)).chain(longer);
            for (count, bar) in bars.filter(|(_, bar)| bar.height() > 1.001) {
                let here = bar.height() / (count / all);
                let unit = *unit.get_or_insert(here);
                assert!((here / unit - 1.0).abs() < 1e-6, "level {}: {here} against {unit}", given.code);
                assert!(bar.top >= placed.plot.top - 1e-9 && bar.bottom == placed.plot.bottom);
            }
            for (bin, bar) in &placed.bars {
                assert!((layout.days.data_from_screen(bar.left) - *bin as f64 * BIN).abs() < 1e-6);
            }
            let median = placed.quartiles.median.unwrap();
            assert!((layout.days.data_from_screen(median) - given.quartiles[1].unwrap()).abs() < 1e-6);
        }
        let highest = layout.levels.iter().flat_map(|level| level.bars.iter().map(|(_, bar)| bar.height())).fold(0.0, f64::max);
        assert!((highest - layout.levels[0].plot.height()).abs() < 1.5, "the highest bar fills its row");
    }
}

#[test]
fn labels_stay_inside_and_apart() {
    let many: Vec<DwellLevel> = levels().into_iter().chain(levels()).take(8).collect();
    for width in WIDTHS {
        for levels in [&levels()[..], &many, &many[..1], &many[4..6], &[]] {
            let (layout, size) = natural(levels, width);
            check_labels(labels(&layout), size);
            for (index, level) in layout.levels.iter().enumerate() {
                assert!(level.quartiles.y + 4.0 <= level.row.bottom);
                let texts = [&level.code, &level.name, &level.text];
                let on_bars = |label: &&Label| level.bars.iter().any(|(_, bar)| bar.overlaps(&label.bounds(1.0)));
                assert!(!texts.iter().any(on_bars), "texts of level {index} lie on its bars at {width}");
            }
        }
    }
}

#[test]
fn quartiles_beyond_the_axis_stand_with_what_is_longer() {
    let mut levels = levels();
    levels[4].quartiles = [Some(40.0), Some(170.0), Some(900.0)];
    levels[3].quartiles = [Some(10.0), None, None];
    let (layout, _) = natural(&levels, 640.0);
    let (left, right) = layout.longer.unwrap();
    let (_, third) = layout.levels[4].quartiles.between.unwrap();
    assert!(left < third && third < right);
    assert!(layout.levels[3].quartiles.between.is_none() && layout.levels[3].quartiles.median.is_none());
    for level in &mut levels {
        level.longer = 0.0;
    }
    let (layout, _) = natural(&levels, 640.0);
    assert!(layout.longer.is_none() && layout.levels[4].quartiles.between.is_none() && layout.levels[4].quartiles.median.is_some());
}

#[test]
fn what_is_pointed_at_is_found() {
    for width in WIDTHS {
        let (layout, size) = natural(&levels(), width);
        for (level, placed) in layout.levels.iter().enumerate() {
            for (bin, bar) in &placed.bars {
                let x = f64::midpoint(bar.left, bar.right);
                assert_eq!(dwell::hit_test(&layout, x, placed.plot.top), Some(DwellHit::Bin { level, bin: *bin }));
            }
            let (left, right) = layout.longer.unwrap();
            let y = placed.plot.bottom - 1.0;
            assert_eq!(dwell::hit_test(&layout, f64::midpoint(left, right), y), Some(DwellHit::Longer { level }));
            assert_eq!(dwell::hit_test(&layout, left - 3.0, y), None, "between the axis and what is longer lies nothing");
        }
        assert_eq!(dwell::hit_test(&layout, width / 2.0, size.1 - 1.0), None);
    }
}

#[test]
fn whatever_the_counts_there_is_a_picture() {
    let odd = DwellLevel {
        counts: vec![f64::NAN, f64::INFINITY, -3.0, 0.0, 1e-300, 4.0],
        longer: f64::NAN,
        quartiles: [Some(f64::NAN), Some(-1.0), Some(f64::INFINITY)],
        ..levels()[0].clone()
    };
    let empty = DwellLevel { counts: Vec::new(), longer: 0.0, quartiles: [None; 3], ..levels()[0].clone() };
    let both = [odd.clone(), empty];
    for levels in [&both[..], &[], &both[..1], &both[1..]] {
        for size in [(640.0, 260.0), (288.0, 160.0), (1.0, 1.0)] {
            let svg = svg(levels, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
        let (layout, size) = natural(levels, 640.0);
        check_labels(labels(&layout), size);
    }
    let (layout, _) = natural(&[odd], 640.0);
    let bins: Vec<usize> = layout.levels[0].bars.iter().map(|(bin, _)| *bin).collect();
    assert_eq!(bins, [4, 5]);
    assert!(layout.levels[0].quartiles.between.is_none() && layout.levels[0].quartiles.median.is_none());
}
