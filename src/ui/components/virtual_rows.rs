//! A scrolling area as tall as all rows of a list, in which only the rows in sight exist.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

use crate::ui::visible::visible_rows;

/// `in_sight` is told first row and number of rows whenever they change; `children` draw these rows and are moved to their place.
/// `row_height` in pixels must be the height each row really has. `head` stays on top.
#[component]
pub fn VirtualRows(
    #[prop(into)] total: Signal<u32>,
    #[prop(into)] row_height: Signal<f64>,
    /// First row that `children` draw.
    #[prop(into)]
    first: Signal<u32>,
    on_sight: impl Fn(u32, u32) + Clone + 'static,
    #[prop(into)] label: TextProp,
    #[prop(default = "virtual")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let look = move || {
        let Some(area) = area.get_untracked() else { return };
        let (from, count) =
            visible_rows(f64::from(area.scroll_top()), f64::from(area.client_height()), row_height.get_untracked(), total.get_untracked());
        on_sight(from, count);
    };
    let again = look.clone();
    Effect::new(move |_| {
        total.track();
        row_height.track();
        again();
    });
    let resized = look.clone();
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            watch_size(&area, resized.clone());
        }
    });
    view! {
        <div node_ref=area class=class tabindex="0" role="region" aria-label=move || label.get() on:scroll=move |_| look()>
            <div class="virtual-all" style:height=move || format!("{}px", f64::from(total.get()) * row_height.get())>
                <div class="virtual-part" style:transform=move || format!("translateY({}px)", f64::from(first.get()) * row_height.get())>
                    {children()}
                </div>
            </div>
        </div>
    }
}

/// Calls back when an element changes its size, as long as the owner lives.
pub fn watch_size(element: &HtmlElement, on_change: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(on_change);
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, callback));
    on_cleanup(move || {
        kept.with_value(|(observer, _)| observer.disconnect());
    });
}
