//! What stands behind the figures of the Time page: definition, rule, numbers and inputs (METHODS 1, 4 and 8).

use super::effort::{change_text, hours_text};
use super::explain::{Explanation, Tag};
use super::funnel_explain::real;
use crate::effort::{Channel, ClassKind, WorkClass};
use crate::engine::{CallListView, TimeView};
use crate::ui::i18n::Texts;

/// A figure of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFigure {
    Kind(ClassKind),
    Hours(WorkClass),
    Each(WorkClass),
    Contacts(WorkClass),
    Need(WorkClass),
    Short(WorkClass),
    Possible,
    Planned,
    Free,
    PlannedOf(WorkClass),
    Cost(Channel),
    Total,
    Moved,
    Needed(WorkClass),
    Adequacy(WorkClass),
    Selling,
    Freed,
    RepCustomers,
}

/// What stands behind a figure.
#[must_use]
pub fn explain_time(texts: Texts, view: &TimeView, figure: TimeFigure) -> Explanation {
    match figure {
        TimeFigure::Kind(kind) => of_kind(texts, view, kind),
        TimeFigure::Hours(class) => hours(texts, view, class),
        TimeFigure::Each(class) => each(texts, view, class),
        TimeFigure::Contacts(class) => contacts(texts, view, class),
        TimeFigure::Need(class) => need(texts, view, class),
        TimeFigure::Short(class) => short(texts, view, class),
        TimeFigure::Possible => Explanation::new(texts.why_calls_possible(), Tag::Extension, texts.why_calls_possible_how())
            .line(texts.why_calls_possible_rule())
            .line(format!("= {}", real(texts, view.calls_possible))),
        TimeFigure::Planned => planned(texts, view),
        TimeFigure::Free => Explanation::new(texts.why_calls_free(), Tag::Stated, texts.why_calls_planned_how())
            .line(texts.why_calls_free_rule())
            .line(format!("{} − {} = {}", count(texts, view.calls.calls), count(texts, view.calls.planned), count(texts, view.calls.free))),
        TimeFigure::PlannedOf(class) => planned_of(texts, view, class),
        TimeFigure::Cost(channel) => cost(texts, view, channel),
        TimeFigure::Total => total(texts, view),
        TimeFigure::Moved => moved(texts, view),
        TimeFigure::Needed(class) => needed(texts, view, class),
        TimeFigure::Adequacy(class) => adequacy(texts, view, class),
        TimeFigure::Selling => selling(texts, view),
        TimeFigure::Freed => Explanation::new(texts.why_selling_freed(), Tag::Extension, texts.why_selling_freed_how())
            .line(format!("= {}", real(texts, view.selling.freed_hours)))
            .input(texts.why_selling_week(), real(texts, view.selling.week_hours)),
        TimeFigure::RepCustomers => Explanation::new(texts.why_reps_customers(), Tag::Extension, texts.why_reps_customers_how()),
    }
}

/// The hours of the reps' weeks.
#[must_use]
pub fn explain_load(texts: Texts, view: &TimeView, list: &CallListView) -> Explanation {
    let (staff, reps, kinds) = (view.staff, list.reps.len().max(1), (1.0 - list.kept_share).clamp(0.0, 1.0));
    let how = format!("{} {}", texts.why_load_how(), texts.why_waiting_how());
    Explanation::new(texts.why_load(), Tag::Extension, &how)
        .line(texts.why_load_rule())
        .line(format!(
            "{} × {} × {} ÷ {reps} × {} × {} = {}",
            real(texts, staff.people),
            real(texts, staff.weekly_hours),
            real(texts, staff.direct_share),
            real(texts, kinds),
            real(texts, list.planned_share),
            real(texts, list.rep_week_hours * list.planned_share)
        ))
        .input(texts.why_load_reps(), texts.count(reps as u64))
        .input(texts.why_load_kinds(), texts.share(kinds))
}

/// When the customers of the list are due.
#[must_use]
pub fn explain_due(texts: Texts, view: &TimeView) -> Explanation {
    Explanation::new(texts.why_due(), Tag::Extension, texts.why_due_how())
        .line(texts.why_due_rules())
        .input(texts.calls_follow_up_days(), texts.count(view.plan.follow_up_days))
}

