//! One row a level: its code and name, its figures in columns, and a lane for what is drawn to scale. The lane stands beside the figures, or
//! below them where the picture is narrow. Texts never meet: names are cut, columns that have no room are left out.
//! Knows nothing of what the lanes show.

use plotters_backend::DrawingBackend;

use super::geometry::Rect;
use super::labels::small;
use super::palette::Palette;
use super::pen::{Anchor, Drawn, Label, Pen};
use super::text::{BODY, SMALL, SPARE, Weight, shortened, text_width};

/// Height of a row whose lane stands beside the figures, and of one whose lane stands below.
const BESIDE: f64 = 44.0;
const BELOW: f64 = 58.0;
/// The columns' heads; higher where the keys stand above the words.
const HEAD: f64 = 24.0;
const HEAD_BELOW: f64 = 34.0;
/// Height of a line of figures.
const TEXT: f64 = 22.0;
const LEAST_NAME: f64 = 32.0;
const GAP: f64 = 14.0;
const GAP_BELOW: f64 = 10.0;
/// A head's key with the gap to its text.
const KEY: f64 = 15.0;

/// What rows are made of.
#[derive(Default)]
pub(super) struct RowsInput<'a> {
    pub size: (f64, f64),
    /// Code and name of each level.
    pub names: Vec<(&'a str, &'a str)>,
    pub columns: Vec<Column<'a>>,
    /// Columns from this one on stand right of the lane, where it stands beside.
    pub before_lane: usize,
    /// Width from which on a lane stands beside the figures.
    pub least_lane: f64,
    /// Room kept below the rows.
    pub foot: f64,
}

/// One column of figures.
#[derive(Default)]
pub(super) struct Column<'a> {
    pub head: &'a str,
    /// A sample of the mark stands before the head.
    pub key: bool,
    pub strong: bool,
    /// The lane says the same: the first to be left out where there is no room.
    pub spare: bool,
    /// One a level; an empty one stands for nothing.
    pub cells: Vec<String>,
}

/// A level's row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The whole row, for pointing at and for selecting.
    pub row: Rect,
    /// Where bars go: full width, the height free of texts.
    pub lane: Rect,
    pub code: Label,
    pub name: Label,
    /// Its figures, the main one in semi-bold.
    pub cells: Vec<Label>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub label: Label,
    /// Number of the column.
    pub column: usize,
    /// Where the sample of its mark goes.
    pub key: Option<Rect>,
}

/// All rows.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub heads: Vec<Head>,
    /// The lanes stand below the figures.
    pub stacked: bool,
}

impl Rows {
    /// From top to bottom of the lanes: one stretch where they stand above each other with nothing between.
    pub(super) fn stretches(&self) -> Vec<(f64, f64)> {
        match self.rows.as_slice() {
            [first, .., last] if !self.stacked => vec![(first.lane.top, last.lane.bottom)],
            rows => rows.iter().map(|row| (row.lane.top, row.lane.bottom)).collect(),
        }
    }
}

/// How closely things stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The lane beside the figures.
    Beside,
    /// The lane below them.
    Below,
    /// The same, with all but the main figure in small.
    Tight,
}

impl Fit {
    fn cell(self, strong: bool) -> f64 {
        if self == Self::Tight && !strong { SMALL } else { BODY }
    }
}

/// Widths of everything but the lane.
struct Widths {
    fit: Fit,
    code: f64,
    name: f64,
    columns: Vec<f64>,
}

impl Widths {
    fn of(input: &RowsInput<'_>, fit: Fit) -> Self {
        let (key, gap) = if fit == Fit::Beside { (KEY, GAP) } else { (0.0, GAP_BELOW) };
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max) * SPARE;
        let code = widest(&mut input.names.iter().map(|(code, _)| text_width(code, BODY, Weight::SemiBold)));
        let name = widest(&mut input.names.iter().map(|(_, name)| text_width(name, SMALL, Weight::Regular)));
        let column = |column: &Column<'_>| {
            let head = text_width(column.head, SMALL, Weight::Regular) * SPARE + if column.key { key } else { 0.0 };
            let cells = widest(&mut column.cells.iter().map(|cell| text_width(cell, fit.cell(column.strong), weight(column))));
            head.max(cells).ceil() + gap
        };
        Self { fit, code: code.ceil() + 8.0, name: name.ceil(), columns: input.columns.iter().map(column).collect() }
    }

    fn figures(&self) -> f64 {
        self.columns.iter().sum()
    }
}

