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
    #[prop(optional, into)] disabled: Signal<bool>,
    on_click: impl FnMut(MouseEvent) + 'static,
) -> impl IntoView {
    let (label, tip) = (text.clone(), text.clone());
    let class = if icon_only { format!("{} icon-only", look.class()) } else { look.class().to_owned() };
    view! {
        <button
            type="button"
            class=class
            disabled=disabled
            aria-label=icon_only.then(|| move || label.get())
            title=icon_only.then(|| move || tip.get())
            on:click=on_click
        >
            {icon.map(Icon::view)}
            {(!icon_only).then(|| move || text.get())}
        </button>
    }
}
