//! The funnel: from a target to the customers it takes, held against the stock on hand.

mod audit;
mod chain;
mod compare;
mod drawing;
mod entries;
mod export;
mod groups;
mod head;
mod levels;
mod pictures;
mod progress;
mod rates;
mod scenarios;
mod shares;
mod staffing;
mod state;
mod step;
mod sure;

use leptos::prelude::*;

use audit::AuditSection;
use chain::ChainSection;
use compare::CompareSection;
use entries::EntriesDialog;
use groups::GroupsSection;
use head::Head;
use levels::LevelsDialog;
use pictures::PicturesSection;
use progress::ProgressSection;
use staffing::StaffingSection;
use state::FunnelState;
use sure::SureSection;

use crate::ui::components::Main;
use crate::ui::pages::import::ImportReport;

/// Target, chain, groups; the entries behind a figure and the levels in dialogs.
#[component]
pub fn FunnelPage() -> impl IntoView {
    let page = FunnelState::provide();
    let ready = Memo::new(move |_| page.view.with(Option::is_some));
    let shown = entries::ShownEntries::provide();
    let levels = RwSignal::new(false);
    view! {
        <Main class="main funnel">
            <ImportReport />
            <Show when=move || ready.get()>
                <Head levels />
                <div class="funnel-grid">
                    <div class="funnel-work">
                        <ChainSection />
                        <PicturesSection />
                        <CompareSection />
                        <GroupsSection />
                        <ProgressSection />
                        <AuditSection />
                    </div>
                    <div class="funnel-aside">
                        <SureSection />
                        <StaffingSection />
                    </div>
                </div>
            </Show>
        </Main>
        <EntriesDialog shown />
        <LevelsDialog open=levels />
    }
}
