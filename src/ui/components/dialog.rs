//! Native dialogs: the browser keeps focus inside, closes on Esc and returns focus where it was.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Icon;
use crate::ui::state::AppState;

/// Opens and closes a `<dialog>` with a signal. The dialog's own `close` event should set the signal back.
pub fn steer_dialog(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // A dialog that cannot be shown (not in the document any more) has nothing to show.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
}

/// A dialog with title and close button; its content exists only while it is open.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: TextProp,
    #[prop(optional)] testid: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let state = AppState::get();
    let dialog = NodeRef::<html::Dialog>::new();
    steer_dialog(dialog, open.into());
    let label = title.clone();
    view! {
        <dialog node_ref=dialog class="dialog" data-testid=testid aria-label=move || label.get() on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <div class="dialog-head">
                    <h2 tabindex="-1" autofocus>{ let title = title.clone(); move || title.get() }</h2>
                    <button
                        type="button"
                        class="button quiet icon-only push"
                        aria-label=move || state.texts().close()
                        on:click=move |_| open.set(false)
                    >
                        {Icon::Close.view()}
                    </button>
                </div>
                {children()}
            </Show>
        </dialog>
    }
}
