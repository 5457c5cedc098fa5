//! Workspaces in IndexedDB: one transaction a save, done only when the browser says that it is complete.
//!
//! | store | key | value |
//! |---|---|---|
//! | `workspaces` | id | JSON of [`Entry`]: what lists show, and the generation |
//! | `documents` | id | the document's block |
//! | `tables` | `[id, table]` | a table's block |

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use futures_channel::oneshot;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Event, IdbTransaction};

use crate::engine::protocol::{StoreProblem, WorkspaceSummary};
use crate::store::{Generation, Pending, SavedWorkspace, TableId, WorkspaceStore};

const DATABASE: &str = "fourfold";
/// Of the database's layout; what is inside documents and tables has its own version.
const LAYOUT: u32 = 1;
const WORKSPACES: &str = "workspaces";
const DOCUMENTS: &str = "documents";
const TABLES: &str = "tables";
const ALL: [&str; 3] = [WORKSPACES, DOCUMENTS, TABLES];

/// The store behind the contract. A lost connection is opened again with the next call.
pub struct IndexedDbStore {
    connection: RefCell<Option<Rc<Connection>>>,
}

struct Connection {
    database: Database,
    /// The browser has closed it, or a newer build in another tab has asked for it.
    closed: Rc<Cell<bool>>,
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
        let store = Self { connection: RefCell::default() };
        store.connection().await?;
        Ok(store)
    }

    async fn connection(&self) -> Result<Rc<Connection>, StoreProblem> {
        if let Some(connection) = self.connection.borrow().as_ref().filter(|connection| !connection.closed.get()) {
            return Ok(Rc::clone(connection));
        }
        let connection = Rc::new(connect().await?);
        *self.connection.borrow_mut() = Some(Rc::clone(&connection));
        Ok(connection)
    }

    /// Runs `work` in one transaction and waits until the transaction is complete. A refusal of `work` takes everything back.
    async fn transact<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Stores) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        let connection = self.connection().await?;
        let mut transaction = match connection.database.transaction(&ALL, mode) {
            Ok(transaction) => transaction,
            Err(_) => {
                // Closed without a word: once more over a fresh connection.
                connection.closed.set(true);
                self.connection().await?.database.transaction(&ALL, mode).map_err(|error| problem(&error))?
            }
        };
        let completed = completion(&mut transaction);
        let stores = Stores::of(&transaction)?;
        let result = work(&stores).await;
        if result.is_err() {
            // Through another handle: this one holds the handlers until the end is known. It may have ended by itself already.
            drop(stores.workspaces.transaction().abort());
        }
        let ended = completed.await.unwrap_or(Err(StoreProblem::Closed));
        drop(transaction);
        match (result, ended) {
            (Ok(value), Ok(())) => Ok(value),
            // Requests after a full disk only say that they were not done.
            (_, Err(StoreProblem::Full)) => Err(StoreProblem::Full),
            (Err(problem), _) | (Ok(_), Err(problem)) => Err(problem),
        }
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

async fn connect() -> Result<Connection, StoreProblem> {
    let failed = |error: idb::Error| problem(&error);
    let mut request = Factory::new().and_then(|factory| factory.open(DATABASE, Some(LAYOUT))).map_err(failed)?;
    request.on_upgrade_needed(|event| {
        // A store that cannot be made fails the opening itself, which is reported.
        if let Ok(database) = event.database() {
            ALL.iter().for_each(|name| drop(database.create_object_store(name, ObjectStoreParams::new())));
        }
    });
    let mut database = request.await.map_err(failed)?;
    let closed = Rc::new(Cell::new(false));
    let lost = Rc::clone(&closed);
    database.on_close(move |_| lost.set(true));
    let lost = Rc::clone(&closed);
    // A newer build in another tab waits until this connection is gone.
    database.on_version_change(move |event| {
        lost.set(true);
        if let Some(Ok(database)) = event.target().map(Database::try_from) {
            database.close();
        }
    });
    Ok(Connection { database, closed })
}

/// How a transaction ends. A full disk is reported here and nowhere earlier.
fn completion(transaction: &mut Transaction) -> oneshot::Receiver<Result<(), StoreProblem>> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    let other = Rc::clone(&sender);
    // Nobody waits any more where `send` fails.
    transaction.on_complete(move |_| drop(other.take().map(|sender| sender.send(Ok(())))));
    transaction.on_abort(move |event| drop(sender.take().map(|sender| sender.send(Err(reason(&event))))));
    receiver
}

fn reason(event: &Event) -> StoreProblem {
    let transaction = event.target().and_then(|target| target.dyn_into::<IdbTransaction>().ok());
    transaction.and_then(|transaction| transaction.error()).map_or(StoreProblem::Closed, |error| named(&error))
}

fn named(error: &DomException) -> StoreProblem {
    match error.name().as_str() {
        "QuotaExceededError" => StoreProblem::Full,
        "InvalidStateError" => StoreProblem::Closed,
        name => StoreProblem::Other { detail: format!("{name}: {}", error.message()) },
    }
}

fn problem(error: &idb::Error) -> StoreProblem {
    match error {
        idb::Error::DomException(exception) => named(exception),
        other => StoreProblem::Other { detail: other.to_string() },
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
