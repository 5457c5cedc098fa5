//! The potential customers below the picture: the list of every side, or the sheet in which they are typed and rated.

use leptos::prelude::*;

use super::list::CustomerList;
use super::sheet::Sheet;
use super::state::PageState;
use crate::ui::components::{Choice, Switch};

#[component]
pub fn PotentialList() -> impl IntoView {
    let page = PageState::get();
    let options = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("list", texts.sheet_list()), Choice::new("type", texts.sheet_type())]
    });
    let value = Signal::derive(move || if page.typing.get() { "type" } else { "list" }.to_owned());
    view! {
        <div class="below-switch" data-testid="prospects-view">
            <Switch
                label=move || page.texts().sheet_switch()
                options
                value
                on_change=move |code: String| page.typing.set(code == "type")
            />
        </div>
        <Show when=move || page.typing.get() fallback=CustomerList><Sheet /></Show>
    }
}
