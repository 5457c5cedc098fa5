//! The call list and the actions as tables that go out: CSV headers stay English, a sheet follows the language.

use super::effort::rep_name;
use crate::engine::{ActionsView, CallListView, CallRow};
use crate::report::{ReportCell, ReportTable};
use crate::ui::i18n::Texts;

const CALL_CODES: [&str; 11] =
    ["week_of", "rep", "customer", "name", "class", "channel", "reason", "due", "last_contact", "hours", "late_days"];
const ACTION_CODES: [&str; 7] = ["customer", "name", "class", "action", "owner", "due", "done"];

/// Which calls go out: those the page shows.
pub type CallTest<'a> = &'a dyn Fn(&CallRow) -> bool;

/// For programs.
#[must_use]
pub fn call_codes(view: &CallListView, shown: CallTest<'_>) -> ReportTable {
    let row = |call: &CallRow| {
        let rep = view.reps.get(call.rep as usize).map_or("", |rep| rep.name.as_str());
        let rep = if rep.is_empty() { format!("rep {}", call.rep + 1) } else { rep.to_owned() };
        call_cells(call, rep, [call.class.code().to_owned(), call.channel.code().to_owned(), call.reason.code().to_owned()])
    };
    table("calls", &CALL_CODES, view.calls.iter().filter(|call| shown(call)).map(row).collect(), Vec::new())
}

/// For people.
#[must_use]
pub fn call_sheet(texts: Texts, view: &CallListView, shown: CallTest<'_>) -> ReportTable {
    let header = [
        texts.calls_col_week(),
        texts.calls_rep(),
        texts.list_key(),
        texts.calls_col_customer(),
        texts.calls_class(),
        texts.calls_col_channel(),
        texts.calls_col_reason(),
        texts.calls_col_due(),
        texts.calls_col_last(),
        texts.calls_col_hours(),
        texts.calls_col_late(),
    ];
    let row = |call: &CallRow| {
        let name = view.reps.get(call.rep as usize).map_or("", |rep| rep.name.as_str());
        let class = texts.work_class(Some(call.class));
        let words = [class, texts.channel(call.channel).to_owned(), texts.call_reason(call.reason).to_owned()];
        call_cells(call, rep_name(texts, name, call.rep as usize), words)
    };
    let rows = view.calls.iter().filter(|call| shown(call)).map(row).collect();
    table(texts.calls_file(), &header, rows, vec![texts.calls_rule().to_owned()])
}

fn call_cells(call: &CallRow, rep: String, [class, channel, reason]: [String; 3]) -> Vec<ReportCell> {
    let late = call.monday.0.saturating_sub(call.due.0).max(0);
    vec![
        text(&call.monday.iso()),
        text(&rep),
        text(&call.key),
        text(&call.name),
        text(&class),
        text(&channel),
        text(&reason),
        text(&call.due.iso()),
        text(&call.last_contact.map(crate::calendar::Day::iso).unwrap_or_default()),
        ReportCell::Number(call.hours, 2),
        ReportCell::Number(f64::from(late), 0),
    ]
}

/// The actions shown, for programs and people alike; `texts` gives a sheet its headers.
#[must_use]
pub fn action_table(texts: Option<Texts>, view: &ActionsView) -> ReportTable {
    let header = match texts {
        None => ACTION_CODES,
        Some(texts) => [
            texts.list_key(),
            texts.actions_customer(),
            texts.actions_filter_class(),
            texts.actions_text(),
            texts.actions_owner(),
            texts.actions_due(),
            texts.actions_done(),
        ],
    };
    let day = |day: Option<crate::calendar::Day>| text(&day.map(crate::calendar::Day::iso).unwrap_or_default());
    let row = |row: &crate::engine::ActionRow| {
        let class = match texts {
            Some(texts) => texts.work_class(row.class),
            None => row.class.map_or("", |class| class.code()).to_owned(),
        };
        vec![
            text(&row.action.customer),
            text(&row.name),
            text(&class),
            text(&row.action.text),
            text(&row.action.owner),
            day(row.action.due),
            day(row.action.done),
        ]
    };
    let title = texts.map_or("actions", Texts::actions_file);
    table(title, &header, view.rows.iter().map(row).collect(), Vec::new())
}

fn table(title: &str, header: &[&str], rows: Vec<Vec<ReportCell>>, notes: Vec<String>) -> ReportTable {
    ReportTable { title: title.to_owned(), header: header.iter().map(|head| (*head).to_owned()).collect(), rows, notes }
}

fn text(text: &str) -> ReportCell {
    if text.is_empty() { ReportCell::Empty } else { ReportCell::Text(text.to_owned()) }
}
