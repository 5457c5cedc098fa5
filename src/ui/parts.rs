//! The parts of the app that load on their own, so that the first view waits for the frame and the start page only.
//!
//! `src/main.rs` marks where a part begins: the build cuts everything that only that part reaches into a file of its own
//! (`scripts/split.mjs`). Every part is fetched ahead once the first view stands, so that later no page needs the network.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::components::{Button, Main, Notice, Tone};
use super::router::keep_focus;
use super::state::AppState;

/// Makes a view, once its code is there.
pub type Maker = fn() -> AnyView;
/// What a part hands out.
pub type Made = Result<Maker, SplitLoaderError>;

macro_rules! parts {
    ($($view:ident),+ $(,)?) => {
        /// Every view that arrives later. Copy it freely.
        #[derive(Clone, Copy)]
        pub struct Parts {
            $(pub $view: Arriving,)+
        }

        impl Parts {
            /// Fetches what is not there yet, in this order, each when `quiet` says so; whether everything is there then.
            pub async fn fetch_all(self, quiet: impl AsyncFn()) -> bool {
                let mut complete = true;
                $(
                    quiet().await;
                    complete &= self.$view.fetch().await;
                )+
                complete
            }
        }
    };
}

parts! {
    existing,
    potential,
    presenter,
    bar_actions,
    funnel,
    import,
    changes,
    wallet,
    future,
    time,
    playbook,
    actions,
    data,
    workspaces,
    versions,
    passphrase,
    anonymous,
    banners,
    recovery,
    recent,
    help,
    gallery,
}

impl Parts {
    /// From context.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }
}

type Load = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Made>>>>;

/// One view whose code may still be on its way.
#[derive(Clone, Copy)]
pub struct Arriving {
    load: StoredValue<Load, LocalStorage>,
    arrived: RwSignal<Option<Result<Maker, ()>>>,
}

impl Arriving {
    /// `load` fetches the part and gives what makes the view.
    pub fn new<Loading: Future<Output = Made> + 'static>(load: fn() -> Loading) -> Self {
        Self { load: StoredValue::new_local(Box::new(move || Box::pin(load()))), arrived: RwSignal::new(None) }
    }

    async fn fetch(self) -> bool {
        if !matches!(self.arrived.get_untracked(), Some(Ok(_))) {
            let made = self.load.with_value(|load| load()).await.map_err(drop);
            // It may have been fetched for two reasons at once: what the first has shown stays, and with it what it is doing.
            if !matches!(self.arrived.get_untracked(), Some(Ok(_))) {
                keep_focus(move || self.arrived.set(Some(made)));
            }
        }
        matches!(self.arrived.get_untracked(), Some(Ok(_)))
    }

    /// Begins to fetch it.
    pub fn ask(self) {
        spawn_local(async move {
            // What the fetch found is in the signal.
            let _ = self.fetch().await;
        });
    }

    /// The view in a page's place: says so where it is slow or does not come.
    pub fn page(self) -> AnyView {
        let state = AppState::get();
        self.ask();
        (move || match self.arrived.get() {
            Some(Ok(make)) => make(),
            Some(Err(())) => view! { <Main><NotArrived part=self /></Main> }.into_any(),
            None => on_its_way(state),
        })
        .into_any()
    }

    /// The view where nothing is missed until it is there; a toast says where it does not come.
    pub fn aside(self) -> AnyView {
        let state = AppState::get();
        spawn_local(async move {
            if !self.fetch().await {
                state.say(state.texts_now().part_not_arrived(), None);
            }
        });
        (move || self.arrived.get().and_then(Result::ok).map(|make| make())).into_any()
    }
}

/// In the place of a page that is not there yet.
pub fn on_its_way(state: AppState) -> AnyView {
    view! { <Main><p class="hidden-label" role="status">{move || state.texts().part_on_its_way()}</p></Main> }.into_any()
}

#[component]
fn NotArrived(part: Arriving) -> impl IntoView {
    let state = AppState::get();
    view! {
        <Notice tone=Tone::Bad>
            <p>{move || state.texts().part_not_arrived()}</p>
            <Button text=move || state.texts().try_again() on_click=move |_| part.ask() />
        </Notice>
    }
}
