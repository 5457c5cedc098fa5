//! What was found in the first rows: counted, with a switch where there is a choice, and a way to see the rows.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::import::{AmountScale, Finding, WalkIns};
use crate::ui::components::{Choice, Switch};
use crate::ui::state::AppState;
use crate::ui::words::has_rows;

#[component]
pub fn Findings(showing: RwSignal<Option<usize>>) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let findings = Memo::new(move |_| of_preview(flow, |preview| preview.findings.clone()));
    let count = Memo::new(move |_| findings.with(Vec::len));
    // Rows of a finding that is gone cannot be shown.
    Effect::new(move |_| {
        let count = count.get();
        if showing.get_untracked().is_some_and(|index| index >= count) {
            showing.set(None);
        }
    });
    let title = move || {
        let texts = state.texts();
        let (sampled, all) = of_preview(flow, |preview| (preview.sampled_rows, preview.estimated_rows));
        let rows = texts.count(sampled);
        if u64::from(sampled) >= all { texts.findings_title_all(rows) } else { texts.findings_title(rows) }
    };
    let list = move || findings.get().into_iter().enumerate().map(|(index, finding)| row(state, showing, index, finding)).collect_view();
    view! {
        <section class="problems" aria-labelledby="import-findings">
            <h3 id="import-findings">{title}</h3>
            <Show when=move || count.get() != 0 fallback=move || view! { <p class="muted">{move || state.texts().findings_none()}</p> }>
                <ul>{list}</ul>
            </Show>
        </section>
    }
}

fn row(state: AppState, showing: RwSignal<Option<usize>>, index: usize, finding: Finding) -> impl IntoView {
    let bad = matches!(finding, Finding::UnreadableDates { .. } | Finding::UnreadableNumbers { .. } | Finding::MissingValues { .. });
    let words = finding.clone();
    let text = move || state.texts().finding(&words).1;
    let counted = finding.clone();
    let count = move || state.texts().finding(&counted).0.map(|count| state.texts().count(count));
    let shown = move || showing.get() == Some(index);
    let show = has_rows(&finding).then(|| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || shown().to_string()
                on:click=move |_| showing.set((!shown()).then_some(index))
            >
                {move || if shown() { state.texts().preview_all() } else { state.texts().findings_show() }}
            </button>
        }
    });
    view! {
        <li class=if bad { "bad" } else { "" }>
            <b class="num">{count}</b>
            <span class="finding-text">{text}{control(state, finding)}</span>
            {show}
        </li>
    }
}

/// The switch of a finding that leaves a choice.
fn control(state: AppState, finding: Finding) -> Option<AnyView> {
    match finding {
        Finding::Scale { scale, .. } => Some(scale_switch(state, scale).into_any()),
        Finding::WalkIns { choice, .. } => Some(walk_in_switch(state, choice).into_any()),
        Finding::Statuses { values, .. } => Some(status_boxes(state, values).into_any()),
        _ => None,
    }
}

fn scale_switch(state: AppState, scale: AmountScale) -> impl IntoView {
    let flow = ImportFlow::get();
    let options = Signal::derive(move || {
        let texts = state.texts();
        vec![
            Choice::new("true", texts.found_scale_applied(texts.decimal(scale.factor, 0))),
            Choice::new("false", texts.found_scale_declined()),
        ]
    });
    view! {
        <Switch
            class="switch small"
            label=move || state.texts().found_scale_label()
            options=options
            value=scale.applied.to_string()
            on_change=move |code: String| flow.choose(|choices| choices.scale_applied = Some(code == "true"))
        />
    }
}

fn walk_in_switch(state: AppState, choice: WalkIns) -> impl IntoView {
    let flow = ImportFlow::get();
    let options = Signal::derive(move || {
        let texts = state.texts();
        vec![Choice::new("group", texts.walk_ins(WalkIns::Group)), Choice::new("leave-out", texts.walk_ins(WalkIns::LeaveOut))]
    });
    let value = if choice == WalkIns::Group { "group" } else { "leave-out" };
    let choose = move |code: String| {
        let wanted = if code == "group" { WalkIns::Group } else { WalkIns::LeaveOut };
        flow.choose(|choices| choices.walk_ins = Some(wanted));
    };
    view! {
        <Switch class="switch small" label=move || state.texts().found_walk_ins_label() options=options value=value.to_owned() on_change=choose />
    }
}

fn status_boxes(state: AppState, values: Vec<(String, u32, bool)>) -> impl IntoView {
    let flow = ImportFlow::get();
    let left_out: BTreeSet<String> = values.iter().filter(|(_, _, out)| *out).map(|(value, ..)| value.clone()).collect();
    let boxes = values.into_iter().map(move |(value, rows, out)| {
        let (own, others) = (value.clone(), left_out.clone());
        let toggle = move |_| {
            let mut wanted = others.clone();
            if !wanted.remove(&own) {
                wanted.insert(own.clone());
            }
            flow.choose(|choices| choices.left_out_statuses = Some(wanted));
        };
        let words = move || {
            let texts = state.texts();
            let name = if value.trim().is_empty() { texts.found_status_blank().to_owned() } else { value.clone() };
            texts.found_status(name, texts.count(rows))
        };
        view! { <label class="check"><input type="checkbox" prop:checked=out on:change=toggle />{words}</label> }
    });
    view! { <span class="status-boxes">{boxes.collect_view()}</span> }
}
