//! The class list for exports, largest contribution first.

use super::name;
use crate::classify::Side;
use crate::engine::cache::Basis;
use crate::engine::{ExportRow, ExportView};
use crate::workspace::Workspace;

pub(in crate::engine) fn export(workspace: &Workspace, basis: &Basis) -> ExportView {
    let row = |&number: &u32| {
        let measures = &basis.measured.measures;
        let key = basis.customers.key(number);
        ExportRow {
            customer: key.to_owned(),
            name: name(workspace, &basis.customers, number).to_owned(),
            vertical: Some(measures.contribution_of(number)),
            horizontal: measures.stability_of(number).ok(),
            score: measures.score_of(number),
            class: basis.rating.class(number),
            computed_class: basis.rating.computed_class(number),
            not_rated: measures.stability_of(number).err(),
            overridden: workspace.overrides.get(key).cloned(),
        }
    };
    ExportView {
        side: Side::Existing,
        workspace: workspace.name.clone(),
        measure: workspace.existing.stability,
        currency: super::workspace::currency(workspace),
        rows: basis.measured.descending.iter().map(row).collect(),
    }
}
