//! Existing customers: the picture, the list, the card, the stage for the projector, the exports.

mod canvas;
mod card;
mod card_bars;
mod card_class;
mod card_focus;
mod card_notes;
mod card_playbook;
mod card_purchases;
mod card_trust;
mod card_why;
mod class_table;
mod classes;
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
mod options_window;
mod picture;
mod picture_keys;
mod presenter;
mod quadrant;
mod quadrant_state;
mod rule;
mod sent_override;
mod spellings;
mod state;
mod threshold;
mod warnings;
mod zoom;

pub use export::BarActions;
pub use presenter::Presenter;

use leptos::prelude::*;

use empty::NoData;
use inspector::Inspector;
use list::CustomerList;
use picture::PictureSection;
use spellings::SpellingsHint;
use state::PageState;

use crate::classify::Side;
use crate::ui::components::Main;
use crate::ui::pages::import::ImportReport;

/// Picture and list in the main region, the card beside it.
#[component]
pub fn ExistingPage() -> impl IntoView {
    let page = PageState::provide(Side::Existing);
    picture_keys::page_keys(page);
    found::follow_found(page);
    let has_data =
        Memo::new(move |_| page.app.workspace.with(|view| view.as_ref().is_none_or(|view| view.purchase_rows > 0 || view.customers > 0)));
    view! {
        <Main class="main existing">
            <ImportReport />
            <Show when=move || has_data.get() fallback=NoData>
                <SpellingsHint />
                <PictureSection />
                <CustomerList />
            </Show>
        </Main>
        <Show when=move || has_data.get()><Inspector /></Show>
    }
}
