//! Something that happens once its cause has paused: keys in quick succession, typing.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

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
