//! The sheet: potential customers typed, rated and pasted like in a spreadsheet, in the order of their entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::classes::ClassChips;
use super::sheet_cell::SheetCell;
use super::sheet_sending::SheetSending;
use super::state::PageState;
use crate::classify::{Criterion, Side};
use crate::engine::{Query, SheetRow, SheetView};
use crate::ui::components::{Button, ClassName, Icon};
use crate::ui::derived::typed_number;
use crate::ui::i18n::Texts;
use crate::ui::state::Followed;
use crate::workspace::{CellFault, CellValue, ExpectedFrom, IntentFrom, PotentialSettings, ProspectField};

/// Rows shown before more are asked for.
const ROWS: u32 = 100;

/// One column of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    pub field: ProspectField,
    /// Of a rating.
    criterion: Option<Criterion>,
    /// Place among the ratings of a row.
    rating: usize,
}

impl SheetColumn {
    pub fn heading(&self, texts: Texts) -> String {
        if let Some(criterion) = &self.criterion {
            return texts.criterion(criterion);
        }
        match self.field {
            ProspectField::Expected => texts.expected_contribution(),
            ProspectField::Intent => texts.intent(),
            ProspectField::Level => texts.sheet_level(),
            ProspectField::Region => texts.option_region(),
            ProspectField::Product => texts.option_product(),
            ProspectField::Rep => texts.option_rep(),
            ProspectField::Name | ProspectField::Rating(_) => texts.sheet_name(),
        }
        .to_owned()
    }

    fn how(&self, texts: Texts) -> Option<&'static str> {
        self.criterion.as_ref().map(|criterion| texts.criterion_how(&criterion.code))
    }
}

/// The columns that the sources in use need; figures of other sources keep their values unseen.
fn columns(settings: &PotentialSettings) -> Vec<SheetColumn> {
    let plain = |field| SheetColumn { field, criterion: None, rating: 0 };
    let (expected, intent) = (&settings.expected_card.criteria, &settings.intent_card.criteria);
    let rating = |(rating, criterion): (usize, &Criterion)| SheetColumn {
        field: ProspectField::Rating(criterion.code.clone()),
        criterion: Some(criterion.clone()),
        rating,
    };
    let mut columns = vec![plain(ProspectField::Name)];
    match settings.expected_from {
        ExpectedFrom::Column => columns.push(plain(ProspectField::Expected)),
        ExpectedFrom::Scorecard => columns.extend(expected.iter().enumerate().map(rating)),
    }
    match settings.intent_from {
        IntentFrom::Column => columns.push(plain(ProspectField::Intent)),
        IntentFrom::Level => columns.push(plain(ProspectField::Level)),
        IntentFrom::Scorecard => columns.extend((expected.len()..).zip(intent).map(rating)),
    }
    columns.extend([plain(ProspectField::Region), plain(ProspectField::Rep)]);
    columns
}

/// Handles to the sheet's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct SheetState {
    pub page: PageState,
    view: Followed<SheetView>,
    pub columns: Memo<Vec<SheetColumn>>,
    /// What is wrong with a typed cell, by row and column.
    pub faults: RwSignal<BTreeMap<(u32, usize), String>>,
    pub sending: SheetSending,
}

impl SheetState {
    fn new(page: PageState, count: RwSignal<u32>) -> Self {
        let view = page.app.follow::<SheetView>(move || Some(Query::Sheet { first: 0, count: count.get() }));
        let columns = Memo::new(move |_| page.potential.with(|view| view.as_ref().map(|view| columns(&view.settings)).unwrap_or_default()));
        let faults = RwSignal::new(BTreeMap::new());
        Effect::new(move |_| {
            // Other columns stand at other places.
            columns.track();
            faults.set(BTreeMap::new());
        });
        let sending = SheetSending::new(page);
        Effect::new(move |_| sending.shown(view.with(|view| view.as_ref().map_or(0, |view| view.of))));
        Self { page, view, columns, faults, sending }
    }

    /// Tracked; `None` for the new row.
    fn row<Value>(self, place: u32, read: impl FnOnce(&SheetRow) -> Value) -> Option<Value> {
        self.view.with(|view: &Option<Arc<SheetView>>| view.as_ref()?.rows.get(place as usize).map(read))
    }

    /// Rows in all; tracked.
    fn of(self) -> u32 {
        self.view.with(|view| view.as_ref().map_or(0, |view| view.of))
    }

    pub fn id(self, place: u32) -> Option<String> {
        self.row(place, |row| row.id.clone())
    }

    /// Its name, else its id.
    pub fn name(self, place: u32) -> Option<String> {
        self.row(place, |row| if row.name.is_empty() { row.id.clone() } else { row.name.clone() })
    }

    /// A cell as it is typed; tracked.
    pub fn text(self, place: u32, field: &ProspectField) -> String {
        let rating = self.columns.with(|columns| columns.iter().find(|own| own.field == *field).map_or(0, |own| own.rating));
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        self.row(place, |row| match field {
            ProspectField::Name => row.name.clone(),
            ProspectField::Level => row.level.clone(),
            ProspectField::Region => row.region.clone(),
            ProspectField::Rep => row.rep.clone(),
            ProspectField::Product => String::new(),
            ProspectField::Expected => number(row.expected),
            ProspectField::Intent => number(row.intent),
            ProspectField::Rating(_) => number(row.ratings.get(rating).copied().flatten()),
        })
        .unwrap_or_default()
    }

