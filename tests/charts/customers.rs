//! The pictures of existing customers: the quadrant, a customer's bars, the contribution curve.

use fourfold::chart::bars::{self, Bar, BarsInput};
use fourfold::chart::curve::{self, CurveInput, CurveTexts, ParetoPoint};
use fourfold::chart::picture::Sheet;
use fourfold::chart::scatter::{self, Caption, Direction, Room, ScatterCuts, ScatterInput, ScatterLayout, ScatterTexts, Tick};
use fourfold::chart::{Palette, Rect, ScaleKind, picture};
use fourfold::engine::PeriodState;

use crate::document::{check_picture, elements, save};

/// Made-up customers: many small, few large; steadiness grows a little with size.
struct Customers {
    score: Vec<f64>,
    contribution: Vec<f64>,
    class: Vec<u8>,
    names: Vec<String>,
    cuts: (f64, f64),
}

/// SplitMix64: the same figures on every machine.
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Twelve uniform figures make a good enough bell.
    fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

const FIRST: [&str; 12] =
    ["Juniper", "Rowan", "Copper", "Yarrow", "Marlow", "Orchard", "Kingsway", "Wexford", "Larkfield", "Hazel", "Vale", "Harbour"];
const SECOND: [&str; 6] = ["Emporium", "Crafts", "Garden Centre", "& Co", "Trading", "Department Store"];
const CHINESE: [&str; 6] = ["杭州晨光商贸", "长沙安信商贸", "佛山瑞祥商贸", "南京瑞祥贸易", "宁波嘉禾贸易", "长沙百汇商贸"];

