//! Who the potential customers are and where each stands: the list, and the open entries of the funnel where they are linked.

use std::collections::BTreeMap;

use super::{ExpectedFrom, IntentFrom, PotentialSettings, ProspectFigures};
use crate::classify::{Direction, RATINGS, Side};
use crate::measure::{Customers, Filters, ScoreScale};
use crate::tables::{FunnelEntries, Prospect, Standing};
use crate::workspace::funnel_standing::latest_rows;
use crate::workspace::{Plane, Workspace, funnel_entries_of, standing_of};

/// A prospect as it counts: what the list says, over what its funnel entry says.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedProspect {
    pub prospect: Prospect,
    /// An open entry of the funnel stands behind it.
    pub linked: bool,
    /// The list has a row of its own for it.
    pub listed: bool,
}

/// All potential customers with their figures, numbered in the order of [`linked_prospects`].
#[derive(Clone, Debug)]
pub struct Prospects {
    pub customers: Customers,
    pub rows: Vec<LinkedProspect>,
    pub figures: Vec<ProspectFigures>,
    pub plane: Plane,
}

impl Prospects {
    #[must_use]
    pub fn new(workspace: &Workspace) -> Self {
        let settings = &workspace.potential;
        let rows = linked_prospects(workspace);
        let figures: Vec<ProspectFigures> =
            rows.iter().map(|row| ProspectFigures::new(&row.prospect, settings, &workspace.funnel)).collect();
        let plane = plane(settings, &rows, &figures);
        Self { customers: Customers::of_keys(rows.iter().map(|row| row.prospect.id.clone()).collect()), rows, figures, plane }
    }

    #[must_use]
    pub fn row(&self, number: u32) -> Option<&LinkedProspect> {
        self.rows.get(number as usize)
    }

    #[must_use]
    pub fn figures_of(&self, number: u32) -> Option<&ProspectFigures> {
        self.figures.get(number as usize)
    }
}

fn plane(settings: &PotentialSettings, rows: &[LinkedProspect], figures: &[ProspectFigures]) -> Plane {
    let mut plane = Plane::empty(Side::Potential, rows.len());
    for (number, (row, figures)) in (0_u32..).zip(rows.iter().zip(figures)) {
        if !passes(&settings.filters, &row.prospect) {
            continue;
        }
        let place = number as usize;
        plane.members.push(number);
        plane.amount[place] = row.prospect.expected;
        plane.vertical[place] = figures.expected;
        plane.horizontal[place] = figures.intent;
        plane.not_rated[place] = figures.not_rated();
    }
    plane.direction = Direction::HighIsGood;
    plane.scale = match settings.intent_from {
        IntentFrom::Level => ScoreScale::Share,
        IntentFrom::Scorecard => ScoreScale::Given { largest: *RATINGS.end() },
        // In the unit of its owner, whatever that is: shares of the largest one met.
        IntentFrom::Column => ScoreScale::Given { largest: plane.horizontal.iter().flatten().copied().fold(1.0, f64::max) },
    };
    plane.add_up();
    plane
}

fn passes(filters: &Filters, prospect: &Prospect) -> bool {
    let passes = |chosen: &std::collections::BTreeSet<String>, value: &String| chosen.is_empty() || chosen.contains(value);
    passes(&filters.region, &prospect.region) && passes(&filters.product, &prospect.product) && passes(&filters.rep, &prospect.rep)
}

/// The open entries of the funnel where the settings link them, with what the list adds to each, then the rest of the list. So a new
/// row is always the last one, and an entry stays in its place when something is typed about it.
#[must_use]
pub fn linked_prospects(workspace: &Workspace) -> Vec<LinkedProspect> {
    let listed = workspace.data.prospects.as_deref().map_or(&[][..], |list| list.rows());
    let mut by_id: BTreeMap<&str, &Prospect> = listed.iter().map(|row| (row.id.as_str(), row)).collect();
    let entries = if workspace.potential.linked_to_funnel { open_entries(workspace) } else { Vec::new() };
    let mut rows: Vec<LinkedProspect> = Vec::with_capacity(entries.len() + listed.len());
    for entry in entries {
        let own = by_id.remove(entry.id.as_str());
        let prospect = own.map_or_else(|| entry.clone(), |row| over(row, entry.clone()));
        rows.push(LinkedProspect { prospect, linked: true, listed: own.is_some() });
    }
    let rest = listed.iter().filter(|row| by_id.contains_key(row.id.as_str()));
    rows.extend(rest.map(|row| LinkedProspect { prospect: row.clone(), linked: false, listed: true }));
    rows
}

/// What was typed stands over what the entry says.
fn over(row: &Prospect, entry: Prospect) -> Prospect {
    let text = |typed: &String, other: String| if typed.is_empty() { other } else { typed.clone() };
    Prospect {
        name: text(&row.name, entry.name),
        expected: row.expected.or(entry.expected),
        level: text(&row.level, entry.level),
        region: text(&row.region, entry.region),
        product: text(&row.product, entry.product),
        rep: text(&row.rep, entry.rep),
        ..row.clone()
    }
}

/// Entries that stand on a level, the last word on each, in the order of the funnel's table.
fn open_entries(workspace: &Workspace) -> Vec<Prospect> {
    let Some(entries) = funnel_entries_of(&workspace.data, &workspace.funnel) else { return Vec::new() };
    let open = latest_rows(&entries).into_iter().filter_map(|row| match standing_of(&entries, &workspace.funnel, row)? {
        Standing::Level(level) if entries.closed[row as usize].is_none() => Some(of_entry(&entries, row as usize, level)),
        _ => None,
    });
    open.collect()
}

fn of_entry(entries: &FunnelEntries, row: usize, level: &str) -> Prospect {
    let text = |column: &Option<crate::tables::Category>| column.as_ref().map_or("", |column| column.text(row)).to_owned();
    let (name, customer) = (text(&entries.name), text(&entries.customer));
    Prospect {
        id: entries.keys.text(entries.key[row]).to_owned(),
        name: if name.is_empty() { customer } else { name },
        expected: entries.amount[row].filter(|amount| *amount >= 0.0),
        level: level.to_owned(),
        region: text(&entries.region),
        product: text(&entries.product),
        rep: text(&entries.owner),
        source: Some(entries.source[row]),
        row: entries.row[row],
        ..Prospect::default()
    }
}

impl PotentialSettings {
    /// Whether the vertical axis shows money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.expected_from == ExpectedFrom::Column
    }
}
