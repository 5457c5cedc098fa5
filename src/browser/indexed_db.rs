//! Workspaces in IndexedDB: one transaction a save, done only when the browser says that it is complete.
//!
//! | store | key | value |
//! |---|---|---|
//! | `workspaces` | id | JSON of [`Entry`]: what lists show, and the generation |
//! | `versions` | `[id, generation]` | JSON of [`KeptVersion`] |
//! | `documents` | `[id, generation]` | the document's block; in layout 1 under the id alone, until the next save |
//! | `tables` | `[id, table]` | a table's block, for all versions that name it |

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use idb::{KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::database::{Database, problem};
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};
use crate::store::{Generation, Pending, SavedWorkspace, TableId, Version, VersionNote, WorkspaceStore, superfluous};

const DATABASE: &str = "fourfold";
/// Of the stores below; what is inside documents and tables has its own version.
const LAYOUT: u32 = 2;
const WORKSPACES: &str = "workspaces";
const VERSIONS: &str = "versions";
const DOCUMENTS: &str = "documents";
const TABLES: &str = "tables";

/// The store behind the contract.
pub struct IndexedDbStore {
    database: Database,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    generation: Generation,
    summary: WorkspaceSummary,
}

/// A version, and the tables it needs.
#[derive(Serialize, Deserialize)]
struct KeptVersion {
    version: Version,
    tables: Vec<TableId>,
}

impl IndexedDbStore {
    /// # Errors
    /// The browser keeps nothing here: a private window, blocked storage, a database that cannot be opened.
    pub async fn open() -> Result<Self, StoreProblem> {
        Ok(Self { database: Database::open(DATABASE, LAYOUT, &[WORKSPACES, VERSIONS, DOCUMENTS, TABLES]).await? })
    }

    async fn transact<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Stores) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        self.database.transact(mode, async |transaction| work(&Stores::of(transaction)?).await).await
    }
}

/// The object stores within one transaction.
struct Stores {
    workspaces: ObjectStore,
    versions: ObjectStore,
    documents: ObjectStore,
    tables: ObjectStore,
}

impl Stores {
    fn of(transaction: &Transaction) -> Result<Self, StoreProblem> {
        let store = |name| transaction.object_store(name).map_err(|error| problem(&error));
        Ok(Self { workspaces: store(WORKSPACES)?, versions: store(VERSIONS)?, documents: store(DOCUMENTS)?, tables: store(TABLES)? })
    }

    async fn entries(&self) -> Result<Vec<Entry>, StoreProblem> {
        let found = self.workspaces.get_all(None, None).map_err(|error| problem(&error))?.await;
        found.map_err(|error| problem(&error))?.iter().map(parsed).collect()
    }

    async fn entry(&self, id: &str) -> Result<Option<Entry>, StoreProblem> {
        value(&self.workspaces, id).await?.map(|found| parsed(&found)).transpose()
    }

    fn put_entry(&self, entry: &Entry) -> Result<(), StoreProblem> {
        put(&self.workspaces, &entry.summary.id.as_str().into(), &json(entry)?)
    }

    /// The newest first. A workspace of layout 1 has its present state only.
    async fn versions(&self, id: &str) -> Result<Vec<KeptVersion>, StoreProblem> {
        let entry = self.entry(id).await?.ok_or(StoreProblem::NotFound)?;
        let found = self.versions.get_all(Some(all_of(id)?.into()), None).map_err(|error| problem(&error))?.await;
        let mut versions = found.map_err(|error| problem(&error))?.iter().map(parsed).collect::<Result<Vec<KeptVersion>, _>>()?;
        if versions.is_empty() {
            let tables = keys(&self.tables, id).await?.iter().map(table_of).collect();
            let version = Version { generation: entry.generation, summary: entry.summary, note: VersionNote::default() };
            versions.push(KeptVersion { version, tables });
        }
        versions.reverse();
        Ok(versions)
    }

    async fn version(&self, id: &str, generation: Generation) -> Result<KeptVersion, StoreProblem> {
        let mut versions = self.versions(id).await?.into_iter();
        versions.find(|kept| kept.version.generation == generation).ok_or(StoreProblem::NotFound)
    }

    fn put_version(&self, kept: &KeptVersion) -> Result<(), StoreProblem> {
        put(&self.versions, &version_key(&kept.version.summary.id, kept.version.generation), &json(kept)?)
    }

    async fn workspace(&self, id: &str, generation: Generation, names: &[TableId]) -> Result<SavedWorkspace, StoreProblem> {
        let missing = || StoreProblem::Damaged { detail: "the document is missing".to_owned() };
        let document = match value(&self.documents, version_key(id, generation)).await? {
            Some(found) => Some(found),
            None => value(&self.documents, id).await?,
        };
        let document = bytes(&document.ok_or_else(missing)?)?;
        let mut tables = BTreeMap::new();
        for name in names {
            // What is missing is found out by whoever reads the document: not every state needs every table.
            if let Some(block) = value(&self.tables, table_key(id, name)).await? {
                tables.insert(name.clone(), Arc::from(bytes(&block)?));
            }
        }
        Ok(SavedWorkspace { document, tables })
    }

