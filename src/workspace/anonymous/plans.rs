//! Settings and plans under made-up names: figures stay, names follow the tables, free texts go.

use super::names::Names;
use crate::effort::{Decision, Task, TaskName};
use crate::measure::Filters;
use crate::plan::{Level, LevelText, Scheme};
use crate::playbook::{CostLine, Ledger, PlannedAction, SwitchingCost, Verdict};
use crate::workspace::{CustomerPlaybook, Dimension, EffortPlan, FunnelPlan, FutureCustomer, Playbooks, Scenario};

pub(super) fn filters(filters: &Filters, names: &mut Names<'_>) -> Filters {
    let Filters { region, product, rep } = filters;
    Filters {
        region: region.iter().map(|text| names.region(text)).collect(),
        product: product.iter().map(|text| names.product(text)).collect(),
        rep: rep.iter().map(|text| names.rep(text)).collect(),
    }
}

pub(super) fn funnel(plan: &FunnelPlan, names: &mut Names<'_>) -> FunnelPlan {
    let FunnelPlan { scheme, stages, left_out, scenarios, chosen } = plan;
    FunnelPlan {
        scheme: levels_by_name(scheme),
        stages: stages.clone(),
        left_out: left_out.iter().map(|text| names.stage(text)).collect(),
        scenarios: scenarios.iter().map(|plan| scenario(plan, names)).collect(),
        chosen: *chosen,
    }
}

/// Levels keep code and name; what is written about them goes.
fn levels_by_name(scheme: &Scheme) -> Scheme {
    let named = |level: &Level| Level {
        text: level.text.as_ref().map(|text| LevelText { name: text.name.clone(), ..LevelText::default() }),
        ..level.clone()
    };
    let levels = scheme.levels().iter().map(named).collect();
    // Codes are what a scheme is checked for, and they are the same.
    Scheme::new(levels, scheme.sale()).unwrap_or_else(|_| Scheme::contract())
}

fn scenario(scenario: &Scenario, names: &mut Names<'_>) -> Scenario {
    let split = scenario.split.iter().map(|(&dimension, shares)| {
        let mut named = |text: &String| match dimension {
            Dimension::Rep => names.rep(text),
            Dimension::Region => names.region(text),
            Dimension::Product => names.product(text),
        };
        (dimension, shares.iter().map(|(text, share)| (named(text), *share)).collect())
    });
    let split = split.collect();
    let word = &names.words.scenario;
    Scenario { name: names.other(word, &scenario.name), filters: filters(&scenario.filters, names), split, ..scenario.clone() }
}

pub(super) fn effort(plan: &EffortPlan, names: &mut Names<'_>) -> EffortPlan {
    EffortPlan {
        reps: plan.reps.iter().map(|rep| names.rep(rep)).collect(),
        assigned: plan.assigned.iter().map(|(customer, rep)| (names.customer(customer), names.rep(rep))).collect(),
        contracts: plan.contracts.iter().map(|(customer, contract)| (names.customer(customer), *contract)).collect(),
        tasks: plan.tasks.iter().map(|own| task(own, names)).collect(),
        ..plan.clone()
    }
}

fn task(task: &Task, names: &mut Names<'_>) -> Task {
    let Task { name, hours, is_direct, decision } = task;
    let word = &names.words.item;
    let name = match name {
        TaskName::Typed(text) => TaskName::Typed(names.other(word, text)),
        built_in => built_in.clone(),
    };
    let decision = match decision {
        Decision::Reassign(role) => Decision::Reassign(names.free_text(role)),
        other => other.clone(),
    };
    Task { name, hours: *hours, is_direct: *is_direct, decision }
}

pub(super) fn playbooks(playbooks: &Playbooks, names: &mut Names<'_>) -> Playbooks {
    // Texts of one's own go; the built-in ones stand in their place.
    let Playbooks { texts: _, customers, actions } = playbooks;
    Playbooks {
        texts: Default::default(),
        customers: super::by_customer(customers, names, customer_playbook),
        actions: actions.iter().map(|(&number, action)| (number, planned(action, names))).collect(),
    }
}

fn planned(action: &PlannedAction, names: &mut Names<'_>) -> PlannedAction {
    let PlannedAction { customer, text, owner, due, done } = action;
    PlannedAction { customer: names.customer(customer), text: names.free_text(text), owner: names.person(owner), due: *due, done: *done }
}

fn customer_playbook(playbook: &CustomerPlaybook, names: &mut Names<'_>) -> CustomerPlaybook {
    let CustomerPlaybook { cause, switching, rebate, ledger } = playbook;
    CustomerPlaybook {
        cause: *cause,
        switching: switching.as_ref().map(|costs| switching_cost(costs, names)),
        rebate: rebate.clone(),
        ledger: ledger.as_ref().map(|figures| {
            let verdict = figures.verdict.as_ref().map(|verdict| judged(verdict, names));
            Ledger { verdict, ..figures.clone() }
        }),
    }
}

fn switching_cost(costs: &SwitchingCost, names: &mut Names<'_>) -> SwitchingCost {
    let word = &names.words.item;
    let line = |CostLine { name, amount, kind }: &CostLine, names: &mut Names<'_>| CostLine {
        name: names.other(word, name),
        amount: *amount,
        kind: *kind,
    };
    SwitchingCost { lines: costs.lines.iter().map(|own| line(own, names)).collect(), ..costs.clone() }
}

fn judged(verdict: &Verdict, names: &mut Names<'_>) -> Verdict {
    let Verdict { kind, reason, author, at } = verdict;
    Verdict { kind: *kind, reason: names.free_text(reason), author: names.person(author), at: *at }
}

pub(super) fn future_customer(customer: &FutureCustomer, names: &mut Names<'_>) -> FutureCustomer {
    let FutureCustomer { name, fit, months_to_need, next_review, note } = customer;
    FutureCustomer {
        name: names.prospect(name),
        fit: *fit,
        months_to_need: *months_to_need,
        next_review: *next_review,
        note: names.free_text(note),
    }
}
