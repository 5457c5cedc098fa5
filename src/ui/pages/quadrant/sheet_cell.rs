//! One cell of the sheet: typed, moved from by key, pasted into; a refusal stands below it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};

use super::sheet::{SheetColumn, SheetState};
use crate::ui::derived::sheet_block;
use crate::workspace::{CellValue, ProspectEdit};

/// `place` counts rows from 0; the row behind the last is the new one.
#[component]
pub fn SheetCell(sheet: SheetState, place: u32, column: usize, own: SheetColumn) -> impl IntoView {
    let page = sheet.page;
    let field = StoredValue::new(own.field.clone());
    let value = Memo::new(move |_| sheet.text(place, &field.get_value()));
    let fault = Memo::new(move |_| sheet.faults.with(|faults| faults.get(&(place, column)).cloned()));
    let heading = StoredValue::new(own);
    let label = move || {
        let texts = page.texts();
        let heading = heading.with_value(|own| own.heading(texts));
        match sheet.name(place) {
            Some(name) => texts.sheet_cell(heading, name),
            None => texts.sheet_new_cell(heading),
        }
    };
    let message_id = format!("cell-message-{place}-{column}");
    let said = message_id.clone();
    let take = move |event| {
        let typed = event_target_value(&event);
        match sheet.read(&field.get_value(), &typed) {
            Ok(value) => {
                sheet.faults.update(|faults| drop(faults.remove(&(place, column))));
                sheet.send(place, field.get_value(), value);
            }
            Err(fault) => {
                let message = page.app.texts_now().cell_fault(&fault);
                sheet.faults.update(|faults| drop(faults.insert((place, column), message)));
            }
        }
    };
    let is_number = own_is_number(&field.get_value());
    view! {
        <td class:num=is_number class:wrong=move || fault.get().is_some()>
            <input
                class="input cell"
                id=cell_id(place, column)
                data-testid=format!("cell-{place}-{column}")
                inputmode=if is_number { "decimal" } else { "text" }
                autocomplete="off"
                maxlength="120"
                aria-label=label
                aria-invalid=move || fault.get().is_some().then_some("true")
                aria-describedby=move || fault.get().is_some().then(|| said.clone())
                prop:value=move || value.get()
                on:change=take
                on:focus=|event| select_all(&event)
                on:keydown=move |event| press(sheet, place, column, &event)
                on:paste=move |event: ClipboardEvent| paste(sheet, place, column, &event)
            />
            {move || fault.get().map(|message| view! { <span class="message" id=message_id.clone() role="alert">{message}</span> })}
        </td>
    }
}

fn own_is_number(field: &crate::workspace::ProspectField) -> bool {
    field.is_number()
}

fn cell_id(place: u32, column: usize) -> String {
    format!("cell-{place}-{column}")
}

fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn select_all(event: &web_sys::Event) {
    if let Some(input) = input_of(event) {
        input.select();
    }
}

/// Enter and the vertical arrows change the row, the horizontal ones the column where the caret is at the end of what is typed.
fn press(sheet: SheetState, place: u32, column: usize, event: &KeyboardEvent) {
    let Some(input) = input_of(event) else { return };
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let caret = |end: Result<Option<u32>, _>| end.ok().flatten();
    let length = input.value().encode_utf16().count() as u32;
    let (start, end) = (caret(input.selection_start()).unwrap_or(0), caret(input.selection_end()).unwrap_or(length));
    let whole = start == 0 && end == length;
    let (row, column) = match event.key().as_str() {
        "ArrowDown" => (place.checked_add(1), Some(column)),
        "Enter" if !event.shift_key() => (place.checked_add(1), Some(column)),
        "ArrowUp" | "Enter" => (place.checked_sub(1), Some(column)),
        "ArrowLeft" if whole || (start == 0 && end == 0) => (Some(place), column.checked_sub(1)),
        "ArrowRight" if whole || (start == length && end == length) => (Some(place), column.checked_add(1)),
        "Escape" => {
            input.set_value(&untrack(|| sheet.text_at(place, column)));
            sheet.faults.update(|faults| drop(faults.remove(&(place, column))));
            input.select();
            event.prevent_default();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let (Some(row), Some(column)) = (row, column) {
        focus_cell(row, column);
    }
}

/// Focuses a cell; where there is none the focus stays, and what was typed is taken.
fn focus_cell(place: u32, column: usize) {
    let cell = document().get_element_by_id(&cell_id(place, column)).and_then(|cell| cell.dyn_into::<HtmlInputElement>().ok());
    match cell {
        // A field that cannot take the focus leaves it where it is.
        Some(cell) => drop(cell.focus()),
        None => {
            let here = document().active_element().and_then(|here| here.dyn_into::<HtmlInputElement>().ok());
            if let Some(here) = here {
                drop(here.blur());
                drop(here.focus());
            }
        }
    }
}

/// A block of cells from a spreadsheet fills cells to the right and below; what lies outside the columns is left out.
fn paste(sheet: SheetState, place: u32, column: usize, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let Some(block) = sheet_block(&text) else { return };
    event.prevent_default();
    event.stop_propagation();
    let texts = sheet.page.app.texts_now();
    let columns = sheet.columns.get_untracked();
    let (mut rows, mut refused, mut first_fault) = (Vec::new(), 0_u32, None);
    for (down, line) in (0_u32..).zip(block) {
        let mut cells: Vec<(crate::workspace::ProspectField, CellValue)> = Vec::new();
        for (own, typed) in columns.iter().skip(column).zip(line) {
            match sheet.read(&own.field, &typed) {
                Ok(value) => cells.push((own.field.clone(), value)),
                Err(fault) => {
                    refused += 1;
                    first_fault.get_or_insert(fault);
                }
            }
        }
        if !cells.is_empty() {
            rows.push(ProspectEdit { id: untrack(|| sheet.id(place.saturating_add(down))), cells });
        }
    }
    let mut said = if rows.len() == 1 { texts.sheet_pasted_one().to_owned() } else { texts.sheet_pasted(texts.count(rows.len() as u64)) };
    if let Some(fault) = first_fault {
        let fault = texts.cell_fault(&fault);
        let left = if refused == 1 { texts.sheet_paste_refused_one(fault) } else { texts.sheet_paste_refused(texts.count(refused), fault) };
        said = format!("{said} · {left}");
    }
    if !rows.is_empty() {
        sheet.sending.block(rows, said);
    } else {
        sheet.page.app.say(said, None);
    }
}
