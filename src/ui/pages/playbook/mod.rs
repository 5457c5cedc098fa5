//! Playbooks: what to do with each class, in the handbook's words or the user's own.

mod parts;
mod standing;

use leptos::prelude::*;

use parts::PartField;
use standing::Standing;

use crate::classify::Side;
use crate::effort::{ClassKind, WorkClass};
use crate::engine::{EffortQuery, PlaybooksView, Query};
use crate::playbook::PlaybookPart;
use crate::ui::components::{Choice, ClassName, Main, Switch};
use crate::ui::i18n::Texts;
use crate::ui::state::{AppState, Followed};

/// The class shown with all there is about it.
#[derive(Clone, Copy)]
pub struct PlaybookState {
    pub app: AppState,
    pub view: Followed<PlaybooksView>,
    pub class: RwSignal<WorkClass>,
}

impl PlaybookState {
    fn texts(self) -> Texts {
        self.app.texts()
    }

    fn read<T>(self, part: impl FnOnce(&PlaybooksView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }
}

#[component]
pub fn PlaybookPage() -> impl IntoView {
    let app = AppState::get();
    let view = app.follow::<PlaybooksView>(|| Some(Query::Effort(EffortQuery::Playbooks)));
    let page = PlaybookState { app, view, class: RwSignal::new(WorkClass::EI) };
    provide_context(page);
    let ready = Memo::new(move |_| view.with(Option::is_some));
    let options = Signal::derive(move || {
        let texts = app.texts();
        WorkClass::ALL
            .map(|class| Choice::new(class.code(), if class == WorkClass::Future { texts.side_future() } else { class.code() }))
            .to_vec()
    });
    let choose = move |code: String| {
        if let Some(class) = WorkClass::from_code(&code) {
            page.class.set(class);
        }
    };
    view! {
        <Main class="main playbooks">
            <Show when=move || ready.get()>
                <section class="section">
                    <p class="kicker">{move || app.texts().playbook_kicker()}</p>
                    <h1 tabindex="-1">{move || app.texts().title_playbook()}</h1>
                    <div class="class-switch" data-testid="playbook-classes">
                        <Switch
                            label=move || app.texts().playbook_classes()
                            options
                            value=Signal::derive(move || page.class.get().code().to_owned())
                            on_change=choose
                        />
                    </div>
                </section>
                <section class="section" aria-labelledby="playbook-class">
                    <h2 id="playbook-class"><Title page /></h2>
                    <Standing />
                    {move || {
                        let class = page.class.get();
                        PlaybookPart::ALL.map(|part| view! { <PartField class part /> }).collect_view()
                    }}
                </section>
            </Show>
        </Main>
    }
}

#[component]
fn Title(page: PlaybookState) -> impl IntoView {
    move || {
        let class = page.class.get();
        let side = if class.kind() == ClassKind::Potential { Side::Potential } else { Side::Existing };
        match class.quadrant() {
            Some(quadrant) => view! { <ClassName side class=Some(quadrant) /> }.into_any(),
            None => page.texts().side_future().into_any(),
        }
    }
}
