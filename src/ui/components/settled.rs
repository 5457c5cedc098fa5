//! Values of fields that are taken when the field is left.

use leptos::prelude::*;

/// What a field shows, for `prop:value`: set anew only when it has changed. Without this an answer about something else would
/// overwrite what is being typed.
pub fn settled<T>(value: impl Fn() -> T + Send + Sync + 'static) -> impl Fn() -> T + Copy + Send + Sync + 'static
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let settled = Memo::new(move |_| value());
    move || settled.get()
}
