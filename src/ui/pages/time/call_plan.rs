//! The call plan: planned and free calls, the planned ones by class.

use leptos::prelude::*;

use super::state::TimeState;
use crate::effort::WorkClass;
use crate::plan::Allowed;
use crate::ui::components::{Explain, ExplainedFigure, FigureField, FigureKind, SourceTag};
use crate::ui::words::{TimeFigure, hours_text};
use crate::workspace::EffortPlan;

#[component]
pub fn CallPlanSection() -> impl IntoView {
    let page = TimeState::get();
    let calls = Signal::derive(move || page.read(|view| view.calls.calls as f64));
    let possible =
        move || page.read(|view| page.texts().calls_possible(hours_text(page.texts(), view.calls_possible.floor()))).unwrap_or_default();
    let count = move |part: fn(&crate::effort::CallPlan) -> u64| page.read(|view| part(&view.calls)).unwrap_or_default();
    let rows = move || {
        let texts = page.texts();
        let by_class = page.read(|view| view.calls.by_class).unwrap_or_default();
        let planned = WorkClass::ALL.into_iter().filter(|class| by_class[class.index()] > 0);
        planned
            .map(|class| {
                let calls = texts.count(by_class[class.index()]);
                view! {
                    <div>
                        <dt>{texts.work_class(Some(class))}</dt>
                        <dd><ExplainedFigure text=move || calls.clone() explanation=move || page.explain(TimeFigure::PlannedOf(class)) /></dd>
                    </div>
                }
            })
            .collect_view()
    };
    let set_share = move |share: Option<f64>| {
        page.edit(|plan| plan.planned_share = share.unwrap_or(EffortPlan::default().planned_share));
    };
    view! {
        <section class="section" aria-labelledby="call-plan-title">
            <h2 id="call-plan-title">
                {move || page.texts().calls_plan_title()}
                <Explain
                    source=SourceTag::S
                    title=move || page.texts().calls_plan_title()
                    text=move || page.texts().calls_plan_explain()
                />
            </h2>
            <p class="note"><ExplainedFigure text=possible explanation=move || page.explain(TimeFigure::Possible) /></p>
            <div class="option-pair">
                <FigureField
                    label=move || page.texts().calls_in_year()
                    value=calls
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid="call-plan-calls"
                    on_change=move |calls| page.edit(|plan| plan.calls = calls)
                />
                <FigureField
                    label=move || page.texts().calls_planned_share()
                    value=page.figure(|plan| plan.planned_share)
                    kind=FigureKind::Percent
                    allowed=Allowed::Share
                    testid="call-planned-share"
                    on_change=set_share
                />
            </div>
            <p class="pair-figures">
                <b data-testid="call-planned">
                    <ExplainedFigure
                        text=move || page.texts().count(count(|calls| calls.planned))
                        explanation=move || page.explain(TimeFigure::Planned)
                    />
                </b>
                " "{move || page.texts().calls_planned()}" · "
                <b data-testid="call-free">
                    <ExplainedFigure
                        text=move || page.texts().count(count(|calls| calls.free))
                        explanation=move || page.explain(TimeFigure::Free)
                    />
                </b>
                " "{move || page.texts().calls_free()}
            </p>
            <dl class="class-figures" aria-label=move || page.texts().calls_class_label()>{rows}</dl>
            <p class="note">{move || page.texts().calls_plan_rule()}</p>
        </section>
    }
}
