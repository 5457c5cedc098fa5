//! The funnel: bars to one scale, whatever the width; what cannot be reached is said.

use fourfold::chart::funnel::{self, FunnelInput, FunnelLayout, FunnelLevel, FunnelTexts, Need};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{WIDTHS, check_labels, check_picture, elements, grouped, save};

fn texts(chinese: bool) -> FunnelTexts {
    let [needed, stock, yields] = if chinese { ["需要", "存量", "预计签约"] } else { ["needed", "in stock", "will sign"] };
    FunnelTexts { needed: needed.to_owned(), stock: stock.to_owned(), yields: yields.to_owned() }
}

fn level(code: &str, name: &str, needed: Need, stock: Option<f64>, yields: Option<f64>) -> FunnelLevel {
    FunnelLevel { code: code.to_owned(), name: name.to_owned(), needed, stock, yields }
}

const CODES: [&str; 8] = ["A", "B", "C", "D", "E", "F", "G", "H"];
const NAMES: [&str; 8] = [
    "contract signed or being signed",
    "decision-maker intends to buy",
    "stable contact, clear intent",
    "complete data, first contact",
    "first information",
    "",
    "named in a trade directory that somebody has bought",
    "x",
];
const CHINESE: [&str; 8] =
    ["已签约或正在签约", "决策人有购买意向", "联系稳定，意向明确", "资料完整，已初次接触", "初步信息", "", "名录", "甲"];

/// METHODS 3: 10,000,000 / 200,000 with .5/.4/.3/.2, stock 10/40/100/300 → yield 5 + 8 + 6 + 3.6.
fn plan(chinese: bool) -> Vec<FunnelLevel> {
    let needed = [50.0, 100.0, 250.0, 2500.0 / 3.0, 12500.0 / 3.0];
    let stock = [0.0, 10.0, 40.0, 100.0, 300.0];
    let yields = [0.0, 5.0, 8.0, 6.0, 3.6];
    let names = if chinese { CHINESE } else { NAMES };
    (0..5).map(|index| level(CODES[index], names[index], Need::Number(needed[index]), Some(stock[index]), Some(yields[index]))).collect()
}

/// Nobody advances from D to C.
fn blocked() -> Vec<FunnelLevel> {
    let mut levels = plan(false);
    let said = "cannot be reached: nobody advances from D to C, so no number of entries is enough";
    levels[3].needed = Need::CannotBeReached(said.to_owned());
    levels[4].needed = Need::Unknown("the rate E → D is missing".to_owned());
    levels[4].stock = None;
    levels[4].yields = None;
    levels
}

