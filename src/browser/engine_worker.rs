//! The engine program inside its worker: calls in, replies and events out, saves in between. See [`Session`] for the work itself.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};

use super::engine_rehearsal::practise;
use super::indexed_db::IndexedDbStore;
use super::program::{IN_MEMORY, REHEARSAL};
use super::tabs::{TabNews, Tabs};
use super::worker_scope::{listen, scope, send};
use super::{clock, wire};
use crate::engine::handover::{ArrivingTables, ImportPiece};
use crate::engine::protocol::{EngineCall, EngineError, EngineMessage, EngineReply, EngineRequest, StorageState, StoreProblem};
use crate::store::{ArrivedImport, MemoryStore, Moment, RANDOM, Session, WorkspaceStore};

/// Shortest time from one save to the next, in milliseconds: a change after a pause is saved at once, changes that follow each
/// other quickly are saved together.
const SAVE_EVERY: f64 = 250.0;
/// From the end of an import to its save: a large table takes long to write, and what the page asks for first would wait for it.
const SAVE_AFTER_IMPORT: f64 = 500.0;

/// How long a tab that is asked to give way may take, in milliseconds, before the lock is taken from it.
const GIVE_WAY_WITHIN: i32 = 1_500;
/// A full disk is tried again after this many milliseconds, as often as it takes.
const ROOM_AGAIN: i32 = 10_000;

/// Runs the engine in this worker.
pub fn run_engine() {
    if scope().name() == REHEARSAL {
        return practise();
    }
    let worker = EngineWorker::new();
    let receiving = Rc::clone(&worker);
    listen(move |request, objects| receiving.receive(request, objects));
    spawn_local(async move {
        let (store, storage) = open_store().await;
        send(&EngineMessage::Ready { storage });
        let session = Session::new(store);
        if let Err(problem) = session.tidy(clock::now()).await {
            // What was to be removed stays until the next start.
            web_sys::console::warn_1(&format!("{problem:?}").into());
        }
        *worker.session.borrow_mut() = Some(session);
        worker.work();
    });
}

async fn open_store() -> (Rc<dyn WorkspaceStore>, StorageState) {
    if scope().name() == IN_MEMORY {
        return (Rc::new(MemoryStore::default()), StorageState::Unasked);
    }
    match IndexedDbStore::open().await {
        Ok(store) => (Rc::new(store), StorageState::Working),
        Err(problem) => (Rc::new(MemoryStore::default()), StorageState::MemoryOnly { detail: detail(problem) }),
    }
}

fn detail(problem: StoreProblem) -> String {
    match problem {
        StoreProblem::Other { detail } => detail,
        other => format!("{other:?}"),
    }
}

struct EngineWorker {
    tabs: Tabs,
    /// Not there until storage has answered, and while a job has it.
    session: RefCell<Option<Session>>,
    jobs: RefCell<VecDeque<Job>>,
    save_is_planned: Cell<bool>,
    /// Milliseconds since 1970; 0 before the first.
    last_save: Cell<f64>,
    importing: RefCell<Option<Arriving>>,
    /// Counts the requests to take over, and what they have led to: one that was met is not carried out again.
    take_over: Cell<u32>,
}

/// Jobs are done one after the other, in the order they came: a reply always shows the state its call has met.
enum Job {
    Call(EngineRequest),
    Import {
        number: u64,
        arrived: Box<ArrivedImport>,
    },
    Save,
    /// Tries a failed save once more.
    Retry,
    News(TabNews),
    /// The tab that was asked to give way has had its time; the number is that of the request.
    Steal(String, u32),
}

/// An import whose tables are on their way. Other calls go on meanwhile.
struct Arriving {
    number: u64,
    port: MessagePort,
    so_far: ArrivedImport,
}

impl EngineWorker {
    fn new() -> Rc<Self> {
        Rc::new_cyclic(|worker: &Weak<Self>| {
            let hearing = Weak::clone(worker);
            let tabs = Tabs::new(move |news| {
                if let Some(worker) = hearing.upgrade() {
                    worker.add(Job::News(news));
                }
            });
            Self {
                tabs,
                session: RefCell::default(),
                jobs: RefCell::default(),
                save_is_planned: Cell::default(),
                last_save: Cell::default(),
                importing: RefCell::default(),
                take_over: Cell::default(),
            }
        })
    }

