//! Web Locks and broadcasts, as far as they are needed: one holder of a name among all tabs of this origin, and words to all of them.
//! `web_sys` still counts Web Locks as unstable, so what is used of them is bound here.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: &JsValue) -> Result<Promise, JsValue>;

    type BroadcastChannel;
    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &BroadcastChannel, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &BroadcastChannel, handler: &JsValue);
}

/// A name that is held. Given back when dropped, or when the tab goes.
pub(super) struct Held {
    release: Function,
}

impl Drop for Held {
    fn drop(&mut self) {
        // Fulfilling a promise does not throw.
        drop(self.release.call0(&JsValue::NULL));
    }
}

/// What became of the wish for a name.
pub(super) enum Locked {
    Held(Held),
    /// Another tab has it.
    Taken,
    /// This browser, or a page over plain http, has no locks.
    Unsupported,
}

/// How much is done to get a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    IfFree,
    /// In turn, however long that takes.
    Wait,
    /// At once, from whoever has it; their `on_lost` is called.
    Steal,
}

/// Asks for a name. `on_lost` is called when another tab has stolen it.
pub(super) async fn lock(name: &str, wish: Wish, on_lost: impl FnOnce() + 'static) -> Locked {
    let Some(locks) = manager() else { return Locked::Unsupported };
    let (granted, tell) = promise();
    let answer = tell.clone();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            call(&answer, &JsValue::NULL);
            return JsValue::UNDEFINED;
        }
        let (held, release) = promise();
        call(&answer, &release);
        held.into()
    });
    let Ok(asked) = locks.request(name, &options(wish), &callback) else { return Locked::Unsupported };
    spawn_local(async move {
        // The request ends well when the name is given back, and badly when it is refused or stolen.
        if JsFuture::from(asked).await.is_err() {
            call(&tell, &JsValue::UNDEFINED);
            on_lost();
        }
    });
    match JsFuture::from(granted).await.unwrap_or_default().dyn_into::<Function>() {
        Ok(release) => Locked::Held(Held { release }),
        Err(nothing) if nothing.is_null() => Locked::Taken,
        // Refused: a page opened from disk may have no locks although they are there.
        Err(_) => Locked::Unsupported,
    }
}

fn manager() -> Option<LockManager> {
    let part = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok().filter(JsValue::is_object);
    let locks = part(&part(&js_sys::global(), "navigator")?, "locks")?;
    Some(locks.unchecked_into())
}

fn options(wish: Wish) -> JsValue {
    let options = Object::new();
    let key = match wish {
        Wish::IfFree => Some("ifAvailable"),
        Wish::Wait => None,
        Wish::Steal => Some("steal"),
    };
    if let Some(key) = key {
        // A plain object takes any property.
        drop(Reflect::set(&options, &key.into(), &JsValue::TRUE));
    }
    options.into()
}

/// A promise and what fulfils it; a second call of that changes nothing.
fn promise() -> (Promise, JsValue) {
    let mut fulfil = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolve, _| fulfil = resolve.into());
    (promise, fulfil)
}

fn call(fulfil: &JsValue, value: &JsValue) {
    if let Some(fulfil) = fulfil.dyn_ref::<Function>() {
        // Fulfilling a promise does not throw.
        drop(fulfil.call1(&JsValue::NULL, value));
    }
}

/// Words to the engines of all other tabs.
pub(super) struct Broadcast {
    channel: BroadcastChannel,
}

impl Broadcast {
    /// `None` where the browser has no such thing. `receive` gets kind and workspace of every message of another tab.
    pub(super) fn open(name: &str, receive: impl Fn(&str, String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let on_message = Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            let Ok(words) = event.data().dyn_into::<Array>() else { return };
            if let (Some(kind), Some(id)) = (words.get(0).as_string(), words.get(1).as_string()) {
                receive(&kind, id);
            }
        });
        channel.set_onmessage(&on_message.into_js_value());
        Some(Self { channel })
    }

    pub(super) fn say(&self, kind: &str, id: &str) {
        // Other tabs find out at their next save where this fails.
        drop(self.channel.post_message(&Array::of2(&kind.into(), &id.into())));
    }
}
