//! What is drawn: sizes of orders, new entries a month, the seed.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::plan::Allowed;
use crate::ui::components::{Choice, FigureField, FigureKind, Popover, SelectField};
use crate::ui::derived::DraftSizes;
use crate::ui::i18n::Texts;
use crate::workspace::OrderSizes;

/// Opens the options of the draws.
#[component]
pub fn DrawingOptions() -> impl IntoView {
    let page = FunnelState::get();
    view! {
        <Popover
            class="button quiet"
            testid="funnel-drawing"
            trigger=move || view! { <span>{move || page.texts().drawing_options()}</span> }
        >
            <OrderSizesFields />
            <div class="option-pair">
                <EntriesField />
                <SeedField />
            </div>
        </Popover>
    }
}

#[component]
fn EntriesField() -> impl IntoView {
    let page = FunnelState::get();
    let value =
        Signal::derive(move || page.read(|view| view.inflow.per_month.value()).flatten().map(|entries| (entries * 10.0).round() / 10.0));
    view! {
        <FigureField
            label=move || page.texts().compare_entries_per_month()
            value
            kind=FigureKind::Number
            allowed=Allowed::NotNegative
            testid="funnel-entries-per-month"
            on_change=move |entries| page.edit(|scenario| scenario.entries_per_month = entries)
        />
    }
}

#[component]
fn SeedField() -> impl IntoView {
    let page = FunnelState::get();
    let set = move |seed: Option<f64>| page.edit(|scenario| scenario.seed = seed.map_or(1, |seed| seed as u64));
    view! {
        <FigureField
            label=move || page.texts().explain_seed()
            value=Signal::derive(move || Some(page.scenario.with(|scenario| scenario.seed as f64)))
            kind=FigureKind::Number
            allowed=Allowed::Whole { least: 0, most: u32::MAX }
            testid="funnel-seed"
            on_change=set
        />
    }
}

/// A field's name and its handle.
type Size = (fn(Texts) -> &'static str, &'static str);

const SIZES: [Size; 3] =
    [(Texts::drawing_low, "order-size-low"), (Texts::drawing_typical, "order-size-typical"), (Texts::drawing_high, "order-size-high")];

/// Sizes drawn from the won orders, or typed; typed ones count once all three are there and in order.
#[component]
fn OrderSizesFields() -> impl IntoView {
    let page = FunnelState::get();
    let kept = Memo::new(move |_| page.scenario.with(|scenario| DraftSizes::of(scenario.order_sizes)));
    let draft = RwSignal::new(None::<DraftSizes>);
    Effect::new(move |_| draft.set(kept.get()));
    let options = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("history", texts.drawing_history()), Choice::new("typed", texts.drawing_typed())]
    });
    let choose = move |code: String| {
        if code != "typed" {
            draft.set(None);
            return page.edit(|scenario| scenario.order_sizes = OrderSizes::History);
        }
        let average = page.view.with_untracked(|view| view.as_ref().and_then(|view| view.average.value));
        draft.set(Some(DraftSizes([average; 3])));
        if let Some(sizes) = DraftSizes([average; 3]).sizes() {
            page.edit(|scenario| scenario.order_sizes = sizes);
        }
    };
    let field = move |place: usize| {
        let Some(&(label, testid)) = SIZES.get(place) else { return ().into_any() };
        let set = move |size: Option<f64>| {
            let mut now = draft.get_untracked().unwrap_or_default();
            if let Some(own) = now.0.get_mut(place) {
                *own = size;
            }
            draft.set(Some(now));
            if let Some(sizes) = now.sizes() {
                page.edit(|scenario| scenario.order_sizes = sizes);
            }
        };
        let refused = Signal::derive(move || {
            draft.get().is_some_and(|draft| draft.is_out_of_order(place)).then(|| page.texts().plan_order_sizes().to_owned())
        });
        view! {
            <FigureField
                label=move || label(page.texts())
                value=Signal::derive(move || draft.get().and_then(|draft| draft.0.get(place).copied().flatten()))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid
                refused
                on_change=set
            />
        }
        .into_any()
    };
    let value = Signal::derive(move || if draft.with(Option::is_some) { "typed" } else { "history" }.to_owned());
    view! {
        <SelectField label=move || page.texts().why_order_sizes() options value on_change=choose testid="funnel-order-sizes" />
        <Show when=move || draft.with(Option::is_some)>
            <div class="option-pair">{(0..SIZES.len()).map(field).collect::<Vec<_>>()}</div>
        </Show>
    }
}
