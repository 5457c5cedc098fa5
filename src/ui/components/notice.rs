//! A message that stays where it belongs until its cause is gone.

use leptos::prelude::*;

use super::Icon;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Warn,
    Bad,
    Question,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "notice",
            Self::Warn => "notice warn",
            Self::Bad => "notice bad",
            Self::Question => "notice question",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Plain => Icon::Info,
            Self::Warn | Self::Bad => Icon::Warning,
            Self::Question => Icon::Question,
        }
    }
}

#[component]
pub fn Notice(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    view! {
        <div class=tone.class() role=(tone == Tone::Bad).then_some("alert")>
            {tone.icon().view()}
            {children()}
        </div>
    }
}
