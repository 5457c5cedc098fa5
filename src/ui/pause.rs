//! Waiting: for so long, or until the cause of something has paused: keys in quick succession, typing.

use std::time::Duration;

use futures_channel::oneshot;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Does nothing for so long.
pub async fn pause(length: Duration) {
    let (over, waiting) = oneshot::channel::<()>();
    set_timeout(move || drop(over), length);
    // It ends by being dropped.
    let _ = waiting.await;
}

#[derive(Clone, Copy)]
pub struct Pause(StoredValue<Option<TimeoutHandle>>);

impl Default for Pause {
    fn default() -> Self {
        Self::new()
    }
}

impl Pause {
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Acts after this long, unless asked again before.
    pub fn then(self, length: Duration, act: impl FnOnce() + 'static) {
        self.cancel();
        self.0.try_set_value(set_timeout_with_handle(act, length).ok());
    }

    pub fn cancel(self) {
        if let Some(timer) = self.0.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
