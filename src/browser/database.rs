//! The connection to IndexedDB, its transactions, and what its errors mean. Knows nothing of what is kept.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use futures_channel::oneshot;
use idb::{DatabaseEvent, Factory, ObjectStoreParams, Transaction};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, DomException, Event, IdbDatabase, IdbTransaction};

use super::error::text_of;
use crate::engine::protocol::StoreProblem;

/// How long the database may take to open, in milliseconds: beyond it the user works in memory and is told so.
const MOST_OPENING: i32 = 10_000;
/// How long to wait before a lost connection is opened again, in milliseconds; then it is the user's turn.
const REOPENED_AFTER: [i32; 3] = [0, 100, 400];

#[wasm_bindgen]
extern "C" {
    /// `web_sys` counts the third argument as unstable still.
    type Connected;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Connected, stores: &Array, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
}

/// What a transaction may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
    /// Done only when it is on the disk.
    WriteDurably,
}

/// A database whose lost connection is opened again with the next transaction.
pub(super) struct Database {
    name: &'static str,
    /// Of the object stores; what is inside has versions of its own.
    layout: u32,
    stores: &'static [&'static str],
    connection: RefCell<Option<Rc<Connection>>>,
}

/// A transaction that has begun, with what must live as long as it does.
struct Running {
    transaction: Transaction,
    completed: oneshot::Receiver<Result<(), StoreProblem>>,
    _patient: Closure<dyn Fn(Event)>,
}

/// Why a transaction has changed nothing.
enum Failure {
    /// The connection was lost, or the browser ended the transaction: another connection may do.
    Ended(StoreProblem),
    /// Another attempt would end the same way.
    Final(StoreProblem),
}

struct Connection {
    database: idb::Database,
    /// The same, for what `idb` does not know.
    raw: JsValue,
    /// The browser has closed it, or a newer build in another tab has asked for it.
    closed: Rc<Cell<bool>>,
}

impl Database {
    /// Opens the database, making its stores where it is new.
    pub(super) async fn open(name: &'static str, layout: u32, stores: &'static [&'static str]) -> Result<Self, StoreProblem> {
        let database = Self { name, layout, stores, connection: RefCell::default() };
        database.transact(Access::Read, async |_| Ok(())).await?;
        Ok(database)
    }

    /// Runs `work` in one transaction and waits until the transaction is complete. A refusal of `work` takes everything back. Where
    /// the connection is lost it is opened again and `work` runs once more, as nothing of it was kept.
    pub(super) async fn transact<T>(
        &self,
        access: Access,
        work: impl AsyncFn(&Transaction) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        let mut waits = REOPENED_AFTER.iter().copied();
        loop {
            let failure = match self.start(access).await {
                Ok(running) => {
                    let result = work(&running.transaction).await;
                    match self.end(running, result.is_err()).await {
                        Ok(()) => return result,
                        Err(failure) => failure,
                    }
                }
                Err(failure) => failure,
            };
            self.start_afresh(failure, waits.next()).await?;
        }
    }

    async fn start(&self, access: Access) -> Result<Running, Failure> {
        let begun = self.begin(access).await?;
        // One record that cannot be read must not end the reading of the others.
        let patient = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
        if access == Access::Read {
            begun.set_onerror(Some(patient.as_ref().unchecked_ref()));
        }
        let mut transaction = Transaction::from(begun);
        let completed = completion(&mut transaction);
        Ok(Running { transaction, completed, _patient: patient })
    }

    /// Waits for the end; where the work was `refused`, brings it about.
    async fn end(&self, running: Running, refused: bool) -> Result<(), Failure> {
        let Running { transaction, completed, _patient } = running;
        // Through another handle: this one holds the handlers until the end is known. It may have ended by itself already.
        let own_end = refused && transaction.object_store(self.stores[0]).is_ok_and(|store| store.transaction().abort().is_ok());
        match completed.await.unwrap_or(Err(StoreProblem::Closed)) {
            // Requests after a full disk only say that they were not done.
            Err(StoreProblem::Full) => Err(Failure::Final(StoreProblem::Full)),
            Err(problem) if !own_end => Err(Failure::Ended(problem)),
            _ => Ok(()),
        }
    }

    /// Waits before the next attempt, over another connection, if there is to be one.
    async fn start_afresh(&self, failure: Failure, wait: Option<i32>) -> Result<(), StoreProblem> {
        match (failure, wait) {
            (Failure::Ended(_), Some(wait)) => {
                self.disconnect();
                timer(wait).await;
                Ok(())
            }
            (Failure::Ended(problem) | Failure::Final(problem), _) => Err(problem),
        }
    }

    async fn begin(&self, access: Access) -> Result<IdbTransaction, Failure> {
        let connection = self.connection().await?;
        let stores: Array = self.stores.iter().map(|name| JsValue::from_str(name)).collect();
        let mode = if access == Access::Read { "readonly" } else { "readwrite" };
        let options = Object::new();
        // A plain object takes any property.
        drop(Reflect::set(&options, &"durability".into(), &if access == Access::WriteDurably { "strict" } else { "relaxed" }.into()));
        let begun = connection.raw.unchecked_ref::<Connected>().transaction(&stores, mode, &options);
        begun.map_err(|cause| Failure::Ended(thrown(&cause)))
    }

    /// Lets the next transaction open a connection of its own.
    fn disconnect(&self) {
        if let Some(connection) = self.connection.borrow_mut().take() {
            connection.database.close();
        }
    }

    async fn connection(&self) -> Result<Rc<Connection>, Failure> {
        if let Some(connection) = self.connection.borrow().as_ref().filter(|connection| !connection.closed.get()) {
            return Ok(Rc::clone(connection));
        }
        let connection = Rc::new(self.connect().await?);
        *self.connection.borrow_mut() = Some(Rc::clone(&connection));
        Ok(connection)
    }

    async fn connect(&self) -> Result<Connection, Failure> {
        let failed = |error: idb::Error| Failure::Ended(problem(&error));
        let mut request = Factory::new().and_then(|factory| factory.open(self.name, Some(self.layout))).map_err(failed)?;
        let stores = self.stores;
        request.on_upgrade_needed(move |event| {
            // A store that cannot be made fails the opening itself, which is reported.
            if let Ok(database) = event.database() {
                stores.iter().for_each(|name| drop(database.create_object_store(name, ObjectStoreParams::new())));
            }
        });
        let opening = async { request.await.map_err(failed) };
        let too_late = || {
            let detail = "the database does not open; another tab may hold an older one".to_owned();
            Err(Failure::Final(StoreProblem::Other { detail }))
        };
        let database = within(MOST_OPENING, opening).await.unwrap_or_else(too_late)?;
        let raw = JsValue::from(database);
        let mut database = idb::Database::from(raw.clone().unchecked_into::<IdbDatabase>());
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
        Ok(Connection { database, raw, closed })
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

/// What was thrown where a request was made.
fn thrown(cause: &JsValue) -> StoreProblem {
    match cause.dyn_ref::<DomException>() {
        Some(exception) => named(exception),
        None => StoreProblem::Other { detail: text_of(cause) },
    }
}

fn named(error: &DomException) -> StoreProblem {
    match error.name().as_str() {
        "QuotaExceededError" => StoreProblem::Full,
        "InvalidStateError" | "AbortError" => StoreProblem::Closed,
        // A large record lies in a file of its own, which may be missing.
        "DataError" | "NotReadableError" | "NotFoundError" => StoreProblem::Damaged { detail: error.message() },
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
