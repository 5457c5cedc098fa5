//! The first rows as they would be read: each column with its type and use, each row with its fate.

use leptos::html;
use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::calendar::Day;
use crate::import::{ColumnGuess, ColumnType, Preview, PreviewRow, Question, Role, RowFate};
use crate::ui::components::{Choice, SelectOptions, later};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::{column_name, concerns, row_class, row_note};

/// Rows drawn at most; what a finding speaks of is found among all rows of the sample.
const ROWS: usize = 60;

#[component]
pub fn PreviewTable(showing: RwSignal<Option<usize>>) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let area = NodeRef::<html::Div>::new();
    // The head stays as it is while only guesses change, so that the focus stays in its selects.
    let columns = Memo::new(move |_| of_preview(flow, |preview| preview.columns.iter().map(|column| column.index).collect::<Vec<_>>()));
    Effect::new(move |_| {
        showing.track();
        if let Some(area) = area.get() {
            area.set_scroll_top(0);
        }
    });
    let head = move || columns.get().into_iter().map(|index| view! { <ColumnHead index=index /> }).collect_view();
    // The rows, and the many options of every column, follow in tasks of their own.
    let due = later();
    let body = move || {
        let texts = state.texts();
        due.get().then(|| of_preview(flow, |preview| Some(rows(texts, preview, showing.get()))))
    };
    view! {
        <div node_ref=area class="table-scroll preview" tabindex="0" role="region" aria-label=move || state.texts().preview_title()>
            <table class="table" data-testid="import-preview">
                <thead>
                    <tr>
                        <th scope="col" class="num">{move || state.texts().preview_row()}</th>
                        {head}
                        <th scope="col">{move || state.texts().preview_reading()}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ColumnHead(index: u32) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let column = Memo::new(move |_| of_preview(flow, |preview| preview.columns.iter().find(|column| column.index == index).cloned()));
    let asked = Memo::new(move |_| of_preview(flow, |preview| asked_column(preview) == Some(index)));
    let name = move || column.get().map(|column| column_name(state.texts(), &column));
    let kind = move || {
        let texts = state.texts();
        column.get().map(|column| {
            let word = match column.period {
                Some(period) => texts.month(Day(period)),
                None => texts.column_type(column.kind).to_owned(),
            };
            if asked.get() { texts.preview_asks(word) } else { word }
        })
    };
    let role = Memo::new(move |_| column.with(|column| column.as_ref().and_then(|column| column.role)));
    let due = later();
    let options = Signal::derive(move || {
        let texts = state.texts();
        let unused = Choice::new("", texts.preview_not_used());
        let is_shown = |other: &Role| due.get() || Some(*other) == role.get();
        let roles = Role::ALL.into_iter().filter(is_shown).map(|role| Choice::new(role.code(), texts.role(role)));
        std::iter::once(unused).chain(roles).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || role.get().map(Role::code).unwrap_or_default().to_owned());
    let in_use = move || role.get().is_some() || column.with(|column| column.as_ref().is_some_and(|column| column.period.is_some()));
    view! {
        <th scope="col" class=move || if column.with(|column| column.as_ref().is_some_and(is_number)) { "num" } else { "" }>
            <span class="col-name" data-testid=format!("column-header-{index}") title=name>{name}</span>
            <span class="map">
                <span class=move || if asked.get() { "chip ask" } else { "chip" } data-testid=format!("column-type-{index}")>{kind}</span>
                <select
                    class=move || if in_use() { "select small" } else { "select small unused" }
                    data-testid=format!("column-role-{index}")
                    aria-label=move || state.texts().preview_role_of(name().unwrap_or_default())
                    on:change=move |event| flow.use_column(index, Role::from_code(&event_target_value(&event)))
                >
                    <SelectOptions options=options value=value />
                </select>
            </span>
        </th>
    }
}

fn is_number(column: &ColumnGuess) -> bool {
    column.period.is_some() || matches!(column.kind, ColumnType::Number | ColumnType::Money | ColumnType::Percent)
}

/// The column the open question is about.
fn asked_column(preview: &Preview) -> Option<u32> {
    match preview.questions.first()? {
        Question::DateOrder { column, .. }
        | Question::DecimalMark { column, .. }
        | Question::Currencies { column, .. }
        | Question::Discount { column, .. }
        | Question::StabilityDirection { column, .. } => Some(*column),
        Question::Year { .. } | Question::MissingRole { .. } => None,
    }
}

fn rows(texts: Texts, preview: &Preview, showing: Option<usize>) -> AnyView {
    let finding = showing.and_then(|index| preview.findings.get(index));
    let wanted = |row: &&PreviewRow| match finding {
        Some(finding) => concerns(finding, row),
        None => row.fate != RowFate::Header,
    };
    let chosen: Vec<&PreviewRow> = preview.rows.iter().filter(wanted).take(ROWS).collect();
    if chosen.is_empty() {
        let span = preview.columns.len() + 2;
        return view! { <tr><td colspan=span.to_string() class="muted">{texts.preview_nothing()}</td></tr> }.into_any();
    }
    chosen.into_iter().map(|row| row_view(texts, preview, row)).collect_view().into_any()
}

fn row_view(texts: Texts, preview: &Preview, row: &PreviewRow) -> impl IntoView + use<> {
    let amount = preview.columns.iter().find(|column| column.role == Some(Role::Amount)).map(|column| column.index);
    let cell = |index: u32| row.cells.get(index as usize).cloned().unwrap_or_default();
    let note = row_note(texts, &row.fate, amount.map(cell).as_deref());
    let asked = asked_column(preview);
    let wrong = match row.fate {
        RowFate::Rejected { column, .. } => column,
        _ => None,
    };
    let used = matches!(row.fate, RowFate::Used { .. } | RowFate::Rejected { .. });
    let cells = preview.columns.iter().map(|column| {
        let mut class = if is_number(column) { "num".to_owned() } else { String::new() };
        if wrong == Some(column.index) {
            class.push_str(" wrong");
        } else if used && asked == Some(column.index) {
            class.push_str(" asked");
        } else if column.role.is_none() && column.period.is_none() {
            class.push_str(" unused");
        }
        view! { <td class=class>{cell(column.index)}</td> }
    });
    view! {
        <tr class=row_class(&row.fate)>
            <td class="num muted">{row.number}</td>
            {cells.collect_view()}
            <td class="row-note">{note}</td>
        </tr>
    }
}
