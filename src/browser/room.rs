//! How much the browser keeps for us, and whether it may throw it away when space runs out.

use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Bytes used and granted; both are the browser's estimates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub used: f64,
    pub granted: f64,
}

/// `None` where the browser does not say (over plain http, for one).
pub async fn room() -> Option<Room> {
    let estimate: StorageEstimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?.into();
    Some(Room { used: estimate.get_usage()?, granted: estimate.get_quota()? })
}

/// Asks the browser not to throw stored workspaces away when space runs out; whether it agreed. Worth asking once there is work to keep.
pub async fn ask_to_stay() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persist().ok()) else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.as_bool() == Some(true))
}

/// Whether the browser has agreed already; `None` where it does not say.
pub async fn may_stay() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

fn manager() -> Option<StorageManager> {
    web_sys::window().filter(web_sys::Window::is_secure_context).map(|window| window.navigator().storage())
}
