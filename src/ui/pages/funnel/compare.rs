//! Scenarios side by side: what differs from the plan stands out, with the difference.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::{FunnelScenariosView, Query, ScenarioCell, ScenarioFigure, ScenarioRow, ScenarioValue};
use crate::ui::words::{part_text, scenario_name};
use crate::units::rounded_up;

#[component]
pub fn CompareSection() -> impl IntoView {
    let page = FunnelState::get();
    let several = Memo::new(move |_| page.read(|view| view.plan.scenarios.len() > 1).unwrap_or(false));
    let found = page.app.follow::<FunnelScenariosView>(move || several.get().then_some(Query::FunnelScenarios));
    let heads = move || {
        let count = found.with(|found| found.as_ref().map_or(0, |found| found.scenarios.len()));
        let name = |index: usize| page.read(|view| scenario_name(page.texts(), &view.plan, index));
        (0..count).map(|index| view! { <th class="num" scope="col">{name(index)}</th> }).collect_view()
    };
    let rows = move || {
        found.with(|found| found.iter().flat_map(|found| found.rows.iter().map(|row| figure_row(page, found, row))).collect::<Vec<_>>())
    };
    view! {
        <Show when=move || several.get() && found.with(Option::is_some)>
            <section class="section compare" aria-labelledby="compare-title">
                <h2 id="compare-title">{move || page.texts().compare_title()}</h2>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="compare-title">
                    <table class="table flush" data-testid="funnel-compare">
                        <thead><tr><th scope="col">{move || page.texts().compare_figure()}</th>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn figure_row(page: FunnelState, found: &FunnelScenariosView, row: &ScenarioRow) -> AnyView {
    let cells = row.cells.iter().map(|cell| cell_view(page, found, row.figure, cell)).collect_view();
    view! { <tr><th scope="row">{figure_name(page, row.figure)}</th>{cells}</tr> }.into_any()
}

fn cell_view(page: FunnelState, found: &FunnelScenariosView, figure: ScenarioFigure, cell: &ScenarioCell) -> AnyView {
    let difference = cell.difference.filter(|_| cell.differs).map(|difference| {
        let sign = if difference > 0.0 { "+" } else { "−" };
        format!("{sign}{}", figure_text(page, figure, difference.abs(), &found.currency))
    });
    let value = match cell.value {
        ScenarioValue::Number(value) => figure_text(page, figure, value, &found.currency),
        ScenarioValue::CannotBeReached => "∞".to_owned(),
        ScenarioValue::Unknown => "–".to_owned(),
    };
    view! {
        <td class=if cell.differs { "num differs" } else { "num" }>
            {value}
            {difference.map(|difference| view! { <small>{difference}</small> })}
        </td>
    }
    .into_any()
}

fn figure_name(page: FunnelState, figure: ScenarioFigure) -> String {
    let texts = page.texts();
    match figure {
        ScenarioFigure::Target => texts.funnel_target().to_owned(),
        ScenarioFigure::Signed => texts.funnel_signed().to_owned(),
        ScenarioFigure::AverageOrder => texts.funnel_average().to_owned(),
        ScenarioFigure::Sales => texts.funnel_sales_needed().to_owned(),
        ScenarioFigure::Rate { step } => texts.funnel_step(page.stage_name(step + 1), page.stage_name(step)),
        ScenarioFigure::Conversion => texts.audit_k_conversion().to_owned(),
        ScenarioFigure::Required { stage } => texts.funnel_required_label(page.stage_name(stage)),
        ScenarioFigure::Stock { stage } => texts.funnel_stock_label(page.stage_name(stage)),
        ScenarioFigure::Expected => texts.funnel_col_expected().to_owned(),
        ScenarioFigure::Gap => texts.funnel_col_gap().to_owned(),
        ScenarioFigure::ExtraEntries => texts.compare_extra().to_owned(),
        ScenarioFigure::Confidence => texts.compare_confidence().to_owned(),
        ScenarioFigure::EntriesPerMonth => texts.compare_entries_per_month().to_owned(),
        ScenarioFigure::Heads => texts.staffing_col_heads().to_owned(),
    }
}

fn figure_text(page: FunnelState, figure: ScenarioFigure, value: f64, currency: &str) -> String {
    let texts = page.texts();
    match figure {
        ScenarioFigure::Target | ScenarioFigure::Signed | ScenarioFigure::AverageOrder => texts.money(value, currency),
        ScenarioFigure::Rate { .. } | ScenarioFigure::Conversion => texts.share_fine(value),
        ScenarioFigure::Confidence => texts.share(value),
        ScenarioFigure::Expected | ScenarioFigure::Gap | ScenarioFigure::EntriesPerMonth => part_text(texts, value),
        _ => texts.decimal(rounded_up(value), 0),
    }
}