fn customers(count: usize, seed: u64, chinese: bool) -> Customers {
    let mut random = Random(seed);
    let (mut score, mut contribution, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for index in 0..count {
        let size = random.bell();
        let steady = 0.47 + 0.06 * size + 0.13 * random.bell();
        score.push(steady.clamp(0.2, 0.93));
        contribution.push((6.8 + 1.55 * size + random.bell() * 0.3).exp());
        let latin = format!("{} {}", FIRST[index % 12], SECOND[(index / 12) % 6]);
        names.push(if chinese { CHINESE[index % 6].to_owned() } else { latin });
    }
    let median = |column: &[f64]| {
        let mut sorted = column.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let cuts = (median(&score), median(&contribution));
    let class = score.iter().zip(&contribution).map(|(s, c)| u8::from(*s < cuts.0) + 2 * u8::from(*c < cuts.1)).collect();
    Customers { score, contribution, class, names, cuts }
}

fn texts(chinese: bool) -> ScatterTexts {
    let caption = |code: &str, strategy: &str, line: &str, short: &str| Caption {
        code: code.to_owned(),
        strategy: strategy.to_owned(),
        line: line.to_owned(),
        short_line: short.to_owned(),
    };
    let all = |texts: [&str; 7], captions| ScatterTexts {
        captions,
        contribution_title: texts[0].to_owned(),
        score_low: texts[1].to_owned(),
        score_title: texts[2].to_owned(),
        score_high: texts[3].to_owned(),
        zero_or_less: texts[4].to_owned(),
        score_cut: texts[5].to_owned(),
        contribution_cut: [if chinese { "¥942" } else { "£942" }.to_owned(), texts[6].to_owned()],
    };
    if chinese {
        let captions = [
            caption("EI 类", "巩固", "111 家 · 57% 金额", "111 · 57%"),
            caption("EII 类", "扭转", "72 家 · 32% 金额", "72 · 32%"),
            caption("EIII 类", "提升", "72 家 · 3% 金额", "72 · 3%"),
            caption("EIV 类", "清算", "110 家 · 3% 金额", "110 · 3%"),
        ];
        all(["客户贡献度（对数轴）↑", "← 波动大", "稳定度，0 至 1 · 平稳 →", "平稳 →", "0 及以下", "0.45 中位数", "中位数"], captions)
    } else {
        let captions = [
            caption("EI", "Consolidate", "111 customers · 57% of money", "111 · 57%"),
            caption("EII", "Turn around", "72 customers · 32% of money", "72 · 32%"),
            caption("EIII", "Develop", "72 customers · 3% of money", "72 · 3%"),
            caption("EIV", "Divest", "110 customers · 3% of money", "110 · 3%"),
        ];
        let titles = [
            "Customer contribution, log scale ↑",
            "← uneven",
            "Stability, 0 to 1 · steady →",
            "steady →",
            "0 or less",
            "0.45 median",
            "median",
        ];
        all(titles, captions)
    }
}

fn money_tick(tick: Tick, chinese: bool) -> String {
    let symbol = match (tick.highest && !tick.narrow, chinese) {
        (false, _) => "",
        (true, true) => "¥",
        (true, false) => "£",
    };
    let grouped = |figure: f64| {
        let digits = format!("{figure:.0}");
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.as_bytes()[place - 1] != b'-' {
                text.push(',');
            }
            text.push(digit);
        }
        text
    };
    match tick.figure {
        figure if chinese && figure >= 1e4 => format!("{symbol}{} 万", figure / 1e4),
        figure if tick.narrow && figure >= 1e3 => format!("{} k", figure / 1e3),
        figure => format!("{symbol}{}", grouped(figure)),
    }
}

struct Look {
    size: (f64, f64),
    chinese: bool,
    scale: ScaleKind,
    selected: Option<usize>,
}

const WIDE: Look = Look { size: (900.0, 560.0), chinese: false, scale: ScaleKind::Log, selected: None };

fn with_input<T>(customers: &Customers, look: &Look, then: impl FnOnce(&ScatterInput<'_>) -> T) -> T {
    let texts = texts(look.chinese);
    let chinese = look.chinese;
    let input = ScatterInput {
        size: look.size,
        room: if look.size.0 <= 480.0 { Room::NARROW_PICTURE } else { Room::PICTURE },
        score: &customers.score,
        contribution: &customers.contribution,
        class: &customers.class,
        names: &customers.names,
        crowd: false,
        cuts: ScatterCuts { score: Some(customers.cuts.0), contribution: Some(customers.cuts.1) },
        scale: look.scale,
        window: None,
        hidden: [false; 4],
        selected: look.selected,
        focused: None,
        most_names: 10,
        texts: &texts,
        score_tick: &|figure| format!("{figure}"),
        contribution_tick: &|tick| money_tick(tick, chinese),
    };
    then(&input)
}

fn scatter_svg(customers: &Customers, look: &Look, palette: &Palette) -> String {
    let (title, rule, credit) = if look.chinese {
        (
            "111 家稳定的大客户带来 57% 的金额",
            "净销售额对月度波动；自首次购买起计月，无购买月份计为 0；2011 年 12 月数据不完整，不计入；两轴界限均为中位数。",
            "数据：在线零售",
        )
    } else {
        (
            "111 steady, high-contribution customers bring 57% of the money",
            "Net sales against monthly evenness; months since first purchase, zeros counted; Dec 2011 incomplete, left out; cut at the medians.",
            "Source: Online Retail, UCI Machine Learning Repository",
        )
    };
    let sheet = Sheet { size: look.size, title, rule, credit };
    with_input(customers, look, |input| {
        picture::svg(&sheet, palette, |pen, size| {
            let input = ScatterInput { size, ..*input };
            scatter::draw(pen, &scatter::layout(&input), input.class, palette)
        })
        .unwrap()
    })
}

fn layout_of(customers: &Customers, look: &Look) -> ScatterLayout {
    with_input(customers, look, scatter::layout)
}

#[test]
fn pictures_to_look_at() {
    let shop = customers(412, 7, false);
    let selected = shop.class.iter().position(|class| *class == 1);
    let chinese = customers(412, 7, true);
    let phone = Look { size: (360.0, 500.0), ..WIDE };
    let pictures = [
        ("scatter-wide", scatter_svg(&shop, &Look { selected, ..WIDE }, &Palette::LIGHT)),
        ("scatter-dark", scatter_svg(&shop, &Look { selected, ..WIDE }, &Palette::DARK)),
        ("scatter-linear", scatter_svg(&shop, &Look { scale: ScaleKind::Linear, ..WIDE }, &Palette::LIGHT)),
        ("scatter-phone", scatter_svg(&shop, &Look { selected, ..phone }, &Palette::LIGHT)),
        ("scatter-presenter", scatter_svg(&shop, &Look { size: (1000.0, 585.0), ..WIDE }, &Palette::LIGHT)),
        ("scatter-zh", scatter_svg(&chinese, &Look { chinese: true, selected, ..WIDE }, &Palette::LIGHT)),
        ("scatter-4372", scatter_svg(&customers(4372, 3, false), &WIDE, &Palette::LIGHT)),
    ];
    for (name, svg) in &pictures {
        save(name, svg);
    }
    for (name, palette) in [("light", &Palette::LIGHT), ("dark", &Palette::DARK)] {
        save(&format!("bars-{name}"), &bars_svg(&year(), Some(942.0), palette));
        save(&format!("curve-{name}"), &curve_svg(&pareto_curve(), palette));
    }
}

fn bar(amount: f64, returns: f64, state: PeriodState, label: &str) -> Bar {
    Bar { amount, returns, state, label: label.to_owned() }
}

/// Thirteen months of one customer, with everything that can happen to one.
fn year() -> Vec<Bar> {
    let months = ["Dec 2010", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec 2011"];
    let amounts = [0.0, 3120.0, 0.0, 4210.0, 0.0, 1480.0, -620.0, 9380.0, 0.0, 2766.0, 0.0, 310.0, 1500.0];
    let returns = [0.0, 0.0, 0.0, -380.0, 0.0, 0.0, -620.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let state = |index| match index {
        0 => PeriodState::BeforeFirstPurchase,
        12 => PeriodState::LeftOut,
        _ => PeriodState::Counted,
    };
    (0..13).map(|index| bar(amounts[index], returns[index], state(index), months[index])).collect()
}

fn bars_of<T>(bars: &[Bar], mean: Option<f64>, size: (f64, f64), then: impl FnOnce(&BarsInput<'_>) -> T) -> T {
    let amount_text = |amount: f64| format!("£{amount}");
    then(&BarsInput { size, bars, class: Some(1), mean, mean_text: "mean £1,877", amount_text: &amount_text })
}

fn bars_svg(periods: &[Bar], mean: Option<f64>, palette: &Palette) -> String {
    let sheet = Sheet { size: (376.0, 200.0), ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| bars_of(periods, mean, size, |input| bars::draw(pen, &bars::layout(input), palette))).unwrap()
}

fn pareto_curve() -> Vec<(f64, f64)> {
    (1..=400).map(|index| f64::from(index) / 400.0).map(|share| (share, 1.0 - (1.0 - share).powf(4.5))).collect()
}

fn curve_of<T>(points: &[(f64, f64)], size: (f64, f64), then: impl FnOnce(&CurveInput<'_>) -> T) -> T {
    let texts = CurveTexts {
        money_title: "Share of money ↑".to_owned(),
        customers_title: "Share of customers, largest first →".to_owned(),
        equal: "if all bought the same".to_owned(),
    };
    let pareto = points.iter().find(|point| point.1 >= 0.8).map(|&(customers, money)| ParetoPoint {
        customers,
        money,
        text: ["120 customers bring 80%".to_owned(), "30% of them".to_owned()],
    });
    let share_tick = |share: f64| format!("{:.0}%", share * 100.0);
    then(&CurveInput { size, points, pareto, texts: &texts, share_tick: &share_tick })
}

fn curve_svg(points: &[(f64, f64)], palette: &Palette) -> String {
    let sheet = Sheet { size: (900.0, 480.0), title: "120 of 400 customers bring 80% of the money", ..Sheet::default() };
    picture::svg(&sheet, palette, |pen, size| curve_of(points, size, |input| curve::draw(pen, &curve::layout(input), palette))).unwrap()
}

#[test]
fn pictures_are_plain_documents_with_every_text_inside() {
    for (chinese, size) in
        [(false, (900.0, 560.0)), (true, (900.0, 560.0)), (false, (360.0, 500.0)), (true, (360.0, 500.0)), (false, (1300.0, 760.0))]
    {
        let shop = customers(412, 7, chinese);
        let look = Look { size, chinese, selected: Some(5), ..WIDE };
        check_picture(&scatter_svg(&shop, &look, &Palette::LIGHT), size);
        check_picture(&scatter_svg(&shop, &Look { scale: ScaleKind::Linear, ..look }, &Palette::DARK), size);
    }
}

#[test]
fn names_from_files_cannot_break_a_picture() {
    let mut shop = customers(12, 1, false);
    shop.names = (0..12).map(|index| format!("</text><script>alert({index})</script>&\u{1}\u{202e}\"'")).collect();
    let svg = scatter_svg(&shop, &Look { selected: Some(0), ..WIDE }, &Palette::LIGHT);
    check_picture(&svg, WIDE.size);
    assert!(svg.contains("&lt;/text&gt;"));
}

/// What a reader needs of a laid-out picture, whatever the data.
fn check_layout(layout: &ScatterLayout, customers: &Customers) {
    for index in layout.shown() {
        let (x, y) = layout.place(index).unwrap();
        assert!(layout.plot.grown(0.01).contains(x, y), "point {index} at {x}, {y}");
        let back = layout.score.data_from_screen(x);
        assert!((back - customers.score[index]).abs() < 1e-4, "score {} reads back as {back}", customers.score[index]);
    }
    let lines: Vec<Rect> = layout
        .grid
        .iter()
        .chain(&layout.cut_y)
        .map(|&y| Rect { top: y - 0.6, bottom: y + 0.6, ..layout.plot })
        .chain(layout.cut_x.map(|x| Rect { left: x - 0.6, right: x + 0.6, ..layout.plot }))
        .collect();
    for (position, name) in layout.names.iter().enumerate() {
        if name.covers {
            assert!(name.emphasised, "only the selected customer's name may cover something");
            continue;
        }
        let bounds = name.label.bounds(1.0);
        assert!(layout.plot.encloses(&bounds), "{:?} leaves the plot", name.label.text);
        assert!(lines.iter().all(|line| !line.overlaps(&bounds)), "{:?} lies on a line", name.label.text);
        assert!(layout.captions.iter().all(|caption| !caption.bounds.overlaps(&bounds)), "{:?} lies on a caption", name.label.text);
        for other in &layout.names[..position] {
            assert!(!other.label.bounds(1.0).overlaps(&bounds), "{:?} lies on {:?}", name.label.text, other.label.text);
        }
        for index in layout.shown() {
            let (x, y) = layout.place(index).unwrap();
            assert!(!bounds.grown(layout.radius * 0.8).contains(x, y), "{:?} lies on point {index}", name.label.text);
        }
    }
    for (position, caption) in layout.captions.iter().enumerate() {
        assert!(layout.plot.encloses(&caption.bounds), "caption {} leaves the plot", caption.class);
        assert!(layout.captions[..position].iter().all(|other| !other.bounds.overlaps(&caption.bounds)));
    }
    let labels: Vec<Rect> = layout.axis.iter().chain(&layout.cut_labels).map(|label| label.bounds(1.0)).collect();
    for (position, bounds) in labels.iter().enumerate() {
        assert!(labels[..position].iter().all(|other| !other.overlaps(bounds)), "axis labels lie on each other: {:?}", layout.axis);
    }
}

#[test]
fn nothing_lies_over_another() {
    for (count, size) in
        [(412, (900.0, 440.0)), (412, (360.0, 420.0)), (4372, (900.0, 440.0)), (60, (320.0, 300.0)), (412, (1300.0, 760.0))]
    {
        for (seed, scale) in [(7, ScaleKind::Log), (11, ScaleKind::Linear), (3, ScaleKind::Log)] {
            let shop = customers(count, seed, seed == 3);
            let look = Look { size, chinese: seed == 3, scale, selected: Some(count / 2) };
            let layout = layout_of(&shop, &look);
            check_layout(&layout, &shop);
            assert_eq!(layout.shown().count(), count);
            assert!(layout.names.iter().any(|name| name.customer == count / 2), "the selected customer is always named");
            if scale == ScaleKind::Log {
                assert!(layout.captions.iter().all(|caption| !caption.covers_points), "the axis makes room for the captions");
            }
        }
    }
}

#[test]
fn customers_of_zero_or_less_stand_in_a_strip_of_their_own() {
    let mut shop = customers(50, 5, false);
    shop.contribution[0] = 0.0;
    shop.contribution[1] = -120.0;
    let layout = layout_of(&shop, &WIDE);
    check_layout(&layout, &shop);
    let strip = layout.contribution.strip().unwrap();
    assert!(layout.axis.iter().any(|label| label.text == "0 or less" && label.y == strip.middle()));
    for index in layout.shown() {
        let (_, y) = layout.place(index).unwrap();
        assert_eq!(y > strip.near, index < 2, "customer {index}");
    }
    let linear = layout_of(&shop, &Look { scale: ScaleKind::Linear, ..WIDE });
    assert!(linear.contribution.strip().is_none() && linear.zero.is_some());
}

#[test]
fn the_window_keeps_the_axes_still_and_zooms() {
    let shop = customers(412, 7, false);
    let whole = layout_of(&shop, &WIDE);
    let dragged = with_input(&shop, &WIDE, |input| {
        let cuts = ScatterCuts { score: Some(0.8), contribution: Some(60_000.0) };
        scatter::layout(&ScatterInput { window: Some(whole.window()), cuts, ..*input })
    });
    for index in whole.shown() {
        let (one, other) = (whole.place(index).unwrap(), dragged.place(index).unwrap());
        assert!((one.0 - other.0).abs() < 1e-3 && (one.1 - other.1).abs() < 1e-3);
    }
    let area = Rect { left: 400.0, top: 150.0, right: 700.0, bottom: 350.0 };
    let inside = scatter::in_rect(&whole, area);
    let zoomed = with_input(&shop, &WIDE, |input| scatter::layout(&ScatterInput { window: Some(whole.window_of(area)), ..*input }));
    assert_eq!(zoomed.shown().collect::<Vec<_>>(), inside);
    assert!(!inside.is_empty() && inside.len() < 412);
}

#[test]
fn a_window_moves_with_the_pointer() {
    let shop = customers(412, 7, false);
    let whole = layout_of(&shop, &WIDE);
    let window = whole.window_moved(30.0, -20.0);
    let moved = with_input(&shop, &WIDE, |input| scatter::layout(&ScatterInput { window: Some(window), ..*input }));
    // Other labels may take another margin: the plot's own middle is what moves by so much.
    let stretch = moved.plot.width() / whole.plot.width();
    let mut compared = 0;
    for index in moved.shown().filter(|index| shop.contribution[*index] > 0.0) {
        let (Some(from), Some(to)) = (whole.place(index), moved.place(index)) else { continue };
        let expected = moved.plot.left + (from.0 + 30.0 - whole.plot.left) * stretch;
        assert!((to.0 - expected).abs() < 1e-2 && (to.1 - from.1 + 20.0).abs() < 1e-2, "{from:?} to {to:?}");
        compared += 1;
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn what_is_pointed_at_is_found() {
    let shop = customers(4372, 3, false);
    let layout = layout_of(&shop, &WIDE);
    for index in (0..4372).step_by(17) {
        let (x, y) = layout.place(index).unwrap();
        let hit = scatter::hit_test(&layout, x + 0.1, y - 0.1, 6.0).unwrap();
        let nearest = layout.shown().map(|other| {
            let (to_x, to_y) = layout.place(other).unwrap();
            (to_x - x - 0.1).hypot(to_y - y + 0.1)
        });
        let (hit_x, hit_y) = layout.place(hit).unwrap();
        assert_eq!((hit_x - x - 0.1).hypot(hit_y - y + 0.1), nearest.fold(f64::INFINITY, f64::min));
    }
    assert_eq!(scatter::hit_test(&layout, layout.plot.left + 1.0, layout.plot.bottom - 60.0, 2.0), None);
    let area = Rect { left: 300.0, top: 120.0, right: 500.0, bottom: 260.0 };
    let all: Vec<usize> = layout.shown().filter(|&index| layout.place(index).is_some_and(|(x, y)| area.contains(x, y))).collect();
    assert_eq!(scatter::in_rect(&layout, area), all);
    let hidden = with_input(&shop, &WIDE, |input| scatter::layout(&ScatterInput { hidden: [false, true, true, true], ..*input }));
    assert!(hidden.shown().all(|index| shop.class[index] == 0));
    assert!(scatter::in_rect(&hidden, hidden.plot).iter().all(|&index| shop.class[index] == 0));
}

#[test]
fn arrow_keys_lead_to_the_nearest_point_that_way() {
    let shop = Customers {
        score: vec![0.5, 0.6, 0.5, 0.4, 0.5, 0.5],
        contribution: vec![100.0, 100.0, 1000.0, 100.0, 10.0, 100.0],
        class: vec![0; 6],
        names: Vec::new(),
        cuts: (0.5, 100.0),
    };
    let layout = layout_of(&shop, &WIDE);
    let step = |from, direction| scatter::nearest_in_direction(&layout, from, direction);
    assert_eq!(step(0, Direction::Up), Some(2));
    assert_eq!(step(5, Direction::Down), Some(4));
    assert_eq!(step(0, Direction::Left), Some(3));
    // Customer 5 stands where customer 0 stands: the next one to the right.
    assert_eq!(step(0, Direction::Right), Some(5));
    assert_eq!(step(5, Direction::Right), Some(1));
    assert_eq!(step(5, Direction::Left), Some(0));
    assert_eq!(step(1, Direction::Right), None);
}

#[test]
fn whatever_the_data_there_is_a_picture() {
    let odd = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1e300, 5.0];
    let shop = Customers {
        score: odd.to_vec(),
        contribution: odd.iter().rev().copied().collect(),
        class: vec![0, 1, 2, 3, 4, 200, 0],
        names: vec!["x".to_owned(); 3],
        cuts: (f64::NAN, 0.0),
    };
    for size in [(900.0, 440.0), (320.0, 200.0), (1.0, 1.0)] {
        for scale in [ScaleKind::Log, ScaleKind::Linear] {
            let look = Look { size, scale, selected: Some(99), ..WIDE };
            elements(&scatter_svg(&shop, &look, &Palette::LIGHT));
        }
    }
    let nobody = Customers { score: vec![], contribution: vec![], class: vec![], names: vec![], cuts: (0.5, 100.0) };
    check_picture(&scatter_svg(&nobody, &WIDE, &Palette::LIGHT), WIDE.size);
}

#[test]
fn bars_say_what_became_of_each_period() {
    let periods = year();
    let layout = bars_of(&periods, Some(1876.9), (344.0, 168.0), bars::layout);
    assert_eq!(layout.bars[0].body, None, "before the first purchase there is nothing");
    assert!(layout.bars[2].tick && layout.bars[2].body.unwrap().height() <= 2.0, "a month without purchases is a tick");
    assert!(layout.bars[12].left_out && !layout.bars[11].left_out);
    let june = &layout.bars[6];
    assert!(june.negative && june.body.unwrap().top >= layout.base && june.returns.is_none());
    let march = &layout.bars[3];
    assert!(march.body.unwrap().bottom <= layout.base && march.returns.unwrap().top >= layout.base);
    // Heights are to scale: 9,380 against 3,120.
    let ratio = layout.bars[7].body.unwrap().height() / layout.bars[1].body.unwrap().height();
    assert!((ratio - 9380.0 / 3120.0).abs() < 0.01, "{ratio}");
    assert_eq!(layout.largest.as_ref().unwrap().text, "£9380");
    let labels: Vec<&str> = layout.labels.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(labels, ["Dec 2010", "Mar", "Jun", "Sep", "Dec 2011"]);
    for (index, placed) in layout.bars.iter().enumerate() {
        let middle = f64::midpoint(placed.column.left, placed.column.right);
        assert_eq!(bars::hit_test(&layout, middle, 10.0), Some(index));
    }
    assert_eq!(bars::hit_test(&layout, 400.0, 10.0), None);
}

#[test]
fn labels_of_bars_stay_inside_and_apart() {
    for count in [1, 2, 7, 13, 24, 60] {
        let labels: Vec<String> = (0..count).map(|index| format!("{}年{}月", 2010 + index / 12, index % 12 + 1)).collect();
        let periods: Vec<Bar> =
            labels.iter().zip(0..).map(|(label, index)| bar(f64::from(index % 5) * 700.0, 0.0, PeriodState::Counted, label)).collect();
        for size in [(344.0, 160.0), (280.0, 120.0), (600.0, 200.0)] {
            let layout = bars_of(&periods, Some(1400.0), size, bars::layout);
            let area = Rect { left: -0.5, top: 0.0, right: size.0 + 0.5, bottom: size.1 };
            let shown: Vec<Rect> = layout.labels.iter().chain(&layout.largest).map(|label| label.bounds(1.0)).collect();
            assert!(layout.labels.len() <= 5 && !layout.labels.is_empty());
            for (position, bounds) in shown.iter().enumerate() {
                assert!(area.encloses(bounds), "{count} periods: {bounds:?}");
                assert!(shown[..position].iter().all(|other| !other.overlaps(bounds)));
            }
            let (mean, plated) = layout.mean_label.as_ref().unwrap();
            assert!(area.encloses(&mean.bounds(1.0)));
            let over_bars = layout.bars.iter().filter_map(|bar| bar.body).any(|body| body.overlaps(&mean.bounds(1.0)));
            assert!(*plated || !over_bars);
        }
    }
    let nothing = bars_of(&[], None, (344.0, 160.0), bars::layout);
    assert!(nothing.bars.is_empty() && nothing.labels.is_empty());
    check_picture(&bars_svg(&year(), Some(1876.9), &Palette::LIGHT), (376.0, 200.0));
}

#[test]
fn the_curve_s_labels_cover_neither_it_nor_a_line() {
    let shapes: [fn(f64) -> f64; 4] =
        [|share| 1.0 - (1.0 - share).powf(4.5), |share| share, |share| 1.0 - (1.0 - share).powi(40), |share| share.powf(0.9)];
    for shape in shapes {
        let points: Vec<(f64, f64)> = (1..=500).map(|index| f64::from(index) / 500.0).map(|share| (share, shape(share))).collect();
        for size in [(900.0, 440.0), (360.0, 320.0)] {
            let layout = curve_of(&points, size, curve::layout);
            let labels: Vec<Rect> = layout.pareto_labels.iter().chain(&layout.equal).map(|label| label.bounds(1.0)).collect();
            for (position, bounds) in labels.iter().enumerate() {
                assert!(layout.plot.encloses(bounds));
                assert!(labels[..position].iter().all(|other| !other.overlaps(bounds)));
            }
            if let Some(equal) = &layout.equal {
                assert!(layout.curve.iter().all(|&(x, y)| !equal.bounds(1.0).contains(x, y)), "the diagonal's label lies on the curve");
                assert!(layout.grid.iter().all(|&y| !(equal.bounds(1.0).top < y && y < equal.bounds(1.0).bottom)));
            }
            let (x, y) = layout.pareto.unwrap();
            assert_eq!(layout.money.data_from_screen(y).max(0.8), layout.money.data_from_screen(y));
            let hit = curve::hit_test(&layout, x, y).unwrap();
            assert!((points[hit].0 - layout.customers.data_from_screen(x)).abs() < 1e-9);
        }
    }
    check_picture(&curve_svg(&pareto_curve(), &Palette::LIGHT), (900.0, 480.0));
}

#[test]
fn a_curve_with_returns_goes_above_the_whole_and_comes_back() {
    let points = [(0.25, 0.9), (0.5, 1.3), (0.75, 1.3), (1.0, 1.0)];
    let layout = curve_of(&points, (600.0, 400.0), curve::layout);
    assert!(layout.curve.iter().all(|&(x, y)| layout.plot.grown(0.01).contains(x, y)));
    assert_eq!(layout.curve.len(), 5);
    assert!((layout.money.data_from_screen(layout.curve[2].1) - 1.3).abs() < 1e-9);
    let none = curve_of(&[], (600.0, 400.0), curve::layout);
    assert!(none.pareto.is_none() && curve::hit_test(&none, 300.0, 200.0).is_none());
}
