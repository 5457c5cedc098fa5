//! Hours of every rep's weeks, and where more is due than there is time for.

use leptos::prelude::*;

use super::state::TimeState;
use crate::effort::RepWeek;
use crate::ui::components::Explained;
use crate::ui::words::{explain_load, hours_text, rep_name, waiting_text};

/// Reps shown; a rep column that is none can hold thousands.
const MOST_SHOWN: usize = 40;

#[component]
pub fn LoadTable() -> impl IntoView {
    let page = TimeState::get();
    let heads = move || {
        let texts = page.texts();
        let weeks = page.listed(|list| list.weeks.iter().filter(|week| week.rep == 0).map(|week| week.monday).collect::<Vec<_>>());
        weeks.unwrap_or_default().into_iter().map(|monday| view! { <th class="num">{texts.day(monday)}</th> }).collect_view()
    };
    let rows = move || {
        let texts = page.texts();
        page.listed(|list| {
            let reps = list.reps.iter().enumerate().take(MOST_SHOWN);
            let row = |(place, rep): (usize, &crate::engine::RepView)| {
                let cells = list.weeks.iter().filter(|week| week.rep == place).map(|week| cell(page, week)).collect::<Vec<_>>();
                view! { <tr><th scope="row">{rep_name(texts, &rep.name, place)}</th>{cells}</tr> }.into_any()
            };
            reps.map(row).collect::<Vec<_>>()
        })
    };
    let why = Signal::derive(move || {
        let texts = page.texts();
        page.read(|view| page.listed(|list| explain_load(texts, view, list))).flatten()
    });
    let rule = move || {
        let texts = page.texts();
        page.listed(|list| texts.calls_load_rule(hours_text(texts, list.rep_week_hours), texts.share(list.planned_share)))
    };
    view! {
        <h3 id="load-title">{move || page.texts().calls_load_title()}" "<Explained explanation=why /></h3>
        <p class="rule">{rule}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="load-title">
            <table class="table flush load" data-testid="call-load-table">
                <thead><tr><th>{move || page.texts().calls_rep()}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell(page: TimeState, week: &RepWeek) -> AnyView {
    let texts = page.texts();
    let planned = week.planned_hours + week.carried_hours;
    let waiting = (week.waiting() > 0).then(|| {
        let classes = texts.calls_load_classes(waiting_text(texts, week));
        view! { <small class="bad-text" title=classes.clone()>{texts.calls_load_waiting(texts.count(week.waiting()))}</small><small>{waiting_text(texts, week)}</small> }
    });
    let over = (week.over_hours > 0.0)
        .then(|| view! { <small class="bad-text">{texts.calls_load_over(hours_text(texts, week.over_hours))}</small> });
    view! {
        <td class="num" data-over=week.is_over_committed().to_string() data-waiting=week.waiting().to_string()>
            {texts.calls_load_cell(hours_text(texts, week.handed_out_hours), hours_text(texts, planned))}
            {over}
            {waiting}
        </td>
    }
    .into_any()
}
