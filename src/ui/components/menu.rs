//! A short list of actions behind a button. Choosing one closes it.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Popover, hide_popover_of};

/// Children are buttons and links.
#[component]
pub fn Menu(
    #[prop(into)] label: TextProp,
    #[prop(default = Icon::More)] icon: Icon,
    #[prop(default = "button quiet icon-only")] class: &'static str,
    #[prop(optional)] testid: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let close = move |event: leptos::ev::MouseEvent| hide_popover_of(&event);
    view! {
        <Popover class=class label=label testid=testid trigger=move || icon.view() panel="popover menu">
            <div on:click=close>{children()}</div>
        </Popover>
    }
}
