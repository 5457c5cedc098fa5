//! Then and now: the classes of two windows, who moved between them and why, and what the change of the total is made of.

mod export;
mod figures;
mod growth;
mod matrix;
mod movers;
mod picture;
mod state;
mod windows;

use leptos::prelude::*;

pub use growth::GrowthTable;
pub use picture::{PairsNames, PairsPicture, PairsShown};

use export::ChangesExport;
use figures::Figures;
use matrix::MatrixSection;
use movers::{MoversDialog, ShownCell};
use state::ChangesState;
use windows::{Windows, days_text};

use crate::engine::ChangesView;
use crate::ui::components::{EmptyState, Main, SourceTag};
use crate::ui::i18n::Texts;
use crate::ui::pages::import::{ImportReport, PickFiles};
use crate::ui::words::{changes_finding, class_money_bars, class_money_texts};

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
                    <ClassMoney />
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
    let finding = move || page.read(|view| changes_finding(page.texts(), view));
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

const CLASS_MONEY: PairsNames = PairsNames {
    handle: "changes",
    menu: "changes-picture-export",
    source: SourceTag::X,
    title: Texts::changes_classes,
    how: Texts::changes_classes_how,
    file: Texts::changes_file_classes,
};

/// Money of each class in both windows, as bars.
#[component]
fn ClassMoney() -> impl IntoView {
    let page = ChangesState::get();
    let shown = Memo::new(move |_| {
        let texts = page.texts();
        let shown = |view: &ChangesView| PairsShown {
            bars: class_money_bars(texts, view),
            texts: class_money_texts(texts),
            names: texts.time_col_class(),
            currency: view.currency.clone(),
            finding: changes_finding(texts, view),
            rule: {
                let [then, now] = [&view.windows[0], &view.windows[1]].map(|window| days_text(texts, window.days));
                texts.growth_note(then, now)
            },
        };
        page.read(shown).unwrap_or_default()
    });
    view! { <PairsPicture names=CLASS_MONEY shown /> }
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
