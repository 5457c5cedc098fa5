//! The quadrant page: the picture, the list, the card, the stage for the projector, the exports. One page for existing and for potential
//! customers; what differs between them asks for the page's side.

mod canvas;
mod card;
mod card_bars;
mod card_class;
mod card_focus;
mod card_notes;
mod card_playbook;
mod card_purchases;
mod card_score;
mod card_trust;
mod card_why;
mod class_table;
mod classes;
mod crowd;
mod crowd_state;
mod curve;
mod cut_method;
mod empty;
mod export;
mod export_picture;
mod found;
mod hover;
mod inspector;
mod list;
mod list_head;
mod list_keys;
mod list_row;
mod options;
mod options_cuts;
mod options_filters;
mod options_measure;
mod options_potential;
mod options_window;
mod picture;
mod picture_keys;
mod placement;
mod placement_board;
mod placement_result;
mod potential_list;
mod presenter;
mod quadrant_state;
mod rule;
mod scatter;
mod sent_override;
mod sheet;
mod sheet_cell;
mod sheet_sending;
mod spellings;
mod state;
mod threshold;
mod warnings;
mod weights;
mod zoom;

pub use export::BarActions;
pub use presenter::Presenter;

use leptos::prelude::*;

use empty::NoData;
use inspector::Inspector;
use list::CustomerList;
use picture::PictureSection;
use placement::PlacementSection;
use potential_list::PotentialList;
use spellings::SpellingsHint;
use state::PageState;

use crate::classify::Side;
use crate::engine::WorkspaceView;
use crate::ui::components::{Later, Main};
use crate::ui::pages::import::ImportReport;

/// Those who buy.
#[component]
pub fn ExistingPage() -> impl IntoView {
    quadrant_page(Side::Existing)
}

/// Those who may.
#[component]
pub fn PotentialPage() -> impl IntoView {
    quadrant_page(Side::Potential)
}

/// Picture and list in the main region, the card beside it; nothing of it while people place customers blindly.
fn quadrant_page(side: Side) -> impl IntoView {
    let page = PageState::provide(side);
    picture_keys::page_keys(page);
    found::follow_found(page);
    let has_data = Memo::new(move |_| has_data(page));
    let shows_data = Memo::new(move |_| has_data.get() && !page.placing.get());
    view! {
        <Main class="main existing">
            <ImportReport />
            <Show when=move || has_data.get() fallback=NoData>
                <Show when=move || !page.placing.get() fallback=PlacementSection>
                    {(side == Side::Existing).then(|| view! { <SpellingsHint /> })}
                    <PictureSection />
                    <Later behind_frame=true>
                        {match side {
                            Side::Existing => view! { <CustomerList /> }.into_any(),
                            Side::Potential => view! { <PotentialList /> }.into_any(),
                        }}
                    </Later>
                </Show>
            </Show>
        </Main>
        <Show when=move || shows_data.get()><Later behind_frame=true><Inspector /></Later></Show>
    }
}

/// Whether there is anybody to show; tracked. On the potential side the empty sheet is something too.
fn has_data(page: PageState) -> bool {
    let there = |view: &WorkspaceView| match page.side {
        Side::Existing => view.purchase_rows > 0 || view.customers > 0,
        Side::Potential => view.prospects > 0,
    };
    let typing = page.side == Side::Potential && page.typing.get();
    typing || page.app.workspace.with(|view| view.as_ref().is_none_or(there))
}
