//! The tasks of a week: what goes, what shrinks, what somebody else does, and what that gains.

use leptos::prelude::*;

use super::state::TimeState;
use crate::effort::{Decision, Selling, Task, TaskName};
use crate::plan::Allowed;
use crate::ui::components::{Button, Choice, Explained, ExplainedFigure, FigureField, FigureKind, Icon, Look, SelectOptions, settled};
use crate::ui::words::{TimeFigure, change_text, hours_text};

#[component]
pub fn SellingSection() -> impl IntoView {
    let page = TimeState::get();
    let tasks = Memo::new(move |_| page.plan.with(|plan| plan.tasks.len()));
    let text = move || {
        let texts = page.texts();
        page.read(|view| {
            let selling = view.selling;
            let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| texts.share(share));
            match selling.gain.filter(|gain| gain.gain > 0.0) {
                Some(gain) => texts.selling_gain(
                    share(selling.share_before),
                    share(selling.share_after),
                    change_text(texts, gain.gain),
                    hours_text(texts, view.staff.people),
                    texts.decimal(gain.works_like, 2),
                ),
                None => texts.selling_text(share(selling.share_before)),
            }
        })
    };
    let add = move |_| {
        let name = TaskName::Typed(page.app.texts_now().selling_new_task().to_owned());
        page.edit(|plan| plan.tasks.push(Task { name, hours: 1.0, is_direct: false, decision: Decision::Keep }));
    };
    let freed = move || {
        let freed = |view: &crate::engine::TimeView| page.texts().selling_freed(hours_text(page.texts(), view.selling.freed_hours));
        page.read(freed).unwrap_or_default()
    };
    let after = Memo::new(move |_| page.read(|view| view.selling.share_after).flatten());
    let apply = move |_| {
        if let Some(share) = after.get_untracked() {
            page.edit(|plan| plan.direct_share = share);
        }
    };
    view! {
        <section class="section selling" aria-labelledby="selling-title">
            <h2 id="selling-title">
                {move || page.texts().selling_title()}
                <Explained explanation=Signal::derive(move || page.explain(TimeFigure::Selling)) />
            </h2>
            <p class="answer" data-testid="selling-answer" aria-live="polite">{text}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="selling-title">
                <table class="table flush" data-testid="selling-table">
                    <thead>
                        <tr>
                            <th>{move || page.texts().selling_col_task()}</th>
                            <th class="num">{move || page.texts().selling_col_hours()}</th>
                            <th>{move || page.texts().selling_col_decision()}</th>
                            <th><span class="hidden-label">{move || page.texts().selling_remove("")}</span></th>
                        </tr>
                    </thead>
                    <tbody>{move || (0..tasks.get()).map(|place| view! { <TaskRow place /> }).collect_view()}</tbody>
                </table>
            </div>
            <p class="note">
                {move || page.read(|view| page.texts().selling_week(hours_text(page.texts(), view.selling.week_hours)))}
                " · "
                <ExplainedFigure text=freed explanation=move || page.explain(TimeFigure::Freed) />
            </p>
            <div class="actions">
                <Button look=Look::Quiet icon=Icon::Plus text=move || page.texts().selling_add() on_click=add attr:data-testid="task-add" />
                <Button
                    look=Look::Quiet
                    text=move || page.texts().selling_reset()
                    on_click=move |_| page.edit(|plan| plan.tasks = Selling::usual_week())
                    attr:data-testid="task-reset"
                />
                <Button
                    text=move || page.texts().selling_apply(page.texts().share(after.get().unwrap_or_default()))
                    on_click=apply
                    disabled=Signal::derive(move || after.get().is_none())
                    attr:data-testid="selling-apply"
                />
            </div>
        </section>
    }
}

/// The task of a place; an untouched one while it is gone.
fn task(page: TimeState, place: usize) -> Memo<Option<Task>> {
    Memo::new(move |_| page.plan.with(|plan| plan.tasks.get(place).cloned()))
}

