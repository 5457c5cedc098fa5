//! The app's end of one job of the files program: look at files, read them into the engine, or write a workbook.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, MessageChannel, MessageEvent, Worker};

use super::{BrowserError, EngineClient, clock, program, wire};
use crate::engine::protocol::{EngineCall, EngineError, EngineReply, FilesCall, FilesMessage, ImportTarget};
use crate::import::{Choices, ImportError, MappingMemory, ReadPlan};
use crate::report::ReportTable;

/// One files worker. Ended by [`Self::cancel`], by dropping the last clone, or by a file that breaks it; its memory goes with it.
#[derive(Clone)]
pub struct FilesJob {
    shared: Rc<Shared>,
}

struct Shared {
    on_message: Box<dyn Fn(FilesMessage)>,
    worker: RefCell<Option<Worker>>,
    /// Calls made before the worker was there.
    waiting: RefCell<Vec<Posting>>,
    ended: Cell<bool>,
    /// The engine that waits for tables from this job.
    importing: RefCell<Option<EngineClient>>,
}

struct Posting {
    call: FilesCall,
    objects: Vec<JsValue>,
    transferred: Vec<JsValue>,
}

impl FilesJob {
    /// Starts a files worker. `on_message` gets its answers; whatever breaks it arrives as [`ImportError::Crashed`], once.
    #[must_use]
    pub fn start(on_message: impl Fn(FilesMessage) + 'static) -> Self {
        let shared = Rc::new(Shared {
            on_message: Box::new(on_message),
            worker: RefCell::default(),
            waiting: RefCell::default(),
            ended: Cell::new(false),
            importing: RefCell::default(),
        });
        let starting = Rc::downgrade(&shared);
        spawn_local(async move {
            let started = program::start("files").await;
            match (starting.upgrade(), started) {
                (Some(shared), Ok(worker)) if !shared.ended.get() => shared.attach(worker),
                (_, Ok(worker)) => worker.terminate(),
                (Some(shared), Err(error)) => shared.fail(ImportError::Io { detail: error.to_string() }),
                (None, Err(_)) => {}
            }
        });
        Self { shared }
    }

    /// Looks at the files by the answers so far; [`FilesMessage::Preview`] or `Failed` follows. Called again with every changed answer.
    pub fn inspect(&self, files: &[File], choices: Choices, memory: MappingMemory) {
        let call = FilesCall::Inspect { choices, memory, today: clock::today().0 };
        self.shared.send(Posting { call, objects: files.iter().map(JsValue::from).collect(), transferred: Vec::new() });
    }

    /// Reads the files of the last [`Self::inspect`] by a settled plan, straight into the engine, and gives the engine's reply
    /// ([`EngineReply::Imported`]). `Progress` and `Handed` messages come on the way.
    ///
    /// # Errors
    /// As the engine says; [`EngineError::ImportInterrupted`] when the job ends before it has handed over everything.
    pub fn read_into(
        &self,
        engine: &EngineClient,
        plan: ReadPlan,
        target: ImportTarget,
        name: String,
        keep_duplicates: bool,
    ) -> impl Future<Output = Result<EngineReply, EngineError>> + use<> {
        let channel = MessageChannel::new().ok();
        let shared = Rc::clone(&self.shared);
        let reply = channel.map(|channel| {
            *shared.importing.borrow_mut() = Some(engine.clone());
            let port = JsValue::from(channel.port1());
            shared.send(Posting { call: FilesCall::Read { plan }, objects: vec![port.clone()], transferred: vec![port] });
            engine.call_with_port(EngineCall::Import { target, name, now: clock::now(), keep_duplicates }, channel.port2())
        });
        async move {
            let result = match reply {
                Some(reply) => reply.await,
                None => Err(EngineError::ImportInterrupted),
            };
            shared.importing.borrow_mut().take();
            result
        }
    }

    /// Writes a table as a workbook; [`FilesMessage::Xlsx`] or `XlsxFailed` follows.
    pub fn write_xlsx(&self, table: ReportTable) {
        self.shared.send(Posting {
            call: FilesCall::WriteXlsx { table, today: clock::today().0 },
            objects: Vec::new(),
            transferred: Vec::new(),
        });
    }

    /// Ends the job at once and frees its memory; nothing more is heard of it.
    pub fn cancel(&self) {
        self.shared.end();
    }
}

/// Pasted cells as a file, so that they take the same way as any other.
///
/// # Errors
/// The browser refused to make the file.
pub fn pasted_file(name: &str, text: &str) -> Result<File, BrowserError> {
    File::new_with_str_sequence(&js_sys::Array::of1(&text.into()), name).map_err(|cause| BrowserError::new("make file", &cause))
}

impl Shared {
    fn send(&self, posting: Posting) {
        if self.ended.get() {
            return;
        }
        let worker = self.worker.borrow().clone();
        match worker {
            Some(worker) => self.post(&worker, &posting),
            None => self.waiting.borrow_mut().push(posting),
        }
    }

    fn post(&self, worker: &Worker, posting: &Posting) {
        let posted = wire::pack(&posting.call, &posting.objects, &posting.transferred).and_then(|(message, transfer)| {
            worker.post_message_with_transfer(&message, &transfer).map_err(|cause| BrowserError::new("post", &cause))
        });
        if let Err(error) = posted {
            self.fail(ImportError::Io { detail: error.to_string() });
        }
    }

    fn attach(self: Rc<Self>, worker: Worker) {
        let shared = Rc::downgrade(&self);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(shared) = shared.upgrade() {
                shared.receive(&event.data());
            }
        });
        worker.set_onmessage(Some(&on_message.into_js_value().unchecked_into()));
        let shared = Rc::downgrade(&self);
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // The page tells the user; the browser need not print it as an error of the page.
            event.prevent_default();
            if let Some(shared) = shared.upgrade() {
                shared.fail(ImportError::Crashed);
            }
        });
        worker.set_onerror(Some(&on_error.into_js_value().unchecked_into()));
        *self.worker.borrow_mut() = Some(worker.clone());
        for posting in self.waiting.take() {
            self.post(&worker, &posting);
        }
    }

    fn receive(&self, data: &JsValue) {
        // A bare string is a panic's text: the error event that follows ends the job.
        if self.ended.get() || data.is_string() {
            return;
        }
        match wire::unpack(data) {
            Ok((message, _)) => (self.on_message)(message),
            Err(error) => self.fail(ImportError::Io { detail: error.to_string() }),
        }
    }

    fn fail(&self, error: ImportError) {
        if self.end() {
            (self.on_message)(FilesMessage::Failed(error));
        }
    }

    /// Ends the worker, and an import that waits for it; `false` if the job had ended before.
    fn end(&self) -> bool {
        if self.ended.replace(true) {
            return false;
        }
        self.waiting.borrow_mut().clear();
        if let Some(worker) = self.worker.borrow_mut().take() {
            worker.terminate();
        }
        if let Some(engine) = self.importing.borrow_mut().take() {
            // The answer comes by the import's own call.
            drop(engine.call(EngineCall::CancelImport));
        }
        true
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.end();
    }
}