/// How long the calls of the list take.
#[must_use]
pub fn explain_call_hours(texts: Texts, view: &TimeView) -> Explanation {
    let start = Explanation::new(texts.why_call_hours(), Tag::Extension, texts.why_call_hours_how());
    Channel::ALL
        .into_iter()
        .fold(start, |found, channel| found.input(texts.channel(channel), real(texts, view.plan.channel_hours[channel.index()])))
}

fn count(texts: Texts, value: u64) -> String {
    texts.count(value)
}

fn name(texts: Texts, class: WorkClass) -> String {
    texts.work_class(Some(class))
}

fn of_kind(texts: Texts, view: &TimeView, kind: ClassKind) -> Explanation {
    let found = view.dealt.kinds[kind.index()];
    let title = texts.why_time_class(texts.class_kind(kind));
    let start = Explanation::new(&title, Tag::Extension, texts.why_time_class_how());
    if kind == ClassKind::Future {
        return with_shares(texts, view, start.line(texts.why_time_future_rule()), WorkClass::Future);
    }
    let classes = WorkClass::ALL.into_iter().filter(|class| class.kind() == kind);
    let parts: Vec<String> = classes.map(|class| real(texts, view.dealt.classes[class.index()].hours)).collect();
    start.line(texts.why_time_kind_rule()).line(format!("{} = {}", parts.join(" + "), real(texts, found.hours)))
}

fn hours(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let title = texts.why_time_class(name(texts, class));
    let start = Explanation::new(&title, Tag::Extension, texts.why_time_class_how()).line(texts.why_time_class_rule());
    with_shares(texts, view, start, class).input(texts.why_time_class_share(), real(texts, view.plan.split.within_kind(class)))
}

/// Hours a year × shares, with the numbers.
fn with_shares(texts: Texts, view: &TimeView, start: Explanation, class: WorkClass) -> Explanation {
    let (split, kind) = (&view.plan.split, class.kind());
    let of_kind = real(texts, split.kinds[kind.index()]);
    let within = match kind {
        ClassKind::Future => String::new(),
        _ => format!(" × {}", real(texts, split.within_kind(class))),
    };
    let (all, found) = (real(texts, view.dealt.available_hours), real(texts, view.dealt.classes[class.index()].hours));
    start
        .line(format!("{all} × {of_kind}{within} = {found}"))
        .input(texts.why_time_hours(), all)
        .input(texts.why_time_kind_share(), of_kind)
}

fn each(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let found = view.dealt.classes[class.index()];
    let start = Explanation::new(&texts.why_time_each(name(texts, class)), Tag::Extension, texts.why_time_each_how())
        .line(texts.why_time_each_rule());
    let Some(each) = found.hours_per_customer else { return start };
    start.line(format!("{} ÷ {} = {}", real(texts, found.hours), texts.count(found.customers), real(texts, each)))
}

fn contacts(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let found = view.dealt.classes[class.index()];
    let start = Explanation::new(&texts.why_time_contacts(name(texts, class)), Tag::Extension, texts.why_time_contacts_how())
        .line(texts.why_time_contacts_rule());
    let (channel, contact) = contact(view, class);
    let start = match found.hours_per_customer.zip(found.visits_per_customer) {
        Some((each, visits)) => start.line(format!("{} ÷ {} = {}", real(texts, each), real(texts, contact), real(texts, visits))),
        None => start,
    };
    start.input(&texts.why_time_contact_hours(texts.channel(channel)), real(texts, contact))
}

/// The usual channel of a class, and the hours of a contact by it.
fn contact(view: &TimeView, class: WorkClass) -> (Channel, f64) {
    let channel = view.plan.class_channels[class.index()];
    (channel, view.plan.channel_hours[channel.index()])
}

fn need(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let (channel, contact) = contact(view, class);
    let start = Explanation::new(&texts.why_time_need(name(texts, class)), Tag::Extension, texts.why_time_need_how())
        .line(texts.why_time_need_rule());
    let cadence = cadence(texts, view, class);
    let found = real(texts, view.needs[class.index()].hours);
    start
        .line(format!("{cadence} × {} = {found}", real(texts, contact)))
        .input(&texts.why_time_contact_hours(texts.channel(channel)), real(texts, contact))
}

/// `45 × 46 × 7 ÷ 14`: contacts that the cadence of a class asks for.
fn cadence(texts: Texts, view: &TimeView, class: WorkClass) -> String {
    let customers = texts.count(view.dealt.classes[class.index()].customers);
    let (weeks, days) = (real(texts, view.plan.weeks), real(texts, view.plan.cadence_days[class.index()]));
    format!("{customers} × {weeks} × 7 ÷ {days}")
}

