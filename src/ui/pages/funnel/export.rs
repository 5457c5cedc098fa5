//! The plan as a file: CSV for programs, and a workbook that goes on calculating.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::{FunnelStage, FunnelView, PlanWording, plan_sheet, plan_table};
use crate::report::csv_bytes;
use crate::ui::components::{Icon, Menu};
use crate::ui::exporting::{CSV, file_name, write_workbook};
use crate::ui::i18n::Texts;

#[component]
pub fn PlanExport() -> impl IntoView {
    let page = FunnelState::get();
    view! {
        <Menu icon=Icon::Export label=move || page.texts().plan_export() testid="funnel-export">
            <button type="button" class="button quiet" data-testid="export-funnel-csv" on:click=move |_| csv(page)>
                {move || page.texts().plan_export_csv()}
            </button>
            <button type="button" class="button quiet" data-testid="export-funnel-xlsx" on:click=move |_| workbook(page)>
                {move || page.texts().plan_export_xlsx()}
            </button>
        </Menu>
    }
}

fn name(page: FunnelState, extension: &str) -> String {
    let workspace = page.app.workspace.with_untracked(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
    file_name(&workspace, page.app.texts_now().plan_file(), extension)
}

fn csv(page: FunnelState) {
    if let Some(view) = page.view.get_untracked() {
        page.app.download(&name(page, "csv"), CSV, &csv_bytes(&plan_table(&view)));
    }
}

fn workbook(page: FunnelState) {
    if let Some(view) = page.view.get_untracked() {
        let texts = page.app.texts_now();
        write_workbook(page.app, plan_sheet(&view, &wording(texts, &view, &stage_words(texts, &view))), name(page, "xlsx"));
    }
}

/// Code and name of a stage; the word for a sale that is no level.
fn stage_words(texts: Texts, view: &FunnelView) -> impl Fn(&FunnelStage) -> (String, String) {
    let scheme = view.plan.scheme.clone();
    move |stage| {
        if stage.code.is_empty() {
            (texts.funnel_won_stage().to_owned(), String::new())
        } else {
            (stage.code.clone(), texts.level(&scheme, &stage.code).name)
        }
    }
}

fn wording<'a>(texts: Texts, view: &FunnelView, stage: &'a dyn Fn(&FunnelStage) -> (String, String)) -> PlanWording<'a> {
    let scenario = view.shown().name;
    let columns = [
        texts.funnel_col_level(),
        texts.funnel_level_name(),
        texts.funnel_picture_rate(),
        texts.funnel_col_needed(),
        texts.plan_rounded_up(),
        texts.funnel_col_stock(),
        texts.plan_reaches_sale(),
        texts.funnel_col_expected(),
        texts.plan_cover(),
        texts.compare_extra(),
        texts.funnel_col_last_day(),
    ];
    PlanWording {
        title: texts.nav_funnel().to_owned(),
        heading: if scenario.is_empty() { texts.funnel_scenario_plan().to_owned() } else { scenario },
        target: texts.funnel_target().to_owned(),
        signed: texts.funnel_signed().to_owned(),
        average_order: texts.funnel_average().to_owned(),
        remaining: texts.plan_remaining().to_owned(),
        sales_needed: texts.funnel_sales_needed().to_owned(),
        sales_expected: texts.funnel_col_expected().to_owned(),
        gap: texts.funnel_col_gap().to_owned(),
        extra_entries: texts.compare_extra().to_owned(),
        columns: columns.map(str::to_owned),
        stage,
        notes: vec![texts.funnel_chain_rule().to_owned()],
    }
}
