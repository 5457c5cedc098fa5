//! Findings and sentences of the Time page, the actions and the parts of a card.

use crate::chart::pairs::{PairBar, PairTexts};
use crate::effort::{ClassKind, WorkClass};
use crate::engine::{ActionsView, CallListView, TimeView};
use crate::order;
use crate::playbook::{LedgerFigures, Rebate, Suggestion, SwitchingFigures};
use crate::ui::i18n::Texts;

/// One decimal below a hundred, none above: hours are estimates.
#[must_use]
pub fn hours_text(texts: Texts, hours: f64) -> String {
    let whole = hours.abs() >= 100.0 || (hours - hours.round()).abs() < 0.05;
    texts.decimal(hours, usize::from(!whole))
}

/// `+83.3%`, `−16.4%`.
#[must_use]
pub fn change_text(texts: Texts, change: f64) -> String {
    let sign = if change > 0.0 { "+" } else { "" };
    format!("{sign}{}%", texts.decimal(change * 100.0, 1))
}

/// What the page has found: shares that overdraw, then the class that is shortest of hours.
#[must_use]
pub fn time_finding(texts: Texts, view: &TimeView) -> String {
    if view.dealt.over_hours > 0.0 {
        return texts.time_find_over(hours_text(texts, view.dealt.over_hours));
    }
    if view.dealt.available_hours <= 0.0 {
        return texts.time_find_none().to_owned();
    }
    if view.dealt.classes.iter().all(|class| class.customers == 0) {
        return texts.time_find_no_customers().to_owned();
    }
    let short = WorkClass::ALL.into_iter().filter(|class| view.needs[class.index()].short_hours > 0.0);
    let mut short: Vec<WorkClass> = short.collect();
    order::sort_by(&mut short, |left, right| view.needs[right.index()].short_hours.total_cmp(&view.needs[left.index()].short_hours));
    let Some(&class) = short.first() else { return texts.time_find_enough().to_owned() };
    let (need, hours) = (view.needs[class.index()].hours, view.dealt.classes[class.index()].hours);
    let (name, need, hours) = (texts.work_class(Some(class)), hours_text(texts, need), hours_text(texts, hours));
    match short.len() {
        1 => texts.time_find_short(name, need, hours),
        more => texts.time_find_short_more(name, need, hours, more - 1),
    }
}

/// Classes that have customers, hours or both, of kinds there are.
#[must_use]
pub fn hours_bars(texts: Texts, view: &TimeView) -> Vec<PairBar> {
    let shown = |class: &WorkClass| {
        let of = &view.dealt.classes[class.index()];
        class.kind() == ClassKind::Existing || of.customers > 0
    };
    let bar = |class: WorkClass| {
        let quadrant = class.quadrant();
        let side = if class.kind() == ClassKind::Potential { crate::classify::Side::Potential } else { crate::classify::Side::Existing };
        PairBar {
            code: class.code().to_owned(),
            name: quadrant.map_or(texts.side_future(), |quadrant| texts.strategy(quadrant.strategy(side))).to_owned(),
            class: quadrant.map(|quadrant| quadrant.index() as u8),
            filled: view.dealt.classes[class.index()].hours,
            outlined: Some(view.needs[class.index()].hours).filter(|need| *need > 0.0),
            note: String::new(),
        }
    };
    WorkClass::ALL.into_iter().filter(shown).map(bar).collect()
}

#[must_use]
pub fn hours_texts(texts: Texts) -> PairTexts {
    PairTexts { filled: texts.time_chart_hours().to_owned(), outlined: texts.time_chart_need().to_owned(), note: String::new() }
}

/// Who cannot be called in the last week of the list, and at how many reps.
#[must_use]
pub fn calls_finding(texts: Texts, view: &CallListView) -> String {
    let last = view.weeks.iter().map(|week| week.week).max().unwrap_or(0);
    let waiting = view.weeks.iter().filter(|week| week.week == last && week.waiting() > 0);
    let (customers, reps) = waiting.fold((0_u32, 0_u32), |(customers, reps), week| (customers + week.waiting(), reps + 1));
    if customers > 0 {
        return texts.calls_finding_over(texts.count(customers), texts.count(reps));
    }
    if view.calls.is_empty() {
        return texts.calls_none().to_owned();
    }
    texts.calls_finding_fit(texts.count(view.calls.len() as u64), texts.count(last + 1))
}

/// `EII 3, EIV 12`: who waits in a week.
#[must_use]
pub fn waiting_text(texts: Texts, week: &crate::effort::RepWeek) -> String {
    let waiting = WorkClass::ALL.into_iter().filter(|class| week.classes[class.index()].waiting > 0);
    let part = |class: WorkClass| format!("{} {}", class.code(), texts.count(week.classes[class.index()].waiting));
    waiting.map(part).collect::<Vec<_>>().join(", ")
}

