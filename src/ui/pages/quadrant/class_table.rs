//! The picture as a table: the classes with the same figures; the list below holds every customer.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::{Class, Quadrant};
use crate::ui::components::{ClassName, class_css};

const CLASSES: [Class; 5] = [Some(Quadrant::I), Some(Quadrant::II), Some(Quadrant::III), Some(Quadrant::IV), None];

#[component]
pub fn ClassTable() -> impl IntoView {
    let page = PageState::get();
    let rows = move || CLASSES.into_iter().enumerate().map(|(place, class)| row(page, place, class)).collect_view();
    let total = move || {
        let (texts, currency) = (page.texts(), page.currency.get());
        page.overview.with(|view| view.as_ref().map(|view| (texts.count(view.customers), texts.money_exact(view.total, &currency))))
    };
    view! {
        <div class="table-scroll">
            <table class="table flush" data-testid="class-table">
                <caption class="hidden-label">{move || page.texts().classes_title()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || page.texts().list_class()}</th>
                        <th scope="col" class="num">{move || page.texts().classes_customers()}</th>
                        <th scope="col" class="num">{move || page.texts().classes_amount()}</th>
                        <th scope="col" class="num">{move || page.texts().classes_share()}</th>
                        <th scope="col" class="num">{move || page.texts().classes_by_hand()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{move || page.texts().classes_total()}</th>
                        <td class="num">{move || total().map(|total| total.0)}</td>
                        <td class="num">{move || total().map(|total| total.1)}</td>
                        <td></td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn row(page: PageState, place: usize, class: Class) -> impl IntoView {
    let (texts, currency) = (page.texts(), page.currency.get());
    let totals = page.overview.with(|view| view.as_ref().map(|view| view.classes[place]).unwrap_or_default());
    let with_money = page.overview.with(|view| view.as_ref().is_some_and(|view| view.with_amount > 0));
    view! {
        <tr class=class_css(class)>
            <th scope="row"><ClassName side=page.side class=class /></th>
            <td class="num">{texts.count(totals.customers)}</td>
            <td class="num">{if with_money { texts.money_exact(totals.amount, &currency) } else { "–".to_owned() }}</td>
            <td class="num">{totals.share.map_or_else(|| "–".to_owned(), |share| texts.share_fine(share))}</td>
            <td class="num">{texts.count(totals.overridden)}</td>
        </tr>
    }
}
