//! Blind placement: who is to be placed, the board while nothing is shown, and what came of it.

use leptos::prelude::*;

use super::placement_board::Board;
use super::placement_result::Result as PlacementResult;
use super::state::PageState;
use crate::browser::clock::now;
use crate::calendar::Day;
use crate::engine::{ListQuery, ListView, PlacementView, PlacementsView, Query, SortKey, TrialCuts};
use crate::order;
use crate::plan::Allowed;
use crate::ui::clock::local_time;
use crate::ui::components::{Button, FigureField, FigureKind, Look};
use crate::ui::state::Followed;
use crate::workspace::{Action, PlacementAction};

/// Customers to place unless another number is asked for: about what a workshop has time for.
const CUSTOMERS: u32 = 12;
const MOST_CUSTOMERS: u32 = 200;

/// The sessions of this side; copy it freely.
#[derive(Clone, Copy)]
pub struct PlacementState {
    pub page: PageState,
    sessions: Followed<PlacementsView>,
    /// An earlier session that is looked at again, by its place among all.
    looked_at: RwSignal<Option<usize>>,
}

impl PlacementState {
    fn new(page: PageState) -> Self {
        let side = page.side;
        let sessions = page.app.follow::<PlacementsView>(move || Some(Query::Placements { side }));
        Self { page, sessions, looked_at: RwSignal::new(None) }
    }

    /// The session that is shown: the one looked at again, else the newest while it is open or was just revealed; tracked.
    pub fn shown(self) -> Option<PlacementView> {
        self.sessions.with(|view| {
            let sessions = &view.as_ref()?.sessions;
            let chosen = self.looked_at.get();
            sessions.iter().find(|session| chosen.map_or(!session.revealed, |chosen| session.session == chosen)).cloned()
        })
    }

    pub fn send(self, action: PlacementAction) {
        self.page.app.dispatch(Action::Placement(action));
    }

    /// Shows the data of a session.
    pub fn reveal(self, session: usize) {
        self.looked_at.set(Some(session));
        self.send(PlacementAction::Reveal { session });
    }

    fn start(self, count: u32) {
        let side = self.page.side;
        leptos::task::spawn_local(async move {
            let query = ListQuery {
                side,
                search: String::new(),
                classes: Vec::new(),
                only: Vec::new(),
                within: None,
                sort: SortKey::Vertical,
                descending: true,
                first: 0,
                count,
                trial: TrialCuts::default(),
            };
            let Some(list) = self.page.app.ask::<ListView>(Query::List(query)).await else { return };
            let mut rows = list.rows;
            // The order of size would give away what is to be guessed.
            order::sort_by(&mut rows, |left, right| left.name.cmp(&right.name).then_with(|| left.key.cmp(&right.key)));
            let customers = rows.into_iter().filter(|row| row.key != crate::tables::WALK_IN_KEY).map(|row| row.key).collect();
            self.looked_at.set(None);
            self.send(PlacementAction::Start { side, customers, at: now() });
        });
    }
}

#[component]
pub fn PlacementSection() -> impl IntoView {
    let page = PageState::get();
    let state = PlacementState::new(page);
    let shown = Memo::new(move |_| state.shown().map(|session| (session.session, session.revealed)));
    view! {
        <section class="section placement" aria-labelledby="placement-title" data-testid="placement">
            <div class="picture-head">
                <p class="kicker">{move || page.texts().kicker(page.side)}</p>
                <div class="tools push">
                    <Button
                        look=Look::Quiet
                        text=move || page.texts().placement_close()
                        on_click=move |_| page.placing.set(false)
                        attr:data-testid="placement-close"
                    />
                </div>
            </div>
            <h1 id="placement-title">{move || page.texts().placement_title()}</h1>
            <p class="lead">{move || page.texts().placement_text()}</p>
            {move || match shown.get() {
                None => view! { <Start state /> }.into_any(),
                Some((session, false)) => view! { <Board state session /> }.into_any(),
                Some((session, true)) => view! { <PlacementResult state session /> }.into_any(),
            }}
            <Show when=move || shown.get().is_none_or(|(_, revealed)| revealed)><Earlier state /></Show>
        </section>
    }
}

/// How many are placed, and off.
#[component]
fn Start(state: PlacementState) -> impl IntoView {
    let page = state.page;
    let count = RwSignal::new(CUSTOMERS);
    let set_count = move |typed: Option<f64>| count.set(typed.map_or(CUSTOMERS, |typed| typed as u32));
    view! {
        <div class="placement-start">
            <FigureField
                label=move || page.texts().placement_count()
                value=Signal::derive(move || Some(f64::from(count.get())))
                kind=FigureKind::Number
                allowed=Allowed::Whole { least: 1, most: MOST_CUSTOMERS }
                testid="placement-count"
                on_change=set_count
            />
            <Button
                look=Look::Primary
                text=move || page.texts().placement_start()
                on_click=move |_| state.start(count.get_untracked())
                attr:data-testid="placement-start"
            />
        </div>
        <p class="note">{move || page.texts().placement_count_how()}</p>
    }
}

/// Rounds of before, each to be looked at again or discarded.
#[component]
fn Earlier(state: PlacementState) -> impl IntoView {
    let page = state.page;
    let sessions = Memo::new(move |_| {
        state.sessions.with(|view| {
            let all = view.as_ref().map(|view| view.sessions.as_slice()).unwrap_or_default();
            all.iter()
                .filter(|session| session.revealed)
                .map(|session| (session.session, session.started, session.customers.len()))
                .collect::<Vec<_>>()
        })
    });
    let words = move |started: f64, count: usize| {
        let day: Day = local_time(started).day;
        page.texts().placement_of(page.texts().day(day), page.texts().count(count as u64))
    };
    view! {
        <Show when=move || !sessions.with(Vec::is_empty)>
            <h2>{move || page.texts().placement_earlier()}</h2>
            <ul class="placement-earlier">
                {move || sessions.get().into_iter().map(|(session, started, count)| view! {
                    <li>
                        <button type="button" class="link-button" on:click=move |_| state.looked_at.set(Some(session))>
                            {words(started, count)}
                        </button>
                        <button
                            type="button"
                            class="button quiet"
                            on:click=move |_| {
                                state.looked_at.set(None);
                                state.send(PlacementAction::Remove { session });
                            }
                        >
                            {page.texts().placement_remove()}
                        </button>
                    </li>
                }).collect_view()}
            </ul>
        </Show>
        <Show when=move || state.looked_at.get().is_some()>
            <Button
                text=move || page.texts().placement_new()
                on_click=move |_| state.looked_at.set(None)
                attr:data-testid="placement-new"
            />
        </Show>
    }
}
