//! Buttons: one filled button a view, everything else outlined or quiet.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Icon;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Outlined,
    /// The one thing to do on this view.
    Primary,
    Quiet,
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Outlined => "button",
            Self::Primary => "button primary",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// `icon_only` keeps the text as label and tooltip. Further attributes (`attr:data-testid`) land on the button.
#[component]
pub fn Button(
    #[prop(into)] text: TextProp,
    #[prop(optional)] look: Look,
    #[prop(optional)] icon: Option<Icon>,
    #[prop(optional)] icon_only: bool,
    /// Further classes, such as `large`.
    #[prop(optional)]
    class: &'static str,
    /// The key that does the same.
    #[prop(optional)]
    key: &'static str,
    #[prop(optional, into)] disabled: Signal<bool>,
    on_click: impl FnMut(MouseEvent) + 'static,
) -> impl IntoView {
    let (label, tip) = (text.clone(), text.clone());
    let class = format!("{} {}{class}", look.class(), if icon_only { "icon-only " } else { "" });
    view! {
        <button
            type="button"
            class=class
            disabled=disabled
            aria-label=icon_only.then_some(move || label.get())
            title=icon_only.then_some(move || tip.get())
            on:click=on_click
        >
            {icon.map(Icon::view)}
            {(!icon_only).then_some(move || text.get())}
            {(!key.is_empty()).then(|| view! { <kbd>{key}</kbd> })}
        </button>
    }
}
