//! Workspaces in IndexedDB: one transaction a save, done only when the browser says that it is complete.
//!
//! | store | key | value |
//! |---|---|---|
//! | `workspaces` | id | JSON of [`Entry`]: what lists show, and the generation |
//! | `documents` | id | the document's block |
//! | `tables` | `[id, table]` | a table's block |

use std::sync::Arc;

use idb::{KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::database::{Database, problem};
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};
use crate::store::{Generation, Pending, SavedWorkspace, TableId, WorkspaceStore};

const DATABASE: &str = "fourfold";
/// Of the stores below; what is inside documents and tables has its own version.
const LAYOUT: u32 = 1;
const WORKSPACES: &str = "workspaces";
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

impl IndexedDbStore {
    /// # Errors
    /// The browser keeps nothing here: a private window, blocked storage, a database that cannot be opened.
    pub async fn open() -> Result<Self, StoreProblem> {
        Ok(Self { database: Database::open(DATABASE, LAYOUT, &[WORKSPACES, DOCUMENTS, TABLES]).await? })
    }

    async fn transact<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Stores) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        self.database.transact(mode, async |transaction| work(&Stores::of(transaction)?).await).await
    }
}

/// The three object stores within one transaction.
struct Stores {
    workspaces: ObjectStore,
    documents: ObjectStore,
    tables: ObjectStore,
}

impl Stores {
    fn of(transaction: &Transaction) -> Result<Self, StoreProblem> {
        let store = |name| transaction.object_store(name).map_err(|error| problem(&error));
        Ok(Self { workspaces: store(WORKSPACES)?, documents: store(DOCUMENTS)?, tables: store(TABLES)? })
    }

    async fn entry(&self, id: &str) -> Result<Option<Entry>, StoreProblem> {
        let found = value(&self.workspaces, id).await?;
        found.map(|found| entry(&found)).transpose()
    }

    fn put_entry(&self, entry: &Entry) -> Result<(), StoreProblem> {
        let json = serde_json::to_string(entry).map_err(|error| StoreProblem::Other { detail: error.to_string() })?;
        put(&self.workspaces, &entry.summary.id.as_str().into(), &json.into())
    }

    /// Puts the tables that are not there yet and removes those that are not needed any more.
    async fn keep_tables(&self, id: &str, workspace: &SavedWorkspace) -> Result<(), StoreProblem> {
        let mut there: Vec<TableId> = Vec::new();
        for key in keys(&self.tables, id).await? {
            let table = table_of(&key);
            if workspace.tables.contains_key(&table) { there.push(table) } else { delete(&self.tables, key)? }
        }
        for (table, block) in workspace.tables.iter().filter(|(table, _)| !there.contains(table)) {
            put(&self.tables, &table_key(id, table), &Uint8Array::from(block.as_ref()).into())?;
        }
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<(), StoreProblem> {
        delete(&self.workspaces, JsValue::from(id))?;
        delete(&self.documents, JsValue::from(id))?;
        delete(&self.tables, tables_of(id)?)
    }
}

impl WorkspaceStore for IndexedDbStore {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async |stores| {
            let entries = stores.workspaces.get_all(None, None).map_err(|error| problem(&error))?.await;
            entries.map_err(|error| problem(&error))?.iter().map(|found| entry(found).map(|entry| entry.summary)).collect()
        }))
    }

    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        Box::pin(self.transact(TransactionMode::ReadOnly, async move |stores| {
            let Entry { generation, summary } = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            let missing = || StoreProblem::Damaged { detail: "the document is missing".to_owned() };
            let document = bytes(&value(&stores.documents, id).await?.ok_or_else(missing)?)?;
            let keys = keys(&stores.tables, id).await?;
            let blocks = stores.tables.get_all(Some(tables_of(id)?.into()), None).map_err(|error| problem(&error))?.await;
            let blocks = blocks.map_err(|error| problem(&error))?;
            let tables = keys.iter().zip(&blocks).map(|(key, block)| Ok((table_of(key), Arc::from(bytes(block)?))));
            let tables = tables.collect::<Result<_, StoreProblem>>()?;
            Ok((summary, SavedWorkspace { document, tables }, generation))
        }))
    }

    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        seen: Option<Generation>,
    ) -> Pending<'a, Generation> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            // Transactions that write exclude each other, in other tabs too: what is seen here is what is overwritten.
            if stores.entry(&summary.id).await?.map(|entry| entry.generation) != seen {
                return Err(StoreProblem::ChangedElsewhere);
            }
            let generation = seen.map_or(1, |seen| seen + 1);
            stores.put_entry(&Entry { generation, summary: summary.clone() })?;
            put(&stores.documents, &summary.id.as_str().into(), &Uint8Array::from(workspace.document.as_slice()).into())?;
            stores.keep_tables(&summary.id, workspace).await?;
            Ok(generation)
        }))
    }

    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let mut entry = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            entry.summary.deleted_at = at;
            stores.put_entry(&entry)
        }))
    }

    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        Box::pin(self.transact(TransactionMode::ReadWrite, async move |stores| {
            let entries = stores.workspaces.get_all(None, None).map_err(|error| problem(&error))?.await;
            let mut removed = 0;
            for found in entries.map_err(|error| problem(&error))? {
                let summary = entry(&found)?.summary;
                if summary.deleted_at.is_some_and(|at| at < deleted_before) {
                    stores.remove(&summary.id)?;
                    removed += 1;
                }
            }
            Ok(removed)
        }))
    }
}

fn entry(found: &JsValue) -> Result<Entry, StoreProblem> {
    let damaged = |detail: String| StoreProblem::Damaged { detail };
    let json = found.as_string().ok_or_else(|| damaged("an entry is no text".to_owned()))?;
    serde_json::from_str(&json).map_err(|error| damaged(error.to_string()))
}

fn bytes(found: &JsValue) -> Result<Vec<u8>, StoreProblem> {
    let array = found.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    array.ok_or_else(|| StoreProblem::Damaged { detail: "a block is no bytes".to_owned() })
}

async fn value(store: &ObjectStore, id: &str) -> Result<Option<JsValue>, StoreProblem> {
    let request = store.get(JsValue::from(id)).map_err(|error| problem(&error))?;
    request.await.map_err(|error| problem(&error))
}

/// Keys of a workspace's tables.
async fn keys(tables: &ObjectStore, id: &str) -> Result<Vec<JsValue>, StoreProblem> {
    let request = tables.get_all_keys(Some(tables_of(id)?.into()), None).map_err(|error| problem(&error))?;
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

/// All tables of one workspace: an array sorts behind every text.
fn tables_of(id: &str) -> Result<KeyRange, StoreProblem> {
    let (lower, upper) = (Array::of1(&id.into()), Array::of2(&id.into(), &Array::new()));
    KeyRange::bound(&lower, &upper, None, None).map_err(|error| problem(&error))
}
