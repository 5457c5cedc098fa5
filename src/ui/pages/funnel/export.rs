//! The plan as a file: CSV for programs, and a workbook that goes on calculating. The lists of groups and of who is overdue as files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::FunnelState;
use crate::calendar::Day;
use crate::engine::{
    FunnelAuditView, FunnelGroupsView, FunnelStage, FunnelView, PlanWording, Query, TableWording, audit_table, group_table, plan_sheet,
    plan_table,
};
use crate::report::{ReportTable, csv_bytes};
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
    file_name(&page.app.workspace_name(), page.app.texts_now().plan_file(), extension)
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

/// A list of the page as a file.
#[component]
pub fn ListExport(
    testid: &'static str,
    /// Begins the handles of the two entries.
    code: &'static str,
    on_choose: impl Fn(FileKind) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let page = FunnelState::get();
    view! {
        <Menu icon=Icon::Export label=move || page.texts().list_export() testid>
            <button type="button" class="button quiet" data-testid=format!("{code}-csv") on:click=move |_| on_choose(FileKind::Csv)>
                {move || page.texts().plan_export_csv()}
            </button>
            <button type="button" class="button quiet" data-testid=format!("{code}-xlsx") on:click=move |_| on_choose(FileKind::Workbook)>
                "Excel"
            </button>
        </Menu>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Csv,
    Workbook,
}

/// The groups as they are shown.
pub fn save_groups(page: FunnelState, groups: &FunnelGroupsView, kind: FileKind) {
    let Some(view) = page.view.get_untracked() else { return };
    let texts = page.app.texts_now();
    let table = |wording: &TableWording<'_>| group_table(groups, &view, wording);
    save(page, table, ("groups", texts.funnel_groups(), texts.funnel_groups_file()), texts.funnel_groups_rule(), kind);
}

/// Everybody who is overdue on a day.
pub fn save_audit(page: FunnelState, today: Day, kind: FileKind) {
    let query = Query::FunnelAudit { scenario: page.asked.get_untracked(), today, whole: true };
    spawn_local(async move {
        let Some(found) = page.app.ask::<FunnelAuditView>(query).await else { return };
        let texts = page.app.texts_now();
        let rule = texts.audit_file_rule(texts.day(found.today));
        save(page, |wording| audit_table(&found, wording), ("overdue", texts.why_overdue(), texts.audit_file()), &rule, kind);
    });
}

/// `names`: of the table for programs, of the sheet, and of the file.
fn save(page: FunnelState, make: impl Fn(&TableWording<'_>) -> ReportTable, names: (&str, &str, &str), rule: &str, kind: FileKind) {
    let (app, texts) = (page.app, page.app.texts_now());
    match kind {
        FileKind::Csv => {
            app.download(&file_name(&app.workspace_name(), names.2, "csv"), CSV, &csv_bytes(&make(&TableWording::codes(names.0))))
        }
        FileKind::Workbook => {
            let word = |code| texts.funnel_code(code).to_owned();
            let table = make(&TableWording { title: names.1.to_owned(), word: &word, notes: vec![rule.to_owned()] });
            write_workbook(app, table, file_name(&app.workspace_name(), names.2, "xlsx"));
        }
    }
}
