//! How the files are written, field by field, each with the evidence of its guess.

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use super::sheets::SheetField;
use crate::import::{BLANKS, DateOrder, DecimalMark, ImportKind, Preview, Question};
use crate::ui::components::{Choice, SelectField};
use crate::ui::i18n::import::{date_order_code, date_order_from, decimal_code, decimal_from, kind_code, kind_from};
use crate::ui::state::AppState;

/// Encodings people meet; any other that was found is listed too.
const ENCODINGS: [&str; 16] = [
    "UTF-8",
    "GBK",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "ISO-8859-2",
];
const DELIMITERS: [u8; 5] = [b',', b';', b'\t', b'|', BLANKS];
/// Rows offered as header.
const HEADER_ROWS: u32 = 40;

#[component]
pub fn Facts() -> impl IntoView {
    view! {
        <div class="facts-row"><SheetField /><Encoding /><Delimiter /><HeaderRow /><Kind /><Dates /><Decimal /></div>
    }
}

/// Whether the shown table comes from delimited text; a workbook keeps its own encoding and cells.
fn is_text(preview: &Preview) -> bool {
    preview.files.get(preview.sheet.file).is_none_or(|file| file.format == "csv")
}

#[component]
fn Encoding() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let text = Memo::new(move |_| of_preview(flow, |preview| Some(is_text(preview))).unwrap_or(true));
    let value = Memo::new(move |_| if text.get() { of_preview(flow, |preview| preview.encoding.to_lowercase()) } else { String::new() });
    let options = Signal::derive(move || {
        let own = value.get();
        let known = ENCODINGS.iter().any(|name| name.to_lowercase() == own);
        let mut list: Vec<Choice> = ENCODINGS.iter().map(|name| Choice::new(name.to_lowercase(), *name)).collect();
        if !known {
            list.insert(0, Choice::new(own.clone(), if own.is_empty() { "–".to_owned() } else { own }));
        }
        list
    });
    let hint = move || {
        let texts = state.texts();
        if text.get() {
            of_preview(flow, |preview| texts.evidence(&preview.encoding_evidence))
        } else {
            texts.import_in_workbook().to_owned()
        }
    };
    view! {
        <SelectField
            label=move || state.texts().import_encoding()
            testid="import-encoding"
            options=options
            value=value
            hint=hint
            disabled=Signal::derive(move || !text.get())
            on_change=move |code| flow.choose(|choices| choices.encoding = Some(code))
        />
    }
}

#[component]
fn Delimiter() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let text = Memo::new(move |_| of_preview(flow, |preview| Some(is_text(preview))).unwrap_or(true));
    let own = Memo::new(move |_| of_preview(flow, |preview| preview.delimiter));
    let value = Signal::derive(move || if text.get() { char::from(own.get()).to_string() } else { String::new() });
    let options = Signal::derive(move || {
        let texts = state.texts();
        let mut list: Vec<Choice> =
            DELIMITERS.iter().map(|delimiter| Choice::new(char::from(*delimiter).to_string(), texts.delimiter(*delimiter))).collect();
        if !text.get() {
            list.insert(0, Choice::new("", "–"));
        } else if !DELIMITERS.contains(&own.get()) {
            list.push(Choice::new(char::from(own.get()).to_string(), texts.delimiter(own.get())));
        }
        list
    });
    let hint = move || {
        let texts = state.texts();
        if text.get() {
            of_preview(flow, |preview| texts.evidence(&preview.delimiter_evidence))
        } else {
            texts.import_in_workbook().to_owned()
        }
    };
    view! {
        <SelectField
            label=move || state.texts().import_delimiter()
            testid="import-delimiter"
            options=options
            value=value
            hint=hint
            disabled=Signal::derive(move || !text.get())
            on_change=move |code: String| flow.choose(|choices| choices.delimiter = code.bytes().next())
        />
    }
}

