//! Purchase potential and headroom: what customers could buy from anyone, held against what they buy here.

mod export;
mod head;
mod lists;
mod state;
mod unmatched;

use leptos::prelude::*;

use export::WalletExport;
use head::{Figures, Options};
use lists::{CustomersSection, ProductsSection};
use state::WalletState;
use unmatched::UnmatchedSection;

use super::changes::{GrowthTable, PairsNames, PairsPicture, PairsShown};
use crate::engine::WalletView;
use crate::engine::protocol::ImportTarget;
use crate::ui::components::{EmptyState, Main, SourceTag};
use crate::ui::i18n::Texts;
use crate::ui::pages::import::{ImportReport, PickFiles};
use crate::ui::state::Page;
use crate::ui::words::{largest_bars, largest_texts, wallet_finding};

#[component]
pub fn WalletPage() -> impl IntoView {
    let page = WalletState::provide();
    let ready = Memo::new(move |_| page.view.with(Option::is_some));
    let has_potential = Memo::new(move |_| page.read(|view| view.has_potential).unwrap_or(false));
    view! {
        <Main class="main growth">
            <ImportReport />
            <Show when=move || ready.get()>
                <Show when=move || has_potential.get() fallback=NoPotential>
                    <Head />
                    <Largest />
                    <UnmatchedSection />
                    <CustomersSection />
                    <ProductsSection />
                </Show>
                <GrowthSection />
            </Show>
        </Main>
    }
}

#[component]
fn Head() -> impl IntoView {
    let page = WalletState::get();
    let finding = move || page.read(|view| wallet_finding(page.texts(), view));
    view! {
        <div class="section growth-head">
            <div class="growth-title">
                <div>
                    <p class="kicker">{move || page.texts().title_wallet()}</p>
                    <h1 data-testid="wallet-finding">{finding}</h1>
                </div>
                <WalletExport />
            </div>
            <Options />
            <Figures />
            <div class="actions">
                <PickFiles class="button" target=ImportTarget::Append text=move || page.texts().wallet_import() />
            </div>
        </div>
    }
}

const LARGEST: PairsNames = PairsNames {
    handle: "wallet",
    menu: "wallet-picture-export",
    source: SourceTag::S,
    title: Texts::wallet_largest,
    how: Texts::wallet_largest_how,
    file: Texts::wallet_file_largest,
};

/// The customers that could buy most, as bars.
#[component]
fn Largest() -> impl IntoView {
    let page = WalletState::get();
    let shown = Memo::new(move |_| {
        let texts = page.texts();
        let shown = |view: &WalletView| PairsShown {
            bars: largest_bars(texts, view),
            texts: largest_texts(texts),
            names: texts.changes_col_customer(),
            currency: view.currency.clone(),
            finding: wallet_finding(texts, view),
            rule: texts.wallet_headroom_how().to_owned(),
        };
        page.read(shown).unwrap_or_default()
    });
    let any = Memo::new(move |_| shown.with(|shown| !shown.bars.is_empty()));
    view! { <Show when=move || any.get()><PairsPicture names=LARGEST shown /></Show> }
}

#[component]
fn NoPotential() -> impl IntoView {
    let page = WalletState::get();
    view! {
        <div class="section">
            <h1>{move || page.texts().title_wallet()}</h1>
            <EmptyState title=move || page.texts().wallet_empty_title() text=move || page.texts().wallet_empty_text()>
                <PickFiles class="button primary" target=ImportTarget::Append text=move || page.texts().wallet_import() />
            </EmptyState>
        </div>
    }
}

/// The same split as under "then and now": incremental and new-customer revenue apart from the total.
#[component]
fn GrowthSection() -> impl IntoView {
    let page = WalletState::get();
    let comparable = Memo::new(move |_| page.read(|view| view.growth_days.iter().any(Option::is_some)).unwrap_or(false));
    view! {
        <section class="section" aria-labelledby="wallet-growth">
            <h2 id="wallet-growth">{move || page.texts().wallet_growth()}</h2>
            <Show when=move || comparable.get() fallback=move || view! { <p class="note">{page.texts().wallet_growth_none()}</p> }>
                <GrowthTable
                    growth=Signal::derive(move || page.read(|view| view.growth).unwrap_or_default())
                    days=Signal::derive(move || page.read(|view| view.growth_days).unwrap_or_default())
                    currency=Signal::derive(move || page.currency())
                    labelled_by="wallet-growth"
                />
                <p class="note"><a href=Page::Changes.hash()>{move || page.texts().wallet_growth_link()}</a></p>
            </Show>
        </section>
    }
}
