//! Starts a worker program. The start script knows where programs come from (see `public/start.js`).
//!
//! A worker is made from a blob that holds the program's glue text, and the compiled module is posted to it: the page's content
//! security policy covers blob workers (it would not cover one started from an address), and a program that was fetched once
//! starts again without the network.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url, Worker, WorkerOptions};

use super::BrowserError;
use super::delivery::may_keep;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = program, catch)]
    fn fetch_program(name: &str) -> Result<Promise, JsValue>;
}

/// Waits for the module, starts the program, and turns what nobody handles in a promise into an error the page is told of.
const BOOTSTRAP: &str = r"
self.onmessage = (event) => {
  self.onmessage = null;
  wasm_bindgen.initSync({ module: event.data });
};
self.addEventListener('unhandledrejection', (event) => {
  const reason = event.reason;
  setTimeout(() => { throw reason; });
});
";

/// Fetches a program, so that it can be started without the network from now on.
pub(super) async fn fetch(name: &str) -> Result<(String, JsValue), BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("fetch program", &cause);
    let program = JsFuture::from(fetch_program(name).map_err(failed)?).await.map_err(failed)?;
    let part = |key: &str| Reflect::get(&program, &key.into()).map_err(failed);
    let glue = part("glue")?.as_string().unwrap_or_default();
    Ok((glue, part("module")?))
}

/// What a worker is called that may keep nothing in the browser's storage.
pub(super) const IN_MEMORY: &str = "in memory";

/// What an engine worker is called that only practises.
pub(super) const REHEARSAL: &str = "rehearsal";

/// Starts a fresh worker of the named program (`engine`, `files`).
pub(super) async fn start(name: &str) -> Result<Worker, BrowserError> {
    start_as(name, if may_keep() { name } else { IN_MEMORY }).await
}

/// As [`start`], under a name by which the program knows what it is there for.
pub(super) async fn start_as(name: &str, called: &str) -> Result<Worker, BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("start worker", &cause);
    let (glue, module) = fetch(name).await?;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = Array::of2(&glue.into(), &BOOTSTRAP.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(failed)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(failed)?;
    let options = WorkerOptions::new();
    options.set_name(called);
    let worker = Worker::new_with_options(&address, &options);
    // The worker has taken its own hold of the blob.
    Url::revoke_object_url(&address).map_err(failed)?;
    let worker = worker.map_err(failed)?;
    worker.post_message(&module).map_err(failed)?;
    Ok(worker)
}