fn short(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let (need, there) = (view.needs[class.index()], view.dealt.classes[class.index()].hours);
    Explanation::new(&texts.why_time_short(name(texts, class)), Tag::Extension, texts.why_time_short_how())
        .line(texts.why_time_short_rule())
        .line(format!("{} − {} = {}", real(texts, need.hours), real(texts, there), real(texts, need.hours - there)))
}

fn planned(texts: Texts, view: &TimeView) -> Explanation {
    let (calls, share) = (view.calls.calls, view.plan.planned_share);
    Explanation::new(texts.why_calls_planned(), Tag::Stated, texts.why_calls_planned_how())
        .line(texts.why_calls_planned_rule())
        .line(format!("{} × {} = {}", count(texts, calls), real(texts, share), count(texts, view.calls.planned)))
        .input(texts.calls_in_year(), count(texts, calls))
        .input(texts.calls_planned_share(), texts.share(share))
}

fn planned_of(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let there = WorkClass::ALL.into_iter().filter(|class| view.dealt.classes[class.index()].customers > 0);
    let (share, all) = (view.plan.split.share(class), there.map(|class| view.plan.split.share(class)).sum::<f64>());
    Explanation::new(&texts.why_calls_class(name(texts, class)), Tag::Stated, texts.why_calls_class_how())
        .line(texts.why_calls_class_rule())
        .line(format!(
            "{} × {} ÷ {} → {}",
            count(texts, view.calls.planned),
            real(texts, share),
            real(texts, all),
            count(texts, view.calls.by_class[class.index()])
        ))
        .input(texts.why_calls_share(), real(texts, share))
        .input(texts.why_calls_shares(), real(texts, all))
}

fn cost(texts: Texts, view: &TimeView, channel: Channel) -> Explanation {
    let place = channel.index();
    let (contacts, each) = (real(texts, view.mix.contacts[place]), real(texts, view.mix.unit_cost[place]));
    Explanation::new(&texts.why_mix_cost(texts.channel(channel)), Tag::Stated, texts.why_mix_cost_how())
        .line(texts.why_mix_cost_rule())
        .line(format!("{contacts} × {each} = {}", real(texts, view.mix_now.cost_by_channel[place])))
}

fn total(texts: Texts, view: &TimeView) -> Explanation {
    let parts: Vec<String> = view.mix_now.cost_by_channel.iter().map(|cost| real(texts, *cost)).collect();
    Explanation::new(texts.why_mix_total(), Tag::Stated, texts.why_mix_total_how()).line(texts.why_mix_total_rule()).line(format!(
        "{} = {}",
        parts.join(" + "),
        real(texts, view.mix_now.cost)
    ))
}

fn moved(texts: Texts, view: &TimeView) -> Explanation {
    let change = view.plan.moved;
    let (now, after) = (view.mix_now.cost, view.mix_after.cost);
    let moving = match change.from == change.to {
        true => 0.0,
        false => change.contacts.clamp(0.0, view.mix.contacts[change.from.index()].max(0.0)),
    };
    let each = |channel: Channel| real(texts, view.mix.unit_cost[channel.index()]);
    let start =
        Explanation::new(texts.why_mix_after(), Tag::Stated, texts.why_mix_after_how()).line(texts.why_mix_after_rule()).line(format!(
            "{} − {moving} × {} + {moving} × {} = {}",
            real(texts, now),
            each(change.from),
            each(change.to),
            real(texts, after),
            moving = real(texts, moving)
        ));
    if now <= 0.0 {
        return start;
    }
    start.line(texts.why_mix_change()).line(format!(
        "{} ÷ {} − 1 = {}",
        real(texts, after),
        real(texts, now),
        change_text(texts, after / now - 1.0)
    ))
}

fn needed(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    Explanation::new(&texts.why_needed(name(texts, class)), Tag::Extension, texts.why_time_need_how())
        .line(texts.why_needed_rule())
        .line(format!("{} = {}", cadence(texts, view, class), real(texts, view.needs[class.index()].contacts)))
}

fn adequacy(texts: Texts, view: &TimeView, class: WorkClass) -> Explanation {
    let found = view.adequacy[class.index()];
    let start =
        Explanation::new(&texts.why_adequacy(name(texts, class)), Tag::Stated, texts.why_adequacy_how()).line(texts.why_adequacy_rule());
    let Some(ratio) = found.ratio() else { return start };
    start
        .line(format!("{} ÷ {} = {}", real(texts, found.made), real(texts, found.needed), texts.share(ratio)))
        .input(texts.channels_made(), real(texts, found.made))
        .input(texts.channels_needed(), real(texts, found.needed))
}

