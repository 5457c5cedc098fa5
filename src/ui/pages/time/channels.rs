//! Contacts by channel, what they cost and take, and what moving some saves.

use leptos::prelude::*;

use super::state::TimeState;
use crate::effort::Channel;
use crate::plan::Allowed;
use crate::ui::components::{Choice, Explain, Explained, ExplainedFigure, FigureField, FigureKind, SelectField, SourceTag};
use crate::ui::words::{TimeFigure, change_text, hours_text};
use crate::workspace::{EffortPlan, MixSource};

#[component]
pub fn ChannelsSection() -> impl IntoView {
    let page = TimeState::get();
    let cost = move |cost: f64| {
        let texts = page.texts();
        let decimals = usize::from(cost.fract().abs() > 1e-9) * 2;
        texts.decimal(cost, decimals)
    };
    let total = move || page.read(|view| view.mix_now.cost).unwrap_or_default();
    let source = move || {
        page.read(|view| match view.mix_source {
            MixSource::Typed => page.texts().channels_source_typed(),
            MixSource::Data => page.texts().channels_source_data(),
            MixSource::Need => page.texts().channels_source_need(),
        })
    };
    view! {
        <section class="section channels" aria-labelledby="channels-title">
            <h2 id="channels-title">
                {move || page.texts().channels_title()}
                <Explain source=SourceTag::S title=move || page.texts().channels_title() text=move || page.texts().channels_explain() />
            </h2>
            <p class="note">{source}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="channels-title">
                <table class="table flush" data-testid="channel-table">
                    <thead>
                        <tr>
                            <th>{move || page.texts().channels_col_channel()}</th>
                            <th class="num">{move || page.texts().channels_col_contacts()}</th>
                            <th class="num">{move || page.texts().channels_col_cost()}</th>
                            <th class="num">
                                {move || page.texts().channels_col_hours()}
                                <Explain
                                    source=SourceTag::X
                                    title=move || page.texts().channels_col_hours()
                                    text=move || page.texts().channels_hours_explain()
                                />
                            </th>
                            <th class="num">{move || page.texts().channels_col_total()}</th>
                        </tr>
                    </thead>
                    <tbody>{Channel::ALL.map(|channel| view! { <ChannelRow channel /> })}</tbody>
                </table>
            </div>
            <p class="note" data-testid="channel-total" data-value=move || total().to_string()>
                {move || page.texts().channels_text(cost(total()))}" "
                <Explained explanation=Signal::derive(move || page.explain(TimeFigure::Total)) />
            </p>
            <MoveFields />
            <After />
        </section>
    }
}

#[component]
fn ChannelRow(channel: Channel) -> impl IntoView {
    let page = TimeState::get();
    let place = channel.index();
    let name = move || page.texts().channel(channel);
    let contacts = Signal::derive(move || page.read(|view| view.mix.contacts[place]));
    let set_contacts = move |contacts: Option<f64>| {
        let shown = page.view.with_untracked(|view| view.as_ref().map(|view| view.mix.contacts)).unwrap_or_default();
        page.edit(|plan| {
            // The first typed figure settles the others as they stand, so that the mix does not fall apart.
            if contacts.is_some() && plan.contacts.iter().all(Option::is_none) {
                plan.contacts = shown.map(|contacts| Some(contacts.round()));
            }
            plan.contacts[place] = contacts;
        });
    };
    let set_cost = move |cost: Option<f64>| page.edit(|plan| plan.unit_costs[place] = cost.unwrap_or(Channel::RELATIVE_COST[place]));
    let set_hours = move |hours: Option<f64>| page.edit(|plan| plan.channel_hours[place] = hours.unwrap_or(Channel::HOURS[place]));
    let total = move || page.read(|view| view.mix_now.cost_by_channel[place]).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">
                <FigureField
                    label=move || page.texts().channels_contacts_of(name())
                    label_hidden=true
                    value=contacts
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("channel-contacts-{}", channel.code())
                    on_change=set_contacts
                />
            </td>
            <td class="num">
                <FigureField
                    label=move || page.texts().channels_cost_of(name())
                    label_hidden=true
                    value=page.figure(move |plan| plan.unit_costs[place])
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("channel-cost-{}", channel.code())
                    on_change=set_cost
                />
            </td>
            <td class="num">
                <FigureField
                    label=move || page.texts().channels_hours_of(name())
                    label_hidden=true
                    value=page.figure(move |plan| plan.channel_hours[place])
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("channel-hours-{}", channel.code())
                    on_change=set_hours
                />
            </td>
            <td class="num">
                <ExplainedFigure
                    text=move || page.texts().decimal(total(), 0)
                    explanation=move || page.explain(TimeFigure::Cost(channel))
                />
            </td>
        </tr>
    }
}

#[component]
fn MoveFields() -> impl IntoView {
    let page = TimeState::get();
    let options = Signal::derive(move || Channel::ALL.map(|channel| Choice::new(channel.code(), page.texts().channel(channel))).to_vec());
    let value = move |end: fn(&EffortPlan) -> Channel| Signal::derive(move || page.plan.with(|plan| end(plan).code().to_owned()));
    let choose = move |set: fn(&mut EffortPlan, Channel)| {
        move |code: String| {
            if let Some(channel) = Channel::from_code(&code) {
                page.edit(|plan| set(plan, channel));
            }
        }
    };
    let set_contacts = move |contacts: Option<f64>| page.edit(|plan| plan.moved.contacts = contacts.unwrap_or(0.0));
    view! {
        <div class="option-pair move">
            <FigureField
                label=move || page.texts().channels_move_contacts()
                value=page.figure(|plan| plan.moved.contacts)
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid="channel-moved"
                on_change=set_contacts
            />
            <SelectField
                label=move || page.texts().channels_move_from()
                options
                value=value(|plan| plan.moved.from)
                on_change=choose(|plan, channel| plan.moved.from = channel)
                testid="channel-from"
            />
            <SelectField
                label=move || page.texts().channels_move_to()
                options
                value=value(|plan| plan.moved.to)
                on_change=choose(|plan, channel| plan.moved.to = channel)
                testid="channel-to"
            />
        </div>
    }
}

/// What the move saves in cost and hours.
#[component]
fn After() -> impl IntoView {
    let page = TimeState::get();
    let text = move || {
        let texts = page.texts();
        page.read(|view| {
            let (now, after) = (view.mix_now, view.mix_after);
            let change = if now.cost > 0.0 { after.cost / now.cost - 1.0 } else { 0.0 };
            let decimals = usize::from(after.cost.fract().abs() > 1e-9) * 2;
            let saved = texts.channels_after(texts.decimal(after.cost, decimals), change_text(texts, change));
            format!("{saved} {}", texts.channels_after_hours(hours_text(texts, after.hours - now.hours)))
        })
    };
    let value = move || page.read(|view| view.mix_after.cost.to_string());
    view! {
        <div class="with-tag">
            <p class="answer" data-testid="channel-after" data-value=value aria-live="polite">{text}</p>
            <Explained explanation=Signal::derive(move || page.explain(TimeFigure::Moved)) />
        </div>
    }
}
