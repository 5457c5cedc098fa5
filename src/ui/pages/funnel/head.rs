//! The finding, the equation target − signed ÷ average order = sales, and what the entries are.

use leptos::prelude::*;

use super::entries::ShownEntries;
use super::export::PlanExport;
use super::scenarios::ScenarioField;
use super::state::FunnelState;
use crate::engine::FunnelView;
use crate::plan::{Allowed, Field};
use crate::ui::components::{
    Button, Choice, DayField, Explained, ExplainedFigure, FigureField, FigureKind, Look, SelectField, SelectOptions,
};
use crate::ui::words::{
    FunnelFigure, funnel_finding, named_levels, plan_error, reach_text, standing_choices, standing_code, standing_from,
};
use crate::workspace::AverageOrder;

#[component]
pub fn Head(levels: RwSignal<bool>) -> impl IntoView {
    let page = FunnelState::get();
    let finding = Memo::new(move |_| page.read(|view| funnel_finding(page.texts(), view)).unwrap_or_default());
    let kicker = move || {
        let texts = page.texts();
        texts.funnel_kicker(texts.scheme_name(&page.scheme()))
    };
    view! {
        <section class="section funnel-head">
            <p class="kicker">{kicker}</p>
            <h1 tabindex="-1" data-testid="funnel-finding" aria-live="polite">{move || finding.get()}</h1>
            <div class="equation">
                <Equation />
                <div class="push funnel-side">
                    <PeriodFields />
                    <ScenarioField />
                </div>
            </div>
            <div class="funnel-facts">
                <Counts />
                <PlanExport />
                <Button
                    look=Look::Quiet
                    class="push"
                    text=move || page.texts().funnel_levels_open()
                    on_click=move |_| levels.set(true)
                    attr:data-testid="funnel-levels"
                />
            </div>
            <UnknownStages />
        </section>
    }
}

#[component]
fn Equation() -> impl IntoView {
    let page = FunnelState::get();
    let refused = move |field: Field| {
        Signal::derive(move || page.read(|view| plan_error(page.texts(), view.chain.as_ref().err()?, &field)).flatten())
    };
    let with_currency = move |label: &'static str| {
        let currency = page.read(|view| view.currency.clone()).unwrap_or_default();
        let symbol = crate::ui::i18n::currency_symbol(&currency);
        if symbol.is_empty() { label.to_owned() } else { format!("{label}, {symbol}") }
    };
    let needed = move || page.chain(|chain| reach_text(page.texts(), chain.sales())).unwrap_or_else(|| "–".to_owned());
    view! {
        <FigureField
            label=move || with_currency(page.texts().funnel_target())
            value=Signal::derive(move || page.scenario.with(|scenario| scenario.target))
            kind=FigureKind::Number
            allowed=Allowed::NotNegative
            testid="funnel-target"
            refused=refused(Field::Target)
            on_change=move |target| page.edit(|scenario| scenario.target = target)
        />
        <span class="sign" aria-hidden="true">"−"</span>
        <FigureField
            label=move || with_currency(page.texts().funnel_signed())
            value=Signal::derive(move || Some(page.scenario.with(|scenario| scenario.signed.unwrap_or(0.0))))
            kind=FigureKind::Number
            allowed=Allowed::NotNegative
            testid="funnel-signed"
            refused=refused(Field::Signed)
            on_change=move |signed| page.edit(|scenario| scenario.signed = signed)
        />
        <span class="sign" aria-hidden="true">"÷"</span>
        <div class="funnel-average">
            <FigureField
                label=move || with_currency(page.texts().funnel_average())
                value=Signal::derive(move || page.read(|view| view.average.value).flatten())
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="funnel-average-order"
                refused=refused(Field::AverageOrder)
                on_change=move |order| page.edit(|scenario| scenario.average_order = order.map_or(AverageOrder::Mean, AverageOrder::Typed))
            />
            <span class="funnel-average-from"><AverageChoice /><Explained explanation=page.why(FunnelFigure::AverageOrder) /></span>
        </div>
        <span class="sign" aria-hidden="true">"="</span>
        <p class="result">
            <span class="label">{move || page.texts().funnel_sales_needed()}</span>
            <b><ExplainedFigure text=needed explanation=move || page.explain(FunnelFigure::Required { stage: 0 }) /></b>
        </p>
    }
}

