//! The row between two levels: the advance rate, how far it may be off, what it rests on.

use leptos::prelude::*;

use super::chain::refused;
use super::state::FunnelState;
use crate::engine::FunnelStep;
use crate::plan::{Allowed, Field};
use crate::ui::components::{Explained, FigureField, FigureKind, Popover};
use crate::ui::words::{FunnelFigure, part_text};
use crate::workspace::{Sureness, TypedRate};

fn step_of(page: FunnelState, step: usize) -> Option<FunnelStep> {
    page.read(|view| view.steps.get(step).cloned()).flatten()
}

/// Rate, interval and source of the step from one level to the next.
pub fn rate_row(page: FunnelState, step: usize) -> AnyView {
    let names = move || (page.stage_name(step + 1), page.stage_name(step));
    let (from, to) = untrack(names);
    let label = move || {
        let (from, to) = names();
        page.texts().funnel_rate_label(from, to)
    };
    let code = untrack(move || step_of(page, step)).map(|step| step.from).unwrap_or_default();
    let testid = format!("rate-{from}-{to}");
    let rate = Signal::derive(move || step_of(page, step).and_then(|step| step.rate()));
    let sure = code.clone();
    let set = move |rate: Option<f64>| {
        page.edit_level(&code, |choice| {
            let sure = choice.rate.map(|typed| typed.sure).unwrap_or_default();
            choice.rate = rate.map(|rate| TypedRate { rate, sure });
        });
    };
    view! {
        <tr class="rate" role="row">
            <td colspan="5" role="cell">
                <span class="rate-line">
                    <span class="step" aria-hidden="true">{move || { let (from, to) = names(); page.texts().funnel_step(from, to) }}</span>
                    <FigureField
                        label
                        label_hidden=true
                        value=rate
                        kind=FigureKind::Percent
                        allowed=Allowed::Share
                        testid=testid.clone()
                        refused=refused(page, Field::Rate { step })
                        on_change=set
                    />
                    {interval(page, step, format!("{testid}-interval"))}
                    {rate_source(page, step, sure)}
                    <Explained explanation=page.why(FunnelFigure::Rate { step }) />
                </span>
            </td>
            <td role="cell"></td>
        </tr>
    }
    .into_any()
}

/// The 95 % interval as a line on a scale from 0 to 100 %.
fn interval(page: FunnelState, step: usize, testid: String) -> impl IntoView {
    let found = Memo::new(move |_| step_of(page, step).and_then(|step| Some((step.interval?, step.rate()?))));
    let percent = |value: f64| format!("{:.1}%", value * 100.0);
    let label = move || {
        let ((low, high), _) = found.get()?;
        Some(page.texts().funnel_interval_label(page.texts().share(low), page.texts().share(high)))
    };
    let text = move || found.get().map(|((low, high), _)| page.texts().funnel_interval(page.texts().share(low), page.texts().share(high)));
    view! {
        <Show when=move || found.get().is_some()>
            <span
                class="interval"
                role="img"
                data-testid=testid.clone()
                data-low=move || found.get().map(|((low, _), _)| low.to_string())
                data-high=move || found.get().map(|((_, high), _)| high.to_string())
                aria-label=label
                style:--low=move || found.get().map(|((low, _), _)| percent(low))
                style:--high=move || found.get().map(|((_, high), _)| percent(high))
                style:--at=move || found.get().map(|(_, rate)| percent(rate))
            >
                <i></i>
            </span>
            <span class="muted" aria-hidden="true">{text}</span>
        </Show>
    }
}

/// What a rate rests on; for a typed one how sure it is, and the way back to the data.
fn rate_source(page: FunnelState, step: usize, code: String) -> impl IntoView {
    let found = Memo::new(move |_| step_of(page, step));
    let text = move || {
        let texts = page.texts();
        let step = found.get()?;
        let counted = step.data.map(|data| texts.funnel_of(part_text(texts, data.advanced), part_text(texts, data.entered)));
        Some(match (step.typed, step.data) {
            (Some(_), Some(data)) => texts.funnel_rate_typed_over(texts.share_fine(data.rate)),
            (Some(_), None) => match step.typed_cases {
                Some(cases) => texts.funnel_rate_typed_cases(part_text(texts, cases)),
                None => texts.funnel_rate_typed().to_owned(),
            },
            (None, _) => counted.unwrap_or_else(|| texts.funnel_rate_unknown().to_owned()),
        })
    };
    let typed = Memo::new(move |_| found.get().is_some_and(|step| step.typed.is_some()));
    let has_data = Memo::new(move |_| found.get().is_some_and(|step| step.data.is_some()));
    let cases = Signal::derive(move || found.get().and_then(|step| step.typed_cases));
    let panel = StoredValue::new(code);
    let set_cases = move |cases: Option<f64>| {
        page.edit_level(&panel.get_value(), |choice| {
            if let Some(typed) = &mut choice.rate {
                typed.sure = cases.map_or(Sureness::Known, Sureness::Cases);
            }
        });
    };
    let back = move |_| page.edit_level(&panel.get_value(), |choice| choice.rate = None);
    view! {
        <Show when=move || typed.get() fallback=move || view! { <span class="muted">{text}</span> }>
            <Popover class="rule-part" trigger=move || view! { <span class="muted">{text}</span> }>
                <FigureField
                    label=move || page.texts().funnel_rate_cases()
                    value=cases
                    kind=FigureKind::Number
                    allowed=Allowed::Positive
                    testid=format!("rate-cases-{}", panel.get_value())
                    placeholder=move || page.texts().funnel_rate_known()
                    on_change=set_cases
                />
                <Show when=move || has_data.get()>
                    <button type="button" class="link-button" on:click=back>{move || page.texts().funnel_rate_back()}</button>
                </Show>
            </Popover>
        </Show>
    }
}
