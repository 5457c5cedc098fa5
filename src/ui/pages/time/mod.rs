//! Time: hours there are, dealt over classes, turned into calls; what channels cost and what a week is spent on.

mod adequacy;
mod calls;
mod call_plan;
mod call_rows;
mod channels;
mod head;
mod hours;
mod load;
mod picture;
mod reps;
mod row;
mod selling;
mod state;

use leptos::prelude::*;

use adequacy::AdequacyTable;
use call_plan::CallPlanSection;
use calls::CallsSection;
use channels::ChannelsSection;
use head::Head;
use hours::HoursSection;
use reps::RepsSection;
use selling::SellingSection;
use state::TimeState;

use crate::ui::components::Main;
use crate::ui::pages::import::ImportReport;

/// Hours and calls on one side, what they rest on beside it.
#[component]
pub fn TimePage() -> impl IntoView {
    let page = TimeState::provide();
    let ready = Memo::new(move |_| page.view.with(Option::is_some));
    view! {
        <Main class="main time">
            <ImportReport />
            <Show when=move || ready.get()>
                <Head />
                <div class="time-grid">
                    <div class="time-work">
                        <HoursSection />
                        <CallsSection />
                    </div>
                    <div class="time-aside">
                        <CallPlanSection />
                        <RepsSection />
                        <SellingSection />
                        <ChannelsSection />
                        <AdequacyTable />
                    </div>
                </div>
            </Show>
        </Main>
    }
}
