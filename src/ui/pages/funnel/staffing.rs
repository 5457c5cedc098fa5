//! The people the plan takes, by tier and region, against the rules of thumb.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::StaffingView;
use crate::plan::{Allowed, Tier};
use crate::ui::components::{Explained, ExplainedFigure, FigureField, FigureKind, Popover};
use crate::ui::i18n::Texts;
use crate::ui::words::{FunnelFigure, People, part_text};
use crate::units::rounded_up;
use crate::workspace::StaffingChoice;

#[component]
pub fn StaffingSection() -> impl IntoView {
    let page = FunnelState::get();
    let found = Memo::new(move |_| page.read(|view| view.staffing.clone().ok()).flatten());
    let text = move || {
        let texts = page.texts();
        found.with(|found| match found {
            Some(found) => texts.staffing_text(whole(texts, found.all.all.heads), part_text(texts, found.all.all.fte)),
            None => texts.staffing_none().to_owned(),
        })
    };
    view! {
        <section class="section staffing" aria-labelledby="staffing-title">
            <div class="section-head">
                <h2 id="staffing-title">{move || page.texts().staffing_title()}</h2>
                <Popover class="button quiet" testid="staffing-options" trigger=move || view! { <span>{move || page.texts().staffing_options()}</span> }>
                    <Options />
                </Popover>
            </div>
            <p class="note"><span data-testid="staffing-text">{text}</span><Explained explanation=page.why(FunnelFigure::Heads(People::All)) /></p>
            <Show when=move || found.with(Option::is_some)><Tiers found /></Show>
        </section>
    }
}

fn whole(texts: Texts, value: f64) -> String {
    texts.decimal(rounded_up(value), 0)
}

#[component]
fn Tiers(found: Memo<Option<StaffingView>>) -> impl IntoView {
    let page = FunnelState::get();
    let heads = move || {
        let texts = page.texts();
        [texts.staffing_col_attempts(), texts.staffing_col_hours(), texts.staffing_col_fte(), texts.staffing_col_heads()]
            .map(|head| view! { <th class="num">{head}</th> })
            .collect_view()
    };
    let rows = move || {
        let texts = page.texts();
        found.with(|found| {
            let Some(found) = found else { return Vec::new() };
            let steps = |tier: usize| {
                let names = found.tier_steps.get(tier).into_iter().flatten();
                names.map(|step| texts.funnel_step(page.stage_name(step + 1), page.stage_name(*step))).collect::<Vec<_>>().join(", ")
            };
            let tiers =
                found.all.tiers.iter().enumerate().filter(|(tier, _)| found.tier_steps.get(*tier).is_some_and(|steps| !steps.is_empty()));
            let row = |(tier, of)| tier_row(page, People::Tier(tier), texts.staffing_tier(tier + 1), steps(tier), of);
            let mut rows: Vec<AnyView> = tiers.map(row).collect();
            rows.extend(found.regions.iter().enumerate().map(|(place, region)| {
                let name = if region.name.is_empty() { texts.funnel_group_none().to_owned() } else { region.name.clone() };
                tier_row(page, People::Region(place), name, String::new(), &region.staffing.all)
            }));
            rows
        })
    };
    let rule = move || {
        let texts = page.texts();
        found.with(|found| {
            let found = found.as_ref()?;
            let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| texts.share(share));
            Some(texts.staffing_rule(
                share(found.all.tier_1_staff_share),
                texts.share(found.rule_staff_share),
                share(found.all.tier_3_workload_share),
                texts.share(found.rule_workload_share),
            ))
        })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="staffing-title">
            <table class="table flush" data-testid="staffing-table">
                <thead><tr><th>{move || page.texts().staffing_col_tier()}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="note">{rule}<Explained explanation=page.why(FunnelFigure::RuleOfThumb) /></p>
    }
}

