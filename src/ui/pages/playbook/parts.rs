//! One part of a class's text: edited in place, and back to the original at any time.

use leptos::prelude::*;

use super::PlaybookState;
use crate::effort::WorkClass;
use crate::playbook::PlaybookPart;
use crate::ui::components::{Explain, SourceTag, settled};
use crate::workspace::{Action, PlaybookAction};

#[component]
pub fn PartField(class: WorkClass, part: PlaybookPart) -> impl IntoView {
    let page: PlaybookState = expect_context();
    let own = Memo::new(move |_| page.read(|view| view.texts.get(&class).and_then(|texts| texts.get(&part)).cloned()).flatten());
    let text = move || own.get().unwrap_or_else(|| page.texts().handbook(class, part).to_owned());
    let send = move |text: Option<String>| page.app.dispatch(Action::Playbook(PlaybookAction::SetText { class, part, text }));
    let change = move |event| {
        let typed = event_target_value(&event).trim().to_owned();
        let original = page.app.texts_now().handbook(class, part);
        let kept = own.get_untracked();
        let wanted = (!typed.is_empty() && typed != original).then_some(typed);
        if wanted != kept {
            send(wanted);
        }
    };
    let source = move || {
        let texts = page.texts();
        if own.with(Option::is_some) {
            texts.playbook_edited()
        } else if texts.is_of_handbook(class, part) {
            texts.playbook_from_handbook()
        } else {
            texts.playbook_from_us()
        }
    };
    let tag = if page.app.texts_now().is_of_handbook(class, part) { SourceTag::S } else { SourceTag::X };
    let id = format!("playbook-{}-{}", class.code(), part.code());
    view! {
        <div class="playbook-part">
            <label for=id.clone()>{move || page.texts().playbook_part(part)}</label>
            <Explain source=tag title=move || page.texts().playbook_part(part) text=source />
            <textarea id=id.clone() class="input" rows="3" data-testid=id prop:value=settled(text) on:change=change></textarea>
            <p class="note">
                {source}
                <Show when=move || own.with(Option::is_some)>
                    " "
                    <button
                        type="button"
                        class="link-button"
                        data-testid=format!("playbook-reset-{}", part.code())
                        on:click=move |_| send(None)
                    >
                        {move || page.texts().playbook_reset()}
                    </button>
                </Show>
            </p>
        </div>
    }
}