    pub fn text_at(self, place: u32, column: usize) -> String {
        let field = self.columns.with(|columns| columns.get(column).map(|own| own.field.clone()));
        field.map(|field| self.text(place, &field)).unwrap_or_default()
    }

    /// What was typed as a value.
    pub fn read(self, field: &ProspectField, typed: &str) -> Result<CellValue, CellFault> {
        let typed = typed.trim();
        match (field.is_number(), typed.is_empty()) {
            (false, _) => Ok(CellValue::Text(typed.to_owned())),
            (true, true) => Ok(CellValue::Number(None)),
            (true, false) => match typed_number(typed) {
                Some(value) => field.number(value, typed),
                None => Err(CellFault::NotANumber { found: typed.to_owned() }),
            },
        }
    }

    pub fn send(self, place: u32, field: ProspectField, value: CellValue) {
        let (id, rows) = untrack(|| (self.id(place), self.of()));
        self.sending.cell(place, id, rows, field, value);
    }
}

#[component]
pub fn Sheet() -> impl IntoView {
    let page = PageState::get();
    let count = RwSignal::new(ROWS);
    let sheet = SheetState::new(page, count);
    let shown = Memo::new(move |_| sheet.of().min(count.get()));
    // The new row stands behind the last one, once that is shown.
    let places = move || (0..shown.get() + u32::from(shown.get() == sheet.of())).collect::<Vec<_>>();
    let columns = move || sheet.columns.get().into_iter().enumerate().collect::<Vec<_>>();
    let heads = move || {
        let head = |own: SheetColumn| {
            view! {
                <th scope="col" class:num=own.field.is_number() class:rating=own.criterion.is_some() title=own.how(page.texts())>
                    {own.heading(page.texts())}
                </th>
            }
        };
        sheet.columns.get().into_iter().map(head).collect::<Vec<_>>()
    };
    view! {
        <div class="list sheet-section">
            <div class="filters">
                <h2 id="sheet-title">{move || page.texts().sheet_title()}</h2>
                <ClassChips />
                <span class="muted">{move || page.texts().sheet_rows(page.texts().count(sheet.of()))}</span>
            </div>
            <p class="note sheet-hint" id="sheet-hint">{move || page.texts().sheet_hint()}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="sheet-title" aria-describedby="sheet-hint">
                <table class="table sheet" data-testid="prospect-sheet">
                    <thead>
                        <tr>
                            {heads}
                            <th scope="col" class="num">{move || page.texts().sheet_complete()}</th>
                            <th scope="col">{move || page.texts().list_class()}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=places key=|place| *place let(place)>
                            <tr>
                                <For each=columns key=|(column, own)| (*column, format!("{own:?}")) let((column, own))>
                                    <SheetCell sheet place column own />
                                </For>
                                <RowEnd sheet place />
                            </tr>
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || { shown.get() < sheet.of() }>
                <p class="list-more">
                    <Button
                        text=move || page.texts().list_show_all(page.texts().count(sheet.of()))
                        on_click=move |_| count.set(sheet.of().saturating_add(1))
                    />
                </p>
            </Show>
        </div>
    }
}

/// What follows from the row: how complete it is, and its class.
#[component]
fn RowEnd(sheet: SheetState, place: u32) -> impl IntoView {
    let page = sheet.page;
    let complete = move || sheet.row(place, |row| row.completeness).flatten().map(|part| page.texts().share(part));
    let class = Memo::new(move |_| sheet.row(place, |row| (row.class, row.not_rated)));
    let class_cell = move || {
        let (class, reason) = class.get()?;
        let title = reason.filter(|_| class.is_none()).map(|reason| page.texts().not_rated_reason(reason, crate::calendar::Grain::Month));
        Some(view! { <span class="code-only" title=title><ClassName side=Side::Potential class /></span> })
    };
    let removable = Memo::new(move |_| sheet.row(place, |row| (row.listed, row.linked)));
    let remove = move |_| {
        if let (Some(id), Some(name)) = untrack(|| (sheet.id(place), sheet.name(place))) {
            sheet.sending.remove(id, name);
        }
    };
    view! {
        <td class="num muted" data-testid=format!("complete-{place}")>{complete}</td>
        <td data-testid=format!("class-{place}")>{class_cell}</td>
        <td>
            {move || removable.get().map(|(listed, linked)| view! {
                {linked.then(|| view! { <span class="muted small-note">{page.texts().sheet_linked()}</span> })}
                {(listed && !linked).then(|| view! {
                    <button
                        type="button"
                        class="button quiet icon-only"
                        data-testid=format!("remove-{place}")
                        aria-label=move || page.texts().sheet_remove(sheet.name(place).unwrap_or_default())
                        on:click=remove
                    >
                        {Icon::Close.view()}
                    </button>
                })}
            })}
        </td>
    }
}
