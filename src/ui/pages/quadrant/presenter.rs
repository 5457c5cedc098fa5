//! The stage for the projector: the picture and the four classes, keys, nothing to operate.

use leptos::ev::{self, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::picture::finding;
use super::picture_keys::page_keys;
use super::quadrant_state::{QuadrantState, Staging};
use super::rule::rule_parts;
use super::scatter::Canvases;
use super::state::PageState;
use crate::classify::Quadrant;
use crate::ui::components::{ClassName, class_css};
use crate::ui::state::AppState;
use crate::ui::words::{not_rated_note, rule_text};

/// How much larger everything is than on the page.
const ZOOM: f64 = 1.5;

#[component]
pub fn Presenter() -> impl IntoView {
    let page = PageState::provide(AppState::get().page.get_untracked().side());
    let quadrant = QuadrantState::new(page, Staging { stage: true, zoom: ZOOM });
    let stage = NodeRef::<html::Main>::new();
    page_keys(page);
    stage_keys(page.app, quadrant);
    enlarge(page.app, stage);
    let keys = move || {
        let texts = page.texts();
        view! {
            <p class="keys">
                <kbd>"1"</kbd>"–"<kbd>"4"</kbd>" "{texts.present_keys_class()}" "
                <kbd>"N"</kbd>" "{texts.present_keys_names()}" "
                <button type="button" class="leave" data-testid="present-leave" on:click=move |_| page.app.presenting.set(false)>
                    <kbd>"Esc"</kbd>" "{texts.present_keys_leave()}
                </button>
            </p>
        }
    };
    view! {
        <main id="main" class="stage" tabindex="-1" node_ref=stage data-testid="stage" aria-label=move || page.texts().present_stage()>
            <div class="stage-picture">
                <h1>{move || finding(page)}</h1>
                <p class="rule">{move || rule_text(&rule_parts(page))}</p>
                <div class="chart"><div class="plot"><Canvases quadrant /></div></div>
            </div>
            <div class="stage-classes">
                {Quadrant::ALL.map(|class| view! { <StageClass class /> }).collect_view()}
                <p class="stage-note">{move || page.overview.with(|view| view.as_ref().and_then(|view| not_rated_note(page.texts(), view)))}</p>
                {keys}
            </div>
        </main>
    }
}

/// One class: share of the money, and customers and money as bars.
#[component]
fn StageClass(class: Quadrant) -> impl IntoView {
    let page = PageState::get();
    let totals = Memo::new(move |_| page.overview.with(|view| view.as_ref().map(|view| view.classes[class.index()]).unwrap_or_default()));
    let customers = move || page.overview.with(|view| view.as_ref().map_or(0, |view| view.customers));
    let dimmed = move || page.classes.with(|shown| !shown.is_empty() && !shown.contains(&Some(class)));
    let percent = |part: f64| format!("{:.1}%", part.clamp(0.0, 1.0) * 100.0);
    let of_customers = move || percent(f64::from(totals.get().customers) / f64::from(customers().max(1)));
    let of_money = move || percent(totals.get().share.unwrap_or(0.0));
    let with_money = Memo::new(move |_| page.overview.with(|view| view.as_ref().is_some_and(|view| view.with_amount > 0)));
    let money = move || page.texts().money_short(totals.get().amount, &page.currency.get());
    // Where no money is known, the number of customers is what there is to say.
    let big = move || match (with_money.get(), totals.get().share) {
        (false, _) => page.texts().count(totals.get().customers),
        (true, Some(share)) => page.texts().share(share),
        (true, None) => money(),
    };
    view! {
        <section class=class_css(Some(class)) class:dimmed=dimmed>
            <h2><ClassName side=page.side class=Some(class) /></h2>
            <p class="big">{big}" "<span>{move || totals.get().share.map(|_| page.texts().present_of_money())}</span></p>
            <div class="pair">
                <span>{move || page.texts().present_customers()}</span>
                <i style:--share=of_customers></i>
                <b>{move || page.texts().count(totals.get().customers)}</b>
                <Show when=move || with_money.get()>
                    <span>{move || page.texts().present_money()}</span>
                    <i class="full" style:--share=of_money></i>
                    <b>{money}</b>
                </Show>
            </div>
        </section>
    }
}

fn stage_keys(app: AppState, quadrant: QuadrantState) {
    let many = quadrant.most_names.get_untracked();
    let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => app.presenting.set(false),
        "n" | "N" => quadrant.most_names.update(|names| *names = if *names == 0 { many } else { 0 }),
        _ => {}
    });
    on_cleanup(move || listener.remove());
}

/// Everything larger, and the whole screen where the browser allows it; both end with the stage.
fn enlarge(app: AppState, stage: NodeRef<html::Main>) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    // Setting a number cannot fail; a browser that refuses the full screen shows the stage in its window.
    drop(root.style().set_property("--zoom", &ZOOM.to_string()));
    drop(root.request_fullscreen());
    Effect::new(move |_| {
        if let Some(stage) = stage.get() {
            drop(stage.focus());
        }
    });
    let was_full = StoredValue::new(false);
    let left = window_event_listener(ev::Custom::<web_sys::Event>::new("fullscreenchange"), move |_| {
        let full = document().fullscreen_element().is_some();
        if was_full.get_value() && !full {
            app.presenting.set(false);
        }
        was_full.set_value(full);
    });
    let root = StoredValue::new_local(root);
    on_cleanup(move || {
        left.remove();
        root.with_value(|root| drop(root.style().remove_property("--zoom")));
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    });
}
