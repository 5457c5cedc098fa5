//! Future customers: a list that is typed, a review list, and the step into the funnel.

mod add;
mod export;
mod list;
mod review;
mod state;

use leptos::prelude::*;

use add::AddRow;
use export::FutureExport;
use list::ListSection;
use review::ReviewSection;
use state::FutureState;

use crate::ui::components::{EmptyState, Explain, Main, SourceTag};

#[component]
pub fn FuturePage() -> impl IntoView {
    let page = FutureState::provide();
    let ready = Memo::new(move |_| page.view.with(Option::is_some));
    let any = Memo::new(move |_| page.read(|view| !view.rows.is_empty()).unwrap_or(false));
    view! {
        <Main class="main growth">
            <Show when=move || ready.get()>
                <Head any />
                <Show when=move || any.get()>
                    <ReviewSection />
                    <ListSection />
                </Show>
            </Show>
        </Main>
    }
}

#[component]
fn Head(any: Memo<bool>) -> impl IntoView {
    let page = FutureState::get();
    let finding = move || {
        let texts = page.texts();
        page.read(|view| match view.rows.len() {
            0 => texts.future_finding_none().to_owned(),
            all => texts.future_finding(texts.count(all as u64), texts.count(view.due.len() as u64)),
        })
    };
    view! {
        <div class="section growth-head">
            <div class="growth-title">
                <div>
                    <p class="kicker">{move || page.texts().title_future()}</p>
                    <h1 data-testid="future-finding">{finding}</h1>
                </div>
                <Show when=move || any.get()><FutureExport /></Show>
            </div>
            <p class="lead">{move || page.texts().future_lead()}</p>
            <p class="rule">
                {move || page.texts().future_rule()}
                <Explain source=SourceTag::X title=move || page.texts().future_priority() text=move || page.texts().future_rule() />
            </p>
            <Show when=move || !any.get()>
                <EmptyState title=move || page.texts().future_empty_title() text=move || page.texts().future_empty_text() />
            </Show>
            <AddRow />
        </div>
    }
}