/// The name of a rep; a number where there is none.
#[must_use]
pub fn rep_name(texts: Texts, name: &str, place: usize) -> String {
    if name.is_empty() { texts.reps_number(place + 1) } else { name.to_owned() }
}

#[must_use]
pub fn actions_finding(texts: Texts, view: &ActionsView) -> String {
    match (view.all, view.open, view.overdue) {
        (0, ..) => texts.actions_find_none().to_owned(),
        (_, 0, _) => texts.actions_find_done().to_owned(),
        (_, open, 0) => texts.actions_find_open(texts.count(open)),
        (_, open, overdue) => texts.actions_find_overdue(texts.count(overdue), texts.count(open)),
    }
}

/// What the ledger speaks for.
#[must_use]
pub fn ledger_suggestion(texts: Texts, figures: &LedgerFigures) -> &'static str {
    match figures.suggestion {
        Suggestion::TooLittle => texts.ledger_say_nothing(),
        Suggestion::TurnAroundAndDevelop => texts.ledger_say_turn(),
        Suggestion::LetGo => texts.ledger_say_let_go(),
        Suggestion::SayWhetherHardToTurn => texts.ledger_say_hard(),
        Suggestion::TryToTurn => texts.ledger_say_try(),
        Suggestion::Balanced => texts.ledger_say_balanced(),
    }
}

/// Total, advantage and payback of switching, a sentence each.
#[must_use]
pub fn switching_lines(texts: Texts, found: &SwitchingFigures, years: f64, currency: &str) -> Vec<String> {
    let money = |amount: f64| texts.money(amount, currency);
    let mut lines = vec![texts.switching_total(
        money(found.total),
        texts.decimal(years, decimals(years)),
        found.per_year.map_or_else(|| "–".to_owned(), money),
    )];
    match found.advantage {
        Some(advantage) if advantage < 0.0 => lines.push(texts.switching_loses(money(-advantage))),
        Some(advantage) => lines.push(texts.switching_wins(money(advantage))),
        None => {}
    }
    if found.never_pays {
        lines.push(texts.switching_never().to_owned());
    } else if let Some(years) = found.payback_years {
        lines.push(texts.switching_payback(texts.decimal(years, 1)));
    }
    lines
}

/// What the turnover earns, and what the next tier takes.
#[must_use]
pub fn rebate_lines(texts: Texts, found: &Rebate, currency: &str) -> Vec<String> {
    let rate = found.effective_rate.map_or_else(|| "–".to_owned(), |rate| texts.share_fine(rate));
    let next = match found.next {
        Some(next) => texts.rebate_next(texts.money(next.more_turnover, currency), texts.money(next.rebate_there, currency)),
        None if found.tier.is_some() => texts.rebate_top().to_owned(),
        None => return Vec::new(),
    };
    vec![texts.rebate_result(texts.money(found.rebate, currency), rate), next]
}

fn decimals(value: f64) -> usize {
    usize::from(value.fract() != 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH};
    use super::*;
    use crate::playbook::{Ledger, RebateKind, RebatePlan, SwitchingCost, Tier};

    #[test]
    fn hours_and_changes_are_written_as_people_say_them() {
        assert_eq!(hours_text(ENGLISH, 97.152), "97.2");
        assert_eq!(hours_text(ENGLISH, 460.04), "460");
        assert_eq!(hours_text(ENGLISH, 12.0), "12");
        assert_eq!(change_text(ENGLISH, 22.0 / 12.0 - 1.0), "+83.3%");
        assert_eq!(change_text(ENGLISH, 50_401.0 / 60_301.0 - 1.0), "−16.4%");
    }

    #[test]
    fn a_ledger_says_what_it_speaks_for_in_both_languages() {
        let figures = Ledger { time: Some(9.0), visibility: Some(4.0), hard_to_turn: Some(true), ..Ledger::default() }.figures();
        assert_eq!(ledger_suggestion(ENGLISH, &figures), "Cost above benefit and hard to turn: let go.");
        assert_eq!(ledger_suggestion(CHINESE, &figures), "成本大于收益且难以扭转：放弃。");
    }

    #[test]
    fn switching_and_rebates_are_told_in_money() {
        let saving = SwitchingCost { rival_saves_per_year: Some(500.0), ..SwitchingCost::default() };
        let lines = switching_lines(ENGLISH, &saving.figures(), 3.0, "GBP");
        assert_eq!(
            lines,
            [
                "£0 over 3 years, £0 a year.",
                "Over these years switching gains them £1,500.",
                "The rival’s price pays back after 0.0 years."
            ]
        );
        let plan = RebatePlan { kind: RebateKind::YearEnd, tiers: vec![Tier { from: 100.0, rate: 0.02 }], turnover: None };
        let lines = rebate_lines(ENGLISH, &plan.rebate(200.0), "GBP");
        assert_eq!(lines, ["Rebate £4, 2.0% of the turnover.", "The highest tier is reached."]);
        assert!(rebate_lines(ENGLISH, &RebatePlan::default().rebate(5.0), "").is_empty());
    }
}
