//! A plan as tables to export: one row a level for programs, and a sheet that goes on calculating for a client's workbook.
//! Knows nothing of file formats; wording comes from outside, codes are English.

use super::{FunnelStage, FunnelView};
use crate::calendar::Day;
use crate::plan::{RateSource, Reach};
use crate::report::{ReportCell, ReportTable};
use crate::units::{Sum, rounded_up};

/// Headers of the CSV file: programs read them, so they stay English. What belongs to the whole plan stands in every row.
pub const PLAN_CODES: [&str; 24] = [
    "level",
    "name",
    "next_level",
    "rate",
    "rate_low",
    "rate_high",
    "rate_source",
    "advanced",
    "entered",
    "required",
    "stock",
    "sale_probability",
    "expected_sales",
    "cover",
    "more_needed",
    "dwell_days",
    "last_day",
    "target",
    "signed",
    "average_order",
    "sales_needed",
    "sales_expected",
    "gap",
    "extra_entries",
];

/// What the sheet says besides figures.
pub struct PlanWording<'a> {
    /// Sheet name.
    pub title: String,
    /// Top left, such as the name of the scenario.
    pub heading: String,
    pub target: String,
    pub signed: String,
    pub average_order: String,
    pub remaining: String,
    pub sales_needed: String,
    pub sales_expected: String,
    pub gap: String,
    pub extra_entries: String,
    /// Over the levels: level, name, advance rate to the next, needed, rounded up, stock, reaches the sale, expected sales, cover, more
    /// needed, last day to enter.
    pub columns: [String; 11],
    /// Code and name of a stage, for a sale that is no level too.
    pub stage: &'a dyn Fn(&FunnelStage) -> (String, String),
    /// Rules and credits below the table.
    pub notes: Vec<String>,
}

/// One row a level, from the sale outward. Empty where a figure is not known; `required` also where it cannot be reached.
#[must_use]
pub fn plan_table(view: &FunnelView) -> ReportTable {
    ReportTable {
        title: "plan".to_owned(),
        header: PLAN_CODES.map(str::to_owned).to_vec(),
        rows: (0..view.stages.len()).map(|stage| level_cells(view, stage)).collect(),
        notes: Vec::new(),
    }
}

fn level_cells(view: &FunnelView, at: usize) -> Vec<ReportCell> {
    let stage = &view.stages[at];
    let step = at.checked_sub(1).and_then(|step| view.steps.get(step));
    let held = view.held.as_ref().and_then(|held| held.stages.get(at));
    let required = view.chain.as_ref().ok().and_then(|chain| chain.stages.get(at)).map(|stage| stage.required);
    let data = step.and_then(|step| step.data).filter(|_| step.is_some_and(|step| step.typed.is_none()));
    let interval = step.and_then(|step| step.interval);
    let name = stage.text.as_ref().map_or("", |text| text.name.as_str());
    let mut cells = vec![
        text(if stage.code.is_empty() { "sale" } else { &stage.code }),
        text(name),
        text(step.map_or("", |step| if step.to.is_empty() { "sale" } else { &step.to })),
        number(step.and_then(super::FunnelStep::rate), 6),
        number(interval.map(|(low, _)| low), 6),
        number(interval.map(|(_, high)| high), 6),
        text(step.map_or("", |step| source(step.typed.is_some(), step.typed_cases.is_some(), data.map(|data| data.method)))),
        number(data.map(|data| data.advanced), 0),
        number(data.map(|data| data.entered), 0),
        reach(required, 4),
        number(Some(stage.stock()), 4),
        number(held.and_then(|held| held.to_sale), 8),
        number(held.and_then(|held| held.expected), 4),
        number(held.and_then(|held| held.cover), 6),
        reach(held.map(|held| held.extra), 4),
        number(stage.dwell_days, 2),
        date(stage.last_day),
    ];
    cells.extend(plan_cells(view));
    cells
}

/// The figures of the whole plan.
fn plan_cells(view: &FunnelView) -> [ReportCell; 7] {
    let scenario = view.shown();
    let chain = view.chain.as_ref().ok();
    let held = view.held.as_ref();
    [
        number(scenario.target, 2),
        number(Some(scenario.signed.unwrap_or(0.0)), 2),
        number(view.average.value, 2),
        reach(chain.map(crate::plan::Chain::sales), 4),
        number(held.map(|held| held.expected_sales), 4),
        number(held.and_then(|held| held.gap), 4),
        reach(held.map(crate::plan::StockPlan::extra_entries), 4),
    ]
}