/// Where the average comes from, once there are orders to take it from.
#[component]
fn AverageChoice() -> impl IntoView {
    let page = FunnelState::get();
    let orders = Memo::new(move |_| page.read(|view| view.average.orders).unwrap_or_default());
    let options = Signal::derive(move || {
        let texts = page.texts();
        let count = texts.count(orders.get());
        vec![
            Choice::new("mean", texts.funnel_average_mean(count.clone())),
            Choice::new("median", texts.funnel_average_median(count)),
            Choice::new("typed", texts.funnel_average_typed()),
        ]
    });
    let value = Signal::derive(move || {
        match page.scenario.with(|scenario| scenario.average_order) {
            AverageOrder::Mean => "mean",
            AverageOrder::Median => "median",
            AverageOrder::Typed(_) => "typed",
        }
        .to_owned()
    });
    let choose = move |event| {
        let now = page.view.with_untracked(|view| view.as_ref().and_then(|view| view.average.value));
        let chosen = match event_target_value(&event).as_str() {
            "median" => AverageOrder::Median,
            "typed" => now.map_or(AverageOrder::Mean, AverageOrder::Typed),
            _ => AverageOrder::Mean,
        };
        page.edit(|scenario| scenario.average_order = chosen);
    };
    view! {
        <Show when=move || { orders.get() > 0 }>
            <select
                class="select quiet small"
                data-testid="funnel-average-from"
                aria-label=move || format!("{} {}", page.texts().funnel_average(), page.texts().funnel_average_how())
                on:change=choose
            >
                <SelectOptions options value />
            </select>
        </Show>
    }
}

/// First and last day of the period the target is for.
#[component]
fn PeriodFields() -> impl IntoView {
    let page = FunnelState::get();
    let reversed = Signal::derive(move || {
        let reversed = page.scenario.with(|scenario| scenario.starts.zip(scenario.closes).is_some_and(|(starts, closes)| closes < starts));
        reversed.then(|| page.texts().plan_reversed().to_owned())
    });
    view! {
        <DayField
            label=move || page.texts().funnel_starts()
            value=Signal::derive(move || page.scenario.with(|scenario| scenario.starts))
            testid="funnel-starts"
            on_change=move |day| page.edit(|scenario| scenario.starts = day)
        />
        <DayField
            label=move || page.texts().funnel_closes()
            value=Signal::derive(move || page.scenario.with(|scenario| scenario.closes))
            testid="funnel-closes"
            refused=reversed
            on_change=move |day| page.edit(|scenario| scenario.closes = day)
        />
    }
}

#[component]
fn Counts() -> impl IntoView {
    let page = FunnelState::get();
    let shown = ShownEntries::get();
    let counts = Memo::new(move |_| page.read(|view| view.entries).unwrap_or_default());
    let text = move || {
        let (texts, counts) = (page.texts(), counts.get());
        texts.funnel_counts(texts.count(counts.all), texts.count(counts.open), texts.count(counts.won), texts.count(counts.lost))
    };
    let nameless = move || {
        let (texts, counts) = (page.texts(), counts.get());
        (counts.without_customer > 0).then(|| texts.funnel_counts_no_customer(texts.count(counts.without_customer)))
    };
    view! {
        <Show when=move || { counts.get().all > 0 } fallback=move || view! { <p class="note">{move || page.texts().funnel_start_hint()}</p> }>
            <p class="note">
                <button type="button" class="link-button" data-testid="funnel-counts" on:click=move |_| shown.all()>{text}</button>
                " "{nameless}
            </p>
        </Show>
    }
}

/// Stage texts that count as nothing: each is asked for, none is guessed.
#[component]
fn UnknownStages() -> impl IntoView {
    let page = FunnelState::get();
    let unknown = Memo::new(move |_| page.read(|view| view.unknown_stages.clone()).unwrap_or_default());
    let title = move || {
        let texts = page.texts();
        texts.funnel_unknown_stages(texts.count(unknown.with(|unknown| unknown.iter().map(|(_, count)| count).sum::<u32>())))
    };
    let fields = move || unknown.get().into_iter().map(|(stage, _)| view! { <StageField stage /> }.into_any()).collect_view();
    view! {
        <Show when=move || !unknown.with(Vec::is_empty)>
            <div class="notice question" data-testid="funnel-unknown-stages">
                <div class="question-text"><p>{title}</p></div>
                <div class="funnel-stages">{fields}</div>
            </div>
        </Show>
    }
}

/// Code of the choice "does not count".
const LEFT_OUT: &str = "none";

/// What one stage text of the files stands for.
#[component]
pub fn StageField(stage: String) -> impl IntoView {
    let page = FunnelState::get();
    let (own, chosen) = (stage.clone(), stage.clone());
    let options = Signal::derive(move || {
        let texts = page.texts();
        let left_out = standing_choices(texts, texts.stage_does_not_count(), &named_levels(texts, &page.scheme()));
        let choices =
            left_out.into_iter().map(|(code, words)| Choice::new(if code.is_empty() { LEFT_OUT.to_owned() } else { code }, words));
        std::iter::once(Choice::new("", texts.funnel_stage_unset())).chain(choices).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        let code = |view: &FunnelView| match view.plan.stages.get(&chosen) {
            None if view.plan.left_out.contains(&chosen) => LEFT_OUT.to_owned(),
            standing => standing_code(standing),
        };
        page.read(code).unwrap_or_default()
    });
    let choose = move |code: String| {
        if !code.is_empty() {
            page.edit_plan(|plan| plan.set_stage(&stage, standing_from(&code)));
        }
    };
    view! { <SelectField label=move || page.texts().funnel_stands_for(&own) options value on_change=choose testid="funnel-stage" /> }
}
