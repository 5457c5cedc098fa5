//! The target split over reps, regions or products: a heat table that names the thin level of each row.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::ShownEntries;
use super::export::{ListExport, save_groups};
use super::shares::SharesButton;
use super::state::FunnelState;
use crate::engine::{FunnelGroupView, FunnelGroupsView, Query};
use crate::plan::StockStage;
use crate::ui::components::{Choice, ExplainedFigure, SelectField};
use crate::ui::state::Followed;
use crate::ui::words::{GroupFigure, explain_group, part_text, plan_error, reach_text};
use crate::units::rounded_up;
use crate::workspace::Dimension;

const DIMENSIONS: [(Dimension, &str); 3] = [(Dimension::Rep, "rep"), (Dimension::Region, "region"), (Dimension::Product, "product")];

#[component]
pub fn GroupsSection() -> impl IntoView {
    let page = FunnelState::get();
    let chosen = RwSignal::new(None::<Dimension>);
    // The first dimension the data have, until another is chosen.
    let dimension = Memo::new(move |_| {
        chosen.get().or_else(|| {
            page.read(|view| {
                let there = [!view.reps.is_empty(), !view.regions.is_empty(), !view.products.is_empty()];
                DIMENSIONS.iter().zip(there).find(|(_, there)| *there).map(|((dimension, _), _)| *dimension)
            })
            .flatten()
        })
    });
    let groups =
        page.app.follow::<FunnelGroupsView>(move || Some(Query::FunnelGroups { scenario: page.asked.get(), dimension: dimension.get()? }));
    let save = move |kind| groups.with_untracked(|groups| groups.iter().for_each(|groups| save_groups(page, groups, kind)));
    view! {
        <Show when=move || dimension.get().is_some()>
            <section class="section groups" aria-labelledby="groups-title">
                <div class="section-head">
                    <h2 id="groups-title">{move || page.texts().funnel_groups()}</h2>
                    <div class="section-tools">
                        <DimensionField dimension chosen />
                        <SharesButton groups />
                        <ListExport testid="funnel-groups-export" code="export-groups" on_choose=save />
                    </div>
                </div>
                <p class="rule">{move || page.texts().funnel_groups_rule()}</p>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="groups-title">
                    <Show
                        when=move || groups.with(|groups| groups.as_ref().is_some_and(|groups| !groups.groups.is_empty()))
                        fallback=move || view! { <p class="note">{move || errors_text(page, groups)}</p> }
                    >
                        <HeatTable groups />
                    </Show>
                </div>
            </section>
        </Show>
    }
}

/// Why there is no table.
fn errors_text(page: FunnelState, groups: Followed<FunnelGroupsView>) -> String {
    groups.with(|groups| {
        let texts = page.texts();
        let wrong = groups.as_ref().and_then(|groups| plan_error(texts, &groups.errors, &crate::plan::Field::Shares));
        wrong.unwrap_or_else(|| texts.funnel_groups_no_plan().to_owned())
    })
}

#[component]
fn DimensionField(dimension: Memo<Option<Dimension>>, chosen: RwSignal<Option<Dimension>>) -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        let texts = page.texts();
        let there = page.read(|view| [!view.reps.is_empty(), !view.regions.is_empty(), !view.products.is_empty()]).unwrap_or_default();
        let words = [texts.funnel_by_rep(), texts.funnel_by_region(), texts.funnel_by_product()];
        let choices = DIMENSIONS.iter().zip(words).zip(there).filter(|(_, there)| *there);
        choices.map(|(((_, code), words), _)| Choice::new(*code, words)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        let shown = dimension.get();
        DIMENSIONS.iter().find(|(dimension, _)| Some(*dimension) == shown).map(|(_, code)| (*code).to_owned()).unwrap_or_default()
    });
    let choose = move |code: String| chosen.set(DIMENSIONS.iter().find(|(_, known)| *known == code).map(|(dimension, _)| *dimension));
    view! { <SelectField label=move || page.texts().funnel_groups() options value on_change=choose testid="funnel-dimension" /> }
}