fn with_input<T>(levels: &[FunnelLevel], size: (f64, f64), chinese: bool, then: impl FnOnce(&FunnelInput<'_>) -> T) -> T {
    let texts = texts(chinese);
    let count_text = |count: f64| grouped(count.ceil());
    let yield_text = |count: f64| format!("{count:.1}");
    then(&FunnelInput { size, levels, texts: &texts, count_text: &count_text, yield_text: &yield_text })
}

/// At a width, as high as it wants to be.
fn natural(levels: &[FunnelLevel], width: f64) -> (FunnelLayout, (f64, f64)) {
    let height = with_input(levels, (width, 0.0), false, funnel::natural_height);
    (with_input(levels, (width, height), false, funnel::layout), (width, height))
}

fn labels(layout: &FunnelLayout) -> Vec<&Label> {
    let rows = layout.levels.iter().flat_map(|level| {
        let says = level.says.iter().flat_map(|says| &says.lines);
        [&level.row.code, &level.row.name].into_iter().chain(&level.row.cells).chain(says)
    });
    layout.heads.iter().map(|head| &head.label).chain(rows).filter(|label| !label.text.is_empty()).collect()
}

fn svg(levels: &[FunnelLevel], size: (f64, f64), chinese: bool, palette: &Palette) -> String {
    let sheet = Sheet { size, title: "The stock on hand will bring 22.6 of 50 contracts", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(levels, size, chinese, |input| funnel::draw(pen, &funnel::layout(input), palette)))
        .unwrap()
}

#[test]
fn pictures_to_look_at() {
    let phone = (320.0, 400.0);
    for (name, levels, size, chinese, palette) in [
        ("funnel-wide", plan(false), (900.0, 320.0), false, &Palette::LIGHT),
        ("funnel-dark", plan(false), (900.0, 320.0), false, &Palette::DARK),
        ("funnel-zh", plan(true), (900.0, 320.0), true, &Palette::LIGHT),
        ("funnel-phone", plan(false), phone, false, &Palette::LIGHT),
        ("funnel-phone-zh", plan(true), phone, true, &Palette::DARK),
        ("funnel-presenter", plan(false), (1000.0, 585.0), false, &Palette::LIGHT),
        ("funnel-blocked", blocked(), (900.0, 320.0), false, &Palette::LIGHT),
        ("funnel-blocked-phone", blocked(), phone, false, &Palette::DARK),
    ] {
        let svg = svg(&levels, size, chinese, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn bars_are_to_one_scale_from_one_edge() {
    for width in WIDTHS {
        let levels = plan(false);
        let (layout, _) = natural(&levels, width);
        let unit = layout.levels[4].needed.unwrap().width() / (12500.0 / 3.0);
        let left = layout.levels[4].needed.unwrap().left;
        for (level, placed) in levels.iter().zip(&layout.levels) {
            let Need::Number(needed) = level.needed else { panic!("a number") };
            for (figure, bar) in [(needed, placed.needed), (level.stock.unwrap(), placed.stock), (level.yields.unwrap(), placed.yields)] {
                if figure == 0.0 {
                    assert_eq!(bar, None, "nothing is no bar");
                    continue;
                }
                let bar = bar.unwrap();
                assert!((bar.left - left).abs() < 1e-9, "one left edge");
                assert!((bar.width() - (figure * unit).max(2.0)).abs() < 1e-6, "{figure} is {} wide at {width}", bar.width());
                assert!(placed.row.row.grown(0.01).encloses(&bar), "level {} leaves its row at {width}", level.code);
            }
        }
    }
}

#[test]
fn texts_stay_inside_and_apart_at_every_width() {
    let eight: Vec<FunnelLevel> =
        (0..8).map(|index| level(CODES[index], NAMES[index], Need::Number(9f64.powi(index as i32)), Some(1e6), Some(12.5))).collect();
    for width in WIDTHS {
        for levels in [plan(false), plan(true), blocked(), eight.clone(), eight[..2].to_vec(), eight[..1].to_vec()] {
            let (layout, size) = natural(&levels, width);
            check_labels(labels(&layout), size);
            for (index, placed) in layout.levels.iter().enumerate() {
                assert!(placed.row.cells.len() == 3 || placed.says.is_some(), "no figure is left out at {width}");
                let bars = [placed.needed, placed.stock, placed.yields];
                for label in labels(&layout) {
                    assert!(!bars.iter().flatten().any(|bar| bar.overlaps(&label.bounds(1.0))), "{:?} lies on bars of {index}", label.text);
                }
            }
        }
    }
    let (layout, size) = natural(&[], 900.0);
    check_labels(labels(&layout), size);
    assert!(layout.levels.is_empty() && funnel::hit_test(&layout, 10.0, 10.0).is_none());
}

#[test]
fn what_cannot_be_reached_is_said_at_its_level() {
    for width in WIDTHS {
        let (layout, _) = natural(&blocked(), width);
        let (blocked, unknown) = (&layout.levels[3], &layout.levels[4]);
        let says = blocked.says.as_ref().unwrap();
        assert!(says.cannot_be_reached && says.lines[0].text.starts_with("cannot be reached"));
        assert!(blocked.needed.is_none() && blocked.stock.is_none() && blocked.row.row.contains(says.lines[0].x, says.lines[0].y));
        assert!(blocked.row.cells.iter().any(|cell| cell.text == "100"), "the stock is still told");
        assert!(!unknown.says.as_ref().unwrap().cannot_be_reached && unknown.row.cells.is_empty());
        // The others keep their scale among themselves.
        let [b, c] = [1, 2].map(|index: usize| layout.levels[index].needed.unwrap().width());
        assert!((c / b - 2.5).abs() < 1e-9);
    }
}

#[test]
fn every_place_of_a_row_is_its_level() {
    for width in WIDTHS {
        let (layout, (_, height)) = natural(&plan(false), width);
        for (index, level) in layout.levels.iter().enumerate() {
            for bar in [level.needed, level.stock, level.yields].into_iter().flatten() {
                assert_eq!(funnel::hit_test(&layout, bar.right - 0.5, bar.top + 1.0), Some(index));
            }
            assert_eq!(funnel::hit_test(&layout, level.row.code.x + 1.0, level.row.code.y), Some(index));
        }
        assert_eq!(funnel::hit_test(&layout, 10.0, height + 5.0), None);
        assert_eq!(funnel::hit_test(&layout, -5.0, height / 2.0), None);
    }
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let odd = [f64::NAN, f64::INFINITY, -3.0, 0.0, 1e-300, 1e300];
    let levels: Vec<FunnelLevel> = odd.iter().map(|&odd| level("A", "name", Need::Number(odd), Some(odd), Some(odd))).collect();
    for size in [(900.0, 300.0), (320.0, 200.0), (1.0, 1.0)] {
        let layout = with_input(&levels, size, false, funnel::layout);
        assert!(layout.levels[0].needed.is_none() && layout.levels[1].stock.is_none() && layout.levels[2].yields.is_none());
        assert!(layout.levels[5].needed.unwrap().right.is_finite());
        let svg = svg(&levels, size, false, &Palette::LIGHT);
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        elements(&svg);
    }
}