fn source(is_typed: bool, has_cases: bool, method: Option<RateSource>) -> &'static str {
    match (is_typed, has_cases, method) {
        (true, true, _) => "typed-as-sure-as-cases",
        (true, false, _) => "typed",
        (false, _, Some(method)) => match method {
            RateSource::HistoryCensored => "history-censored",
            RateSource::HistoryReached => "history-reached",
            RateSource::Snapshots => "two-snapshots",
            RateSource::Snapshot => "outcomes",
            RateSource::Stocks => "stocks",
            RateSource::Typed => "typed",
            RateSource::Benchmark => "benchmark",
        },
        (false, _, None) => "",
    }
}

fn text(text: &str) -> ReportCell {
    if text.is_empty() { ReportCell::Empty } else { ReportCell::Text(text.to_owned()) }
}

fn date(day: Option<Day>) -> ReportCell {
    day.map_or(ReportCell::Empty, ReportCell::Date)
}

fn number(value: Option<f64>, decimals: u8) -> ReportCell {
    value.map_or(ReportCell::Empty, |value| ReportCell::Number(value, decimals))
}

fn reach(found: Option<Reach>, decimals: u8) -> ReportCell {
    number(found.and_then(Reach::needed), decimals)
}

/// The sheet that goes on calculating: target, signed, average order, rates, stock and numbers typed over the chain are cells to type in;
/// all that follows from them are formulas whose results are the engine's own figures.
///
/// Columns A to K as [`PlanWording::columns`]; the figures of the whole plan stand above the levels, in column C.
#[must_use]
pub fn plan_sheet(view: &FunnelView, wording: &PlanWording<'_>) -> ReportTable {
    let sheet = Sheet::new(view);
    let mut header = vec![wording.heading.clone()];
    header.resize(wording.columns.len(), String::new());
    let mut rows: Vec<Vec<ReportCell>> =
        sheet.plan_rows(wording).into_iter().map(|(label, cell)| wide(vec![text(&label), ReportCell::Empty, cell])).collect();
    rows.push(wide(Vec::new()));
    rows.push(wording.columns.iter().cloned().map(ReportCell::Heading).collect());
    rows.extend((0..view.stages.len()).map(|stage| sheet.level_row(stage, wording)));
    ReportTable { title: wording.title.clone(), header, rows, notes: wording.notes.clone() }
}

fn wide(mut cells: Vec<ReportCell>) -> Vec<ReportCell> {
    cells.resize(COLUMNS, ReportCell::Empty);
    cells
}

const COLUMNS: usize = 11;
/// Rows of the figures above the levels, as a workbook counts them: below the header.
const TARGET: usize = 2;
const SIGNED: usize = 3;
const AVERAGE_ORDER: usize = 4;
const REMAINING: usize = 5;
const SALES_NEEDED: usize = 6;
const SALES_EXPECTED: usize = 7;
const GAP: usize = 8;
/// Eight figures, an empty row and the headings of the levels lie above it.
const FIRST_LEVEL: usize = 12;
/// What a formula gives where no number will do.
const NOT_AVAILABLE: &str = "#N/A";

/// A view being laid out.
struct Sheet<'view> {
    view: &'view FunnelView,
    last: usize,
}

impl<'view> Sheet<'view> {
    fn new(view: &'view FunnelView) -> Self {
        Self { view, last: FIRST_LEVEL + view.stages.len() - 1 }
    }

    fn plan_rows(&self, wording: &PlanWording<'_>) -> [(String, ReportCell); 8] {
        let scenario = self.view.shown();
        let (chain, held, last) = (self.view.chain.as_ref().ok(), self.view.held.as_ref(), self.last);
        let extra = held.and_then(|held| held.extra_entries().needed()).map(rounded_up);
        let expected = (0..self.view.stages.len()).map(|stage| self.expected(stage)).collect::<Sum>().value();
        let remaining = (scenario.target.unwrap_or(0.0) - scenario.signed.unwrap_or(0.0)).max(0.0);
        [
            (wording.target.clone(), input(scenario.target, money)),
            (wording.signed.clone(), input(Some(scenario.signed.unwrap_or(0.0)), money)),
            (wording.average_order.clone(), input(self.view.average.value, money)),
            (wording.remaining.clone(), formula(format!("=MAX(0,C{TARGET}-C{SIGNED})"), Some(remaining), money)),
            (wording.sales_needed.clone(), formula(format!("=D{FIRST_LEVEL}"), chain.and_then(|chain| chain.sales().needed()), count)),
            (wording.sales_expected.clone(), formula(format!("=SUM(H{FIRST_LEVEL}:H{last})"), Some(expected), count)),
            (wording.gap.clone(), formula(format!("=MAX(0,C{SALES_NEEDED}-C{SALES_EXPECTED})"), held.and_then(|held| held.gap), count)),
            (wording.extra_entries.clone(), formula(round_up(&format!("J{last}")), extra, whole)),
        ]
    }

