//! Where the advance rates come from, and which entries they rest on: one sentence, each part of it a choice.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::FunnelView;
use crate::ui::components::{Choice, DayField, Notice, Popover, SelectField, Tone, ValueFilter};
use crate::ui::i18n::Texts;
use crate::ui::words::named_levels;
use crate::workspace::{Filters, RateSource, Scenario};

const SOURCES: [(RateSource, &str); 5] = [
    (RateSource::Best, "best"),
    (RateSource::Cohort, "cohort"),
    (RateSource::Reached, "reached"),
    (RateSource::Snapshots, "snapshots"),
    (RateSource::Outcomes, "outcomes"),
];

fn words(texts: Texts, source: RateSource) -> &'static str {
    match source {
        RateSource::Best => texts.rates_best(),
        RateSource::Cohort => texts.rates_cohort(),
        RateSource::Reached => texts.rates_reached(),
        RateSource::Snapshots => texts.rates_snapshots(),
        RateSource::Outcomes => texts.rates_outcomes(),
    }
}

/// `Rates from a level history, all entries; ranges are 95 % Wilson intervals.`
#[component]
pub fn RatesRule() -> impl IntoView {
    let page = FunnelState::get();
    let has_data = Memo::new(move |_| page.read(|view| view.entries.all > 0 || view.entries.events > 0).unwrap_or(false));
    let source = move || {
        let chosen = page.scenario.with(|scenario| scenario.rates);
        words(page.texts(), chosen)
    };
    let filters = move || {
        let (texts, scenario) = (page.texts(), page.scenario.get());
        let chosen: Vec<String> =
            [&scenario.filters.rep, &scenario.filters.region, &scenario.filters.product].into_iter().flatten().cloned().collect();
        let window = scenario.entered_from.is_some() || scenario.entered_to.is_some();
        match (chosen.is_empty(), window) {
            (true, false) => texts.rates_all_entries().to_owned(),
            (true, true) => texts.rates_window().to_owned(),
            _ => chosen.join(", "),
        }
    };
    let trap = move || page.read(|view| view.only_stocks.is_some()).unwrap_or(false);
    view! {
        <Show when=move || has_data.get()>
            <p class="rule">
                {move || page.texts().rates_from()}" "
                <Popover class="part" testid="funnel-rate-source" trigger=move || view! { <span>{source}</span> }><SourceField /></Popover>
                {move || page.texts().rates_comma()}
                <Popover class="part" testid="funnel-filters" trigger=move || view! { <span>{filters}</span> }><Filtering /></Popover>
                {move || page.texts().rates_intervals()}
            </p>
            <Show when=trap><Notice tone=Tone::Warn><p data-testid="funnel-snapshot-trap">{move || page.texts().rates_trap()}</p></Notice></Show>
        </Show>
    }
}

#[component]
fn SourceField() -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        let texts = page.texts();
        let there = page.read(|view| view.rate_choices.clone()).unwrap_or_default();
        let offered = SOURCES.iter().filter(|(source, _)| *source == RateSource::Best || there.contains(source));
        offered.map(|(source, code)| Choice::new(*code, words(texts, *source))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        let chosen = page.scenario.with(|scenario| scenario.rates);
        SOURCES.iter().find(|(source, _)| *source == chosen).map(|(_, code)| (*code).to_owned()).unwrap_or_default()
    });
    let choose = move |code: String| {
        if let Some((source, _)) = SOURCES.iter().find(|(_, known)| *known == code) {
            page.edit(|scenario| scenario.rates = *source);
        }
    };
    view! { <SelectField label=move || page.texts().rates_from() options value on_change=choose testid="rate-source" />
        <EndedOnField />
    }
}

/// Where an entry that its file only calls lost was lost.
#[component]
fn EndedOnField() -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        let (texts, scheme) = (page.texts(), page.scheme());
        let nearest = Choice::new("", texts.rates_ended_nearest());
        std::iter::once(nearest)
            .chain(named_levels(texts, &scheme).into_iter().map(|(code, _)| Choice::new(code.clone(), code)))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || page.scenario.with(|scenario| scenario.ended_on.clone()).unwrap_or_default());
    let choose = move |code: String| page.edit(|scenario| scenario.ended_on = Some(code).filter(|code| !code.is_empty()));
    view! { <SelectField label=move || page.texts().rates_ended_on() options value on_change=choose testid="funnel-ended-on" /> }
}

/// One column to filter by.
#[derive(Clone, Copy)]
struct Column {
    name: fn(Texts) -> &'static str,
    testid: &'static str,
    values: fn(&FunnelView) -> &Vec<String>,
    chosen: fn(&mut Filters) -> &mut BTreeSet<String>,
}

const COLUMNS: [Column; 3] = [
    Column { name: Texts::funnel_entry_owner, testid: "funnel-filter-rep", values: |view| &view.reps, chosen: |filters| &mut filters.rep },
    Column {
        name: Texts::funnel_entry_region,
        testid: "funnel-filter-region",
        values: |view| &view.regions,
        chosen: |filters| &mut filters.region,
    },
    Column {
        name: Texts::funnel_entry_product,
        testid: "funnel-filter-product",
        values: |view| &view.products,
        chosen: |filters| &mut filters.product,
    },
];

#[component]
fn Filtering() -> impl IntoView {
    let page = FunnelState::get();
    let column = move |column: Column| {
        let values = Signal::derive(move || page.read(|view| (column.values)(view).clone()).unwrap_or_default());
        let chosen = Signal::derive(move || {
            let mut filters = page.scenario.with(|scenario| scenario.filters.clone());
            std::mem::take((column.chosen)(&mut filters))
        });
        let change = move |value: String, on: bool| {
            page.edit(|scenario| {
                let chosen = (column.chosen)(&mut scenario.filters);
                if on {
                    chosen.insert(value)
                } else {
                    chosen.remove(&value)
                };
            });
        };
        view! { <ValueFilter name=move || (column.name)(page.texts()) testid=column.testid values chosen on_change=change /> }.into_any()
    };
    view! {
        {COLUMNS.map(column)}
        <EnteredSpan />
    }
}

/// Only entries that entered in this span count. A span that ends before it begins is said and not sent.
#[component]
fn EnteredSpan() -> impl IntoView {
    let page = FunnelState::get();
    let refused = RwSignal::new(None::<String>);
    let set = move |edit: &dyn Fn(&mut Scenario)| {
        let mut tried = page.scenario.get_untracked();
        edit(&mut tried);
        let reversed = tried.entered_from.zip(tried.entered_to).is_some_and(|(from, to)| to < from);
        refused.set(reversed.then(|| page.app.texts_now().plan_reversed().to_owned()));
        if !reversed {
            page.edit(edit);
        }
    };
    view! {
        <div class="option-pair">
            <DayField
                label=move || page.texts().rates_entered_from()
                value=Signal::derive(move || page.scenario.with(|scenario| scenario.entered_from))
                testid="funnel-entered-from"
                on_change=move |day| set(&move |scenario| scenario.entered_from = day)
            />
            <DayField
                label=move || page.texts().rates_entered_to()
                value=Signal::derive(move || page.scenario.with(|scenario| scenario.entered_to))
                testid="funnel-entered-to"
                refused
                on_change=move |day| set(&move |scenario| scenario.entered_to = day)
            />
        </div>
    }
}
