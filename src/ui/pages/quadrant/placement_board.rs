//! The board: names to put into four quadrants, by pointer or by key, while the data stays hidden.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::placement::PlacementState;
use crate::browser::preferences::Preferences;
use crate::classify::{Quadrant, Side};
use crate::engine::PlacementView;
use crate::ui::components::{Button, ClassName, Look, class_css};
use crate::ui::i18n::Texts;
use crate::workspace::PlacementAction;

/// A press that moves less is a click.
const CLICK: f64 = 5.0;

/// One round while it is open; copy it freely.
#[derive(Clone, Copy)]
struct BoardState {
    state: PlacementState,
    session: usize,
    view: Memo<Option<PlacementView>>,
    participant: RwSignal<String>,
    /// A name is wanted before anything is placed.
    name_missing: RwSignal<bool>,
    /// What is being dragged, from where, and the quadrant under the pointer (4 is the pool).
    dragged: RwSignal<Option<Dragged>>,
}

#[derive(Clone, Copy, PartialEq)]
struct Dragged {
    customer: usize,
    from: (f64, f64),
    by: (f64, f64),
    over: Option<usize>,
}

impl BoardState {
    /// Where this participant has put a customer; tracked.
    fn place_of(self, customer: usize) -> Option<Quadrant> {
        self.participant.with(|name| {
            self.view.with(|view| {
                let own = view.as_ref()?.participants.iter().find(|participant| participant.name == name.trim())?;
                own.placed.get(customer).copied().flatten()
            })
        })
    }

    /// Customers in a quadrant, or in the pool; tracked.
    fn inside(self, quadrant: Option<Quadrant>) -> Vec<usize> {
        let count = self.view.with(|view| view.as_ref().map_or(0, |view| view.customers.len()));
        (0..count).filter(|&customer| self.place_of(customer) == quadrant).collect()
    }

    fn name(self, customer: usize) -> String {
        let name = self.view.with(|view| view.as_ref().and_then(|view| view.customers.get(customer).map(|(_, name)| name.clone())));
        self.state.page.texts().customer_name(&name.unwrap_or_default()).to_owned()
    }

    fn put(self, customer: usize, quadrant: Option<Quadrant>) {
        let participant = self.participant.get_untracked().trim().to_owned();
        if participant.is_empty() {
            self.name_missing.set(true);
            focus("placement-participant");
            return;
        }
        let key = self.view.with_untracked(|view| view.as_ref().and_then(|view| view.customers.get(customer).map(|(key, _)| key.clone())));
        let Some(key) = key else { return };
        let (page, texts, name) = (self.state.page, self.state.page.app.texts_now(), untrack(|| self.name(customer)));
        page.said.set(match quadrant {
            Some(quadrant) => texts.placement_said(name, texts.class_code(quadrant.code(page.side))),
            None => texts.placement_said_back(name),
        });
        self.state.send(PlacementAction::Place { session: self.session, participant, customer: key, quadrant });
        // On to the next one that is not placed yet.
        let pool = untrack(|| self.inside(None));
        let next = pool.iter().copied().find(|&other| other > customer).or_else(|| pool.iter().copied().find(|&other| other != customer));
        let id = chip_id(next.filter(|_| quadrant.is_some()).unwrap_or(customer));
        set_timeout(move || focus(&id), std::time::Duration::from_millis(120));
    }