#[component]
fn TaskRow(place: usize) -> impl IntoView {
    let page = TimeState::get();
    let task = task(page, place);
    let name = move || task.with(|task| task.as_ref().map(|task| page.texts().task_name(&task.name)).unwrap_or_default());
    let edit = move |edit: &dyn Fn(&mut Task)| {
        page.edit(|plan| {
            if let Some(task) = plan.tasks.get_mut(place) {
                edit(task);
            }
        });
    };
    let rename = move |event| {
        let typed = event_target_value(&event);
        if typed != name() {
            edit(&|task| task.name = TaskName::Typed(typed.clone()));
        }
    };
    let hours = Signal::derive(move || task.with(|task| task.as_ref().map(|task| task.hours)));
    let set_hours = move |hours: Option<f64>| edit(&|task| task.hours = hours.unwrap_or(0.0));
    let is_direct = Memo::new(move |_| task.with(|task| task.as_ref().is_some_and(|task| task.is_direct)));
    view! {
        <tr>
            <td>
                <input
                    class="input task-name"
                    aria-label=move || page.texts().selling_task_name()
                    data-testid=format!("task-name-{place}")
                    prop:value=settled(name)
                    on:change=rename
                />
            </td>
            <td class="num">
                <FigureField
                    label=move || page.texts().selling_hours_of(name())
                    label_hidden=true
                    value=hours
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("task-hours-{place}")
                    on_change=set_hours
                />
            </td>
            <td>
                <Show
                    when=move || !is_direct.get()
                    fallback=move || view! { <span class="muted">{move || page.texts().selling_direct()}</span> }
                >
                    <DecisionFields place />
                </Show>
            </td>
            <td>
                <Show when=move || !is_direct.get()>
                    <Button
                        look=Look::Quiet
                        icon=Icon::Close
                        icon_only=true
                        text=move || page.texts().selling_remove(name())
                        on_click=move |_| page.edit(|plan| drop(plan.tasks.remove(place.min(plan.tasks.len().saturating_sub(1)))))
                        attr:data-testid=format!("task-remove-{place}")
                    />
                </Show>
            </td>
        </tr>
    }
}

const DECISIONS: [&str; 4] = ["keep", "drop", "shrink", "reassign"];

fn decision_code(decision: &Decision) -> &'static str {
    match decision {
        Decision::Keep => DECISIONS[0],
        Decision::Drop => DECISIONS[1],
        Decision::Shrink(_) => DECISIONS[2],
        Decision::Reassign(_) => DECISIONS[3],
    }
}

#[component]
fn DecisionFields(place: usize) -> impl IntoView {
    let page = TimeState::get();
    let task = task(page, place);
    let name = move || task.with(|task| task.as_ref().map(|task| page.texts().task_name(&task.name)).unwrap_or_default());
    let decision = Memo::new(move |_| task.with(|task| task.as_ref().map(|task| task.decision.clone()).unwrap_or_default()));
    let code = Memo::new(move |_| decision.with(decision_code));
    let set = move |decision: Decision| {
        page.edit(|plan| {
            if let Some(task) = plan.tasks.get_mut(place) {
                task.decision = decision;
            }
        });
    };
    let choose = move |event| {
        let hours = task.with_untracked(|task| task.as_ref().map_or(0.0, |task| task.hours));
        set(match event_target_value(&event).as_str() {
            "drop" => Decision::Drop,
            "shrink" => Decision::Shrink(hours / 2.0),
            "reassign" => Decision::Reassign(String::new()),
            _ => Decision::Keep,
        });
    };
    let options = Signal::derive(move || {
        let texts = page.texts();
        let words = [texts.selling_keep(), texts.selling_drop(), texts.selling_shrink(), texts.selling_reassign()];
        DECISIONS.into_iter().zip(words).map(|(code, words)| Choice::new(code, words)).collect::<Vec<_>>()
    });
    let to = Signal::derive(move || decision.with(|decision| if let Decision::Shrink(to) = decision { Some(*to) } else { None }));
    let role = move || decision.with(|decision| if let Decision::Reassign(role) = decision { role.clone() } else { String::new() });
    let set_hours = move |hours: Option<f64>| set(Decision::Shrink(hours.unwrap_or(0.0)));
    view! {
        <div class="decision">
            <select
                class="select small"
                aria-label=move || page.texts().selling_decision_of(name())
                data-testid=format!("task-decision-{place}")
                on:change=choose
            >
                <SelectOptions options value=Signal::derive(move || code.get().to_owned()) />
            </select>
            <Show when=move || code.get() == "shrink">
                <FigureField
                    label=move || page.texts().selling_shrink_to(name())
                    label_hidden=true
                    value=to
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("task-shrink-{place}")
                    on_change=set_hours
                />
            </Show>
            <Show when=move || code.get() == "reassign">
                <input
                    class="input"
                    aria-label=move || page.texts().selling_role(name())
                    placeholder=move || page.texts().selling_role_hint()
                    data-testid=format!("task-role-{place}")
                    prop:value=settled(role)
                    on:change=move |event| set(Decision::Reassign(event_target_value(&event)))
                />
            </Show>
        </div>
    }
}