fn tier_row(page: FunnelState, who: People, name: String, steps: String, tier: &Tier) -> AnyView {
    let texts = page.texts();
    let cells = [
        (whole(texts, tier.attempts), FunnelFigure::Attempts(who)),
        (whole(texts, tier.workload_hours), FunnelFigure::Hours(who)),
        (part_text(texts, tier.fte), FunnelFigure::Fte(who)),
        (whole(texts, tier.heads), FunnelFigure::Heads(who)),
    ];
    let cell = |(text, figure): (String, FunnelFigure)| {
        view! { <td class="num"><ExplainedFigure text=move || text.clone() explanation=move || page.explain(figure) /></td> }
    };
    view! { <tr><th scope="row">{name}" "<small class="muted">{steps}</small></th>{cells.map(cell).collect_view()}</tr> }.into_any()
}

/// One figure of the staffing.
#[derive(Clone, Copy)]
struct Figure {
    label: fn(Texts) -> &'static str,
    testid: &'static str,
    kind: FigureKind,
    allowed: Allowed,
    part: fn(&mut StaffingChoice) -> &mut f64,
}

const OPTIONS: [Figure; 5] = [
    Figure {
        label: Texts::staffing_direct,
        testid: "staffing-direct",
        kind: FigureKind::Percent,
        allowed: Allowed::PositiveShare,
        part: |choice| &mut choice.direct_share,
    },
    Figure {
        label: Texts::staffing_weekly,
        testid: "staffing-weekly",
        kind: FigureKind::Number,
        allowed: Allowed::Positive,
        part: |choice| &mut choice.weekly_hours,
    },
    Figure {
        label: Texts::staffing_weeks,
        testid: "staffing-weeks",
        kind: FigureKind::Number,
        allowed: Allowed::Positive,
        part: |choice| &mut choice.weeks,
    },
    Figure {
        label: Texts::staffing_attrition,
        testid: "staffing-attrition",
        kind: FigureKind::Percent,
        allowed: Allowed::Share,
        part: |choice| &mut choice.attrition,
    },
    Figure {
        label: Texts::staffing_surplus,
        testid: "staffing-surplus",
        kind: FigureKind::Percent,
        allowed: Allowed::Positive,
        part: |choice| &mut choice.surplus_ratio,
    },
];

#[component]
fn Options() -> impl IntoView {
    let page = FunnelState::get();
    let field = move |option: Figure| {
        let value = Signal::derive(move || Some(page.scenario.with(|scenario| *(option.part)(&mut scenario.staffing.clone()))));
        let default = *(option.part)(&mut StaffingChoice::default());
        let set = move |value: Option<f64>| page.edit(|scenario| *(option.part)(&mut scenario.staffing) = value.unwrap_or(default));
        view! {
            <FigureField
                label=move || (option.label)(page.texts())
                value
                kind=option.kind
                allowed=option.allowed
                testid=option.testid
                on_change=set
            />
        }
        .into_any()
    };
    let steps =
        Memo::new(move |_| page.read(|view| view.steps.iter().map(|step| step.from.clone()).collect::<Vec<_>>()).unwrap_or_default());
    let hours = move || {
        let field = |(step, code): (usize, String)| {
            let label = move || page.texts().staffing_hours(page.stage_name(step + 1), page.stage_name(step));
            let value = Signal::derive(move || {
                page.read(|view| {
                    view.staffing.as_ref().ok().and_then(|staffing| staffing.hours_per_attempt.get(step).map(|(hours, _)| *hours))
                })
                .flatten()
            });
            let testid = format!("staffing-hours-{code}");
            let set = move |hours: Option<f64>| {
                page.edit(|scenario| match hours {
                    Some(hours) => drop(scenario.staffing.hours_per_attempt.insert(code.clone(), hours)),
                    None => drop(scenario.staffing.hours_per_attempt.remove(&code)),
                });
            };
            view! { <FigureField label value kind=FigureKind::Number allowed=Allowed::NotNegative testid on_change=set /> }.into_any()
        };
        steps.get().into_iter().enumerate().map(field).collect_view()
    };
    view! { <div class="option-pair">{OPTIONS.map(field)}{hours}</div> }
}