    fn press(self, customer: usize, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let quadrant = match event.key().as_str() {
            digit @ ("1" | "2" | "3" | "4") => Quadrant::ALL.get(digit.parse::<usize>().unwrap_or(1) - 1).copied(),
            "0" | "Delete" | "Backspace" => None,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.put(customer, quadrant);
    }

    fn take(self, customer: usize, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        if let Some(chip) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            // Without capture the chip is left behind by a fast pointer.
            drop(chip.set_pointer_capture(event.pointer_id()));
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.dragged.set(Some(Dragged { customer, from: at, by: (0.0, 0.0), over: None }));
    }

    fn drag(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.dragged.update(|dragged| {
            if let Some(dragged) = dragged {
                dragged.by = (at.0 - dragged.from.0, at.1 - dragged.from.1);
                dragged.over = zone_at(at);
            }
        });
    }

    fn let_go(self, event: &PointerEvent) {
        let Some(dragged) = self.dragged.get_untracked() else { return };
        self.dragged.set(None);
        if dragged.by.0.hypot(dragged.by.1) < CLICK {
            return;
        }
        if let Some(zone) = zone_at((f64::from(event.client_x()), f64::from(event.client_y()))) {
            self.put(dragged.customer, Quadrant::ALL.get(zone).copied());
        }
    }
}

/// The zone under a point: 0 to 3 the quadrants, 4 the pool.
fn zone_at((x, y): (f64, f64)) -> Option<usize> {
    let zones = document().query_selector_all("[data-zone]").ok()?;
    (0..zones.length()).filter_map(|index| zones.item(index)?.dyn_into::<Element>().ok()).find_map(|zone| {
        let place = zone.get_bounding_client_rect();
        let inside = x >= place.left() && x <= place.right() && y >= place.top() && y <= place.bottom();
        inside.then(|| zone.get_attribute("data-zone")?.parse().ok()).flatten()
    })
}

fn chip_id(customer: usize) -> String {
    format!("placement-chip-{customer}")
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // What cannot take the focus leaves it where it is.
        drop(element.focus());
    }
}

#[component]
pub fn Board(state: PlacementState, session: usize) -> impl IntoView {
    let page = state.page;
    let board = BoardState {
        state,
        session,
        view: Memo::new(move |_| state.shown().filter(|shown| shown.session == session)),
        participant: RwSignal::new(Preferences::load().author.unwrap_or_default()),
        name_missing: RwSignal::new(false),
        dragged: RwSignal::new(None),
    };
    let all = Memo::new(move |_| board.view.with(|view| view.as_ref().map_or(0, |view| view.customers.len())));
    let progress = move || {
        let placed = all.get() - board.inside(None).len().min(all.get());
        page.texts().placement_progress(page.texts().count(placed as u64), page.texts().count(all.get() as u64))
    };
    let others = move || {
        let names = board.view.with(|view| {
            let participants = view.as_ref().map(|view| view.participants.as_slice()).unwrap_or_default();
            participants.iter().map(|participant| participant.name.clone()).collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| format!("{}: {}", page.texts().placement_participants(), names.join(page.texts().list_join())))
    };
    view! {
        <div class="placement-who">
            <label class="field" class:wrong=move || board.name_missing.get()>
                <span class="label">{move || page.texts().placement_participant()}</span>
                <input
                    id="placement-participant"
                    class="input"
                    maxlength="60"
                    autocomplete="name"
                    data-testid="placement-participant"
                    aria-describedby="placement-participant-note"
                    prop:value=move || board.participant.get()
                    on:input=move |event| {
                        board.name_missing.set(false);
                        board.participant.set(event_target_value(&event));
                    }
                />
                <span id="placement-participant-note" class:message=move || board.name_missing.get()>
                    {move || if board.name_missing.get() { page.texts().fault_participant() } else { page.texts().placement_participant_hint() }}
                </span>
            </label>
            <p class="note" data-testid="placement-progress">{progress}</p>
            <p class="note muted">{others}</p>
        </div>
        <p class="note" id="placement-keys">{move || page.texts().placement_keys()}</p>
        <p class="hidden-label" aria-live="polite">{move || page.said.get()}</p>
        <div class="placement-board">
            <Zone board quadrant=None />
            <div class="placement-quadrants">
                // As in the picture: high at the top, the good side at the right.
                {[Quadrant::II, Quadrant::I, Quadrant::IV, Quadrant::III].map(|quadrant| view! { <Zone board quadrant=Some(quadrant) /> }).collect_view()}
            </div>
        </div>
        <div class="actions">
            <Button
                look=Look::Primary
                text=move || page.texts().placement_reveal()
                on_click=move |_| state.reveal(session)
                attr:data-testid="placement-reveal"
            />
            <Button
                look=Look::Quiet
                text=move || page.texts().placement_remove()
                on_click=move |_| state.send(PlacementAction::Remove { session })
                attr:data-testid="placement-discard"
            />
        </div>
    }
}

fn sides(texts: Texts, side: Side, quadrant: Quadrant) -> &'static str {
    match (side, quadrant) {
        (Side::Existing, Quadrant::I) => texts.placement_sides_existing_one(),
        (Side::Existing, Quadrant::II) => texts.placement_sides_existing_two(),
        (Side::Existing, Quadrant::III) => texts.placement_sides_existing_three(),
        (Side::Existing, Quadrant::IV) => texts.placement_sides_existing_four(),
        (Side::Potential, Quadrant::I) => texts.placement_sides_potential_one(),
        (Side::Potential, Quadrant::II) => texts.placement_sides_potential_two(),
        (Side::Potential, Quadrant::III) => texts.placement_sides_potential_three(),
        (Side::Potential, Quadrant::IV) => texts.placement_sides_potential_four(),
    }
}

