//! The chain as a table: each level with what is needed, in stock, expected and missing; between two levels the advance rate.

use leptos::prelude::*;

use super::entries::ShownEntries;
use super::rates::RatesRule;
use super::state::FunnelState;
use super::step::rate_row;
use crate::calendar::Day;
use crate::engine::FunnelStage;
use crate::plan::{Allowed, Field, Reach, StockStage};
use crate::ui::components::{ExplainedFigure, FigureField, FigureKind, Popover};
use crate::ui::words::{FunnelFigure, part_text, plan_error, reach_text};
use crate::units::rounded_up;

#[component]
pub fn ChainSection() -> impl IntoView {
    let page = FunnelState::get();
    let codes =
        Memo::new(move |_| page.read(|view| view.stages.iter().map(|stage| stage.code.clone()).collect::<Vec<_>>()).unwrap_or_default());
    let rows = move || {
        let codes = codes.get();
        let count = codes.len();
        let row = |(stage, code): (usize, String)| {
            let step = (stage + 1 < count).then(|| rate_row(page, stage));
            [Some(level_row(page, stage, code)), step]
        };
        codes.into_iter().enumerate().flat_map(row).flatten().collect_view()
    };
    let heads = move || {
        let texts = page.texts();
        [texts.funnel_col_needed(), texts.funnel_col_stock(), texts.funnel_col_expected(), texts.funnel_col_gap()]
            .map(|head| view! { <th class="num" role="columnheader">{head}</th> })
            .collect_view()
    };
    // On a narrow screen the rows are stacked, which takes their meaning from the elements; so the roles are said.
    view! {
        <section class="section chain" aria-labelledby="chain-title">
            <h2 id="chain-title">{move || page.texts().funnel_chain()}</h2>
            <p class="rule">{move || page.texts().funnel_chain_rule()}</p>
            <RatesRule />
            <div class="table-scroll">
                <table class="table flush" role="table" data-testid="funnel-table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader">{move || page.texts().funnel_col_level()}</th>
                            {heads}
                            <th class="funnel-cell" role="columnheader">
                                {move || page.texts().funnel_col_scale()}" "<span class="key-need"></span>
                                {move || page.texts().funnel_key_need()}" "<span class="key-stock"></span>
                                {move || page.texts().funnel_key_stock()}
                            </th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}{sum_row(page)}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The stage held against its need; tracked.
fn held(page: FunnelState, stage: usize) -> Option<StockStage> {
    page.read(|view| view.held.as_ref().and_then(|held| held.stages.get(stage).copied())).flatten()
}

fn stage_of(page: FunnelState, stage: usize) -> Option<FunnelStage> {
    page.read(|view| view.stages.get(stage).cloned()).flatten()
}

fn level_row(page: FunnelState, stage: usize, code: String) -> AnyView {
    let shown = ShownEntries::get();
    let required = Memo::new(move |_| page.chain(|chain| chain.stages.get(stage).map(|stage| stage.required)).flatten());
    let name_code = code.clone();
    let name = move || if name_code.is_empty() { String::new() } else { page.texts().level(&page.scheme(), &name_code).name };
    let head = move || page.stage_name(stage);
    let is_held = Memo::new(move |_| held(page, stage).is_some());
    let dash = || "–".to_owned();
    let expected = move || held(page, stage).and_then(|held| held.expected).map_or_else(dash, |expected| part_text(page.texts(), expected));
    let gap = move || held(page, stage).map_or_else(dash, |held| reach_text(page.texts(), held.extra));
    let is_level = !code.is_empty();
    let stock_code = code.clone();
    let stock = is_level.then(|| {
        let label_code = stock_code.clone();
        view! {
            <FigureField
                label=move || page.texts().funnel_stock_label(&label_code)
                label_hidden=true
                value=Signal::derive(move || stage_of(page, stage).and_then(|stage| stage.typed_stock.or(stage.counted)))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid=format!("level-count-{stock_code}")
                placeholder=move || "0".to_owned()
                on_change=move |stock| page.edit_level(&stock_code, |choice| choice.stock = stock)
            />
        }
    });
    let show_entries = {
        let code = code.clone();
        move || {
            let code = code.clone();
            let label = page.texts().funnel_entries_at(&code);
            let counted = stage_of(page, stage).and_then(|stage| stage.counted).is_some_and(|counted| counted > 0.0);
            counted.then(|| {
                view! {
                    <button type="button" class="link-button" aria-label=label on:click=move |_| shown.level(&code, None)>"…"</button>
                }
            })
        }
    };
    let testid = if is_level { format!("required-{code}") } else { "required-won".to_owned() };
    let required_code = code.clone();
    view! {
        <tr class="level" role="row">
            <th scope="row" role="rowheader"><b>{head}</b><span>{name}</span></th>
            <td class="num strong" role="cell" data-label=move || page.texts().funnel_col_needed()>
                <span
                    data-testid=testid.clone()
                    data-value=move || required.get().and_then(Reach::needed).map(|needed| needed.to_string())
                    class:typed=move || stage_typed(page, stage)
                >
                    <Show when=move || required.get().is_some()>
                        <ExplainedFigure
                            text=move || required.get().map(|required| reach_text(page.texts(), required)).unwrap_or_default()
                            explanation=move || page.explain(FunnelFigure::Required { stage })
                        />
                    </Show>
                </span>
                {(is_level && stage > 0).then(|| required_popover(page, stage, required_code))}
                {at_confidence(page, stage, format!("{testid}-at-confidence"))}
            </td>
            <td class="num" role="cell" data-label=move || page.texts().funnel_col_stock()>{stock}{show_entries}</td>
            <td class="num" role="cell" data-label=move || page.texts().funnel_col_expected()>
                <Show when=move || is_held.get()>
                    <ExplainedFigure text=expected explanation=move || page.explain(FunnelFigure::Expected { stage }) />
                </Show>
            </td>
            <td class="num" role="cell" data-label=move || page.texts().funnel_col_gap()>
                <span
                    data-testid=format!("gap-{code}")
                    data-value=move || held(page, stage).and_then(|held| held.extra.needed()).map(|extra| extra.to_string())
                >
                    <Show when=move || is_held.get()>
                        <ExplainedFigure text=gap explanation=move || page.explain(FunnelFigure::Extra { stage }) />
                    </Show>
                </span>
                {last_day(page, stage, format!("last-day-{code}"))}
            </td>
            <td class="funnel-cell" role="cell">{bar(page, stage)}</td>
        </tr>
    }
    .into_any()
}

/// The number that is enough at the chosen confidence, under the one of the plain division.
fn at_confidence(page: FunnelState, stage: usize, testid: String) -> impl IntoView {
    let found = Memo::new(move |_| page.sure(|sure| sure.required.get(stage).copied()).flatten());
    let text = move || {
        let confidence = page.scenario.with(|scenario| scenario.confidence);
        let number = found.get().map(|found| reach_text(page.texts(), found)).unwrap_or_default();
        page.texts().funnel_at_confidence(number, page.texts().share(confidence))
    };
    view! {
        <Show when=move || found.get().is_some()>
            <small
                class="at-confidence"
                data-testid=testid.clone()
                data-value=move || found.get().and_then(Reach::needed).map(|needed| needed.to_string())
            >
                <ExplainedFigure text explanation=move || page.explain(FunnelFigure::Confident { stage }) />
            </small>
        </Show>
    }
}

/// The last day on which coming here still helps.
fn last_day(page: FunnelState, stage: usize, testid: String) -> impl IntoView {
    let day = Memo::new(move |_| stage_of(page, stage).and_then(|stage| stage.last_day));
    let text = move || day.get().map(|day| page.texts().funnel_enter_by(page.texts().day(day))).unwrap_or_default();
    view! {
        <Show when=move || day.get().is_some()>
            <small class="at-confidence" data-testid=testid.clone() data-value=move || day.get().map(Day::iso)>
                <ExplainedFigure text explanation=move || page.explain(FunnelFigure::LastDay { stage }) />
            </small>
        </Show>
    }
}

fn stage_typed(page: FunnelState, stage: usize) -> bool {
    page.chain(|chain| chain.stages.get(stage).is_some_and(|stage| stage.source == crate::plan::Source::Typed)).unwrap_or(false)
}

/// A number typed over the computed one; everything farther out follows from it.
fn required_popover(page: FunnelState, stage: usize, code: String) -> impl IntoView {
    let label_code = code.clone();
    let label = move || page.texts().funnel_required_label(&label_code);
    let value_code = code.clone();
    let value = Signal::derive(move || page.scenario.with(|scenario| scenario.levels.get(&value_code).and_then(|choice| choice.required)));
    view! {
        <Popover class="tag edit" label=label.clone() trigger=move || view! { <span>"✎"</span> }>
            <FigureField
                label=label.clone()
                value
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid=format!("required-typed-{code}")
                refused=refused(page, Field::Required { stage })
                placeholder=move || {
                    page.chain(|chain| chain.stages.get(stage).map(|stage| reach_text(page.texts(), stage.computed))).flatten().unwrap_or_default()
                }
                on_change={
                    let code = code.clone();
                    move |required| page.edit_level(&code, |choice| choice.required = required)
                }
            />
        </Popover>
    }
}

/// What is said of a field that the chain cannot be worked back from.
pub fn refused(page: FunnelState, field: Field) -> Signal<Option<String>> {
    Signal::derive(move || page.read(|view| plan_error(page.texts(), view.chain.as_ref().err()?, &field)).flatten())
}

/// Needed outlined, stock filled, both to one scale.
fn bar(page: FunnelState, stage: usize) -> impl IntoView {
    let share = move |value: Option<f64>| {
        let most = page
            .read(|view| {
                let needed = view.chain.iter().flat_map(|chain| &chain.stages).filter_map(|stage| stage.required.needed());
                needed.chain(view.stages.iter().map(FunnelStage::stock)).fold(0.0, f64::max)
            })
            .filter(|most| *most > 0.0)?;
        Some(format!("{:.2}%", 100.0 * value? / most))
    };
    let needed = move || share(page.chain(|chain| chain.stages.get(stage).and_then(|stage| stage.required.needed())).flatten());
    let stock = move || share(stage_of(page, stage).map(|stage| stage.stock()));
    view! { <span class="funnel-bar" aria-hidden="true" style:--need=needed style:--stock=stock><i></i></span> }
}

fn sum_row(page: FunnelState) -> impl IntoView {
    let stock = move || page.read(|view| part_text(page.texts(), view.stages.iter().map(FunnelStage::stock).sum()));
    let is_held = Memo::new(move |_| page.read(|view| view.held.is_some()).unwrap_or(false));
    let has_gap = Memo::new(move |_| page.read(|view| view.held.as_ref().is_some_and(|held| held.gap.is_some())).unwrap_or(false));
    let expected =
        move || page.read(|view| view.held.as_ref().map(|held| part_text(page.texts(), held.expected_sales))).flatten().unwrap_or_default();
    let gap_text = move || {
        let gap = page.read(|view| view.held.as_ref().and_then(|held| held.gap)).flatten()?;
        let nearest = page.stage_name(0);
        Some(format!(
            "{} {nearest}",
            if gap.fract() == 0.0 { page.texts().decimal(rounded_up(gap), 0) } else { part_text(page.texts(), gap) }
        ))
    };
    let gap = move || gap_text().unwrap_or_default();
    view! {
        <tr class="sum" role="row">
            <th scope="row" role="rowheader">{move || page.texts().funnel_all()}</th>
            <td role="cell"></td>
            <td class="num" role="cell" data-label=move || page.texts().funnel_col_stock()>{stock}</td>
            <td class="num" role="cell" data-testid="funnel-expected" data-label=move || page.texts().funnel_col_expected()>
                <Show when=move || is_held.get()>
                    <ExplainedFigure text=expected explanation=move || page.explain(FunnelFigure::ExpectedAll) />
                </Show>
            </td>
            <td class="num" role="cell" data-testid="funnel-gap" data-label=move || page.texts().funnel_col_gap()>
                <Show when=move || has_gap.get()>
                    <ExplainedFigure text=gap explanation=move || page.explain(FunnelFigure::Gap) />
                </Show>
            </td>
            <td role="cell"></td>
        </tr>
    }
}
