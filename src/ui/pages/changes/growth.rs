//! What the change of the total is made of: same customers, new, returned, lost. Bars beside figures, in one table.

use leptos::prelude::*;

use super::windows::days_text;
use crate::calendar::Day;
use crate::ui::components::{Explain, SourceTag};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::workspace::Growth;

/// One line of the table: name, handle, customers, then, now.
struct Part {
    name: &'static str,
    code: &'static str,
    customers: u32,
    then: Option<f64>,
    now: Option<f64>,
}

/// `days` are those of the first and of the second window.
#[component]
pub fn GrowthTable(
    #[prop(into)] growth: Signal<Growth>,
    #[prop(into)] days: Signal<[Option<(Day, Day)>; 2]>,
    #[prop(into)] currency: Signal<String>,
    labelled_by: &'static str,
) -> impl IntoView {
    let app = AppState::get();
    let rows = move || {
        let (texts, growth, currency) = (app.texts(), growth.get(), currency.get());
        let largest = growth.total_then().abs().max(growth.total_now().abs());
        parts(texts, growth).into_iter().map(|part| row(texts, &part, largest, &currency)).collect::<Vec<_>>()
    };
    let note = move || {
        let [then, now] = days.get().map(|days| days_text(app.texts(), days));
        app.texts().growth_note(then, now)
    };
    view! {
        <p class="note">
            {note}
            <Explain source=SourceTag::S title=move || app.texts().changes_growth() text=move || app.texts().changes_total_how() />
        </p>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby=labelled_by>
            <table class="table flush growth-table" data-testid="growth-table">
                <thead>
                    <tr>
                        <th scope="col">{move || app.texts().growth_part()}</th>
                        <th scope="col" class="num">{move || app.texts().growth_customers()}</th>
                        <th scope="col" class="num">{move || app.texts().growth_then()}</th>
                        <th scope="col" class="num">{move || app.texts().growth_now()}</th>
                        <th scope="col" class="num">{move || app.texts().growth_change()}</th>
                        <th scope="col"><span class="hidden-label">{move || app.texts().growth_change()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn parts(texts: Texts, growth: Growth) -> [Part; 5] {
    let part = |name, code, customers, then, now| Part { name, code, customers, then, now };
    let all = growth.same_customers + growth.new_customers + growth.returned_customers + growth.lost_customers;
    [
        part(texts.growth_same(), "same", growth.same_customers, Some(growth.same_then), Some(growth.same_now)),
        part(texts.growth_new(), "new", growth.new_customers, None, Some(growth.new_now)),
        part(texts.growth_returned(), "returned", growth.returned_customers, None, Some(growth.returned_now)),
        part(texts.growth_lost(), "lost", growth.lost_customers, Some(growth.lost_then), None),
        part(texts.growth_total(), "total", all, Some(growth.total_then()), Some(growth.total_now())),
    ]
}

fn row(texts: Texts, part: &Part, largest: f64, currency: &str) -> AnyView {
    let money = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.money_exact(value, currency));
    let length = |value: Option<f64>| {
        let share = if largest > 0.0 { value.unwrap_or(0.0).max(0.0) / largest } else { 0.0 };
        format!("{:.1}%", 100.0 * share.min(1.0))
    };
    let change = part.now.unwrap_or(0.0) - part.then.unwrap_or(0.0);
    let sign = if change > 0.0 { "+" } else { "" };
    let class = if part.code == "total" { "sum" } else { "" };
    view! {
        <tr class=class>
            <th scope="row">{part.name}</th>
            <td class="num">{texts.count(part.customers)}</td>
            <td class="num">{money(part.then)}</td>
            <td class="num">{money(part.now)}</td>
            <td class="num" data-testid=format!("growth-{}", part.code) data-value=change.to_string()>
                {sign}{texts.money_exact(change, currency)}
            </td>
            <td class="growth-bars">
                <span aria-hidden="true" style:--then=length(part.then) style:--now=length(part.now)><i></i><b></b></span>
            </td>
        </tr>
    }
    .into_any()
}