    fn receive(self: &Rc<Self>, request: EngineRequest, objects: Vec<JsValue>) {
        let number = request.number;
        match request.body {
            EngineCall::Import { target, name, keep_duplicates, .. } => {
                let port = objects.into_iter().find_map(|object| object.dyn_into::<MessagePort>().ok());
                let so_far = ArrivedImport { tables: ArrivingTables::default(), target, name, keep_duplicates };
                match port {
                    Some(port) => self.await_import(Arriving { number, port, so_far }),
                    None => reply(number, Err(EngineError::ImportInterrupted)),
                }
            }
            EngineCall::CancelImport => {
                self.interrupt_import();
                reply(number, Ok(EngineReply::Done));
            }
            _ => self.add(Job::Call(request)),
        }
    }

    fn add(self: &Rc<Self>, job: Job) {
        self.jobs.borrow_mut().push_back(job);
        self.work();
    }

    /// Does what there is to do, unless that is being done already or the session is not there yet.
    fn work(self: &Rc<Self>) {
        let Some(mut session) = self.session.borrow_mut().take() else { return };
        let worker = Rc::clone(self);
        spawn_local(async move {
            while let Some(job) = worker.next_job() {
                let pause = if matches!(job, Job::Import { .. }) { SAVE_AFTER_IMPORT } else { 0.0 };
                let reply = worker.run(&mut session, job).await;
                let events = session.take_events();
                worker.hear(&events);
                // Events first: one that tells of the workspace before must not be taken for the one just opened.
                events.iter().chain(&reply).for_each(send);
                worker.follow(&mut session).await;
                if session.wants_save() {
                    worker.plan_save(pause);
                }
            }
            *worker.session.borrow_mut() = Some(session);
        });
    }

    fn next_job(&self) -> Option<Job> {
        self.jobs.borrow_mut().pop_front()
    }

    /// Not before `pause` milliseconds have passed.
    fn plan_save(self: &Rc<Self>, pause: f64) {
        if self.save_is_planned.replace(true) {
            return;
        }
        let worker = Rc::clone(self);
        let save = Closure::once_into_js(move || {
            worker.save_is_planned.set(false);
            worker.last_save.set(clock::now());
            worker.add(Job::Save);
        });
        // Between 0 and SAVE_EVERY, also when the clock is set back.
        let wait = (self.last_save.get() + SAVE_EVERY - clock::now()).clamp(0.0, SAVE_EVERY).max(pause) as i32;
        if scope().set_timeout_with_callback_and_timeout_and_arguments_0(save.unchecked_ref(), wait).is_err() {
            self.save_is_planned.set(false);
            self.jobs.borrow_mut().push_back(Job::Save);
        }
    }

    /// A job for later; without a clock it is not done.
    fn add_after(self: &Rc<Self>, milliseconds: i32, job: Job) {
        let worker = Rc::clone(self);
        let add = Closure::once_into_js(move || worker.add(job));
        drop(scope().set_timeout_with_callback_and_timeout_and_arguments_0(add.unchecked_ref(), milliseconds));
    }

    /// Tells other tabs of saves, and plans another attempt where the disk is full. Any other failure has been tried again already
    /// (see `database`): then it is the user's turn.
    fn hear(self: &Rc<Self>, events: &[EngineMessage]) {
        for event in events {
            match event {
                EngineMessage::Saved { id, .. } => self.tabs.tell_saved(id),
                EngineMessage::SaveFailed { error: StoreProblem::Full } => self.add_after(ROOM_AGAIN, Job::Retry),
                _ => {}
            }
        }
    }

    /// Sees to it that one tab alone writes what is open.
    async fn follow(self: &Rc<Self>, session: &mut Session) {
        if let Some(writer) = self.tabs.follow(session.open_id()).await {
            self.set_writer(session, writer).await;
        }
    }

    async fn set_writer(self: &Rc<Self>, session: &mut Session, writer: bool) {
        if let Err(error) = session.set_writer(writer, &moment()).await {
            send(&EngineMessage::SaveFailed { error });
            return;
        }
        let events = session.take_events();
        self.hear(&events);
        events.iter().for_each(send);
        if let Some(id) = session.open_id() {
            send(&EngineMessage::Access { id: id.to_owned(), writer: !session.is_read_only() });
        }
    }

    async fn run(self: &Rc<Self>, session: &mut Session, job: Job) -> Option<EngineMessage> {
        let (number, result) = match job {
            Job::Call(EngineRequest { number, body }) => {
                if body == EngineCall::TakeOver {
                    self.take_over(session);
                }
                (number, session.handle(body, &moment()).await)
            }
            Job::Import { number, arrived } => (number, session.import(*arrived, &moment()).await),
            Job::Save | Job::Retry => {
                if session.wants_save() || (matches!(job, Job::Retry) && session.wants_retry()) {
                    // How it went is among the session's events.
                    let _ = session.save(&moment()).await;
                }
                return None;
            }
            Job::News(news) => {
                self.take_in(session, news).await;
                return None;
            }
            Job::Steal(id, request) => {
                if session.open_id() == Some(&id) && self.take_over.get() == request {
                    self.tabs.steal(&id);
                }
                return None;
            }
        };
        Some(EngineMessage::Reply { number, result })
    }

