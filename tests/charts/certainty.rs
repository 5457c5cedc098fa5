//! How sure a number of entries makes the target: the line runs through the points, the labels keep clear of it and of each other.

use fourfold::chart::certainty::{self, CertaintyHit, CertaintyInput, CertaintyLayout, CertaintyTexts, MarkedEntries};
use fourfold::chart::picture::{self, Sheet};
use fourfold::chart::{Label, Palette};

use crate::document::{check_labels, check_picture, elements, grouped, save};

const SIZES: [(f64, f64); 7] =
    [(288.0, 200.0), (320.0, 240.0), (420.0, 220.0), (640.0, 260.0), (900.0, 360.0), (1300.0, 600.0), (1600.0, 700.0)];

/// Near METHODS 3: 4,167 → .481, 6,000 → .813, 7,000 → .897.
const POINTS: [(f64, f64); 15] = [
    (2000.0, 0.02),
    (2500.0, 0.07),
    (3000.0, 0.165),
    (3500.0, 0.30),
    (4000.0, 0.44),
    (4500.0, 0.565),
    (5000.0, 0.665),
    (5500.0, 0.75),
    (6000.0, 0.813),
    (6500.0, 0.86),
    (7000.0, 0.897),
    (8000.0, 0.945),
    (9000.0, 0.968),
    (10_000.0, 0.982),
    (12_000.0, 0.994),
];

struct Question {
    points: Vec<(f64, f64)>,
    confidence: f64,
    answer: Option<MarkedEntries>,
    plain: Option<MarkedEntries>,
    chinese: bool,
}

fn marked(entries: f64, probability: f64) -> MarkedEntries {
    MarkedEntries { entries, probability, text: format!("{}: {:.0}%", grouped(entries), probability * 100.0) }
}

fn question() -> Question {
    Question {
        points: POINTS.to_vec(),
        confidence: 0.8,
        answer: Some(marked(5900.0, 0.8)),
        plain: Some(marked(4167.0, 0.481)),
        chinese: false,
    }
}