fn selling(texts: Texts, view: &TimeView) -> Explanation {
    let found = view.selling;
    let (direct, freed) = (real(texts, found.direct_hours), real(texts, found.freed_hours));
    let start = Explanation::new(texts.why_selling(), Tag::Stated, texts.why_selling_how()).line(texts.why_selling_rule());
    let start = match found.gain {
        Some(gain) => start
            .line(format!("({direct} + {freed}) ÷ {direct} − 1 = {}", change_text(texts, gain.gain)))
            .line(texts.why_selling_people())
            .line(format!("= {}", texts.decimal(gain.works_like, 2))),
        None => start,
    };
    start
        .input(texts.why_selling_week(), hours_text(texts, found.week_hours))
        .input(texts.why_selling_direct(), direct)
        .input(texts.why_selling_freed(), freed)
        .input(texts.time_people(), real(texts, view.staff.people))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::super::samples::{CHINESE, ENGLISH};
    use super::*;
    use crate::effort::Decision;
    use crate::engine::{EffortQuery, Engine, Query, View};
    use crate::workspace::{Action, EffortPlan, Workspace};

    /// Ten people and the handbook's mix of channels; nobody to call yet.
    fn view() -> TimeView {
        let mut plan = EffortPlan { people: Some(10.0), calls: Some(100.0), ..EffortPlan::default() };
        plan.contacts = [Some(600.0), Some(300.0), Some(100.0)];
        plan.tasks[6].decision = Decision::Drop;
        let mut engine = Engine::new(Workspace::default());
        engine.apply(&Action::SetEffort { plan: Box::new(plan) }).unwrap();
        let View::Time(view) = engine.query(&Query::Effort(EffortQuery::Time)).unwrap() else { panic!("no hours") };
        view
    }

    fn lines(figure: TimeFigure) -> Vec<String> {
        explain_time(ENGLISH, &view(), figure).formula
    }

    #[test]
    fn formulas_hold_the_numbers_of_the_handbook() {
        // 10 × 40 × 22 % × 46 = 4,048 hours; existing 60 %, EII 40 %.
        assert_eq!(lines(TimeFigure::Hours(WorkClass::EII))[1], "4,048 × 0.6 × 0.4 = 971.52");
        assert_eq!(lines(TimeFigure::Kind(ClassKind::Future))[1], "4,048 × 0.05 = 202.4");
        assert_eq!(lines(TimeFigure::Kind(ClassKind::Existing))[1], "728.64 + 971.52 + 485.76 + 242.88 = 2,428.8");
        assert_eq!(lines(TimeFigure::Planned)[1], "100 × 0.6 = 60");
        assert_eq!(lines(TimeFigure::Free)[1], "100 − 60 = 40");
        assert_eq!(lines(TimeFigure::Total)[1], "60,000 + 300 + 1 = 60,301");
        assert_eq!(lines(TimeFigure::Moved)[1], "60,301 − 100 × 100 + 100 × 1 = 50,401");
        assert_eq!(lines(TimeFigure::Moved)[3], "50,401 ÷ 60,301 − 1 = −16.4%");
        assert_eq!(lines(TimeFigure::Selling)[1], "(4.8 + 4) ÷ 4.8 − 1 = +83.3%");
        assert_eq!(lines(TimeFigure::Selling)[3], "= 18.33");
    }

    #[test]
    fn every_figure_is_explained_where_there_is_nobody_to_call() {
        let view = view();
        let of_class = |class| {
            [
                TimeFigure::Hours(class),
                TimeFigure::Each(class),
                TimeFigure::Contacts(class),
                TimeFigure::Need(class),
                TimeFigure::Short(class),
            ]
        };
        for figure in WorkClass::ALL.into_iter().flat_map(of_class) {
            for texts in [ENGLISH, CHINESE] {
                let found = explain_time(texts, &view, figure);
                assert!(!found.title.is_empty() && !found.formula.is_empty(), "{figure:?}");
                assert!(!found.formula.concat().contains("NaN"), "{figure:?}");
            }
        }
        assert_eq!(lines(TimeFigure::Each(WorkClass::EI)), ["hours of the class ÷ its customers"]);
    }
}
