//! The scenarios of a plan: added, copied, renamed, removed, and which of them is "the plan". Names are told apart without regard to
//! case, width and blanks; the first scenario may go without one.

use super::{FunnelPlan, PlanFault, Scenario};
use crate::tables::folded_spelling;

impl FunnelPlan {
    pub(super) fn add_scenario(&mut self, name: &str, copy_of: Option<usize>) -> Result<(), PlanFault> {
        let name = self.free_name(name, None)?;
        let like = match copy_of {
            Some(scenario) => self.require(scenario).map(|()| self.scenario(scenario))?,
            None => Scenario::default(),
        };
        self.scenarios.push(Scenario { name, ..like });
        Ok(())
    }

    pub(super) fn rename_scenario(&mut self, scenario: usize, name: &str) -> Result<(), PlanFault> {
        self.require(scenario)?;
        let name = self.free_name(name, Some(scenario))?;
        self.scenarios[scenario].name = name;
        Ok(())
    }

    pub(super) fn remove_scenario(&mut self, scenario: usize) -> Result<(), PlanFault> {
        self.require(scenario)?;
        if self.scenarios.len() == 1 {
            return Err(PlanFault::LastScenario);
        }
        self.scenarios.remove(scenario);
        self.chosen = match self.chosen {
            chosen if chosen == scenario => 0,
            chosen if chosen > scenario => chosen - 1,
            chosen => chosen,
        };
        Ok(())
    }

    pub(super) fn choose_scenario(&mut self, scenario: usize) -> Result<(), PlanFault> {
        self.require(scenario)?;
        self.chosen = scenario;
        Ok(())
    }

    /// The trimmed name, if no other scenario has it.
    fn free_name(&self, name: &str, own: Option<usize>) -> Result<String, PlanFault> {
        let name = name.trim();
        if name.is_empty() {
            return Err(PlanFault::EmptyName);
        }
        let folded = folded_spelling(name);
        let taken = self.scenarios.iter().enumerate().find(|(place, other)| Some(*place) != own && folded_spelling(&other.name) == folded);
        taken.map_or(Ok(name.to_owned()), |(scenario, _)| Err(PlanFault::NameTaken { scenario }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{Action, ActionError, Workspace};

    fn done(workspace: &Workspace, action: Action) -> Workspace {
        workspace.apply(&action).unwrap()
    }

    fn names(workspace: &Workspace) -> String {
        workspace.funnel.scenarios.iter().map(|scenario| scenario.name.as_str()).collect::<Vec<_>>().join("|")
    }

    fn add(name: &str, copy_of: Option<usize>) -> Action {
        Action::AddScenario { name: name.to_owned(), copy_of }
    }

    #[test]
    fn scenarios_are_added_copied_renamed_chosen_and_removed() {
        let mut start = Workspace::default();
        start.funnel.scenarios[0].target = Some(5.0);
        let two = done(&start, add(" 谨慎 ", Some(0)));
        let three = done(&two, add("New", None));
        assert_eq!(names(&three), "|谨慎|New");
        assert_eq!(three.funnel.scenarios.iter().map(|scenario| scenario.target).collect::<Vec<_>>(), [Some(5.0), Some(5.0), None]);
        let chosen = done(&three, Action::ChooseScenario { scenario: 2 });
        let renamed = done(&chosen, Action::RenameScenario { scenario: 0, name: "Base".to_owned() });
        let removed = done(&renamed, Action::RemoveScenario { scenario: 1 });
        assert_eq!((names(&removed).as_str(), removed.funnel.chosen), ("Base|New", 1));
        let plan_removed = done(&removed, Action::RemoveScenario { scenario: 1 });
        assert_eq!((names(&plan_removed).as_str(), plan_removed.funnel.chosen), ("Base", 0));
    }

    #[test]
    fn what_cannot_be_done_changes_nothing_and_says_why() {
        let workspace = done(&Workspace::default(), add("Two", None));
        let fault = |action: Action| match workspace.apply(&action) {
            Err(ActionError::BadPlan(fault)) => fault,
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(add("  ", None)), PlanFault::EmptyName);
        assert_eq!(fault(add("ＴＷＯ", None)), PlanFault::NameTaken { scenario: 1 });
        assert_eq!(fault(add("Three", Some(7))), PlanFault::NoScenario { found: 7, scenarios: 2 });
        assert_eq!(fault(Action::ChooseScenario { scenario: 2 }), PlanFault::NoScenario { found: 2, scenarios: 2 });
        assert!(workspace.apply(&Action::RenameScenario { scenario: 1, name: "two".to_owned() }).is_ok(), "its own name in another case");
        let one = Workspace::default();
        let last = one.apply(&Action::RemoveScenario { scenario: 0 });
        assert_eq!(last.unwrap_err(), ActionError::BadPlan(PlanFault::LastScenario));
    }
}
