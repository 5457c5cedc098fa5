//! What changes the list of potential customers and how it is judged.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{CellFault, CellValue, PotentialSettings, ProspectField};
use crate::classify::{Axis, ScorecardFault};
use crate::tables::{Prospect, ProspectList};
use crate::workspace::{ActionError, Change, Workspace, check_rules};

/// Cells of one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProspectEdit {
    /// `None` for a new prospect.
    pub id: Option<String>,
    pub cells: Vec<(ProspectField, CellValue)>,
}

/// A change to the potential customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ProspectAction {
    /// All options at once: the page edits a copy and sends it.
    Set { settings: PotentialSettings },
    /// Cells typed or pasted, as one step; new rows come behind the others.
    Edit { rows: Vec<ProspectEdit> },
    /// Takes rows off the list, with what was noted on them. An entry of the funnel stays while it is linked.
    Remove { ids: Vec<String> },
}

/// Why a change to the potential customers cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProspectFault {
    UnknownProspect {
        id: String,
    },
    /// A rating of a criterion that there is not.
    UnknownCriterion {
        code: String,
    },
    BadCell {
        field: ProspectField,
        fault: CellFault,
    },
    BadScorecard {
        axis: Axis,
        fault: ScorecardFault,
    },
    BadLevelIntent {
        level: String,
        fault: CellFault,
    },
}

impl ProspectAction {
    pub(in crate::workspace) fn change(&self) -> Change {
        match self {
            Self::Set { .. } => Change::PotentialSettings,
            Self::Edit { .. } => Change::Prospects,
            Self::Remove { .. } => Change::RemoveProspects,
        }
    }

    pub(in crate::workspace) fn apply(&self, workspace: &mut Workspace) -> Result<(), ActionError> {
        match self {
            Self::Set { settings } => {
                check_rules(settings.axis_rules())?;
                settings.check()?;
                workspace.potential = settings.clone();
            }
            Self::Edit { rows } => edit(workspace, rows)?,
            Self::Remove { ids } => remove(workspace, ids)?,
        }
        Ok(())
    }
}

fn edit(workspace: &mut Workspace, rows: &[ProspectEdit]) -> Result<(), ProspectFault> {
    let mut list = workspace.data.prospects.as_deref().cloned().unwrap_or_default();
    for row in rows {
        let id = match &row.id {
            Some(id) if list.find(id).is_some() || workspace.knows_prospect(id) => id.clone(),
            Some(id) => return Err(ProspectFault::UnknownProspect { id: id.clone() }),
            None => free_id(workspace, &list),
        };
        let kept = list.row_mut(&id);
        for (field, value) in &row.cells {
            set_cell(kept, field, value, &workspace.potential)?;
        }
    }
    if !list.is_empty() && workspace.data.prospects.as_deref() != Some(&list) {
        workspace.data.prospects = Some(Arc::new(list));
    }
    Ok(())
}

fn set_cell(row: &mut Prospect, field: &ProspectField, value: &CellValue, settings: &PotentialSettings) -> Result<(), ProspectFault> {
    let bad = |fault| ProspectFault::BadCell { field: field.clone(), fault };
    let number = match value {
        CellValue::Number(Some(number)) => {
            field.number(*number, &number.to_string()).map_err(bad)?;
            Some(*number)
        }
        CellValue::Number(None) => None,
        CellValue::Text(text) if field.is_number() => return Err(bad(CellFault::NotANumber { found: text.clone() })),
        CellValue::Text(_) => None,
    };
    let text = match value {
        CellValue::Text(text) => text.trim().to_owned(),
        CellValue::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
    };
    match field {
        ProspectField::Name => row.name = text,
        ProspectField::Level => row.level = text,
        ProspectField::Region => row.region = text,
        ProspectField::Product => row.product = text,
        ProspectField::Rep => row.rep = text,
        ProspectField::Expected => row.expected = number,
        ProspectField::Intent => row.intent = number,
        ProspectField::Rating(code) if !settings.has_criterion(code) => {
            return Err(ProspectFault::UnknownCriterion { code: code.clone() });
        }
        ProspectField::Rating(code) => {
            row.ratings.remove(code);
            row.ratings.extend(number.map(|rating| (code.clone(), rating)));
        }
    }
    Ok(())
}

/// `P1`, `P2` …: the next number that nothing has, so that what was noted on a removed prospect is never found on another.
fn free_id(workspace: &Workspace, list: &ProspectList) -> String {
    let number = |id: &str| id.strip_prefix('P').and_then(|digits| digits.parse::<u32>().ok());
    let placed = workspace.placements.iter().flat_map(|session| &session.customers);
    let noted = workspace.prospect_overrides.keys().chain(workspace.prospect_notes.keys()).chain(placed);
    let known = list.rows().iter().map(|row| &row.id).chain(noted).filter_map(|id| number(id)).max().unwrap_or(0);
    let mut next = known.saturating_add(1);
    while workspace.knows_prospect(&format!("P{next}")) {
        next = next.saturating_add(1);
    }
    format!("P{next}")
}

fn remove(workspace: &mut Workspace, ids: &[String]) -> Result<(), ProspectFault> {
    let mut list = workspace.data.prospects.as_deref().cloned().unwrap_or_default();
    for id in ids {
        if !list.remove(id) {
            return Err(ProspectFault::UnknownProspect { id: id.clone() });
        }
        workspace.prospect_overrides.remove(id);
        workspace.prospect_notes.remove(id);
    }
    workspace.data.prospects = (!list.is_empty()).then(|| Arc::new(list));
    Ok(())
}

impl From<ProspectFault> for ActionError {
    fn from(fault: ProspectFault) -> Self {
        Self::BadProspect(fault)
    }
}
