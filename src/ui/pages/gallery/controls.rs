//! Buttons, fields, switches, menus.

use leptos::prelude::*;

use crate::ui::components::{Button, Choice, Explain, Icon, Look, Menu, Popover, SelectField, SourceTag, Switch};
use crate::ui::state::AppState;

#[component]
pub fn Controls() -> impl IntoView {
    let state = AppState::get();
    let nothing = move |_| {};
    view! {
        <section class="section two-columns">
            <div>
                <h2>{move || state.texts().gallery_buttons()}</h2>
                <div class="actions">
                    <Button look=Look::Primary icon=Icon::Export text=move || state.texts().gallery_primary() on_click=nothing />
                    <Button text=move || state.texts().gallery_plain() on_click=nothing />
                    <Button look=Look::Quiet icon=Icon::Table text=move || state.texts().gallery_quiet() on_click=nothing />
                    <Button look=Look::Danger text=move || state.texts().gallery_danger() on_click=nothing />
                    <Button text=move || state.texts().gallery_disabled() disabled=true on_click=nothing />
                    <Button look=Look::Quiet icon=Icon::Undo icon_only=true text=move || state.texts().bar_undo() on_click=nothing />
                    <Button text=move || state.texts().start_paste() key="Ctrl V" on_click=nothing />
                </div>
            </div>
            <Fields />
        </section>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let state = AppState::get();
    let chosen = RwSignal::new("one".to_owned());
    let options = Signal::derive(move || {
        let texts = state.texts();
        vec![Choice::new("one", texts.gallery_one()), Choice::new("two", texts.gallery_two())]
    });
    view! {
        <div>
            <h2>{move || state.texts().gallery_fields()}</h2>
            <div class="actions spread">
                <SelectField
                    label=move || state.texts().gallery_one()
                    options=options
                    value=chosen
                    hint=move || state.texts().gallery_hint()
                    on_change=move |value| chosen.set(value)
                />
                <Switch label=move || state.texts().gallery_one() options=options value=chosen on_change=move |value| chosen.set(value) />
                <Menu label=move || state.texts().workspaces_more()>
                    <button type="button">{Icon::Edit.view()}{move || state.texts().workspaces_rename()}</button>
                    <button type="button" class="danger">{Icon::Trash.view()}{move || state.texts().workspaces_delete()}</button>
                </Menu>
                <Popover trigger=move || state.texts().gallery_popover()>
                    <p>{move || state.texts().gallery_message()}</p>
                </Popover>
                <Tags />
            </div>
        </div>
    }
}

#[component]
fn Tags() -> impl IntoView {
    let state = AppState::get();
    let tags = SourceTag::ALL.map(|source| {
        view! {
            <Explain
                source=source
                title=move || state.texts().help_stability()
                text=move || state.texts().gallery_formula_text()
                formula="1 / (1 + 1.777) = 0.36"
                inputs=Signal::derive(move || vec![("CV".to_owned(), "1.777".to_owned())])
            />
        }
    });
    view! { <span>{tags.collect_view()}</span> }
}
