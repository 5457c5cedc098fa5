//! A button with a native popover: closes on Esc and on a click elsewhere, and is placed beside its button.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// An id that no other element has.
pub(super) fn next_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("part-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// `trigger` is the button's content, `label` its name where the content has no words; children exist only while it is open.
#[component]
pub fn Popover(
    #[prop(into)] trigger: ViewFn,
    #[prop(default = "button")] class: &'static str,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional)] testid: &'static str,
    #[prop(default = "popover")] panel: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let id = next_id();
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let floating = NodeRef::<html::Div>::new();
    let on_before = move |event: Event| open.set(is_opening(&event));
    let on_toggle = move |_| {
        if let (Some(button), Some(floating)) = (button.get_untracked(), floating.get_untracked()) {
            place_beside(&floating, &button);
        }
    };
    view! {
        <button
            node_ref=button
            type="button"
            class=class
            data-testid=(!testid.is_empty()).then_some(testid)
            popovertarget=id.clone()
            aria-expanded=move || open.get().to_string()
            aria-label=label.map(|label| move || label.get())
        >
            {trigger.run()}
        </button>
        <div node_ref=floating id=id popover="auto" class=panel on:beforetoggle=on_before on:toggle=on_toggle>
            <Show when=move || open.get()>{children()}</Show>
        </div>
    }
}

/// Closes the popover that an event happened in.
pub fn hide_popover_of(event: &Event) {
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let floating = inside.and_then(|element| element.closest("[popover]").ok().flatten());
    if let Some(floating) = floating.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // It may have been closed already.
        drop(floating.hide_popover());
    }
}

fn is_opening(event: &Event) -> bool {
    js_sys::Reflect::get(event, &JsValue::from_str("newState")).is_ok_and(|state| state == "open")
}

/// Below the button, above it where there is more room, always inside the window.
fn place_beside(floating: &HtmlElement, button: &HtmlElement) {
    const GAP: f64 = 4.0;
    const MARGIN: f64 = 8.0;
    let Some(window) = web_sys::window() else { return };
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (anchor, own) = (button.get_bounding_client_rect(), floating.get_bounding_client_rect());
    let below = anchor.bottom() + GAP;
    let above = anchor.top() - GAP - own.height();
    let fits_below = below + own.height() + MARGIN <= height;
    let top = if fits_below || above < MARGIN { below.min(height - own.height() - MARGIN).max(MARGIN) } else { above };
    let ends = anchor.left() + own.width() + MARGIN > width;
    let left = if ends { (anchor.right() - own.width()).min(width - own.width() - MARGIN) } else { anchor.left() };
    let style = floating.style();
    // Setting a length cannot fail.
    drop(style.set_property("top", &format!("{top}px")));
    drop(style.set_property("left", &format!("{}px", left.max(MARGIN))));
}