#[component]
fn HeatTable(groups: Followed<FunnelGroupsView>) -> impl IntoView {
    let page = FunnelState::get();
    let stages = Memo::new(move |_| page.read(|view| (1..view.stages.len()).collect::<Vec<_>>()).unwrap_or_default());
    let heads = move || stages.get().into_iter().map(|stage| view! { <th class="num">{page.stage_name(stage)}</th> }).collect_view();
    let rows = move || {
        let Some(view) = groups.get() else { return Vec::new() };
        let dimension = view.dimension;
        Arc::unwrap_or_clone(view).groups.into_iter().map(|group| group_row(page, dimension, group)).collect::<Vec<_>>()
    };
    let name = move || {
        let texts = page.texts();
        match groups.with(|groups| groups.as_ref().map(|groups| groups.dimension)) {
            Some(Dimension::Region) => texts.funnel_entry_region(),
            Some(Dimension::Product) => texts.funnel_entry_product(),
            _ => texts.funnel_entry_owner(),
        }
    };
    view! {
        <table class="table flush heat-table" data-testid="funnel-heat">
            <thead>
                <tr>
                    <th>{name}</th>
                    <th class="num">{move || page.texts().funnel_group_target()}</th>
                    <th class="num">{move || page.texts().funnel_col_expected()}</th>
                    {heads}
                    <th>{move || page.texts().funnel_group_thin()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn group_row(page: FunnelState, dimension: Dimension, group: FunnelGroupView) -> AnyView {
    let texts = page.texts();
    let told = StoredValue::new(group.clone());
    let why = move |figure: GroupFigure| {
        move || page.read(|view| told.with_value(|group| explain_group(page.texts(), figure, group, view))).flatten()
    };
    let (target, expected) = (reach_text(texts, group.plan.chain.sales()), part_text(texts, group.plan.stock.expected_sales));
    let name = if group.name.is_empty() { texts.funnel_group_none().to_owned() } else { group.name.clone() };
    let cells = group.plan.stock.stages.iter().enumerate().skip(1);
    let cells = cells.map(|(stage, held)| heat_cell(page, dimension, &group, &name, stage, held)).collect_view();
    let thin = group.plan.stock.thin.and_then(|stage| {
        let held = group.plan.stock.stages.get(stage)?;
        let short = held.required.needed()? - held.stock;
        (short > 0.0).then(|| (page.stage_name(stage), texts.funnel_group_thin_short(texts.decimal(rounded_up(short), 0))))
    });
    let thin = match thin {
        Some((stage, short)) => {
            view! { <ExplainedFigure text=move || stage.clone() explanation=why(GroupFigure::Thin) />" "<span class="muted">{short}</span> }
                .into_any()
        }
        None => view! { <span class="muted">{texts.funnel_group_fine()}</span> }.into_any(),
    };
    view! {
        <tr data-group=group.name.clone()>
            <th scope="row">{name.clone()}" "<small class="muted">{texts.share(group.plan.share)}</small></th>
            <td class="num"><ExplainedFigure text=move || target.clone() explanation=why(GroupFigure::Target) /></td>
            <td class="num"><ExplainedFigure text=move || expected.clone() explanation=why(GroupFigure::Expected) /></td>
            {cells}
            <td>{thin}</td>
        </tr>
    }
    .into_any()
}

fn heat_cell(page: FunnelState, dimension: Dimension, group: &FunnelGroupView, name: &str, stage: usize, held: &StockStage) -> AnyView {
    let shown = ShownEntries::get();
    let texts = page.texts();
    let code = page.stage_name(stage);
    let (stock, cover) = (part_text(texts, held.stock), held.cover.map(|cover| texts.share(cover)));
    let thin = group.plan.stock.thin == Some(stage) && held.cover.is_some_and(|cover| cover < 1.0);
    let short = format!("{:.2}", held.cover.map_or(0.0, |cover| (1.0 - cover).clamp(0.0, 1.0)));
    let (before, after) = (texts.funnel_cell_before(name, &code), texts.funnel_cell_after());
    let of = group.name.clone();
    view! {
        <td class=if thin { "num heat thin" } else { "num heat" } style:--short=short>
            <button type="button" on:click=move |_| shown.level(&code, Some((dimension, of.clone())))>
                <span class="hidden-label">{before}</span>
                <b>{stock}</b>
                <small>{cover}</small>
                <span class="hidden-label">{after}</span>
            </button>
        </td>
    }
    .into_any()
}
