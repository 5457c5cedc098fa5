//! A newer version waits until it may take this one's place: it never does so by itself while a page is open.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::AppState;
use crate::browser::updates::take_new_version;
use crate::engine::protocol::{EngineCall, EngineError, StorageState};

impl AppState {
    /// Whether to offer the new version; tracked. A reload would lose a workspace that this browser cannot keep.
    #[must_use]
    pub fn offers_new_version(self) -> bool {
        let kept = self.storage.with(|storage| matches!(storage, Some(StorageState::Working))) || self.opened.with(Option::is_none);
        self.new_version.get() && kept
    }

    /// Saves, then starts the new version. Where saving fails, everything stays as it is.
    pub fn save_and_take_new_version(self) {
        spawn_local(async move {
            if let Err(error) = self.save_and_reload().await {
                self.report(&error);
            }
        });
    }

    async fn save_and_reload(self) -> Result<(), EngineError> {
        // An engine that has stopped has nothing left to save.
        if self.opened.with_untracked(Option::is_some) && self.stopped.with_untracked(Option::is_none) {
            self.call(EngineCall::Flush).await?;
        }
        take_new_version().await.map_err(|error| EngineError::Message { detail: error.to_string() })
    }
}
