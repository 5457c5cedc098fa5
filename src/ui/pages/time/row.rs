//! One class of the table of hours.

use leptos::prelude::*;

use super::state::TimeState;
use crate::classify::Side;
use crate::effort::{Channel, ClassKind, WorkClass};
use crate::plan::Allowed;
use crate::ui::components::{Choice, ClassName, ExplainedFigure, FigureField, FigureKind, SelectOptions};
use crate::ui::words::{TimeFigure, hours_text};
use crate::workspace::EffortPlan;

/// Share, hours, contacts, cadence, channel and need of a class.
#[component]
pub fn ClassRow(class: WorkClass) -> impl IntoView {
    let page = TimeState::get();
    let place = class.index();
    let hours = move || page.read(|view| view.dealt.classes[place]).unwrap_or_default();
    let need = move || page.read(|view| view.needs[place]).unwrap_or_default();
    let side = if class.kind() == ClassKind::Potential { Side::Potential } else { Side::Existing };
    let dash = || "–".to_owned();
    let number = move |value: Option<f64>| value.map_or_else(dash, |value| hours_text(page.texts(), value));
    let figure = move |text: Signal<String>, of: fn(WorkClass) -> TimeFigure| {
        view! { <ExplainedFigure text=move || text.get() explanation=move || page.explain(of(class)) /> }
    };
    let standing = move || {
        let (texts, short) = (page.texts(), need().short_hours);
        if hours().customers == 0 {
            view! { <span class="muted">{texts.time_none()}</span> }.into_any()
        } else if short > 0.0 {
            let text = texts.time_short(hours_text(texts, short));
            view! {
                <span class="bad-text" data-testid=format!("time-short-{}", class.code()) data-value=short.to_string()>
                    <ExplainedFigure text=move || text.clone() explanation=move || page.explain(TimeFigure::Short(class)) />
                </span>
            }
            .into_any()
        } else {
            view! { <span>{texts.time_enough()}</span> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row"><ClassName side class=class.quadrant() /></th>
            <td class="num"><ShareField class /></td>
            <td class="num strong" data-testid=format!("time-class-hours-{}", class.code()) data-value=move || hours().hours.to_string()>
                {figure(Signal::derive(move || hours_text(page.texts(), hours().hours)), TimeFigure::Hours)}
            </td>
            <td class="num">{move || page.texts().count(hours().customers)}</td>
            <td class="num">{figure(Signal::derive(move || number(hours().hours_per_customer)), TimeFigure::Each)}</td>
            <td class="num" data-testid=format!("time-visits-{}", class.code())>
                {figure(Signal::derive(move || number(hours().visits_per_customer)), TimeFigure::Contacts)}
            </td>
            <td class="num"><CadenceField class /></td>
            <td><ChannelField class /></td>
            <td class="num">{figure(Signal::derive(move || hours_text(page.texts(), need().hours)), TimeFigure::Need)}</td>
            <td>{standing}</td>
        </tr>
    }
}

#[component]
fn ShareField(class: WorkClass) -> impl IntoView {
    let page = TimeState::get();
    let set = move |share: Option<f64>| {
        let share = share.unwrap_or_else(|| EffortPlan::default().split.within_kind(class));
        page.edit(|plan| {
            if let Some(quadrant) = class.quadrant() {
                let list = if class.kind() == ClassKind::Existing { &mut plan.split.existing } else { &mut plan.split.potential };
                list[quadrant.index()] = share;
            }
        });
    };
    view! {
        <FigureField
            label=move || page.texts().time_share_of(class.code())
            label_hidden=true
            value=page.figure(move |plan| plan.split.within_kind(class))
            kind=FigureKind::Percent
            allowed=Allowed::Share
            testid=format!("time-share-{}", class.code())
            on_change=set
        />
    }
}

#[component]
fn CadenceField(class: WorkClass) -> impl IntoView {
    let page = TimeState::get();
    let place = class.index();
    let set = move |days: Option<f64>| {
        let days = days.unwrap_or(EffortPlan::default().cadence_days[place]);
        page.edit(|plan| plan.cadence_days[place] = days);
    };
    view! {
        <FigureField
            label=move || page.texts().time_cadence_of(class.code())
            label_hidden=true
            value=page.figure(move |plan| plan.cadence_days[place])
            kind=FigureKind::Number
            allowed=Allowed::Positive
            testid=format!("time-cadence-{}", class.code())
            on_change=set
        />
    }
}

#[component]
fn ChannelField(class: WorkClass) -> impl IntoView {
    let page = TimeState::get();
    let place = class.index();
    let options = Signal::derive(move || Channel::ALL.map(|channel| Choice::new(channel.code(), page.texts().channel(channel))).to_vec());
    let value = Signal::derive(move || page.plan.with(|plan| plan.class_channels[place].code().to_owned()));
    let choose = move |event| {
        if let Some(channel) = Channel::from_code(&event_target_value(&event)) {
            page.edit(|plan| plan.class_channels[place] = channel);
        }
    };
    view! {
        <select
            class="select small"
            aria-label=move || page.texts().time_channel_of(class.code())
            data-testid=format!("time-channel-{}", class.code())
            on:change=choose
        >
            <SelectOptions options value />
        </select>
    }
}
