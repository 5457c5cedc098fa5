//! What the bar offers on this page: the stage, and everything that leaves as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::export_picture::{Exported, picture_png, picture_svg};
use crate::browser::delivery::makes_pages;
use crate::engine::{ClassListWording, ExportView, Query, class_list};
use crate::report::csv_bytes;
use crate::ui::components::{Button, Icon, Popover, hide_popover_of};
use crate::ui::exporting::{CSV, file_name, write_workbook};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::worded_list;

/// Present and Export.
#[component]
pub fn BarActions() -> impl IntoView {
    let app = AppState::get();
    view! {
        <div class="bar-actions">
            <span class="wide-only">
                <Button
                    icon=Icon::Present
                    text=move || app.texts().bar_present()
                    on_click=move |_| app.presenting.set(true)
                    attr:data-testid="present"
                />
            </span>
            <Popover
                class="button primary"
                testid="export"
                label=move || app.texts().bar_export()
                panel="popover menu export-menu"
                trigger=move || view! { {Icon::Export.view()}<span>{move || app.texts().bar_export()}</span> }
            >
                <ExportButtons handles=false />
            </Popover>
        </div>
    }
}

/// The same exports on the page itself, each one press away.
#[component]
pub fn ExportSection() -> impl IntoView {
    let app = AppState::get();
    view! {
        <div class="section export-section">
            <h2>{move || app.texts().export_title()}</h2>
            <div class="menu"><ExportButtons handles=true /></div>
        </div>
    }
}

type Entry = (&'static str, fn(Texts) -> &'static str, fn(Texts) -> &'static str, fn(AppState));

const ENTRIES: [Entry; 7] = [
    ("export-classes-csv", Texts::export_classes_csv, Texts::export_csv_hint, classes_csv),
    ("export-classes-xlsx", Texts::export_classes_xlsx, Texts::export_xlsx_hint, classes_xlsx),
    ("export-chart-svg", Texts::export_chart_svg, Texts::export_svg_hint, chart_svg),
    ("export-chart-png", Texts::export_chart_png, Texts::export_png_hint, chart_png),
    ("export-workspace", Texts::export_workspace, Texts::export_workspace_hint, AppState::save_as_file),
    ("export-page", Texts::export_page, Texts::export_page_hint, AppState::save_as_page),
    ("export-print", Texts::export_print, Texts::export_print_hint, print),
];

/// `handles`: whether the buttons carry the stable handles of tests.
#[component]
fn ExportButtons(handles: bool) -> impl IntoView {
    let app = AppState::get();
    ENTRIES
        .into_iter()
        .filter(|(testid, ..)| *testid != "export-page" || makes_pages())
        .map(|(testid, name, hint, act)| {
            let click = move |event: leptos::ev::MouseEvent| {
                hide_popover_of(&event);
                act(app);
            };
            view! {
                <button type="button" data-testid=handles.then_some(testid) on:click=click>
                    <span>{move || name(app.texts())}</span>
                    <small class="push muted">{move || hint(app.texts())}</small>
                </button>
            }
        })
        .collect_view()
}

fn classes_csv(app: AppState) {
    spawn_local(async move {
        if let Some(view) = app.ask::<ExportView>(Query::Export { side: app.page.get_untracked().side() }).await {
            let table = class_list(&view, &ClassListWording::codes(&view));
            app.download(&file_name(&view.workspace, app.texts_now().export_file_classes(), "csv"), CSV, &csv_bytes(&table));
        }
    });
}

fn classes_xlsx(app: AppState) {
    spawn_local(async move {
        if let Some(view) = app.ask::<ExportView>(Query::Export { side: app.page.get_untracked().side() }).await {
            let texts = app.texts_now();
            let rule = super::export_picture::rule_of_workspace(app).await;
            let table = worded_list(texts, &view, rule, |wording| class_list(&view, wording));
            write_workbook(app, table, file_name(&view.workspace, texts.export_file_classes(), "xlsx"));
        }
    });
}

fn chart_svg(app: AppState) {
    spawn_local(async move { take_picture(app, picture_svg(app).await, "svg", "image/svg+xml") });
}

fn chart_png(app: AppState) {
    spawn_local(async move { take_picture(app, picture_png(app).await, "png", "image/png") });
}

fn take_picture(app: AppState, picture: Option<Exported>, extension: &str, media_type: &str) {
    match picture {
        Some(picture) => {
            app.download(&file_name(&picture.workspace, app.texts_now().export_file_picture(), extension), media_type, &picture.bytes);
        }
        None => app.say(app.texts_now().export_failed(), None),
    }
}

fn print(_app: AppState) {
    // The menu is gone before the page is looked at; a browser that cannot print does nothing.
    request_animation_frame(|| drop(window().print()));
}
