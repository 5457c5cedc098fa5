//! What the object stores hold, as far as it can be read: documents and tables are the work itself; entries and versions tell of them
//! and are made up from what is there where they are damaged.
//!
//! | store | key | value |
//! |---|---|---|
//! | `workspaces` | id | JSON of [`Entry`]: what lists show, and the generation |
//! | `versions` | `[id, generation]` | JSON of [`KeptVersion`] |
//! | `documents` | `[id, generation]` | the document's block; in layout 1 under the id alone, until the next save |
//! | `tables` | `[id, table]` | a table's block, for all versions that name it |

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::sync::Arc;

use idb::{KeyRange, ObjectStore, Query, Transaction};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::database::problem;
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};
use crate::store::{Generation, SavedWorkspace, TableId, Version, VersionNote, superfluous};

pub(super) const WORKSPACES: &str = "workspaces";
pub(super) const VERSIONS: &str = "versions";
pub(super) const DOCUMENTS: &str = "documents";
pub(super) const TABLES: &str = "tables";

#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) generation: Generation,
    pub(super) summary: WorkspaceSummary,
}

/// A version, and the tables it needs.
#[derive(Serialize, Deserialize)]
pub(super) struct KeptVersion {
    pub(super) version: Version,
    pub(super) tables: Vec<TableId>,
}

/// The object stores within one transaction.
pub(super) struct Stores {
    workspaces: ObjectStore,
    versions: ObjectStore,
    documents: ObjectStore,
    tables: ObjectStore,
}

impl Stores {
    pub(super) fn of(transaction: &Transaction) -> Result<Self, StoreProblem> {
        let store = |name| transaction.object_store(name).map_err(|error| problem(&error));
        Ok(Self { workspaces: store(WORKSPACES)?, versions: store(VERSIONS)?, documents: store(DOCUMENTS)?, tables: store(TABLES)? })
    }

    /// Every workspace of which anything but tables is there, by id.
    pub(super) async fn entries(&self) -> Result<Vec<Entry>, StoreProblem> {
        let mut ids = BTreeSet::new();
        for store in [&self.workspaces, &self.versions, &self.documents] {
            ids.extend(keys(store, None).await?.iter().filter_map(id_of));
        }
        let mut entries = Vec::new();
        for id in ids {
            entries.extend(self.entry(&id).await?);
        }
        Ok(entries)
    }

    /// The entry of a workspace; one that is missing or cannot be read is made up from the versions.
    pub(super) async fn entry(&self, id: &str) -> Result<Option<Entry>, StoreProblem> {
        let found = value(&self.workspaces, id).await;
        match &found {
            Ok(Some(found))
                if let Ok(entry) = parsed::<Entry>(found)
                    && entry.summary.id == id =>
            {
                Ok(Some(entry))
            }
            _ => self.made_up(id, !matches!(found, Ok(None))).await,
        }
    }

    /// `named`: there is an entry, though nobody can read it.
    async fn made_up(&self, id: &str, named: bool) -> Result<Option<Entry>, StoreProblem> {
        let versions = self.numbered_versions(id).await?;
        let Some((&generation, newest)) = versions.last_key_value() else {
            let of_layout_1 = value(&self.documents, id).await?.is_some();
            return Ok((named || of_layout_1).then(|| Entry { generation: 1, summary: nameless(id) }));
        };
        let readable = versions.values().rev().map(|kept| &kept.version.summary).find(|summary| !summary.damaged);
        let damaged = newest.version.summary.damaged;
        let summary = readable.map_or_else(|| nameless(id), |readable| WorkspaceSummary { damaged, ..readable.clone() });
        Ok(Some(Entry { generation, summary }))
    }

    pub(super) fn put_entry(&self, entry: &Entry) -> Result<(), StoreProblem> {
        put(&self.workspaces, &entry.summary.id.as_str().into(), &json(entry)?)
    }

    /// The newest first, the present one in any case: layout 1 has no record of it, and a damaged store may have lost its own.
    pub(super) async fn versions(&self, id: &str) -> Result<Vec<KeptVersion>, StoreProblem> {
        let Entry { generation, summary } = self.entry(id).await?.ok_or(StoreProblem::NotFound)?;
        let mut versions = self.numbered_versions(id).await?;
        if let btree_map::Entry::Vacant(place) = versions.entry(generation) {
            place.insert(self.unread_version(generation, summary).await?);
        }
        Ok(versions.into_values().rev().collect())
    }

