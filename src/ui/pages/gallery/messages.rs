//! What speaks to the user: notices, toasts, dialogs, progress, empty places; and a table.

use leptos::prelude::*;

use crate::classify::Quadrant;
use crate::ui::components::{Button, ClassName, Dialog, EmptyState, Notice, Progress, ShareBar, Tone};
use crate::ui::state::{AppState, ToastAction};

#[component]
pub fn Messages() -> impl IntoView {
    let state = AppState::get();
    let tones = [Tone::Plain, Tone::Question, Tone::Warn, Tone::Bad];
    let notices = tones.map(|tone| view! { <Notice tone=tone><p>{move || state.texts().gallery_message()}</p></Notice> });
    view! {
        <section class="section two-columns">
            <div class="stack">
                <h2>{move || state.texts().gallery_messages()}</h2>
                {notices.collect_view()}
                <EmptyState title=move || state.texts().gallery_empty() text=move || state.texts().gallery_empty_text()>
                    <Button text=move || state.texts().start_choose() on_click=move |_| {} />
                </EmptyState>
            </div>
            <Floating />
        </section>
        <SampleTable />
    }
}

#[component]
fn Floating() -> impl IntoView {
    let state = AppState::get();
    let open = RwSignal::new(false);
    view! {
        <div class="stack">
            <h2>{move || state.texts().gallery_floating()}</h2>
            <div class="actions">
                <Button
                    text=move || state.texts().gallery_show_toast()
                    on_click=move |_| state.say(state.texts_now().gallery_toast(), Some(ToastAction::Undo))
                />
                <Button text=move || state.texts().gallery_show_dialog() on_click=move |_| open.set(true) />
            </div>
            <Progress value=Some(0.61) label=move || state.texts().reading_label() />
            <Progress value=None label=move || state.texts().import_looking() />
            <ShareBar shares=[0.57, 0.324, 0.029, 0.035, 0.042] />
            <Dialog open=open title=move || state.texts().gallery_floating()>
                <div class="dialog-body padded"><p>{move || state.texts().gallery_message()}</p></div>
                <div class="dialog-foot"><Button text=move || state.texts().close() on_click=move |_| open.set(false) /></div>
            </Dialog>
        </div>
    }
}

#[component]
fn SampleTable() -> impl IntoView {
    let state = AppState::get();
    let rows = Quadrant::ALL.into_iter().zip([59_385.0, 19_476.0, 942.0, -182.0]).map(|(class, amount)| {
        view! {
            <tr aria-selected=(class == Quadrant::II).to_string()>
                <td><ClassName class=Some(class) /></td>
                <td class="num">{move || state.texts().money(amount, "GBP")}</td>
                <td class="fill muted">{move || state.texts().money_short(amount * 1000.0, "GBP")}</td>
            </tr>
        }
    });
    view! {
        <section class="section">
            <h2>{move || state.texts().gallery_table()}</h2>
            <table class="table flush" role="grid" aria-label=move || state.texts().gallery_table()>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}
