//! A scrolling table as tall as all rows of a list, in which only the rows in sight exist.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

use crate::ui::visible::visible_rows;

/// Until a row has been measured, in pixels.
const ROW_HEIGHT: f64 = 34.0;

/// `on_sight` is told first row and number of rows whenever they change; `children` draw the rows from `first` on, all of one height.
#[component]
pub fn VirtualRows(
    #[prop(into)] total: Signal<u32>,
    /// First row that `children` draw.
    #[prop(into)]
    first: Signal<u32>,
    on_sight: impl Fn(u32, u32) + Clone + 'static,
    #[prop(into)] label: TextProp,
    /// Stays above the rows.
    head: AnyView,
    children: Children,
) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let part = NodeRef::<html::Div>::new();
    let row_height = RwSignal::new(ROW_HEIGHT);
    let look = move || {
        let Some(area) = area.get_untracked() else { return };
        let row = part.get_untracked().and_then(|part| part.first_element_child());
        if let Some(height) = row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 1.0) {
            row_height.set(height);
        }
        let (top, height) = (f64::from(area.scroll_top()), f64::from(area.client_height()));
        let (from, count) = visible_rows(top, height, row_height.get_untracked(), total.get_untracked());
        on_sight(from, count);
    };
    let (again, resized) = (look.clone(), look.clone());
    Effect::new(move |_| {
        total.track();
        first.track();
        again();
    });
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            watch_size(&area, resized.clone());
        }
    });
    view! {
        <div node_ref=area class="virtual" tabindex="0" role="table" aria-label=move || label.get() aria-rowcount=move || total.get().to_string() on:scroll=move |_| look()>
            {head}
            <div class="virtual-all" role="presentation" style:height=move || format!("{}px", f64::from(total.get()) * row_height.get())>
                <div
                    node_ref=part
                    class="virtual-part"
                    role="rowgroup"
                    style:transform=move || format!("translateY({}px)", f64::from(first.get()) * row_height.get())
                >
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