    /// Every version of which there is a record or a document. One whose record cannot be read is taken to need every table.
    async fn numbered_versions(&self, id: &str) -> Result<BTreeMap<Generation, KeptVersion>, StoreProblem> {
        let records = self.versions.get_all(Some(all_of(id)?.into()), None).map_err(|error| problem(&error))?.await;
        let mut readable = BTreeMap::new();
        // None of them, where the browser cannot read one.
        for kept in records.unwrap_or_default().iter().filter_map(|record| parsed::<KeptVersion>(record).ok()) {
            readable.insert(kept.version.generation, kept);
        }
        let mut versions = BTreeMap::new();
        for store in [&self.versions, &self.documents] {
            for generation in keys(store, Some(id)).await?.iter().filter_map(generation_of) {
                if versions.contains_key(&generation) {
                    continue;
                }
                let kept = match readable.remove(&generation) {
                    Some(kept) => kept,
                    None => self.unread_version(generation, nameless(id)).await?,
                };
                versions.insert(generation, kept);
            }
        }
        Ok(versions)
    }

    async fn unread_version(&self, generation: Generation, summary: WorkspaceSummary) -> Result<KeptVersion, StoreProblem> {
        let tables = self.table_names(&summary.id).await?;
        Ok(KeptVersion { version: Version { generation, summary, note: VersionNote::default() }, tables })
    }

    async fn table_names(&self, id: &str) -> Result<Vec<TableId>, StoreProblem> {
        Ok(keys(&self.tables, Some(id)).await?.iter().map(table_of).collect())
    }

    pub(super) async fn version(&self, id: &str, generation: Generation) -> Result<KeptVersion, StoreProblem> {
        let mut versions = self.versions(id).await?.into_iter();
        versions.find(|kept| kept.version.generation == generation).ok_or(StoreProblem::NotFound)
    }

    pub(super) fn put_version(&self, kept: &KeptVersion) -> Result<(), StoreProblem> {
        put(&self.versions, &version_key(&kept.version.summary.id, kept.version.generation), &json(kept)?)
    }

    pub(super) async fn workspace(&self, id: &str, generation: Generation, names: &[TableId]) -> Result<SavedWorkspace, StoreProblem> {
        let missing = || StoreProblem::Damaged { detail: "the document is missing".to_owned() };
        let document = match value(&self.documents, version_key(id, generation)).await? {
            Some(found) => Some(found),
            None => value(&self.documents, id).await?,
        };
        let document = bytes(&document.ok_or_else(missing)?)?;
        let mut tables = BTreeMap::new();
        for name in names {
            // What is missing is found out by whoever reads the document: not every state needs every table.
            if let Ok(Some(block)) = value(&self.tables, table_key(id, name)).await
                && let Ok(block) = bytes(&block)
            {
                tables.insert(name.clone(), Arc::from(block));
            }
        }
        Ok(SavedWorkspace { document, tables, ..SavedWorkspace::default() })
    }

    /// Gives the state of layout 1 its place among the versions.
    pub(super) async fn settle(&self, id: &str, versions: &[KeptVersion]) -> Result<(), StoreProblem> {
        let (Some(document), Some(only)) = (value(&self.documents, id).await?, versions.first()) else { return Ok(()) };
        put(&self.documents, &version_key(id, only.version.generation), &document)?;
        self.put_version(only)?;
        delete(&self.documents, JsValue::from(id))
    }

    /// Removes versions that need not be kept, and then tables that no version has.
    pub(super) async fn thin(&self, id: &str, versions: &[KeptVersion], now: f64) -> Result<(), StoreProblem> {
        let all: Vec<Version> = versions.iter().map(|kept| kept.version.clone()).collect();
        let surplus = superfluous(&all, now);
        for &generation in &surplus {
            delete(&self.versions, version_key(id, generation))?;
            delete(&self.documents, version_key(id, generation))?;
        }
        let stays = |kept: &&KeptVersion| !surplus.contains(&kept.version.generation);
        let needed: BTreeSet<&TableId> = versions.iter().filter(stays).flat_map(|kept| &kept.tables).collect();
        for key in keys(&self.tables, Some(id)).await? {
            if !needed.contains(&table_of(&key)) {
                delete(&self.tables, key)?;
            }
        }
        Ok(())
    }

    pub(super) fn put_document(&self, id: &str, generation: Generation, document: &[u8]) -> Result<(), StoreProblem> {
        put(&self.documents, &version_key(id, generation), &Uint8Array::from(document).into())
    }

    /// Puts the tables that are not there yet. One that the version before does not have may lie there damaged: it is put as well.
    pub(super) async fn put_tables(&self, id: &str, workspace: &SavedWorkspace, before: Option<&KeptVersion>) -> Result<(), StoreProblem> {
        let there: BTreeSet<TableId> = keys(&self.tables, Some(id)).await?.iter().map(table_of).collect();
        let stays = |table: &TableId| {
            there.contains(table) && before.is_some_and(|before| before.tables.contains(table)) && !workspace.mended.contains(table)
        };
        for (table, block) in workspace.tables.iter().filter(|(table, _)| !stays(table)) {
            put(&self.tables, &table_key(id, table), &Uint8Array::from(block.as_ref()).into())?;
        }
        Ok(())
    }

