//! Hours over kinds and classes, with shares, cadences and channels to edit and the need beside them.

use leptos::prelude::*;

use super::picture::HoursPicture;
use super::row::ClassRow;
use super::state::TimeState;
use crate::effort::{ClassKind, WorkClass};
use crate::plan::Allowed;
use crate::ui::components::{Button, EmptyState, Explain, ExplainedFigure, FigureField, FigureKind, Look, SourceTag};
use crate::ui::router::go;
use crate::ui::state::Page;
use crate::ui::words::{TimeFigure, hours_text};
use crate::workspace::EffortPlan;

#[component]
pub fn HoursSection() -> impl IntoView {
    let page = TimeState::get();
    let nobody = Memo::new(move |_| page.read(|view| view.dealt.classes.iter().all(|class| class.customers == 0)).unwrap_or(false));
    view! {
        <section class="section hours" aria-labelledby="hours-title">
            <h2 id="hours-title">
                {move || page.texts().time_split_title()}
                <Explain
                    source=SourceTag::X
                    title=move || page.texts().time_split_title()
                    text=move || page.texts().time_split_explain()
                />
            </h2>
            <p class="rule">{move || page.texts().time_split_rule()}</p>
            <Show when=move || nobody.get()>
                <EmptyState title=move || page.texts().time_empty_title() text=move || page.texts().time_empty_text()>
                    <Button look=Look::Primary text=move || page.texts().empty_data_button() on_click=move |_| go(Page::Start) />
                </EmptyState>
            </Show>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="hours-title">
                <table class="table flush" data-testid="time-table">
                    <Heads />
                    {ClassKind::ALL.map(|kind| view! { <KindRows kind /> })}
                </table>
            </div>
            <Notes />
            <HoursPicture />
        </section>
    }
}

#[component]
fn Heads() -> impl IntoView {
    let page = TimeState::get();
    view! {
        <thead>
            <tr>
                <th>{move || page.texts().time_col_class()}</th>
                <th class="num">{move || page.texts().time_col_share()}</th>
                <th class="num">{move || page.texts().time_col_hours()}</th>
                <th class="num">{move || page.texts().time_col_customers()}</th>
                <th class="num">{move || page.texts().time_col_each()}</th>
                <th class="num">
                    {move || page.texts().time_col_visits()}
                    <Explain
                        source=SourceTag::X
                        title=move || page.texts().time_col_visits()
                        text=move || page.texts().time_visits_explain()
                    />
                </th>
                <th class="num">{move || page.texts().time_col_cadence()}</th>
                <th>{move || page.texts().time_col_channel()}</th>
                <th class="num">
                    {move || page.texts().time_col_need()}
                    <Explain source=SourceTag::X title=move || page.texts().time_col_need() text=move || page.texts().time_need_explain() />
                </th>
                <th>{move || page.texts().time_col_standing()}</th>
            </tr>
        </thead>
    }
}

/// A kind's own line, and its classes below it.
#[component]
fn KindRows(kind: ClassKind) -> impl IntoView {
    let page = TimeState::get();
    let name = move || page.texts().class_kind(kind);
    let of = move || page.read(|view| view.dealt.kinds[kind.index()]).unwrap_or_default();
    let classes = WorkClass::ALL.into_iter().filter(move |class| class.kind() == kind && kind != ClassKind::Future);
    let has_classes = kind != ClassKind::Future;
    let set_share = move |share: Option<f64>| {
        let default = EffortPlan::default().split.kinds[kind.index()];
        page.edit(|plan| plan.split.kinds[kind.index()] = share.unwrap_or(default));
    };
    view! {
        <tbody>
            <tr class="kind">
                <th scope="row">{name}</th>
                <td class="num">
                    <FigureField
                        label=move || page.texts().time_share_of(name())
                        label_hidden=true
                        value=page.figure(move |plan| plan.split.kinds[kind.index()])
                        kind=FigureKind::Percent
                        allowed=Allowed::Share
                        testid=format!("time-kind-{}", kind.code())
                        on_change=set_share
                    />
                </td>
                <td class="num strong">
                    <ExplainedFigure
                        text=move || hours_text(page.texts(), of().hours)
                        explanation=move || page.explain(TimeFigure::Kind(kind))
                    />
                </td>
                <td class="num">{move || page.texts().count(of().customers)}</td>
                <td colspan="6" class="sum">{has_classes.then(|| view! { <Sum kind /> })}</td>
            </tr>
            {classes.map(|class| view! { <ClassRow class /> }).collect_view()}
        </tbody>
    }
}

/// What the shares of a list make together.
#[component]
fn Sum(kind: ClassKind) -> impl IntoView {
    let page = TimeState::get();
    let sum = Memo::new(move |_| {
        page.plan.with(|plan| match kind {
            ClassKind::Existing => plan.split.existing.iter().sum::<f64>(),
            ClassKind::Potential => plan.split.potential.iter().sum(),
            ClassKind::Future => 1.0,
        })
    });
    view! { <SumText sum testid=format!("time-sum-{}", kind.code()) /> }
}

#[component]
fn SumText(sum: Memo<f64>, testid: String) -> impl IntoView {
    let page = TimeState::get();
    let text = move || {
        let (texts, sum) = (page.texts(), sum.get());
        let share = texts.share_fine(sum).replace(".0%", "%");
        if sum > 1.0 + 1e-9 {
            texts.time_sum_over(share)
        } else if sum < 1.0 - 1e-9 {
            texts.time_sum_under(share)
        } else {
            texts.time_sum(share)
        }
    };
    let over = move || sum.get() > 1.0 + 1e-9;
    view! {
        <span class="muted" class:bad-text=over data-testid=testid data-value=move || sum.get().to_string()>
            {text}
        </span>
    }
}

/// The sum of the kinds, and what of the hours goes nowhere.
#[component]
fn Notes() -> impl IntoView {
    let page = TimeState::get();
    let sum = Memo::new(move |_| page.plan.with(|plan| plan.split.kinds.iter().sum::<f64>()));
    let line = move |read: fn(&crate::engine::TimeView) -> f64, say: fn(crate::ui::i18n::Texts, String) -> String| {
        move || {
            let hours = page.read(read).unwrap_or_default();
            (hours > 0.05).then(|| view! { <p class="note">{say(page.texts(), hours_text(page.texts(), hours))}</p> })
        }
    };
    let not_rated = move || {
        let count = page.read(|view| view.without_class).unwrap_or_default();
        (count > 0).then(|| view! { <p class="note">{page.texts().time_not_rated(page.texts().count(count))}</p> })
    };
    view! {
        <p class="note">{move || page.texts().time_all()}": "<SumText sum testid="time-sum-kinds".to_owned() /></p>
        {line(|view| view.dealt.left_hours, |texts, hours| texts.time_left(hours))}
        {line(|view| view.dealt.without_customers_hours, |texts, hours| texts.time_without(hours))}
        {not_rated}
    }
}
