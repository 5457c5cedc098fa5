//! The playbooks of the classes and what stands in each.

use super::EffortBasis;
use crate::effort::WorkClass;
use crate::engine::{PlaybooksView, Revision};
use crate::playbook::VerdictKind;
use crate::workspace::Workspace;

pub(super) fn playbooks(workspace: &Workspace, revision: Revision, effort: &EffortBasis) -> PlaybooksView {
    let (customers, without_class) = effort.facts.counts();
    let mut view =
        PlaybooksView { revision, texts: workspace.playbooks.texts.clone(), customers, without_class, ..PlaybooksView::default() };
    for (key, playbook) in &workspace.playbooks.customers {
        let class = effort.class_of(key);
        if let Some(cause) = playbook.cause.filter(|_| class == Some(WorkClass::EII)) {
            view.causes[cause as usize] += 1;
        }
        let verdict = playbook.ledger.as_ref().and_then(|ledger| ledger.verdict.as_ref());
        if let Some(verdict) = verdict.filter(|_| class == Some(WorkClass::EIV)) {
            view.verdicts[usize::from(verdict.kind == VerdictKind::LetGo)] += 1;
        }
    }
    for action in workspace.playbooks.actions.values().filter(|action| action.done.is_none()) {
        if let Some(class) = effort.class_of(&action.customer) {
            view.open_actions[class.index()] += 1;
        }
    }
    view
}
