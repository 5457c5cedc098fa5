//! Tables of another kind dropped beside the chosen one: each kind is read for itself, one after the other, into the same workspace.

use super::companions::same_header;
use super::selection::LookedAt;
use super::{ImportKind, Row, SheetRef};
use crate::order;

/// From this readiness on ([`super::guess::table::TableGuess::readiness`]) a table has every column its kind must have.
const COMPLETE: u32 = 3;

/// Of the tables left aside, those to be read behind the chosen one: one list of places a kind, in the order they are to be read.
/// Customer lists are none: they are joined. Of several tables of one kind with different headers only the first counts, since such
/// tables as a rule tell the same sales twice.
#[must_use]
pub fn followers(aside: &[&LookedAt], chosen: ImportKind) -> Vec<Vec<SheetRef>> {
    let mut taken: Vec<(u8, Vec<SheetRef>)> = Vec::new();
    for table in aside {
        let Some(turn) = turn(table.guess.kind).filter(|turn| Some(*turn) != self::turn(chosen)) else { continue };
        if !can_be_read(table) || taken.iter().any(|(other, _)| *other == turn) {
            continue;
        }
        let alike = aside.iter().filter(|other| can_be_read(other) && same_header(table, other));
        taken.push((turn, alike.map(|other| other.sample.sheet.clone()).collect()));
    }
    order::sort_by_key(&mut taken, |(turn, _)| *turn);
    taken.into_iter().map(|(_, sheets)| sheets).collect()
}

/// Sales first, then what refers to them; the two shapes of purchases are one kind.
fn turn(kind: ImportKind) -> Option<u8> {
    match kind {
        ImportKind::Purchases | ImportKind::PurchasesWide => Some(0),
        ImportKind::FunnelEntries => Some(1),
        ImportKind::LevelHistory => Some(2),
        ImportKind::Potential => Some(3),
        ImportKind::Contacts => Some(4),
        ImportKind::Prospects => Some(5),
        ImportKind::Customers => None,
    }
}

fn can_be_read(table: &LookedAt) -> bool {
    let has_rows = || !table.sample.rows.iter().skip(table.guess.header.data()).all(Row::is_blank);
    !table.hidden && table.guess.readiness() >= COMPLETE && has_rows()
}