    fn level_row(&self, at: usize, wording: &PlanWording<'_>) -> Vec<ReportCell> {
        let (stage, row) = (&self.view.stages[at], FIRST_LEVEL + at);
        let held = self.view.held.as_ref().and_then(|held| held.stages.get(at));
        let needed = self.needed(at);
        let (code, name) = (wording.stage)(stage);
        let to_sale = self.to_sale(at);
        let nearer = row - 1;
        let extra = held.and_then(|held| held.extra.needed());
        vec![
            text(&code),
            text(&name),
            if at == 0 { ReportCell::Empty } else { input(self.view.steps[at - 1].rate(), ReportCell::Share) },
            self.needed_cell(at, needed),
            formula(round_up(&format!("D{row}")), needed.map(rounded_up), whole),
            input(Some(stage.stock()), plain),
            if at == 0 {
                formula("=1".to_owned(), Some(1.0), ReportCell::Share)
            } else {
                formula(format!("=IF(C{row}=\"\",NA(),C{row}*G{nearer})"), to_sale, ReportCell::Share)
            },
            formula(format!("=IF(ISNUMBER(G{row}),F{row}*G{row},0)"), Some(self.expected(at)), count),
            self.cover_cell(at, needed),
            match at {
                0 => formula(format!("=C{GAP}"), extra, count),
                _ => formula(divided(&format!("J{nearer}"), row), extra, count),
            },
            date(stage.last_day),
        ]
    }

    fn needed(&self, at: usize) -> Option<f64> {
        self.view.chain.as_ref().ok().and_then(|chain| chain.stages.get(at)).and_then(|stage| stage.required.needed())
    }

    /// A number typed over the chain is one to type over again.
    fn needed_cell(&self, at: usize, needed: Option<f64>) -> ReportCell {
        let stage = self.view.chain.as_ref().ok().and_then(|chain| chain.stages.get(at));
        let row = FIRST_LEVEL + at;
        match at {
            _ if stage.is_some_and(|stage| stage.source == crate::plan::Source::Typed) => input(needed, count),
            0 => formula(format!("=IF(C{AVERAGE_ORDER}>0,C{REMAINING}/C{AVERAGE_ORDER},NA())"), needed, count),
            _ => formula(divided(&format!("D{}", row - 1), row), needed, count),
        }
    }

    /// As the formula has it: not known as soon as one rate on the way is not.
    fn to_sale(&self, at: usize) -> Option<f64> {
        self.view.steps.iter().take(at).map(super::FunnelStep::rate).product()
    }

    /// Nothing where it is not known, so that the sum counts what is.
    fn expected(&self, at: usize) -> f64 {
        self.to_sale(at).map_or(0.0, |to_sale| self.view.stages[at].stock() * to_sale)
    }

    fn cover_cell(&self, at: usize, needed: Option<f64>) -> ReportCell {
        let row = FIRST_LEVEL + at;
        if at == 0 {
            return ReportCell::Empty;
        }
        let cover = needed.filter(|needed| *needed > 0.0).map(|needed| self.view.stages[at].stock() / needed);
        formula(format!("=IF(D{row}>0,F{row}/D{row},NA())"), cover, ReportCell::Share)
    }
}

/// What is needed one level farther out: nothing where nothing is needed, no number where the rate is 0 or missing.
fn divided(nearer: &str, row: usize) -> String {
    format!("=IF({nearer}=0,0,IF(C{row}>0,{nearer}/C{row},NA()))")
}

/// Up to whole people, as METHODS 0 has it.
fn round_up(cell: &str) -> String {
    format!("=ROUNDUP({cell}*(1-1E-12),0)")
}

fn input(value: Option<f64>, shape: fn(f64) -> ReportCell) -> ReportCell {
    ReportCell::Input(Box::new(value.map_or(ReportCell::Empty, shape)))
}

fn formula(formula: String, result: Option<f64>, shape: fn(f64) -> ReportCell) -> ReportCell {
    let result = result.map_or_else(|| ReportCell::Text(NOT_AVAILABLE.to_owned()), shape);
    ReportCell::Formula { formula, result: Box::new(result) }
}

fn money(value: f64) -> ReportCell {
    ReportCell::Number(value, 2)
}

/// Customers that may be parts of one.
fn count(value: f64) -> ReportCell {
    ReportCell::Number(value, 1)
}

fn whole(value: f64) -> ReportCell {
    ReportCell::Number(value, 0)
}

fn plain(value: f64) -> ReportCell {
    ReportCell::Number(value, if value.fract() == 0.0 { 0 } else { 1 })
}
