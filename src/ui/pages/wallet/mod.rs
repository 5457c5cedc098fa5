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

use super::changes::GrowthTable;
use crate::engine::protocol::ImportTarget;
use crate::ui::components::{EmptyState, Main};
use crate::ui::pages::import::{ImportReport, PickFiles};
use crate::ui::state::Page;

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
    let finding = move || {
        let texts = page.texts();
        page.read(|view| {
            let share = view.total.share();
            let customers = texts.count(view.customers);
            match share {
                Some(share) if view.total.headroom() >= 0.0 => {
                    texts.wallet_finding(texts.share(share), customers, texts.money_short(view.total.headroom(), &view.currency))
                }
                Some(share) => texts.wallet_finding_over(customers, texts.share(share)),
                None => texts.title_wallet().to_owned(),
            }
        })
    };
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