/// Row numbers as in the file, each with the beginning of the row.
#[component]
fn HeaderRow() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let value = Signal::derive(move || of_preview(flow, |preview| preview.header_row.to_string()));
    let options = Signal::derive(move || {
        let mut list = vec![Choice::new("0", state.texts().import_header_none())];
        of_preview(flow, |preview| {
            let offered = preview.rows.iter().filter(|row| row.number <= HEADER_ROWS || row.number == preview.header_row);
            list.extend(offered.map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).take(3).collect();
                Choice::new(row.number.to_string(), format!("{}: {}", row.number, shortened(&cells.join(" · "))))
            }));
            if !list.iter().any(|choice| choice.value == preview.header_row.to_string()) {
                list.push(Choice::new(preview.header_row.to_string(), preview.header_row.to_string()));
            }
        });
        list
    });
    view! {
        <SelectField
            label=move || state.texts().import_header_row()
            testid="import-header-row"
            options=options
            value=value
            hint=move || of_preview(flow, |preview| state.texts().evidence(&preview.header_evidence))
            on_change=move |row: String| flow.choose(|choices| choices.header_row = row.parse().ok())
        />
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[component]
fn Kind() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let options = Signal::derive(move || {
        let texts = state.texts();
        ImportKind::ALL.map(|kind| Choice::new(kind_code(kind), texts.import_kind_name(kind))).to_vec()
    });
    view! {
        <SelectField
            label=move || state.texts().import_kind()
            testid="import-kind"
            options=options
            value=Signal::derive(move || of_preview(flow, |preview| kind_code(preview.kind).to_owned()))
            hint=move || of_preview(flow, |preview| state.texts().evidence(&preview.kind_evidence))
            on_change=move |code: String| {
                // Roles belong to the kind they were chosen for.
                flow.choose(|choices| {
                    choices.kind = kind_from(&code);
                    choices.roles.clear();
                });
            }
        />
    }
}

#[component]
fn Dates() -> impl IntoView {
    const ORDERS: [DateOrder; 3] = [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst];
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let own = Memo::new(move |_| of_preview(flow, |preview| preview.date_order));
    let options = Signal::derive(move || {
        let texts = state.texts();
        let mut list = ORDERS.map(|order| Choice::new(date_order_code(order), texts.date_order(order))).to_vec();
        if own.get().is_none() {
            list.insert(0, Choice::new("", "–"));
        }
        list
    });
    let hint = move || {
        let texts = state.texts();
        let asked = of_preview(flow, |preview| preview.questions.iter().any(|question| matches!(question, Question::DateOrder { .. })));
        match own.get() {
            _ if asked => texts.import_dates_asked(),
            _ if flow.choices.with(|choices| choices.date_order.is_some()) => texts.evidence_chosen(),
            Some(_) => texts.import_dates_told(),
            None => texts.import_dates_none(),
        }
    };
    view! {
        <SelectField
            label=move || state.texts().import_dates()
            testid="import-date-order"
            options=options
            value=Signal::derive(move || own.get().map(date_order_code).unwrap_or_default().to_owned())
            hint=hint
            on_change=move |code: String| flow.choose(|choices| choices.date_order = date_order_from(&code))
        />
    }
}

#[component]
fn Decimal() -> impl IntoView {
    const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let own = Memo::new(move |_| of_preview(flow, |preview| preview.decimal));
    let options = Signal::derive(move || {
        let texts = state.texts();
        let mut list = MARKS.map(|mark| Choice::new(decimal_code(mark), texts.decimal_mark(mark))).to_vec();
        if own.get().is_none() {
            list.insert(0, Choice::new("", "–"));
        }
        list
    });
    view! {
        <SelectField
            label=move || state.texts().import_decimal()
            testid="import-decimal"
            options=options
            value=Signal::derive(move || own.get().map(decimal_code).unwrap_or_default().to_owned())
            hint=move || of_preview(flow, |preview| state.texts().evidence(&preview.decimal_evidence))
            on_change=move |code: String| flow.choose(|choices| choices.decimal = decimal_from(&code))
        />
    }
}