    /// Bytes that a workspace takes with all its versions; letters count as bytes.
    pub(super) async fn used(&self, id: &str) -> Result<u64, StoreProblem> {
        let mut used = value(&self.documents, id).await?.map_or(0, |only| length(&only));
        for store in [&self.versions, &self.documents, &self.tables] {
            // One after the other, so that no more than one block is held at a time.
            for key in keys(store, Some(id)).await? {
                used += value(store, key).await?.map_or(0, |found| length(&found));
            }
        }
        Ok(used)
    }

    pub(super) fn remove(&self, id: &str) -> Result<(), StoreProblem> {
        delete(&self.workspaces, JsValue::from(id))?;
        delete(&self.documents, JsValue::from(id))?;
        [&self.versions, &self.documents, &self.tables].into_iter().try_for_each(|store| delete(store, all_of(id)?))
    }
}

fn json<T: Serialize>(value: &T) -> Result<JsValue, StoreProblem> {
    serde_json::to_string(value).map(JsValue::from).map_err(|error| StoreProblem::Other { detail: error.to_string() })
}

fn parsed<T: for<'a> Deserialize<'a>>(found: &JsValue) -> Result<T, StoreProblem> {
    let damaged = |detail: String| StoreProblem::Damaged { detail };
    let json = found.as_string().ok_or_else(|| damaged("an entry is no text".to_owned()))?;
    serde_json::from_str(&json).map_err(|error| damaged(error.to_string()))
}

fn bytes(found: &JsValue) -> Result<Vec<u8>, StoreProblem> {
    let array = found.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    array.ok_or_else(|| StoreProblem::Damaged { detail: "a block is no bytes".to_owned() })
}

/// Bytes of a block, letters of an entry.
fn length(found: &JsValue) -> u64 {
    let block = found.dyn_ref::<Uint8Array>().map(Uint8Array::length);
    block.or_else(|| found.dyn_ref::<js_sys::JsString>().map(js_sys::JsString::length)).unwrap_or_default().into()
}

async fn value(store: &ObjectStore, key: impl Into<JsValue>) -> Result<Option<JsValue>, StoreProblem> {
    let request = store.get(key.into()).map_err(|error| problem(&error))?;
    request.await.map_err(|error| problem(&error))
}

/// The keys of one workspace, or of all.
async fn keys(store: &ObjectStore, id: Option<&str>) -> Result<Vec<JsValue>, StoreProblem> {
    let range = id.map(all_of).transpose()?.map(Query::from);
    let request = store.get_all_keys(range, None).map_err(|error| problem(&error))?;
    request.await.map_err(|error| problem(&error))
}

/// The workspace a key belongs to.
fn id_of(key: &JsValue) -> Option<String> {
    key.as_string().or_else(|| key.dyn_ref::<Array>()?.get(0).as_string())
}

/// A number that no generation can be belongs to no version.
fn generation_of(key: &JsValue) -> Option<Generation> {
    let number = key.dyn_ref::<Array>()?.get(1).as_f64()?;
    (number >= 0.0 && number.fract() == 0.0).then_some(number as Generation)
}

/// A workspace of which nothing is known but that it is there.
fn nameless(id: &str) -> WorkspaceSummary {
    WorkspaceSummary { id: id.to_owned(), damaged: true, ..WorkspaceSummary::default() }
}

/// A write's own success is not waited for: its failure ends the transaction.
fn put(store: &ObjectStore, key: &JsValue, value: &JsValue) -> Result<(), StoreProblem> {
    store.put(value, Some(key)).map(drop).map_err(|error| problem(&error))
}

fn delete(store: &ObjectStore, what: impl Into<Query>) -> Result<(), StoreProblem> {
    store.delete(what).map(drop).map_err(|error| problem(&error))
}

fn table_key(id: &str, table: &TableId) -> JsValue {
    Array::of2(&id.into(), &table.as_str().into()).into()
}

fn table_of(key: &JsValue) -> TableId {
    TableId::from(key.dyn_ref::<Array>().and_then(|key| key.get(1).as_string()).unwrap_or_default())
}

/// A generation is a whole number far below 2^53.
fn version_key(id: &str, generation: Generation) -> JsValue {
    Array::of2(&id.into(), &(generation as f64).into()).into()
}

/// All versions or tables of one workspace: an array sorts behind every number and text.
fn all_of(id: &str) -> Result<KeyRange, StoreProblem> {
    let (lower, upper) = (Array::of1(&id.into()), Array::of2(&id.into(), &Array::new()));
    KeyRange::bound(&lower, &upper, None, None).map_err(|error| problem(&error))
}
