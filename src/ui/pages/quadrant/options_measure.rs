//! Choices of what is measured: contribution, returns, stability, which months count.

use leptos::prelude::*;

use super::state::PageState;
use crate::ui::components::{Choice, SelectField};
use crate::workspace::{ContributionBasis, MonthsCounted, StabilityMeasure};

/// A handle, or none where the control is shown a second time.
pub fn handle(handles: bool, name: &'static str) -> &'static str {
    if handles { name } else { "" }
}

#[component]
pub fn ContributionOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let has_cost = Memo::new(move |_| page.app.workspace.with(|view| view.as_ref().is_some_and(|view| view.has_cost)));
    let bases = Signal::derive(move || {
        let texts = page.texts();
        let margin = has_cost.get().then(|| Choice::new("margin", texts.option_contribution_margin()));
        let total = Choice::new("total", texts.option_contribution_total());
        [Some(total), margin, Some(Choice::new("per-period", texts.option_contribution_period()))].into_iter().flatten().collect::<Vec<_>>()
    });
    let basis = Signal::derive(move || basis_code(page.settings.get().contribution).to_owned());
    let returns = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("net", texts.option_net()), Choice::new("gross", texts.option_gross())]
    });
    let gross = Signal::derive(move || if page.settings.get().gross { "gross" } else { "net" }.to_owned());
    view! {
        <SelectField
            label=move || page.texts().option_contribution_basis()
            options=bases
            value=basis
            testid=handle(handles, "contribution-basis")
            on_change=move |code| page.set(|settings| settings.contribution = basis_from(&code))
        />
        <SelectField
            label=move || page.texts().option_gross_net()
            options=returns
            value=gross
            testid=handle(handles, "gross-net")
            on_change=move |code| page.set(|settings| settings.gross = code == "gross")
        />
        <Show when=move || !has_cost.get()><p class="note">{move || page.texts().option_margin_missing()}</p></Show>
    }
}

fn basis_code(basis: ContributionBasis) -> &'static str {
    match basis {
        ContributionBasis::Total => "total",
        ContributionBasis::Margin => "margin",
        ContributionBasis::PerPeriod => "per-period",
    }
}

fn basis_from(code: &str) -> ContributionBasis {
    match code {
        "margin" => ContributionBasis::Margin,
        "per-period" => ContributionBasis::PerPeriod,
        _ => ContributionBasis::Total,
    }
}

#[component]
pub fn StabilityOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let has_given = Memo::new(move |_| page.app.workspace.with(|view| view.as_ref().is_some_and(|view| view.has_given_measures)));
    let measures = Signal::derive(move || {
        let there = |measure: &StabilityMeasure| *measure != StabilityMeasure::Given || has_given.get();
        let choice = |measure: StabilityMeasure| Choice::new(measure.code(), page.texts().measure_name(measure));
        StabilityMeasure::ALL.into_iter().filter(there).map(choice).collect::<Vec<_>>()
    });
    let measure = Memo::new(move |_| page.settings.get().stability);
    let directions = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("high", texts.option_given_high()), Choice::new("low", texts.option_given_low())]
    });
    let direction = Signal::derive(move || if page.settings.get().given_high_is_stable { "high" } else { "low" }.to_owned());
    view! {
        <SelectField
            label=move || page.texts().option_stability()
            options=measures
            value=Signal::derive(move || measure.get().code().to_owned())
            testid=handle(handles, "stability-measure")
            on_change=move |code| {
                if let Some(measure) = StabilityMeasure::from_code(&code) {
                    page.set(|settings| settings.stability = measure);
                }
            }
        />
        <p class="note">{move || page.texts().measure_how(measure.get())}</p>
        <Show when=move || measure.get() == StabilityMeasure::Given>
            <SelectField
                label=move || page.texts().option_given_direction()
                options=directions
                value=direction
                testid=handle(handles, "given-direction")
                on_change=move |code| page.set(|settings| settings.given_high_is_stable = code == "high")
            />
        </Show>
    }
}

#[component]
pub fn MonthsOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let options = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("since-first", texts.option_since_first()), Choice::new("whole-window", texts.option_whole_window())]
    });
    let value = Signal::derive(move || {
        if page.settings.get().months_counted == MonthsCounted::WholeWindow { "whole-window" } else { "since-first" }.to_owned()
    });
    let change = move |code: String| {
        let counted = if code == "whole-window" { MonthsCounted::WholeWindow } else { MonthsCounted::SinceFirst };
        page.set(|settings| settings.months_counted = counted);
    };
    view! {
        <SelectField label=move || page.texts().option_months() options value testid=handle(handles, "months-counted") on_change=change />
        <Show when=move || !handles><p class="note">{move || page.texts().option_months_how()}</p></Show>
    }
}

#[component]
pub fn IncompleteOption(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let change = move |event| {
        let leave_out = event_target_checked(&event);
        page.set(|settings| settings.leave_out_incomplete = leave_out);
    };
    let which = move || {
        let texts = page.texts();
        page.overview.with(|view| match view {
            Some(view) if !view.incomplete.is_empty() => texts.option_incomplete_now(texts.periods(view.grain, &view.incomplete)),
            _ => texts.option_incomplete_none().to_owned(),
        })
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid=handle(handles, "incomplete-periods")
                prop:checked=move || page.settings.get().leave_out_incomplete
                on:change=change
            />
            {move || page.texts().option_incomplete()}
        </label>
        <p class="note">{which}</p>
        <Show when=move || !handles><p class="note">{move || page.texts().option_incomplete_how()}</p></Show>
    }
}
