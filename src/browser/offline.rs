//! Everything the app can ever need, fetched ahead, so that from then on it makes not one request.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::delivery::has_file;
use super::{BrowserError, program, rehearsal};

/// Names of the sample files under `public/samples`.
pub const SAMPLES: [&str; 7] = [
    "online_retail_invoices.csv",
    "northwind_order_lines.csv",
    "zh_retail_gbk.csv",
    "crm_pipeline.csv",
    "crm_pipeline_history.csv",
    "zh_pipeline_gbk.csv",
    "zh_pipeline_history_gbk.csv",
];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = file, catch)]
    fn fetch_file(path: &str) -> Result<Promise, JsValue>;
}

/// Fetches the worker programs and the samples once and keeps them in memory. To be called when the page has nothing else to do.
///
/// # Errors
/// A file could not be fetched; what was fetched stays at hand, and calling again goes on from there.
pub async fn fetch_all() -> Result<(), BrowserError> {
    program::fetch("engine").await?;
    program::fetch("files").await?;
    for name in SAMPLES.into_iter().filter(|name| has_sample(name)) {
        sample_blob(name).await?;
    }
    Ok(())
}

/// Lets the files program practise on a sample, so that the first real file is read as fast as the second.
pub async fn rehearse() {
    if let Some(name) = SAMPLES.into_iter().find(|name| has_sample(name))
        && let Ok(file) = sample(name).await
    {
        rehearsal::rehearse(&file).await;
    }
}

/// A sample as if the user had picked it.
///
/// # Errors
/// It was not fetched ahead and cannot be fetched now.
pub async fn sample(name: &str) -> Result<File, BrowserError> {
    let blob = sample_blob(name).await?;
    File::new_with_blob_sequence(&Array::of1(&blob), name).map_err(|cause| BrowserError::new("make file", &cause))
}

/// Whether a sample comes with this way of delivery.
#[must_use]
pub fn has_sample(name: &str) -> bool {
    has_file(&path_of(name))
}

fn path_of(sample: &str) -> String {
    format!("samples/{sample}")
}

async fn sample_blob(name: &str) -> Result<Blob, BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("fetch sample", &cause);
    let blob = JsFuture::from(fetch_file(&path_of(name)).map_err(failed)?).await.map_err(failed)?;
    blob.dyn_into().map_err(failed)
}
