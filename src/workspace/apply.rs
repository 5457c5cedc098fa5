//! What each action does to a workspace.

use std::fmt;

use super::{
    Action, Axis, AxisRules, Change, EffortFault, ExistingSettings, FutureFault, Note, PlacementFault, PlanFault, PlaybookAction,
    ProspectFault, ThresholdRule, Workspace,
};
use crate::classify::Side;
use crate::tables::Dataset;

/// Why an action cannot be done. Nothing has changed then.
#[derive(Clone, Debug, PartialEq)]
pub enum ActionError {
    /// A name of nothing but white space.
    EmptyName,
    UnknownCustomer {
        key: String,
    },
    /// A rule that the axis does not know, or a value that is no number or outside its range.
    BadThreshold {
        axis: Axis,
        rule: ThresholdRule,
    },
    /// The window ends before it starts.
    WindowReversed,
    /// What a future customer cannot be.
    Future(FutureFault),
    /// A funnel plan that cannot be worked with.
    BadPlan(PlanFault),
    /// Hours, shares or contracts that cannot be worked with.
    BadEffort(EffortFault),
    /// No planned action of that number.
    UnknownAction {
        number: u32,
    },
    /// A change to the potential customers that cannot be done.
    BadProspect(ProspectFault),
    /// A blind placement that cannot be done.
    BadPlacement(PlacementFault),
    /// The spelling would count as itself.
    MergeIntoItself {
        key: String,
    },
    /// No such merge.
    NotMerged {
        spelling: String,
    },
}

impl fmt::Display for ActionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for ActionError {}

impl From<PlanFault> for ActionError {
    fn from(fault: PlanFault) -> Self {
        Self::BadPlan(fault)
    }
}

impl From<EffortFault> for ActionError {
    fn from(fault: EffortFault) -> Self {
        Self::BadEffort(fault)
    }
}

impl Action {
    /// What undo will name.
    #[must_use]
    pub fn change(&self) -> Change {
        match self {
            Self::Rename { .. } => Change::Rename,
            Self::SetExisting { .. } => Change::Settings,
            Self::SetFunnel { .. } => Change::Funnel,
            Self::AddScenario { .. } => Change::AddScenario,
            Self::RenameScenario { .. } => Change::RenameScenario,
            Self::RemoveScenario { .. } => Change::RemoveScenario,
            Self::ChooseScenario { .. } => Change::ChooseScenario,
            Self::SetEffort { .. } => Change::Effort,
            Self::Playbook(PlaybookAction::SetText { .. }) => Change::PlaybookText,
            Self::Playbook(PlaybookAction::SetCustomer { .. }) => Change::CustomerPlaybook,
            Self::Playbook(_) => Change::PlannedAction,
            Self::OverrideClass { .. } => Change::Override,
            Self::SetNote { .. } => Change::Note,
            Self::MergeCustomers { .. } => Change::Merge,
            Self::SplitCustomers { .. } => Change::Split,
            Self::DeclineMerge { .. } => Change::DeclineMerge,
            Self::SetChanges { .. } => Change::Windows,
            Self::SetWallet { .. } => Change::Wallet,
            Self::Future(action) => action.change(),
            Self::Prospects(action) => action.change(),
            Self::Placement(action) => action.change(),
            Self::ClearData => Change::ClearData,
        }
    }
}

impl Workspace {
    /// The workspace after an action; the tables are shared with this one.
    ///
    /// # Errors
    /// The action names something that does not exist or is no valid value.
    pub fn apply(&self, action: &Action) -> Result<Self, ActionError> {
        let mut next = self.clone();
        match action {
            Action::Rename { name } => next.name = valid_name(name)?,
            Action::SetExisting { settings } => {
                check(settings)?;
                next.existing = settings.clone();
            }
            Action::SetFunnel { plan } => {
                plan.check()?;
                next.funnel = plan.clone();
            }
            Action::AddScenario { name, copy_of } => next.funnel.add_scenario(name, *copy_of)?,
            Action::RenameScenario { scenario, name } => next.funnel.rename_scenario(*scenario, name)?,
            Action::RemoveScenario { scenario } => next.funnel.remove_scenario(*scenario)?,
            Action::ChooseScenario { scenario } => next.funnel.choose_scenario(*scenario)?,
            Action::SetEffort { plan } => {
                plan.check()?;
                next.effort = (**plan).clone();
            }
            Action::Playbook(change) => next.playbooks.apply(change)?,
            Action::OverrideClass { side, customer, class } => {
                self.require_on(*side, customer, class.is_some())?;
                let overrides = match side {
                    Side::Existing => &mut next.overrides,
                    Side::Potential => &mut next.prospect_overrides,
                };
                set(overrides, customer, class.clone());
            }
            Action::SetNote { side, customer, note } => {
                self.require_on(*side, customer, note.is_some())?;
                let notes = match side {
                    Side::Existing => &mut next.notes,
                    Side::Potential => &mut next.prospect_notes,
                };
                set(notes, customer, note.clone());
            }
            Action::MergeCustomers { pairs } => {
                for (spelling, key) in pairs {
                    next.merge(spelling, key)?;
                }
            }
            Action::SplitCustomers { spellings } => {
                for spelling in spellings {
                    next.merges.remove(spelling).ok_or_else(|| ActionError::NotMerged { spelling: spelling.clone() })?;
                }
            }
            Action::DeclineMerge { folded } => {
                next.declined_merges.insert(folded.clone());
            }
            Action::SetChanges { settings } => {
                next.changes = Some(*settings).filter(|settings| settings.is_in_order()).ok_or(ActionError::WindowReversed)?;
            }
            Action::SetWallet { settings } => {
                next.wallet = Some(*settings).filter(|settings| settings.is_in_order()).ok_or(ActionError::WindowReversed)?;
            }
            Action::Future(action) => next.apply_future(action)?,
            Action::Prospects(action) => action.apply(&mut next)?,
            Action::Placement(action) => {
                self.check_placement(action)?;
                action.apply(&mut next.placements)?;
            }
            Action::ClearData => next.data = Dataset::default(),
        }
        Ok(next)
    }

