//! The app's end of the engine: calls out, numbered replies back as futures, everything else as events.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, Event, MessageEvent, MessagePort, VisibilityState, Worker};

use super::{program, wire};
use crate::engine::protocol::{EngineCall, EngineError, EngineMessage, EngineReply, EngineRequest};

type Reply = Result<EngineReply, EngineError>;

/// The engine worker as the app sees it. Clones share one worker; the worker ends with the page.
#[derive(Clone)]
pub struct EngineClient {
    shared: Rc<Shared>,
}

struct Shared {
    on_event: Box<dyn Fn(EngineMessage)>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    worker: Option<Worker>,
    stopped: bool,
    /// The panic's text, sent by the program just before it stops.
    last_words: Option<String>,
    next_number: u64,
    open: BTreeMap<u64, oneshot::Sender<Reply>>,
    /// Calls made before the worker was there.
    waiting: Vec<(EngineRequest, Option<MessagePort>)>,
}

impl EngineClient {
    /// Starts the engine. `on_event` gets everything that is not the reply to a call: [`EngineMessage::Ready`], `Saved`, `SaveFailed`, `Stopped`.
    #[must_use]
    pub fn start(on_event: impl Fn(EngineMessage) + 'static) -> Self {
        let client = Self { shared: Rc::new(Shared { on_event: Box::new(on_event), state: RefCell::default() }) };
        client.launch();
        client.flush_when_hidden();
        client
    }

    /// Starts a fresh engine after [`EngineMessage::Stopped`]; it opens nothing by itself.
    pub fn restart(&self) {
        self.shared.stop("restarted");
        let mut state = self.shared.state.borrow_mut();
        // Numbers go on, so that nothing late can be taken for an answer.
        *state = State { next_number: state.next_number, ..State::default() };
        drop(state);
        self.launch();
    }

    /// Sends a call at once (calls are answered in the order they were made) and gives its reply when it comes.
    /// A stopped engine answers [`EngineError::Stopped`].
    pub fn call(&self, body: EngineCall) -> impl Future<Output = Reply> + use<> {
        self.send(body, None)
    }

    /// As [`Self::call`], handing over the port through which the files program sends tables.
    pub fn call_with_port(&self, body: EngineCall, port: MessagePort) -> impl Future<Output = Reply> + use<> {
        self.send(body, Some(port))
    }

    fn send(&self, body: EngineCall, port: Option<MessagePort>) -> impl Future<Output = Reply> + use<> {
        let reply = self.shared.enqueue(body, port);
        async move { reply.await.unwrap_or(Err(EngineError::Stopped)) }
    }

    /// A page that goes out of sight may never come back.
    fn flush_when_hidden(&self) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let (client, watched) = (self.clone(), document.clone());
        let on_change = Closure::<dyn Fn()>::new(move || {
            if watched.visibility_state() == VisibilityState::Hidden {
                // The event that follows says how it went.
                drop(client.call(EngineCall::Flush));
            }
        });
        // Without the listener a change is saved a quarter of a second later all the same.
        drop(document.add_event_listener_with_callback("visibilitychange", on_change.into_js_value().unchecked_ref()));
    }

    fn launch(&self) {
        let shared = Rc::clone(&self.shared);
        spawn_local(async move {
            match program::start("engine").await {
                Ok(worker) => shared.attach(worker),
                Err(error) => shared.stop(&error.to_string()),
            }
        });
    }
}

impl Shared {
    fn enqueue(&self, body: EngineCall, port: Option<MessagePort>) -> oneshot::Receiver<Reply> {
        let (sender, receiver) = oneshot::channel();
        let mut state = self.state.borrow_mut();
        if state.stopped {
            // Dropping the sender answers the call.
            return receiver;
        }
        state.next_number += 1;
        let request = EngineRequest { number: state.next_number, body };
        state.open.insert(request.number, sender);
        match state.worker.clone() {
            Some(worker) => state.post(&worker, &request, port),
            None => state.waiting.push((request, port)),
        }
        receiver
    }

    fn attach(self: Rc<Self>, worker: Worker) {
        let shared = Rc::clone(&self);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| shared.receive(&event.data()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let shared = Rc::clone(&self);
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // A worker that could not be loaded at all gives a plain event without words.
            let words = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            shared.stop(&words.unwrap_or_else(|| "the worker could not be loaded".to_owned()));
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        let mut state = self.state.borrow_mut();
        for (request, port) in std::mem::take(&mut state.waiting) {
            state.post(&worker, &request, port);
        }
        state.worker = Some(worker);
    }

    fn receive(&self, data: &JsValue) {
        if let Some(words) = data.as_string() {
            self.state.borrow_mut().last_words = Some(words);
            return;
        }
        match wire::unpack(data) {
            Ok((EngineMessage::Reply { number, result }, _)) => {
                let sender = self.state.borrow_mut().open.remove(&number);
                // A reply nobody waits for any more is no loss.
                sender.map(|sender| sender.send(result));
            }
            Ok((event, _)) => (self.on_event)(event),
            Err(error) => self.stop(&error.to_string()),
        }
    }

    /// Ends the worker, answers every open call and says so, once.
    fn stop(&self, detail: &str) {
        let detail = {
            let mut state = self.state.borrow_mut();
            if state.stopped {
                return;
            }
            state.stopped = true;
            state.worker.take().iter().for_each(Worker::terminate);
            state.waiting.clear();
            state.last_words.take().unwrap_or_else(|| detail.to_owned())
        };
        let open = std::mem::take(&mut self.state.borrow_mut().open);
        (self.on_event)(EngineMessage::Stopped { detail });
        drop(open);
    }
}

impl State {
    fn post(&mut self, worker: &Worker, request: &EngineRequest, port: Option<MessagePort>) {
        let objects: Vec<JsValue> = port.into_iter().map(JsValue::from).collect();
        let posted = wire::pack(request, &objects, &objects).and_then(|(message, transfer)| {
            worker.post_message_with_transfer(&message, &transfer).map_err(|cause| super::BrowserError::new("post", &cause))
        });
        if posted.is_err() {
            self.open.remove(&request.number);
        }
    }
}