/// A quadrant, or the pool of those not placed yet.
#[component]
fn Zone(board: BoardState, quadrant: Option<Quadrant>) -> impl IntoView {
    let page = board.state.page;
    let inside = Memo::new(move |_| board.inside(quadrant));
    let zone = quadrant.map_or(4, Quadrant::index);
    let over = move || board.dragged.with(|dragged| dragged.is_some_and(|dragged| dragged.over == Some(zone)));
    let (testid, heading) = match quadrant {
        Some(quadrant) => (
            format!("placement-{}", quadrant.code(page.side)),
            view! {
                <h2><ClassName side=page.side class=Some(quadrant) /></h2>
                <p class="note">{move || sides(page.texts(), page.side, quadrant)}</p>
            }
            .into_any(),
        ),
        None => ("placement-pool".to_owned(), view! { <h2>{move || page.texts().placement_pool()}</h2> }.into_any()),
    };
    let empty = move || {
        (quadrant.is_none() && inside.with(Vec::is_empty)).then(|| view! { <p class="note">{page.texts().placement_pool_empty()}</p> })
    };
    view! {
        <div
            class=format!("placement-zone {}", quadrant.map_or("pool", |quadrant| class_css(Some(quadrant))))
            class:targeted=over
            data-zone=zone.to_string()
            data-testid=testid
            data-count=move || inside.with(Vec::len).to_string()
        >
            {heading}
            {empty}
            <ul>
                <For each=move || inside.get() key=|customer| *customer let(customer)>
                    <li><Chip board customer quadrant /></li>
                </For>
            </ul>
        </div>
    }
}

/// One name: takes the focus, is dragged, and is put by the keys 1 to 4.
#[component]
fn Chip(board: BoardState, customer: usize, quadrant: Option<Quadrant>) -> impl IntoView {
    let page = board.state.page;
    let label = move || match quadrant {
        Some(quadrant) => page.texts().placement_in(board.name(customer), page.texts().class_code(quadrant.code(page.side))),
        None => page.texts().placement_not_in(board.name(customer)),
    };
    let moved = move || board.dragged.with(|dragged| dragged.filter(|dragged| dragged.customer == customer).map(|dragged| dragged.by));
    let key = board.view.with_untracked(|view| view.as_ref().and_then(|view| view.customers.get(customer).map(|(key, _)| key.clone())));
    view! {
        <button
            type="button"
            id=chip_id(customer)
            class="chip placement-chip"
            class:dragging=move || moved().is_some()
            data-customer=key
            aria-label=label
            aria-describedby="placement-keys"
            style:--x=move || moved().map(|(x, _)| format!("{x}px"))
            style:--y=move || moved().map(|(_, y)| format!("{y}px"))
            on:keydown=move |event| board.press(customer, &event)
            on:pointerdown=move |event| board.take(customer, &event)
            on:pointermove=move |event| board.drag(&event)
            on:pointerup=move |event| board.let_go(&event)
            on:pointercancel=move |_| board.dragged.set(None)
        >
            {move || board.name(customer)}
        </button>
    }
}
