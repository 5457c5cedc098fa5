//! The calls, one a row.

use leptos::prelude::*;

use super::calls::CallFilter;
use super::state::TimeState;
use crate::classify::Side;
use crate::effort::ClassKind;
use crate::engine::CallRow;
use crate::ui::components::{ClassName, Explained};
use crate::ui::router::go;
use crate::ui::state::Page;
use crate::ui::words::{explain_call_hours, explain_due, hours_text, rep_name};

/// Rows shown; the rest goes out with the export.
const MOST_SHOWN: usize = 200;

#[component]
pub fn CallRows(filter: CallFilter) -> impl IntoView {
    let page = TimeState::get();
    let shown = Memo::new(move |_| {
        let test = filter.test();
        page.listed(|list| {
            let passing = || list.calls.iter().filter(|call| test(call));
            (passing().take(MOST_SHOWN).cloned().collect::<Vec<_>>(), passing().count())
        })
        .unwrap_or_default()
    });
    let rows = move || shown.with(|(rows, _)| rows.iter().map(|call| row(page, call)).collect::<Vec<_>>());
    let rest = move || {
        let more = shown.with(|(rows, all)| all.saturating_sub(rows.len()));
        (more > 0).then(|| view! { <p class="note">{page.texts().calls_more(page.texts().count(more as u64))}</p> })
    };
    let due = Signal::derive(move || page.read(|view| explain_due(page.texts(), view)));
    let hours = Signal::derive(move || page.read(|view| explain_call_hours(page.texts(), view)));
    let count = move || shown.with(|(_, all)| page.texts().calls_shown(page.texts().count(*all as u64)));
    view! {
        <p class="note" data-testid="calls-count" data-value=move || shown.with(|(_, all)| all.to_string()) aria-live="polite">{count}</p>
        <div class="table-scroll call-scroll" tabindex="0" role="group" aria-labelledby="calls-title">
            <table class="table flush" data-testid="call-list-table">
                <thead>
                    <tr>
                        <th>{move || page.texts().calls_col_week()}</th>
                        <th>{move || page.texts().calls_rep()}</th>
                        <th>{move || page.texts().calls_col_customer()}</th>
                        <th>{move || page.texts().calls_class()}</th>
                        <th>{move || page.texts().calls_col_channel()}</th>
                        <th>{move || page.texts().calls_col_reason()}</th>
                        <th class="num">{move || page.texts().calls_col_due()}" "<Explained explanation=due /></th>
                        <th class="num">{move || page.texts().calls_col_last()}</th>
                        <th class="num">{move || page.texts().calls_col_hours()}" "<Explained explanation=hours /></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {rest}
    }
}

fn row(page: TimeState, call: &CallRow) -> AnyView {
    let texts = page.texts();
    let rep = page.listed(|list| list.reps.get(call.rep as usize).map(|rep| rep.name.clone())).flatten().unwrap_or_default();
    let side = if call.class.kind() == ClassKind::Potential { Side::Potential } else { Side::Existing };
    let late = call.due < call.monday;
    let last = call.last_contact.map_or_else(|| "–".to_owned(), |day| texts.day(day));
    let name = match call.customer {
        Some(customer) => {
            let open = move |_| {
                // A number stands for somebody else on the other side.
                page.app.side.set(side);
                page.app.selected.set(Some(customer));
                go(if side == Side::Existing { Page::Existing } else { Page::Potential });
            };
            let label = texts.calls_open_card(&call.name);
            view! { <button type="button" class="link-button" aria-label=label on:click=open>{call.name.clone()}</button> }.into_any()
        }
        None => call.name.clone().into_any(),
    };
    view! {
        <tr data-customer=call.key.clone()>
            <td>{texts.day(call.monday)}</td>
            <td>{rep_name(texts, &rep, call.rep as usize)}</td>
            <th scope="row">{name}</th>
            <td><ClassName side class=call.class.quadrant() /></td>
            <td>{texts.channel(call.channel)}</td>
            <td>{texts.call_reason(call.reason)}</td>
            <td class="num" class:warn-text=late>{texts.day(call.due)}</td>
            <td class="num">{last}</td>
            <td class="num">{hours_text(texts, call.hours)}</td>
        </tr>
    }
    .into_any()
}
