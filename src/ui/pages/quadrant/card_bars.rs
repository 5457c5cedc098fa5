//! A customer's periods as bars under a sentence, and the same figures as a table.

use leptos::prelude::*;

use super::card::CardState;
use crate::calendar::Grain;
use crate::chart::bars::{Bar, BarsInput, draw, layout};
use crate::engine::{CardView, PeriodBar};
use crate::ui::drawing::PlainCanvas;
use crate::ui::i18n::Texts;
use crate::ui::words::{bars_notes, bars_title, period_state, short_period};

#[component]
pub fn CardBars() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let title = move || card.read(|view| bars_title(texts(), view));
    let notes = move || card.read(|view| bars_notes(texts(), view, &card.page.currency.get()));
    view! {
        <Show when=move || card.read(|view| !view.bars.is_empty())>
            <div class="section">
                <h3>{title}</h3>
                <div class="bars-plot" role="img" aria-label=title>
                    <PlainCanvas draw=move |pen, size, palette| {
                        card.read(|view| {
                            let (texts, currency) = (texts(), card.page.currency.get());
                            let mean = view.mean.map(|mean| texts.card_bars_mean(texts.money(mean, &currency))).unwrap_or_default();
                            let input = BarsInput {
                                size,
                                bars: &bars(texts, view),
                                class: view.class.map(|class| class.index() as u8),
                                mean: view.mean,
                                mean_text: &mean,
                                amount_text: &|amount| texts.money(amount, &currency),
                            };
                            // A canvas cannot fail to take a line.
                            drop(draw(pen, &layout(&input), palette));
                        });
                    } />
                </div>
                {move || notes().into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view()}
                <details class="bars-table">
                    <summary>{move || texts().picture_as_table()}</summary>
                    <BarsTable />
                </details>
            </div>
        </Show>
    }
}

fn bars(texts: Texts, card: &CardView) -> Vec<Bar> {
    let with_year = |place: usize| place == 0 || place + 1 == card.bars.len();
    let bar = |(place, bar): (usize, &PeriodBar)| Bar {
        amount: bar.amount,
        returns: bar.returns,
        state: bar.state,
        label: short_period(texts, card.grain, bar.period, with_year(place)),
    };
    card.bars.iter().enumerate().map(bar).collect()
}

#[component]
fn BarsTable() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let rows = move || {
        card.read(|view| {
            let currency = card.page.currency.get();
            view.bars.iter().map(|bar| row(texts(), view.grain, *bar, &currency)).collect_view()
        })
    };
    view! {
        <table class="table flush small">
            <thead>
                <tr>
                    <th scope="col">{move || texts().card_bars_table_period()}</th>
                    <th scope="col" class="num">{move || texts().card_bars_table_amount()}</th>
                    <th scope="col" class="num">{move || texts().card_bars_table_returns()}</th>
                    <th scope="col">{move || texts().card_bars_table_state()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(texts: Texts, grain: Grain, bar: PeriodBar, currency: &str) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{texts.period(grain, bar.period)}</th>
            <td class="num">{texts.money_exact(bar.amount, currency)}</td>
            <td class="num">{texts.money_exact(bar.returns, currency)}</td>
            <td>{period_state(texts, bar.state)}</td>
        </tr>
    }
}
