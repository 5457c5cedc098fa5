//! The engine program inside its worker: calls in, replies and events out, saves in between. See [`Session`] for the work itself.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};

use super::indexed_db::IndexedDbStore;
use super::worker_scope::{listen, scope, send};
use super::{clock, wire};
use crate::engine::protocol::{
    EngineCall, EngineError, EngineMessage, EngineReply, EngineRequest, ImportPiece, StorageState, StoreProblem,
};
use crate::store::{ArrivedImport, MemoryStore, Moment, Session, WorkspaceStore};

/// Shortest time from one save to the next, in milliseconds: a change after a pause is saved at once, changes that follow each
/// other quickly are saved together.
const SAVE_EVERY: f64 = 250.0;

/// Runs the engine in this worker.
pub fn run_engine() {
    let worker = Rc::new(EngineWorker::default());
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

#[derive(Default)]
struct EngineWorker {
    /// Not there until storage has answered, and while a job has it.
    session: RefCell<Option<Session>>,
    jobs: RefCell<VecDeque<Job>>,
    save_is_planned: Cell<bool>,
    /// Milliseconds since 1970; 0 before the first.
    last_save: Cell<f64>,
    importing: RefCell<Option<Arriving>>,
}

/// Jobs are done one after the other, in the order they came: a reply always shows the state its call has met.
enum Job {
    Call(EngineRequest),
    Import { number: u64, arrived: ArrivedImport },
    Save,
}

/// An import whose tables are on their way. Other calls go on meanwhile.
struct Arriving {
    number: u64,
    port: MessagePort,
    so_far: ArrivedImport,
}

impl EngineWorker {
    fn receive(self: &Rc<Self>, request: EngineRequest, objects: Vec<JsValue>) {
        let number = request.number;
        match request.body {
            EngineCall::Import { target, name, keep_duplicates, .. } => {
                let port = objects.into_iter().find_map(|object| object.dyn_into::<MessagePort>().ok());
                let so_far = ArrivedImport { bytes: Vec::new(), target, name, keep_duplicates };
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
                let reply = run(&mut session, job).await;
                // Events first: one that tells of the workspace before must not be taken for the one just opened.
                session.take_events().iter().chain(&reply).for_each(send);
                if session.wants_save() {
                    worker.plan_save();
                }
            }
            *worker.session.borrow_mut() = Some(session);
        });
    }

    fn next_job(&self) -> Option<Job> {
        self.jobs.borrow_mut().pop_front()
    }

    fn plan_save(self: &Rc<Self>) {
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
        let wait = (self.last_save.get() + SAVE_EVERY - clock::now()).clamp(0.0, SAVE_EVERY) as i32;
        if scope().set_timeout_with_callback_and_timeout_and_arguments_0(save.unchecked_ref(), wait).is_err() {
            self.save_is_planned.set(false);
            self.jobs.borrow_mut().push_back(Job::Save);
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
            Ok((ImportPiece::Part(part), _)) => {
                arriving.so_far.bytes.extend_from_slice(&part);
                *self.importing.borrow_mut() = Some(arriving);
            }
            Ok((ImportPiece::End, _)) => {
                arriving.port.close();
                self.add(Job::Import { number: arriving.number, arrived: arriving.so_far });
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

async fn run(session: &mut Session, job: Job) -> Option<EngineMessage> {
    let moment = Moment { now: clock::now(), new_id: new_id() };
    let (number, result) = match job {
        Job::Call(EngineRequest { number, body }) => (number, session.handle(body, &moment).await),
        Job::Import { number, arrived } => (number, session.import(arrived, &moment).await),
        Job::Save => {
            if session.wants_save() {
                // How it went is among the session's events.
                let _ = session.save(&moment).await;
            }
            return None;
        }
    };
    Some(EngineMessage::Reply { number, result })
}

fn reply(number: u64, result: Result<EngineReply, EngineError>) {
    send(&EngineMessage::Reply { number, result });
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_with_random_values(buffer: &Uint8Array);
}

/// Sorts by the time it was made at; the random rest keeps two tabs apart. (`randomUUID` is missing over plain http.)
fn new_id() -> String {
    let random = Uint8Array::new_with_length(8);
    fill_with_random_values(&random);
    let random: String = random.to_vec().iter().map(|byte| format!("{byte:02x}")).collect();
    // Milliseconds since 1970 are a whole number below 2^53.
    format!("{:012x}{random}", clock::now() as u64)
}
