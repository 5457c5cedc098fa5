//! The shares of the target, as fields: what is typed stands over the split by won value.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::{FunnelGroupsView, GroupShare};
use crate::plan::{Allowed, Field};
use crate::ui::components::{Button, FigureField, FigureKind, Look, Popover};
use crate::ui::state::Followed;
use crate::ui::words::plan_error;

/// Opens the fields. They stay where they are while the split does not hold, with the message below them.
#[component]
pub fn SharesButton(groups: Followed<FunnelGroupsView>) -> impl IntoView {
    let page = FunnelState::get();
    view! {
        <Popover
            class="button quiet"
            testid="funnel-shares"
            trigger=move || view! { <span>{move || page.texts().funnel_shares()}</span> }
        >
            <Shares groups />
        </Popover>
    }
}

#[component]
fn Shares(groups: Followed<FunnelGroupsView>) -> impl IntoView {
    let page = FunnelState::get();
    // Fields are made anew only where the names change, so that typing is never interrupted.
    let names = Memo::new(move |_| {
        groups.with(|view| view.iter().flat_map(|view| &view.shares).map(|share| share.name.clone()).collect::<Vec<_>>())
    });
    let fields = move || names.get().into_iter().map(|name| share_field(page, groups, name)).collect::<Vec<_>>();
    let typed = Memo::new(move |_| {
        groups.with(|view| {
            let typed = view.iter().flat_map(|view| &view.shares).filter_map(|share| share.typed);
            typed.fold(None, |sum: Option<f64>, share| Some(sum.unwrap_or(0.0) + share))
        })
    });
    let wrong = move || groups.with(|view| view.as_ref().and_then(|view| plan_error(page.texts(), &view.errors, &Field::Shares)));
    let sum = move || {
        let texts = page.texts();
        typed.get().map_or_else(|| texts.funnel_shares_won().to_owned(), |typed| texts.funnel_shares_typed(texts.share_fine(typed)))
    };
    let back = move |_| {
        if let Some(dimension) = groups.with_untracked(|view| view.as_ref().map(|view| view.dimension)) {
            page.edit(|scenario| drop(scenario.split.remove(&dimension)));
        }
    };
    view! {
        <div class="share-fields">{fields}</div>
        <p class="note">{sum}</p>
        {move || wrong().map(|wrong| view! { <p class="bad-text" role="alert" data-testid="funnel-shares-wrong">{wrong}</p> })}
        <Show when=move || typed.get().is_some()>
            <Button look=Look::Quiet text=move || page.texts().funnel_shares_back() on_click=back attr:data-testid="funnel-shares-back" />
        </Show>
    }
}

fn share_field(page: FunnelState, groups: Followed<FunnelGroupsView>, name: String) -> AnyView {
    let shown = if name.is_empty() { None } else { Some(name.clone()) };
    let label = move || shown.clone().unwrap_or_else(|| page.texts().funnel_group_none().to_owned());
    let testid = format!("funnel-share-{name}");
    let name = StoredValue::new(name);
    let own = move |part: fn(&GroupShare) -> Option<f64>| {
        name.with_value(|name| {
            groups.with(|view| view.as_ref().and_then(|view| view.shares.iter().find(|share| share.name == *name)).and_then(part))
        })
    };
    let set = move |share: Option<f64>| {
        let Some(dimension) = groups.with_untracked(|view| view.as_ref().map(|view| view.dimension)) else { return };
        page.edit(|scenario| {
            let shares = scenario.split.entry(dimension).or_default();
            match share {
                Some(share) => drop(shares.insert(name.get_value(), share)),
                None => drop(shares.remove(&name.get_value())),
            }
            if shares.is_empty() {
                scenario.split.remove(&dimension);
            }
        });
    };
    let by_won = move || own(|share| share.share).map(|share| page.texts().decimal(share * 100.0, 1)).unwrap_or_default();
    view! {
        <FigureField
            label
            value=Signal::derive(move || own(|share| share.typed))
            kind=FigureKind::Percent
            allowed=Allowed::Share
            testid
            placeholder=by_won
            on_change=set
        />
    }
    .into_any()
}
