//! Which tables of the dropped files are read: one, or several with the same header as one.

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::import::{Choices, Preview, SheetFacts, SheetRef};
use crate::order;
use crate::ui::components::{Choice, Popover, SelectOptions};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// A table the dropped files hold.
#[derive(Clone, PartialEq)]
struct Table {
    place: SheetRef,
    file: String,
    sheet: SheetFacts,
}

fn tables(preview: &Preview) -> Vec<Table> {
    let of_file = |(file, facts): (usize, &crate::import::FileFacts)| {
        let name = facts.name.clone();
        let sheets = facts.sheets.clone().into_iter().enumerate();
        sheets.map(move |(sheet, facts)| Table { place: SheetRef { file, sheet }, file: name.clone(), sheet: facts }).collect::<Vec<_>>()
    };
    preview.files.iter().enumerate().flat_map(of_file).collect()
}

/// The tables read as things stand.
fn taken(choices: &Choices, preview: &Preview) -> Vec<SheetRef> {
    let settled = choices.sheets.clone().or_else(|| preview.plan.as_ref().map(|plan| plan.sheets.clone()));
    settled.unwrap_or_else(|| {
        let together = |table: &Table| table.place == preview.sheet || (table.sheet.same_header && !table.sheet.hidden);
        tables(preview).into_iter().filter(together).map(|table| table.place).collect()
    })
}

fn code(place: &SheetRef) -> String {
    format!("{}:{}", place.file, place.sheet)
}

fn place(code: &str) -> Option<SheetRef> {
    let (file, sheet) = code.split_once(':')?;
    Some(SheetRef { file: file.parse().ok()?, sheet: sheet.parse().ok()? })
}

/// `2024 Q1`, with the file's name where there are several files.
fn name(texts: Texts, table: &Table, several_files: bool) -> String {
    let sheet = match (table.sheet.name.as_str(), several_files) {
        ("", false) => texts.import_sheet_one_of_one().to_owned(),
        ("", true) => table.file.clone(),
        (sheet, false) => sheet.to_owned(),
        (sheet, true) => format!("{} · {sheet}", table.file),
    };
    if table.sheet.hidden { format!("{sheet} ({})", texts.import_sheet_hidden()) } else { sheet }
}

#[component]
pub fn SheetField() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let list = Memo::new(move |_| of_preview(flow, tables));
    let several = Memo::new(move |_| of_preview(flow, |preview| preview.files.len() > 1));
    let options = Signal::derive(move || {
        let texts = state.texts();
        list.with(|list| list.iter().map(|table| Choice::new(code(&table.place), name(texts, table, several.get()))).collect::<Vec<_>>())
    });
    let value = Signal::derive(move || of_preview(flow, |preview| code(&preview.sheet)));
    let only = Signal::derive(move || list.with(|list| list.len() < 2));
    view! {
        <div class="field">
            <label for="import-sheet">{move || state.texts().import_sheet()}</label>
            <select
                id="import-sheet"
                class="select"
                data-testid="import-sheet"
                disabled=only
                on:change=move |event| flow.choose(|choices| choices.sheets = place(&event_target_value(&event)).map(|place| vec![place]))
            >
                <SelectOptions options=options value=value />
            </select>
            <Show when=move || !only.get() fallback=move || view! { <small>{move || state.texts().import_one_table()}</small> }>
                <Together list=list several=several />
            </Show>
        </div>
    }
}

/// Checkboxes for taking several tables as one.
#[component]
fn Together(list: Memo<Vec<Table>>, several: Memo<bool>) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let now = Memo::new(move |_| flow.choices.with(|choices| of_preview(flow, |preview| taken(choices, preview))));
    let words = move || {
        let (texts, all, count) = (state.texts(), list.with(Vec::len), now.with(Vec::len));
        if count > 1 { texts.import_sheets_taken(count, all) } else { texts.import_sheets_more(all) }
    };
    let row = move |table: Table| {
        let place = table.place.clone();
        let mark = place.clone();
        let words = table.clone();
        let toggle = move |_| {
            let mut wanted = now.get_untracked();
            if wanted.contains(&place) {
                wanted.retain(|other| *other != place)
            } else {
                wanted.push(place.clone())
            }
            order::sort(&mut wanted);
            flow.choose(|choices| choices.sheets = (!wanted.is_empty()).then_some(wanted));
        };
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" prop:checked=move || now.with(|now| now.contains(&mark)) on:change=toggle />
                    <span>{move || name(state.texts(), &words, several.get())}</span>
                    {(!table.sheet.same_header).then(|| view! { <span class="muted">{move || state.texts().import_sheet_other_header()}</span> })}
                </label>
            </li>
        }
    };
    view! {
        <Popover class="link-button small-link" trigger=move || words testid="import-sheets">
            <h3>{move || state.texts().import_sheets_together()}</h3>
            <p>{move || state.texts().import_sheets_hint()}</p>
            <ul>{move || list.get().into_iter().map(row).collect_view()}</ul>
        </Popover>
    }
}
