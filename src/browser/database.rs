//! The connection to IndexedDB, its transactions, and what its errors mean. Knows nothing of what is kept.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use futures_channel::oneshot;
use idb::{DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, DomException, Event, IdbTransaction};

use crate::engine::protocol::StoreProblem;

/// How long the database may take to open, in milliseconds: beyond it the user works in memory and is told so.
const MOST_OPENING: i32 = 10_000;

/// A database whose lost connection is opened again with the next transaction.
pub(super) struct Database {
    name: &'static str,
    /// Of the object stores; what is inside has versions of its own.
    layout: u32,
    stores: &'static [&'static str],
    connection: RefCell<Option<Rc<Connection>>>,
}

struct Connection {
    database: idb::Database,
    /// The browser has closed it, or a newer build in another tab has asked for it.
    closed: Rc<Cell<bool>>,
}

impl Database {
    /// Opens the database, making its stores where it is new.
    pub(super) async fn open(name: &'static str, layout: u32, stores: &'static [&'static str]) -> Result<Self, StoreProblem> {
        let database = Self { name, layout, stores, connection: RefCell::default() };
        database.connection().await?;
        Ok(database)
    }

    /// Runs `work` in one transaction and waits until the transaction is complete. A refusal of `work` takes everything back.
    pub(super) async fn transact<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Transaction) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        let mut transaction = self.begin(mode).await?;
        let completed = completion(&mut transaction);
        let result = work(&transaction).await;
        if result.is_err() {
            // Through another handle: this one holds the handlers until the end is known. It may have ended by itself already.
            drop(transaction.object_store(self.stores[0]).map(|store| store.transaction().abort()));
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

    async fn begin(&self, mode: TransactionMode) -> Result<Transaction, StoreProblem> {
        let connection = self.connection().await?;
        if let Ok(transaction) = connection.database.transaction(self.stores, mode) {
            return Ok(transaction);
        }
        // Closed without a word: once more over a fresh connection.
        connection.closed.set(true);
        self.connection().await?.database.transaction(self.stores, mode).map_err(|error| problem(&error))
    }

    async fn connection(&self) -> Result<Rc<Connection>, StoreProblem> {
        if let Some(connection) = self.connection.borrow().as_ref().filter(|connection| !connection.closed.get()) {
            return Ok(Rc::clone(connection));
        }
        let connection = Rc::new(self.connect().await?);
        *self.connection.borrow_mut() = Some(Rc::clone(&connection));
        Ok(connection)
    }

    async fn connect(&self) -> Result<Connection, StoreProblem> {
        let failed = |error: idb::Error| problem(&error);
        let mut request = Factory::new().and_then(|factory| factory.open(self.name, Some(self.layout))).map_err(failed)?;
        let stores = self.stores;
        request.on_upgrade_needed(move |event| {
            // A store that cannot be made fails the opening itself, which is reported.
            if let Ok(database) = event.database() {
                stores.iter().for_each(|name| drop(database.create_object_store(name, ObjectStoreParams::new())));
            }
        });
        let opening = async { request.await.map_err(failed) };
        let too_late = || Err(StoreProblem::Other { detail: "the database does not open; another tab may hold an older one".to_owned() });
        let mut database = within(MOST_OPENING, opening).await.unwrap_or_else(too_late)?;
        let closed = Rc::new(Cell::new(false));
        let lost = Rc::clone(&closed);
        database.on_close(move |_| lost.set(true));
        let lost = Rc::clone(&closed);
        // A newer build in another tab waits until this connection is gone.
        database.on_version_change(move |event| {
            lost.set(true);
            if let Some(Ok(database)) = event.target().map(idb::Database::try_from) {
                database.close();
            }
        });
        Ok(Connection { database, closed })
    }
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

/// What an error of the database means for the user.
pub(super) fn problem(error: &idb::Error) -> StoreProblem {
    match error {
        idb::Error::DomException(exception) => named(exception),
        other => StoreProblem::Other { detail: other.to_string() },
    }
}

fn named(error: &DomException) -> StoreProblem {
    match error.name().as_str() {
        "QuotaExceededError" => StoreProblem::Full,
        "InvalidStateError" => StoreProblem::Closed,
        name => StoreProblem::Other { detail: format!("{name}: {}", error.message()) },
    }
}

/// What a future gives, or `None` after so many milliseconds.
async fn within<T>(milliseconds: i32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut timer = pin!(timer(milliseconds));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}

async fn timer(milliseconds: i32) {
    let (sender, receiver) = oneshot::channel();
    let ring = Closure::once_into_js(move || {
        // Nobody waits any more where this fails.
        let _ = sender.send(());
    });
    let set = js_sys::global()
        .unchecked_into::<DedicatedWorkerGlobalScope>()
        .set_timeout_with_callback_and_timeout_and_arguments_0(ring.unchecked_ref(), milliseconds);
    if set.is_ok() {
        // A timer that goes before it rings ends the wait as well.
        let _ = receiver.await;
    }
}