fn weight(column: &Column<'_>) -> Weight {
    if column.strong { Weight::SemiBold } else { Weight::Regular }
}

/// The height at which such rows stand well, whatever height the input gives.
pub(super) fn natural_height(input: &RowsInput<'_>) -> f64 {
    let stacked = lane_width(input, &Widths::of(input, Fit::Beside)).is_none();
    let row = if stacked { BELOW } else { BESIDE };
    head(input, stacked) + row * input.names.len() as f64 + input.foot
}

fn head(input: &RowsInput<'_>, stacked: bool) -> f64 {
    let keys = input.columns.iter().any(|column| column.key && !column.head.is_empty());
    match stacked {
        _ if input.columns.iter().all(|column| column.head.is_empty()) => 0.0,
        true if keys => HEAD_BELOW,
        _ => HEAD,
    }
}

/// Width of a lane beside the figures and of the name before them; `None` where there is too little room.
fn lane_width(input: &RowsInput<'_>, widths: &Widths) -> Option<(f64, f64)> {
    let name = widths.name.min(input.size.0 * 0.26);
    let lane = input.size.0 - widths.code - name - widths.figures() - GAP;
    (lane >= input.least_lane.max(input.size.0 * 0.3)).then_some((lane, name))
}

/// Places all rows.
pub(super) fn layout(input: &RowsInput<'_>) -> Rows {
    let widths = Widths::of(input, Fit::Beside);
    if let Some(lane) = lane_width(input, &widths) {
        return beside(input, &widths, lane);
    }
    let widths = Widths::of(input, Fit::Below);
    if widths.code + widths.figures() <= input.size.0 { below(input, &widths) } else { below(input, &Widths::of(input, Fit::Tight)) }
}

/// The rows share the height between heads and foot.
fn row(input: &RowsInput<'_>, index: usize, stacked: bool) -> Rect {
    let head = head(input, stacked);
    let height = (input.size.1 - head - input.foot).max(1.0) / input.names.len().max(1) as f64;
    let border = |index: usize| (head + index as f64 * height).round();
    Rect { left: 0.0, top: border(index), right: input.size.0.max(1.0), bottom: border(index + 1) }
}

fn beside(input: &RowsInput<'_>, widths: &Widths, (lane, name): (f64, f64)) -> Rows {
    let before: f64 = widths.columns.iter().take(input.before_lane).sum();
    let left = widths.code + name + before + GAP;
    let mut ends = Vec::new();
    let mut end = widths.code + name;
    for (index, width) in widths.columns.iter().enumerate() {
        // Columns behind the lane follow it.
        end += width + if index == input.before_lane { lane + GAP } else { 0.0 };
        ends.push(Some(end.min(input.size.0)));
    }
    let placed = |index: usize| {
        let row = row(input, index, false);
        let middle = f64::midpoint(row.top, row.bottom);
        let lane = Rect { left, right: left + lane, top: row.top + 4.0, bottom: (row.bottom - 4.0).max(row.top + 5.0) };
        Row { lane, ..texts(input, index, middle, &ends, widths, name).at(row) }
    };
    Rows { rows: (0..input.names.len()).map(placed).collect(), heads: heads(input, &ends, false), stacked: false }
}

