//! Navigation: icons with words, at the side or, on a narrow screen, at the foot. It lists only what is there.

use leptos::prelude::*;

use super::Brand;
use crate::ui::components::Icon;
use crate::ui::i18n::Texts;
use crate::ui::state::{AppState, Page};

type Entry = (Page, Icon, fn(Texts) -> &'static str);

const WORK: [Entry; 10] = [
    (Page::Existing, Icon::Quadrant, Texts::nav_existing),
    (Page::Potential, Icon::Prospect, Texts::nav_potential),
    (Page::Funnel, Icon::Funnel, Texts::nav_funnel),
    (Page::Changes, Icon::Changes, Texts::nav_changes),
    (Page::Wallet, Icon::Wallet, Texts::nav_wallet),
    (Page::Future, Icon::Future, Texts::nav_future),
    (Page::Playbook, Icon::Playbook, Texts::nav_playbook),
    (Page::Time, Icon::Time, Texts::nav_time),
    (Page::Actions, Icon::Actions, Texts::nav_actions),
    (Page::Data, Icon::Data, Texts::nav_data),
];
const AROUND: [Entry; 2] = [(Page::Workspaces, Icon::Workspaces, Texts::nav_workspaces), (Page::Help, Icon::Help, Texts::nav_help)];

#[component]
pub fn Rail() -> impl IntoView {
    let state = AppState::get();
    let open = Memo::new(move |_| state.opened.with(Option::is_some));
    view! {
        <nav class="rail" aria-label=move || state.texts().nav_pages()>
            <a class="brand" href="#/" aria-label=move || state.texts().nav_start() title=move || state.texts().nav_start()>
                <Brand />
            </a>
            <Show when=move || open.get()>{WORK.map(|entry| link(state, entry, "")).collect_view()}</Show>
            {AROUND.map(|entry| link(state, entry, if entry.0 == Page::Workspaces { "push-down" } else { "" })).collect_view()}
        </nav>
    }
}

fn link(state: AppState, (page, icon, word): Entry, class: &'static str) -> impl IntoView {
    view! {
        <a
            href=page.hash()
            class=class
            data-testid=format!("nav-{}", page.code())
            aria-current=move || (state.page.get() == page).then_some("page")
        >
            {icon.view()}
            {move || word(state.texts())}
        </a>
    }
}
