//! The contribution curve: how few customers bring how much, with Pareto point, Gini and HHI; and the same as a table.

use leptos::prelude::*;

use super::state::PageState;
use crate::chart::curve::{CurveInput, CurveTexts, ParetoPoint, draw, layout};
use crate::engine::CurveView;
use crate::ui::components::Explained;
use crate::ui::drawing::PlainCanvas;
use crate::ui::i18n::Texts;
use crate::ui::words::{CurveFigure, curve_finding, explain_curve, gini_words};

/// Shares of customers that the table has a row for.
const ROWS: [f64; 9] = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0];

#[component]
pub fn Curve() -> impl IntoView {
    let page = PageState::get();
    let label = move || {
        page.curve.with(|view| view.as_ref().map(|view| format!("{}: {}", page.texts().curve_label(), curve_finding(page.texts(), view))))
    };
    view! {
        <div class="curve-plot" role="img" aria-label=label data-testid="curve-chart">
            <PlainCanvas draw=move |pen, size, palette| {
                page.curve.with(|view| {
                    let Some(view) = view else { return };
                    let texts = page.texts();
                    let input = CurveInput {
                        size,
                        points: &view.points,
                        pareto: pareto(texts, view),
                        texts: &curve_texts(texts),
                        share_tick: &|share| texts.share(share),
                    };
                    // A canvas cannot fail to take a line.
                    drop(draw(pen, &layout(&input), palette));
                });
            } />
        </div>
        <CurveFacts />
    }
}

fn pareto(texts: Texts, view: &CurveView) -> Option<ParetoPoint> {
    let (customers, share, money) = view.pareto?;
    let first = texts.picture_caption_count(texts.count(customers));
    Some(ParetoPoint { customers: share, money, text: [first, texts.curve_pareto(texts.share(share), texts.share(money))] })
}

fn curve_texts(texts: Texts) -> CurveTexts {
    CurveTexts {
        money_title: texts.curve_axis_money().to_owned(),
        customers_title: texts.curve_axis_customers().to_owned(),
        equal: texts.curve_equal().to_owned(),
    }
}

/// Pareto point, Gini and HHI, each in words and with what stands behind it.
#[component]
fn CurveFacts() -> impl IntoView {
    let page = PageState::get();
    let texts = move || page.texts();
    let read = move |read: fn(Texts, &CurveView) -> Option<(String, String)>| {
        move || page.curve.with(|view| view.as_ref().and_then(|view| read(texts(), view)))
    };
    let fact = move |name: fn(Texts) -> &'static str, figure: CurveFigure, value: fn(Texts, &CurveView) -> Option<(String, String)>| {
        let explanation = Signal::derive(move || page.curve.with(|view| view.as_ref().map(|view| explain_curve(texts(), figure, view))));
        let value = read(value);
        view! {
            <div>
                <dt>{move || name(texts())}</dt>
                <dd>
                    {move || value().map(|(figure, words)| view! { <b>{figure}</b><span>{words}</span> })}
                    <Explained explanation />
                </dd>
            </div>
        }
    };
    let left_out = move || match page.curve.with(|view| view.as_ref().map_or(0, |view| view.not_positive)) {
        0 => None,
        1 => Some(texts().curve_left_out_one().to_owned()),
        count => Some(texts().curve_left_out(texts().count(count))),
    };
    view! {
        <dl class="curve-facts">
            {fact(Texts::curve_pareto_name, CurveFigure::Pareto, |texts, view| {
                view.pareto.map(|(customers, share, money)| (texts.count(customers), texts.curve_pareto(texts.share(share), texts.share(money))))
            })}
            {fact(Texts::curve_gini, CurveFigure::Gini, |texts, view| view.gini.map(|gini| (texts.decimal(gini, 3), gini_words(texts, gini).to_owned())))}
            {fact(Texts::curve_hhi, CurveFigure::Hhi, |texts, view| {
                view.hhi.map(|hhi| (texts.decimal(hhi, 4), texts.curve_hhi_words(texts.decimal((1.0 / hhi).round(), 0))))
            })}
        </dl>
        {move || left_out().map(|note| view! { <p class="note">{note}</p> })}
    }
}

/// Cumulative shares at a few round shares of customers.
#[component]
pub fn CurveTable() -> impl IntoView {
    let page = PageState::get();
    let rows = move || {
        let texts = page.texts();
        page.curve.with(|view| {
            let points = view.as_ref().map(|view| view.points.clone()).unwrap_or_default();
            let customers = view.as_ref().map_or(0, |view| view.customers);
            ROWS.into_iter().filter_map(|share| row(texts, &points, customers, share)).collect_view()
        })
    };
    view! {
        <div class="table-scroll">
            <table class="table flush" data-testid="curve-table">
                <caption class="hidden-label">{move || page.texts().curve_label()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || page.texts().curve_table_customers()}</th>
                        <th scope="col" class="num">{move || page.texts().curve_table_share()}</th>
                        <th scope="col" class="num">{move || page.texts().curve_table_money()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <CurveFacts />
    }
}

/// The first point that reaches a share of the customers.
fn row(texts: Texts, points: &[(f64, f64)], customers: u32, share: f64) -> Option<impl IntoView + use<>> {
    let (reached, money) = *points.iter().find(|(part, _)| *part >= share - 1e-9)?;
    let count = (reached * f64::from(customers)).round() as u32;
    Some(view! {
        <tr>
            <th scope="row">{texts.count(count)}</th>
            <td class="num">{texts.share_fine(reached)}</td>
            <td class="num">{texts.share_fine(money)}</td>
        </tr>
    })
}