    /// Gives the state of layout 1 its place among the versions.
    async fn settle(&self, id: &str, versions: &[KeptVersion]) -> Result<(), StoreProblem> {
        let (Some(document), Some(only)) = (value(&self.documents, id).await?, versions.first()) else { return Ok(()) };
        put(&self.documents, &version_key(id, only.version.generation), &document)?;
        self.put_version(only)?;
        delete(&self.documents, JsValue::from(id))
    }

    /// Removes versions that need not be kept, and then tables that no version has.
    async fn thin(&self, id: &str, versions: &[KeptVersion], now: f64) -> Result<(), StoreProblem> {
        let all: Vec<Version> = versions.iter().map(|kept| kept.version.clone()).collect();
        let surplus = superfluous(&all, now);
        for &generation in &surplus {
            delete(&self.versions, version_key(id, generation))?;
            delete(&self.documents, version_key(id, generation))?;
        }
        let stays = |kept: &&KeptVersion| !surplus.contains(&kept.version.generation);
        let needed: BTreeSet<&TableId> = versions.iter().filter(stays).flat_map(|kept| &kept.tables).collect();
        for key in keys(&self.tables, id).await? {
            if !needed.contains(&table_of(&key)) {
                delete(&self.tables, key)?;
            }
        }
        Ok(())
    }

    /// Puts the tables that are not there yet.
    async fn put_tables(&self, id: &str, workspace: &SavedWorkspace) -> Result<(), StoreProblem> {
        let there: BTreeSet<TableId> = keys(&self.tables, id).await?.iter().map(table_of).collect();
        for (table, block) in workspace.tables.iter().filter(|(table, _)| !there.contains(table)) {
            put(&self.tables, &table_key(id, table), &Uint8Array::from(block.as_ref()).into())?;
        }
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<(), StoreProblem> {
        delete(&self.workspaces, JsValue::from(id))?;
        delete(&self.documents, JsValue::from(id))?;
        [&self.versions, &self.documents, &self.tables].into_iter().try_for_each(|store| delete(store, all_of(id)?))
    }
}

impl WorkspaceStore for IndexedDbStore {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async |stores| {
            Ok(stores.entries().await?.into_iter().map(|entry| entry.summary).collect())
        }))
    }

    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async move |stores| {
            let Entry { generation, summary } = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            let missing = |_| StoreProblem::Damaged { detail: "the present version is missing".to_owned() };
            let kept = stores.version(id, generation).await.map_err(missing)?;
            Ok((summary, stores.workspace(id, generation, &kept.tables).await?, generation))
        }))
    }

    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
    ) -> Pending<'a, Generation> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let id = summary.id.as_str();
            // Transactions that write exclude each other, in other tabs too: what is seen here is what is overwritten.
            if stores.entry(id).await?.map(|entry| entry.generation) != seen {
                return Err(StoreProblem::ChangedElsewhere);
            }
            let mut versions = if seen.is_some() { stores.versions(id).await? } else { Vec::new() };
            stores.settle(id, &versions).await?;
            let generation = seen.map_or(1, |seen| seen + 1);
            let version = Version { generation, summary: summary.clone(), note: note.clone() };
            versions.insert(0, KeptVersion { version, tables: workspace.tables.keys().cloned().collect() });
            stores.put_entry(&Entry { generation, summary: summary.clone() })?;
            stores.put_version(&versions[0])?;
            put(&stores.documents, &version_key(id, generation), &Uint8Array::from(workspace.document.as_slice()).into())?;
            stores.put_tables(id, workspace).await?;
            stores.thin(id, &versions, summary.changed_at).await?;
            Ok(generation)
        }))
    }

    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async move |stores| {
            Ok(stores.versions(id).await?.into_iter().map(|kept| kept.version).collect())
        }))
    }

    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async move |stores| {
            let kept = stores.version(id, generation).await?;
            stores.workspace(id, generation, &kept.tables).await
        }))
    }

    fn note_version<'a>(&'a self, id: &'a str, generation: Generation, note: &'a VersionNote) -> Pending<'a, ()> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let versions = stores.versions(id).await?;
            stores.settle(id, &versions).await?;
            let mut kept = stores.version(id, generation).await?;
            kept.version.note = note.clone();
            stores.put_version(&kept)
        }))
    }

    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let mut entry = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            entry.summary.deleted_at = at;
            stores.put_entry(&entry)
        }))
    }

    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async move |stores| {
            stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            let mut used = value(&stores.documents, id).await?.map_or(0, |only| length(&only));
            for store in [&stores.versions, &stores.documents, &stores.tables] {
                // One after the other, so that no more than one block is held at a time.
                for key in keys(store, id).await? {
                    used += value(store, key).await?.map_or(0, |found| length(&found));
                }
            }
            Ok(used)
        }))
    }

    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let mut removed = 0;
            for Entry { summary, .. } in stores.entries().await? {
                if summary.deleted_at.is_some_and(|at| at < deleted_before) {
                    stores.remove(&summary.id)?;
                    removed += 1;
                }
            }
            Ok(removed)
        }))
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

/// Keys of a workspace's tables, documents or versions.
async fn keys(store: &ObjectStore, id: &str) -> Result<Vec<JsValue>, StoreProblem> {
    let request = store.get_all_keys(Some(all_of(id)?.into()), None).map_err(|error| problem(&error))?;
    request.await.map_err(|error| problem(&error))
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
