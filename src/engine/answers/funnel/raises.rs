//! Levels raised without a record: steps nearer the sale in the level history, held against the contacts that are known.

use super::FunnelBasis;
use super::audit::LISTED;
use crate::engine::{RaisedRow, Raises};
use crate::order;
use crate::plan::{KnownContacts, Raise, Scheme, raised_without_contact};
use crate::tables::{FunnelEntries, LevelHistory};
use crate::workspace::Workspace;

/// Of the cases whose entry counts. Without any contact in the data nothing can be said of a raise.
pub(super) fn raises(workspace: &Workspace, basis: &FunnelBasis, entries: &FunnelEntries, contacts_known: bool) -> Raises {
    let Some(history) = workspace.data.level_history.as_deref() else { return Raises::default() };
    let courses = history.courses();
    let mut found = Raises::default();
    for &row in &basis.facts.rows {
        let row = row as usize;
        let Some(case) = history.keys.code(entries.keys.text(entries.key[row])) else { continue };
        for (raise, from, to) in raises_of(workspace, history, courses.of(case)) {
            found.all += 1;
            let without = raised_without_contact(raise, KnownContacts::Last(entries.last_contact[row])).filter(|_| contacts_known);
            match without {
                None => found.unknown += 1,
                Some(false) => {}
                Some(true) => {
                    let owner = entries.owner.as_ref().map_or("", |column| column.text(row)).to_owned();
                    let key = entries.keys.text(entries.key[row]).to_owned();
                    found.without_record.push(RaisedRow { key, owner, from, to, since: raise.since, on: raise.on });
                }
            }
        }
    }
    found.without_record_total = found.without_record.len() as u32;
    // Stable, so that of equals the first in the table comes first.
    order::sort_by_key(&mut found.without_record, |raised| std::cmp::Reverse(raised.on));
    found.without_record.truncate(LISTED);
    found
}

/// A step from one level to one nearer the sale, with the codes of both.
type Step = (Raise, String, String);

fn raises_of(workspace: &Workspace, history: &LevelHistory, rows: &[u32]) -> Vec<Step> {
    let scheme = &workspace.funnel.scheme;
    let mut raised = Vec::new();
    let mut standing = None;
    for &row in rows {
        let Some(reached) = workspace.funnel.stages.get(history.stage.text(row as usize)) else { continue };
        let Some(now) = scheme.stage_of(reached) else {
            // Lost or dormant: what follows begins anew.
            standing = None;
            continue;
        };
        let on = history.day[row as usize];
        if let Some((before, since)) = standing
            && now < before
        {
            raised.push((Raise { since, on }, code(scheme, before), code(scheme, now)));
        }
        if standing.is_none_or(|(before, _)| before != now) {
            standing = Some((now, on));
        }
    }
    raised
}

fn code(scheme: &Scheme, stage: usize) -> String {
    scheme.level_of_stage(stage).map_or_else(String::new, |level| level.code.clone())
}
