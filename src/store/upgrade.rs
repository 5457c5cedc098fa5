//! Older documents, lifted one version at a time. A field added to what a document holds needs a step here, a new
//! [`VERSION`] and a fixture of the version before.

use serde_json::{Map, Value};

use super::bytes::damaged;
use crate::engine::protocol::StoreProblem;

/// Version of the save format that this build writes.
pub const VERSION: u32 = 3;

/// Lifts a document by one version; the step at index 0 takes version 1 to 2.
type Upgrader = fn(&mut Value) -> Result<(), StoreProblem>;

const UPGRADERS: [Upgrader; VERSION as usize - 1] = [add_the_funnel, add_then_and_now];

/// 1 → 2: a plan of the funnel, and its tables; the plan's own defaults stand in for it.
fn add_the_funnel(document: &mut Value) -> Result<(), StoreProblem> {
    let no_tables = |data: &mut Value| {
        let Some(data) = data.as_object_mut() else { return };
        for table in ["funnel_entries", "level_history"] {
            data.entry(table).or_insert(Value::Null);
        }
    };
    let first = document.get_mut("first").and_then(Value::as_object_mut).ok_or_else(|| damaged("the document has no first state"))?;
    first.entry("funnel").or_insert_with(|| Value::Object(Map::new()));
    first.get_mut("data").into_iter().for_each(no_tables);
    let steps = document.get_mut("steps").and_then(Value::as_array_mut).into_iter().flatten();
    steps.filter_map(|step| step.get_mut("data")).for_each(no_tables);
    Ok(())
}

/// 2 → 3: compared windows, outside figures, future customers and what else came with them. All of it stands at its defaults where a
/// document does not have it.
fn add_then_and_now(_: &mut Value) -> Result<(), StoreProblem> {
    Ok(())
}

/// The document in this build's version.
///
/// # Errors
/// [`StoreProblem::Newer`] for a document of a later build; `Damaged` where there is no version.
pub(super) fn upgraded(document: Value) -> Result<Value, StoreProblem> {
    lifted(document, &UPGRADERS)
}

fn lifted(mut document: Value, upgraders: &[Upgrader]) -> Result<Value, StoreProblem> {
    let known = u32::try_from(upgraders.len()).unwrap_or(u32::MAX).saturating_add(1);
    let version = document.get("version").and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok());
    let found = version.filter(|&version| version > 0).ok_or_else(|| damaged("the document has no version"))?;
    if found > known {
        return Err(StoreProblem::Newer { found, known });
    }
    for upgrade in upgraders.iter().skip(found as usize - 1) {
        upgrade(&mut document)?;
    }
    document["version"] = known.into();
    Ok(document)
}

#[cfg(test)]
mod tests;