    /// Whether the data knows this key or spelling, if only by an outside figure.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        let bought = self.data.purchases.as_ref().is_some_and(|table| table.customers.code(key).is_some());
        bought
            || self.data.customers.as_ref().is_some_and(|list| list.find(key).is_some())
            || self.data.potential.as_ref().is_some_and(|list| list.names(key))
    }

    fn require_on(&self, side: Side, key: &str, adding: bool) -> Result<(), ActionError> {
        match side {
            Side::Existing => self.require(key, adding),
            Side::Potential if !adding || self.knows_prospect(key) => Ok(()),
            Side::Potential => Err(ActionError::UnknownCustomer { key: key.to_owned() }),
        }
    }

    fn require(&self, key: &str, adding: bool) -> Result<(), ActionError> {
        // What a customer of earlier data was given can always be taken away.
        if !adding || self.knows(key) || self.merges.values().any(|target| target == key) {
            Ok(())
        } else {
            Err(ActionError::UnknownCustomer { key: key.to_owned() })
        }
    }

    /// Lets `spelling` count as `key`. Merges are kept resolved: no target is itself a merged spelling.
    fn merge(&mut self, spelling: &str, key: &str) -> Result<(), ActionError> {
        self.require(spelling, true)?;
        self.require(key, true)?;
        let target = self.merges.get(key).map_or(key, String::as_str).to_owned();
        if target == spelling {
            return Err(ActionError::MergeIntoItself { key: target });
        }
        for earlier in self.merges.values_mut().filter(|earlier| *earlier == spelling) {
            earlier.clone_from(&target);
        }
        self.carry_over(spelling, &target);
        self.merges.insert(spelling.to_owned(), target);
        Ok(())
    }

    /// What was noted on a spelling is found on the customer it becomes; the spelling's own stays for a later split.
    fn carry_over(&mut self, spelling: &str, target: &str) {
        if let Some(set) = self.overrides.get(spelling).cloned() {
            self.overrides.entry(target.to_owned()).or_insert(set);
        }
        if let Some(note) = self.notes.get(spelling).cloned() {
            self.notes.entry(target.to_owned()).and_modify(|kept| join(kept, &note)).or_insert(note);
        }
        self.effort.carry_over(spelling, target);
        self.playbooks.carry_over(spelling, target);
    }
}

fn join(kept: &mut Note, added: &Note) {
    if !kept.text.contains(&added.text) {
        kept.text = format!("{}\n\n{}", kept.text, added.text);
    }
}

fn set<Value>(values: &mut std::collections::BTreeMap<String, Value>, key: &str, value: Option<Value>) {
    match value {
        Some(value) => values.insert(key.to_owned(), value),
        None => values.remove(key),
    };
}

fn valid_name(name: &str) -> Result<String, ActionError> {
    let name = name.trim();
    if name.is_empty() { Err(ActionError::EmptyName) } else { Ok(name.to_owned()) }
}

fn check(settings: &ExistingSettings) -> Result<(), ActionError> {
    check_rules(settings.axis_rules())?;
    match (settings.window.from, settings.window.to) {
        (Some(from), Some(to)) if to < from => Err(ActionError::WindowReversed),
        _ => Ok(()),
    }
}

/// Whether the threshold rules fit their axes.
pub(super) fn check_rules(rules: AxisRules) -> Result<(), ActionError> {
    let axes = [(Axis::Vertical, rules.vertical), (Axis::Horizontal, rules.horizontal)];
    for (axis, rule) in axes {
        let valid = match rule {
            ThresholdRule::Median | ThresholdRule::Mean | ThresholdRule::Jenks => true,
            ThresholdRule::Pareto => axis == Axis::Vertical,
            ThresholdRule::Quantile(part) => (0.0..=1.0).contains(&part),
            ThresholdRule::Manual(cut) => cut.is_finite(),
        };
        if !valid {
            return Err(ActionError::BadThreshold { axis, rule });
        }
    }
    Ok(())
}
