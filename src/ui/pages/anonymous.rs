//! The anonymised copy: what of a workspace gets another name, what is left out, what stays, and where the copy goes.

use leptos::prelude::*;

use crate::engine::protocol::CopyTo;
use crate::ui::components::{Button, Dialog, Look, Notice, Tone};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

type Word = fn(Texts) -> &'static str;

const PARTS: [(Word, Word); 3] = [
    (Texts::anonymous_replaced, Texts::anonymous_replaced_text),
    (Texts::anonymous_left_out, Texts::anonymous_left_out_text),
    (Texts::anonymous_stays, Texts::anonymous_stays_text),
];

#[component]
pub fn AnonymousDialog() -> impl IntoView {
    let state = AppState::get();
    let open = RwSignal::new(true);
    // Closed by its own button or by Esc.
    Effect::new(move |_| {
        if !open.get() {
            state.anonymising.set(None);
        }
    });
    let name = move || state.anonymising.with(|wanted| wanted.as_ref().map(|(_, name)| name.clone()).unwrap_or_default());
    let copy = move |to: CopyTo| {
        if let Some((id, _)) = state.anonymising.get_untracked() {
            state.copy_anonymised(id, to);
        }
        open.set(false);
    };
    let parts = move || {
        let row = |(title, text): (Word, Word)| view! { <dt>{move || title(state.texts())}</dt><dd>{move || text(state.texts())}</dd> };
        PARTS.map(row).collect_view()
    };
    view! {
        <Dialog open title=move || state.texts().anonymous_title() testid="anonymous-dialog">
            <div class="dialog-body padded stack">
                <p>{move || state.texts().anonymous_lead(name())}</p>
                <dl class="anonymous-parts">{parts()}</dl>
                <Notice tone=Tone::Warn><p>{move || state.texts().anonymous_warning()}</p></Notice>
                <div class="actions">
                    <Button
                        look=Look::Primary
                        text=move || state.texts().anonymous_file()
                        on_click=move |_| copy(CopyTo::File)
                        attr:data-testid="anonymous-file"
                    />
                    <Button
                        text=move || state.texts().anonymous_keep()
                        on_click=move |_| copy(CopyTo::Workspace)
                        attr:data-testid="anonymous-keep"
                    />
                </div>
            </div>
        </Dialog>
    }
}
