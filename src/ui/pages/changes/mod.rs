//! Then and now: the classes of two windows, who moved between them and why, and what the change of the total is made of.

mod export;
mod figures;
mod growth;
mod matrix;
mod movers;
mod state;
mod windows;

use leptos::prelude::*;

pub use growth::GrowthTable;

use export::ChangesExport;
use figures::Figures;
use matrix::MatrixSection;
use movers::{MoversDialog, ShownCell};
use state::ChangesState;
use windows::Windows;

use crate::ui::components::{EmptyState, Main};
use crate::ui::pages::import::{ImportReport, PickFiles};

#[component]
pub fn ChangesPage() -> impl IntoView {
    let page = ChangesState::provide();
    let shown = ShownCell::provide();
    let ready = Memo::new(move |_| page.view.with(Option::is_some));
    let comparable = Memo::new(move |_| page.read(|view| view.has_purchases).unwrap_or(false));
    view! {
        <Main class="main growth">
            <ImportReport />
            <Show when=move || ready.get()>
                <Show when=move || comparable.get() fallback=NothingToCompare>
                    <Head />
                    <MatrixSection />
                    <section class="section" aria-labelledby="growth-title">
                        <h2 id="growth-title">{move || page.texts().changes_growth()}</h2>
                        <GrowthTable
                            growth=Signal::derive(move || page.read(|view| view.growth).unwrap_or_default())
                            days=Signal::derive(move || page.read(|view| [view.windows[0].days, view.windows[1].days]).unwrap_or_default())
                            currency=Signal::derive(move || page.currency())
                            labelled_by="growth-title"
                        />
                    </section>
                </Show>
            </Show>
        </Main>
        <MoversDialog shown />
    }
}

#[component]
fn Head() -> impl IntoView {
    let page = ChangesState::get();
    let finding = move || {
        let texts = page.texts();
        page.read(|view| match view.moved + view.stayed {
            0 => texts.changes_finding_none().to_owned(),
            rated => texts.changes_finding(
                texts.count(view.moved),
                texts.count(rated),
                texts.count(view.growth.lost_customers),
                texts.count(view.growth.new_customers + view.growth.returned_customers),
            ),
        })
    };
    view! {
        <div class="section growth-head">
            <div class="growth-title">
                <div>
                    <p class="kicker">{move || page.texts().nav_changes()}</p>
                    <h1 data-testid="changes-finding">{finding}</h1>
                </div>
                <ChangesExport />
            </div>
            <Windows />
            <Figures />
        </div>
    }
}

#[component]
fn NothingToCompare() -> impl IntoView {
    let page = ChangesState::get();
    view! {
        <div class="section">
            <h1>{move || page.texts().nav_changes()}</h1>
            <EmptyState title=move || page.texts().changes_empty_title() text=move || page.texts().changes_empty_text()>
                <PickFiles class="button primary" target=crate::engine::protocol::ImportTarget::Append text=move || page.texts().data_import_more() />
            </EmptyState>
        </div>
    }
}