    /// Asks the tab that writes to give way; one that does not answer, because it hangs, loses the lock.
    fn take_over(self: &Rc<Self>, session: &Session) {
        if let Some(id) = session.open_id().filter(|_| session.is_read_only()) {
            self.tabs.ask_for(id);
            let request = self.next_take_over();
            self.add_after(GIVE_WAY_WITHIN, Job::Steal(id.to_owned(), request));
        }
    }

    fn next_take_over(&self) -> u32 {
        self.take_over.set(self.take_over.get().wrapping_add(1));
        self.take_over.get()
    }

    async fn take_in(self: &Rc<Self>, session: &mut Session, news: TabNews) {
        let is_open = |session: &Session, id: &str| session.open_id() == Some(id);
        match news {
            TabNews::Granted(id) if is_open(session, &id) => {
                self.next_take_over();
                self.set_writer(session, true).await;
            }
            TabNews::Stolen(id) if is_open(session, &id) => {
                self.set_writer(session, false).await;
                if is_open(session, &id) {
                    self.tabs.wait(&id);
                }
            }
            TabNews::Asked(id) if is_open(session, &id) => {
                self.set_writer(session, false).await;
                // Work that could not be saved is not given out of hand.
                if session.is_read_only() && is_open(session, &id) {
                    self.tabs.give_way(&id);
                }
            }
            TabNews::Saved(id) => {
                if is_open(session, &id)
                    && let Err(error) = session.refresh().await
                {
                    web_sys::console::warn_1(&format!("{error:?}").into());
                }
                send(&EngineMessage::ListChanged);
            }
            TabNews::Granted(_) | TabNews::Stolen(_) | TabNews::Asked(_) => {}
        }
    }

    fn await_import(self: &Rc<Self>, arriving: Arriving) {
        self.interrupt_import();
        let worker = Rc::clone(self);
        let on_piece = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| worker.receive_piece(&event.data()));
        arriving.port.set_onmessage(Some(&on_piece.into_js_value().unchecked_into()));
        *self.importing.borrow_mut() = Some(arriving);
    }

    fn receive_piece(self: &Rc<Self>, data: &JsValue) {
        let Some(mut arriving) = self.importing.borrow_mut().take() else { return };
        match wire::unpack(data) {
            Ok((ImportPiece::Purchases { piece, expected }, _)) => {
                arriving.so_far.tables.take_purchases(*piece, expected);
                *self.importing.borrow_mut() = Some(arriving);
            }
            Ok((ImportPiece::Part(part), _)) => {
                arriving.so_far.tables.take_part(&part);
                *self.importing.borrow_mut() = Some(arriving);
            }
            Ok((ImportPiece::End, _)) => {
                arriving.port.close();
                self.add(Job::Import { number: arriving.number, arrived: Box::new(arriving.so_far) });
            }
            Ok((ImportPiece::Failed(error), _)) => {
                arriving.port.close();
                reply(arriving.number, Err(EngineError::Import(error)));
            }
            Err(_) => {
                arriving.port.close();
                reply(arriving.number, Err(EngineError::ImportInterrupted));
            }
        }
    }

    fn interrupt_import(&self) {
        if let Some(arriving) = self.importing.borrow_mut().take() {
            arriving.port.close();
            reply(arriving.number, Err(EngineError::ImportInterrupted));
        }
    }
}

fn moment() -> Moment {
    let mut unguessable = [0; RANDOM];
    random(&mut unguessable);
    Moment { now: clock::now(), new_id: new_id(), random: unguessable }
}

fn reply(number: u64, result: Result<EngineReply, EngineError>) {
    send(&EngineMessage::Reply { number, result });
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_with_random_values(buffer: &Uint8Array);
}

fn random(bytes: &mut [u8]) {
    // Lengths here are small and fixed.
    let buffer = Uint8Array::new_with_length(bytes.len() as u32);
    fill_with_random_values(&buffer);
    buffer.copy_to(bytes);
}

/// Sorts by the time it was made at; the random rest keeps two tabs apart. (`randomUUID` is missing over plain http.)
fn new_id() -> String {
    let mut bytes = [0; 8];
    random(&mut bytes);
    let random: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    // Milliseconds since 1970 are a whole number below 2^53.
    format!("{:012x}{random}", clock::now() as u64)
}