fn with_input<T>(question: &Question, size: (f64, f64), then: impl FnOnce(&CertaintyInput<'_>) -> T) -> T {
    let [chance, entries] = if question.chinese {
        ["签约 50 份的把握 ↑", "E 级数量 →"]
    } else {
        ["Chance of 50 contracts ↑", "Entries at E →"]
    };
    let texts = CertaintyTexts { chance_title: chance.to_owned(), entries_title: entries.to_owned() };
    then(&CertaintyInput {
        size,
        points: &question.points,
        confidence: question.confidence,
        answer: question.answer.clone(),
        plain: question.plain.clone(),
        texts: &texts,
        entries_tick: &|entries| grouped(entries),
        share_tick: &|share| format!("{:.0}%", share * 100.0),
    })
}

fn svg(question: &Question, size: (f64, f64), palette: &Palette) -> String {
    let sheet = Sheet { size, title: "5,900 entries at E make the target 80 times in 100", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| with_input(question, size, |input| certainty::draw(pen, &certainty::layout(input), palette)))
        .unwrap()
}

fn labels(layout: &CertaintyLayout) -> impl Iterator<Item = &Label> {
    layout.axis.iter().chain(&layout.answer_label).chain(&layout.plain_label)
}

#[test]
fn pictures_to_look_at() {
    let at = |confidence, entries| Question { confidence, answer: Some(marked(entries, confidence)), ..question() };
    let chinese = Question { chinese: true, ..question() };
    let none = Question { answer: None, confidence: 0.99, points: POINTS[..7].to_vec(), ..question() };
    for (name, question, size, palette) in [
        ("certainty-wide", question(), (900.0, 400.0), &Palette::LIGHT),
        ("certainty-column", at(0.9, 7040.0), (470.0, 300.0), &Palette::DARK),
        ("certainty-close", at(0.5, 4260.0), (470.0, 300.0), &Palette::LIGHT),
        ("certainty-phone", self::question(), (320.0, 320.0), &Palette::DARK),
        ("certainty-phone-zh", chinese, (320.0, 320.0), &Palette::LIGHT),
        ("certainty-none", none, (320.0, 320.0), &Palette::LIGHT),
    ] {
        let svg = svg(&question, size, palette);
        check_picture(&svg, size);
        save(name, &svg);
    }
}

#[test]
fn the_axes_can_be_read_back_and_the_line_meets_the_dots() {
    for size in SIZES {
        let layout = with_input(&question(), size, certainty::layout);
        assert_eq!(layout.grid.len(), 3);
        assert_eq!(layout.curve.len(), POINTS.len() + 2);
        for (entries, probability) in POINTS {
            let place = (layout.entries.screen_from_data(entries), layout.chance.screen_from_data(probability));
            assert!(layout.plot.grown(0.01).contains(place.0, place.1) && layout.curve.contains(&place));
        }
        let (x, y) = layout.answer.unwrap();
        assert!(layout.curve.contains(&(x, y)) && layout.curve.contains(&layout.plain.unwrap()));
        assert!((layout.entries.data_from_screen(x) - 5900.0).abs() < 1e-6 && (layout.chance.data_from_screen(y) - 0.8).abs() < 1e-9);
        assert_eq!(layout.across, Some((y, layout.plot.left, x)));
        assert_eq!(layout.down, Some((x, y, layout.plot.bottom)));
        for pair in layout.ticks.windows(2) {
            assert!(pair[1] - pair[0] >= 40.0);
        }
    }
}

#[test]
fn labels_keep_clear_of_the_line_and_of_each_other() {
    for size in SIZES {
        for (index, (entries, probability)) in POINTS.into_iter().enumerate() {
            let plain = POINTS.get(index + 1).or(POINTS.first()).map(|&(entries, probability)| marked(entries, probability));
            let asked = Question { confidence: probability, answer: Some(marked(entries, probability)), plain, ..question() };
            let layout = with_input(&asked, size, certainty::layout);
            check_labels(labels(&layout), size);
            for label in layout.answer_label.iter().chain(&layout.plain_label) {
                let bounds = label.bounds(1.0);
                assert!(layout.plot.grown(0.5).encloses(&bounds), "{:?} leaves the plot at {size:?}", label.text);
                for pair in layout.curve.windows(2) {
                    for step in 0..=40 {
                        let part = f64::from(step) / 40.0;
                        let (x, y) = (pair[0].0 + part * (pair[1].0 - pair[0].0), pair[0].1 + part * (pair[1].1 - pair[0].1));
                        assert!(!bounds.contains(x, y), "{:?} lies on the line at {size:?}", label.text);
                    }
                }
                for (x, y) in layout.answer.iter().chain(&layout.plain) {
                    assert!(!bounds.grown(4.0).contains(*x, *y), "{:?} lies on a dot at {size:?}", label.text);
                }
            }
        }
    }
}

#[test]
fn a_confidence_no_number_reaches_has_a_line_and_no_dot() {
    let asked = Question { confidence: 0.99, answer: None, ..question() };
    let layout = with_input(&asked, (470.0, 260.0), certainty::layout);
    let (y, from, to) = layout.across.unwrap();
    assert!((layout.chance.data_from_screen(y) - 0.99).abs() < 1e-9);
    assert_eq!((from, to, layout.down, layout.answer), (layout.plot.left, layout.plot.right, None, None));
    assert!(layout.answer_label.is_none() && layout.plain_label.is_some());
}

#[test]
fn what_is_pointed_at_is_found() {
    for size in SIZES {
        let layout = with_input(&question(), size, certainty::layout);
        let at = |(x, y): (f64, f64)| certainty::hit_test(&layout, x, y);
        assert_eq!(at(layout.answer.unwrap()), Some(CertaintyHit::Answer));
        assert_eq!(at(layout.plain.unwrap()), Some(CertaintyHit::Plain));
        for (index, (entries, _)) in POINTS.into_iter().enumerate() {
            let x = layout.entries.screen_from_data(entries);
            assert_eq!(at((x, layout.plot.bottom - 1.0)), Some(CertaintyHit::Point(index)));
        }
        assert_eq!(at((2.0, size.1 / 2.0)), None);
    }
}

#[test]
fn whatever_the_figures_there_is_a_picture() {
    let points = [(f64::NAN, 0.5), (100.0, f64::NAN), (f64::INFINITY, 1.0), (3.0, 2.0), (5.0, -1.0)];
    let nothing = Question { points: Vec::new(), answer: None, plain: None, ..question() };
    let odd = Question {
        points: points.to_vec(),
        confidence: f64::NAN,
        answer: Some(marked(f64::NAN, 0.8)),
        plain: Some(marked(2.0, f64::NAN)),
        ..question()
    };
    let one = Question { points: vec![(50.0, 1.0)], answer: Some(marked(50.0, 1.0)), plain: Some(marked(50.0, 1.0)), ..question() };
    for asked in [&nothing, &odd, &one] {
        for size in [(470.0, 260.0), (288.0, 120.0), (1.0, 1.0)] {
            let svg = svg(asked, size, &Palette::LIGHT);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            elements(&svg);
        }
        let layout = with_input(asked, (470.0, 260.0), certainty::layout);
        check_labels(labels(&layout), (470.0, 260.0));
    }
    let layout = with_input(&odd, (470.0, 260.0), certainty::layout);
    assert!(layout.curve.is_empty() && layout.ticks.is_empty() && layout.across.is_none());
    assert_eq!(certainty::hit_test(&layout, 200.0, 100.0), None);
}