fn below(input: &RowsInput<'_>, widths: &Widths) -> Rows {
    let columns = kept(input, widths);
    let figures: f64 = columns.iter().flatten().sum();
    let name = input.size.0 - figures - widths.code;
    let mut end = input.size.0 - figures;
    let mut ends = Vec::new();
    for width in columns {
        end += width.unwrap_or(0.0);
        ends.push(width.map(|_| end));
    }
    let placed = |index: usize| {
        let row = row(input, index, true);
        let gap = ((row.height() - BELOW) / 4.0).clamp(0.0, 16.0);
        let lane = Rect {
            left: 0.0,
            right: row.right,
            top: row.top + gap + TEXT,
            bottom: (row.bottom - 8.0 - gap).max(row.top + TEXT + gap + 2.0),
        };
        Row { lane, ..texts(input, index, row.top + gap + TEXT / 2.0 - 1.0, &ends, widths, name).at(row) }
    };
    Rows { rows: (0..input.names.len()).map(placed).collect(), heads: heads(input, &ends, true), stacked: true }
}

/// Widths of the columns; what has no room beside the code is left out, spare ones first, then from the last on.
fn kept(input: &RowsInput<'_>, widths: &Widths) -> Vec<Option<f64>> {
    let mut kept: Vec<Option<f64>> = widths.columns.iter().copied().map(Some).collect();
    let last_first = || (1..input.columns.len()).rev();
    let spare = last_first().filter(|&index| input.columns[index].spare);
    for index in spare.chain(last_first()) {
        if widths.code + kept.iter().flatten().sum::<f64>() <= input.size.0 {
            break;
        }
        kept[index] = None;
    }
    kept
}

impl Row {
    fn at(self, row: Rect) -> Self {
        Self { row, ..self }
    }

    /// Rows touch: each holds its upper border, not its lower one.
    pub(super) fn holds(&self, x: f64, y: f64) -> bool {
        self.row.contains(x, y) && y < self.row.bottom
    }

    /// Its texts; bars are the chart's own.
    pub(super) fn draw<B: DrawingBackend>(&self, pen: &Pen<B>, palette: &Palette) -> Drawn<B> {
        pen.label(&self.code, palette.ink)?;
        if !self.name.text.is_empty() {
            pen.label(&self.name, palette.ink_2)?;
        }
        self.cells.iter().try_for_each(|cell| pen.label(cell, if cell.weight == Weight::SemiBold { palette.ink } else { palette.ink_2 }))
    }
}

/// Code, name and figures of one row on the line at `y`; figures end where their column does.
fn texts(input: &RowsInput<'_>, index: usize, y: f64, ends: &[Option<f64>], widths: &Widths, room: f64) -> Row {
    let (code, name) = input.names.get(index).copied().unwrap_or_default();
    let name = if room < LEAST_NAME { String::new() } else { shortened(name, SMALL, Weight::Regular, room / SPARE) };
    let cell = |(column, &end): (&Column<'_>, &Option<f64>)| {
        let text = column.cells.get(index).filter(|text| !text.is_empty())?;
        let size = widths.fit.cell(column.strong);
        Some(Label { text: text.clone(), x: end?, y, size, weight: weight(column), anchor: Anchor::End })
    };
    Row {
        code: Label { text: code.to_owned(), x: 0.0, y, size: BODY, weight: Weight::SemiBold, anchor: Anchor::Start },
        name: small(&name, widths.code, y, Anchor::Start),
        cells: input.columns.iter().zip(ends).filter_map(cell).collect(),
        ..Row::default()
    }
}

fn heads(input: &RowsInput<'_>, ends: &[Option<f64>], stacked: bool) -> Vec<Head> {
    let y = head(input, stacked) - HEAD / 2.0 - 2.0;
    let head = |(index, (column, &end)): (usize, (&Column<'_>, &Option<f64>))| {
        let end = end?;
        let label = small(column.head, end, y, Anchor::End);
        let left = label.bounds(SPARE).left;
        let beside = Rect { left: left - KEY + 2.0, right: left - 3.0, top: y - 4.0, bottom: y + 4.0 };
        let above = Rect { left: end - KEY + 5.0, right: end, top: y - 18.0, bottom: y - 10.0 };
        let key = column.key.then_some(if stacked { above } else { beside });
        (!column.head.is_empty()).then_some(Head { label, column: index, key })
    };
    input.columns.iter().zip(ends).enumerate().filter_map(head).collect()
}
