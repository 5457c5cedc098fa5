//! The choices behind each part of the rule: in a popover of the sentence, and all together in the panel beside the picture.

use leptos::prelude::*;

use super::options_cuts::CutOptions;
use super::options_filters::{FilterOptions, values};
use super::options_measure::{ContributionOptions, IncompleteOption, MonthsOptions, StabilityOptions};
use super::options_potential::{ExpectedOptions, FunnelLink, IntentOptions};
use super::options_window::WindowOptions;
use super::state::PageState;
use crate::classify::Side;
use crate::ui::components::Explain;
use crate::ui::components::SourceTag;
use crate::ui::i18n::Texts;
use crate::ui::words::{RuleTopic, by_periods};

/// `handles`: whether the controls carry the stable handles of tests; only the panel's do, so that each is there once.
#[component]
pub fn TopicOptions(topic: RuleTopic, handles: bool) -> impl IntoView {
    let side = PageState::get().side;
    match topic {
        RuleTopic::Contribution if side == Side::Potential => view! { <ExpectedOptions handles /> }.into_any(),
        RuleTopic::Stability if side == Side::Potential => view! { <IntentOptions handles /> }.into_any(),
        RuleTopic::Contribution => view! { <ContributionOptions handles /> }.into_any(),
        RuleTopic::Filters => view! { <FilterOptions /> }.into_any(),
        RuleTopic::Window => view! { <WindowOptions handles /> }.into_any(),
        RuleTopic::Stability => view! { <StabilityOptions handles /> }.into_any(),
        RuleTopic::Months => view! { <MonthsOptions handles /> }.into_any(),
        RuleTopic::Incomplete => view! { <IncompleteOption handles /> }.into_any(),
        RuleTopic::Cuts => view! { <CutOptions /> }.into_any(),
    }
}

type Topic = (RuleTopic, SourceTag, fn(Texts) -> &'static str, fn(Texts) -> &'static str);

const TOPICS: [Topic; 7] = [
    (RuleTopic::Contribution, SourceTag::S, Texts::option_contribution, Texts::option_contribution_how),
    (RuleTopic::Stability, SourceTag::X, Texts::option_stability, Texts::option_stability_how),
    (RuleTopic::Window, SourceTag::S, Texts::option_window, Texts::option_window_how),
    (RuleTopic::Months, SourceTag::X, Texts::option_months, Texts::option_months_how),
    (RuleTopic::Incomplete, SourceTag::X, Texts::option_incomplete_title, Texts::option_incomplete_how),
    (RuleTopic::Cuts, SourceTag::X, Texts::option_cuts, Texts::option_cuts_how),
    (RuleTopic::Filters, SourceTag::X, Texts::option_filters, Texts::option_filters_how),
];

const POTENTIAL_TOPICS: [Topic; 4] = [
    (RuleTopic::Contribution, SourceTag::S, Texts::option_expected, Texts::option_expected_how),
    (RuleTopic::Stability, SourceTag::X, Texts::option_intent, Texts::option_intent_how),
    (RuleTopic::Cuts, SourceTag::X, Texts::option_cuts, Texts::option_prospect_cuts_how),
    (RuleTopic::Filters, SourceTag::X, Texts::option_filters, Texts::option_prospect_filters_how),
];

/// Every option with its meaning and source; it stands beside the picture while no customer is selected, and below the card else.
#[component]
pub fn OptionsPanel() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div class="section options">
            <h2>{move || page.texts().options_title()}</h2>
            <p class="note">{move || page.texts().options_text()}</p>
            {match page.side {
                Side::Existing => view! {
                    {TOPICS.map(|topic| view! { <TopicBlock topic /> }).collect_view()}
                    <p class="note">{move || page.texts().rule_time_zone()}</p>
                }
                .into_any(),
                Side::Potential => view! {
                    {POTENTIAL_TOPICS.map(|topic| view! { <TopicBlock topic /> }).collect_view()}
                    <FunnelLink />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn TopicBlock(topic: Topic) -> impl IntoView {
    let page = PageState::get();
    let (topic, source, title, how) = topic;
    let there = Memo::new(move |_| is_there(page, topic));
    view! {
        <Show when=move || there.get()>
            <fieldset class="option">
                <legend>
                    {move || title(page.texts())}
                    <Explain source title=move || title(page.texts()) text=move || how(page.texts()) />
                </legend>
                <TopicOptions topic handles=true />
            </fieldset>
        </Show>
    }
}

/// Whether an option can change anything for this data and these settings.
fn is_there(page: PageState, topic: RuleTopic) -> bool {
    match topic {
        RuleTopic::Filters => values(page).iter().any(|values| !values.is_empty()),
        RuleTopic::Months | RuleTopic::Incomplete => page.settings.with(by_periods),
        RuleTopic::Window => page.app.workspace.with(|view| view.as_ref().is_some_and(|view| view.days.is_some())),
        RuleTopic::Contribution | RuleTopic::Stability | RuleTopic::Cuts => true,
    }
}
