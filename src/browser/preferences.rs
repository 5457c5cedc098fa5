//! What the page remembers in localStorage: preferences, remembered mappings, and a sentinel that storage was in use.
//! Nothing else lives here: localStorage loses the last seconds when the browser is killed, so it is never the only home of work.

use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use serde::{Deserialize, Serialize};

use super::BrowserError;
use super::delivery::may_keep;
use crate::import::{Choices, MappingMemory};

const PREFERENCES: &str = "fourfold.preferences";
const MAPPINGS: &str = "fourfold.mappings";
const TAB: &str = "fourfold.workspace";
const SENTINEL: &str = "fourfold.storage";
const KNOWN: &str = "fourfold.known";

/// Mappings remembered at most; the one unused for longest goes first.
const MOST_MAPPINGS: usize = 200;

/// Codes as the interface's selects use them; `None` where the user has not chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub language: Option<String>,
    pub theme: Option<String>,
    pub last_workspace: Option<String>,
    /// Signs overrides and notes; asked once.
    pub author: Option<String>,
    /// No word about old workspace files before this moment, in milliseconds since 1970.
    pub remind_after: Option<u64>,
}

/// Says that workspaces were kept in IndexedDB. A browser that loses its database opens it as brand new: where this is still
/// there and the database is empty, the page offers recovery instead of a welcome.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sentinel {
    pub workspaces: u32,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// The last generation of each workspace that was acknowledged as saved: a store that shows an older one has lost something.
    pub generations: BTreeMap<String, u64>,
    /// Workspaces stored, the deleted ones too.
    pub stored: u32,
}

/// What is known of a workspace besides the store: one that is not there any more has been lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    pub id: String,
    pub name: String,
    /// Milliseconds since 1970.
    pub changed_at: f64,
}

impl Preferences {
    /// What was kept; defaults where nothing was, or where storage is blocked.
    #[must_use]
    pub fn load() -> Self {
        read(PREFERENCES).unwrap_or_default()
    }

    /// Changes what is kept.
    ///
    /// # Errors
    /// Storage is blocked or full.
    pub fn update(change: impl FnOnce(&mut Self)) -> Result<(), BrowserError> {
        let mut preferences = Self::load();
        change(&mut preferences);
        write(PREFERENCES, &preferences)
    }
}

/// The workspace that was open in this tab before it was loaded anew; another tab may have opened another one since.
#[must_use]
pub fn workspace_of_tab() -> Option<String> {
    is_there().then(|| SessionStorage::get(TAB).ok()).flatten()
}

/// # Errors
/// Storage is blocked or full.
pub fn set_workspace_of_tab(id: &str) -> Result<(), BrowserError> {
    if !is_there() {
        return Err(BrowserError { doing: "keep preference", detail: "sessionStorage is blocked".to_owned() });
    }
    SessionStorage::set(TAB, id).map_err(|error| BrowserError { doing: "keep preference", detail: error.to_string() })
}

/// Answers given for earlier files, by header fingerprint.
#[must_use]
pub fn mapping_memory() -> MappingMemory {
    kept_mappings().into_iter().collect()
}

/// Remembers the answers for files with this header.
///
/// # Errors
/// Storage is blocked or full.
pub fn remember_mapping(fingerprint: &str, choices: &Choices) -> Result<(), BrowserError> {
    let mut mappings = kept_mappings();
    mappings.retain(|(kept, _)| kept != fingerprint);
    mappings.push((fingerprint.to_owned(), choices.clone()));
    let surplus = mappings.len().saturating_sub(MOST_MAPPINGS);
    write(MAPPINGS, &mappings.split_off(surplus))
}

/// Forgets all remembered mappings.
pub fn forget_mappings() {
    delete(MAPPINGS);
}

/// Oldest use first.
fn kept_mappings() -> Vec<(String, Choices)> {
    read(MAPPINGS).unwrap_or_default()
}

#[must_use]
pub fn sentinel() -> Option<Sentinel> {
    read(SENTINEL)
}

/// # Errors
/// Storage is blocked or full.
pub fn set_sentinel(sentinel: &Sentinel) -> Result<(), BrowserError> {
    write(SENTINEL, sentinel)
}

/// Every workspace that is meant to be there.
#[must_use]
pub fn known_workspaces() -> Vec<Known> {
    read(KNOWN).unwrap_or_default()
}

/// # Errors
/// Storage is blocked or full.
pub fn set_known_workspaces(known: &[Known]) -> Result<(), BrowserError> {
    write(KNOWN, &known)
}

/// Once the user has deleted the last workspace, an empty database is as it should be.
pub fn clear_sentinel() {
    delete(SENTINEL);
    delete(KNOWN);
}

/// `None` also for what an older build wrote in another shape: a preference is not worth an error.
fn read<T: for<'a> Deserialize<'a>>(key: &str) -> Option<T> {
    is_there().then(|| LocalStorage::get(key).ok()).flatten()
}

fn delete(key: &str) {
    if is_there() {
        LocalStorage::delete(key);
    }
}

fn write<T: Serialize>(key: &str, value: &T) -> Result<(), BrowserError> {
    let refused = |detail: String| BrowserError { doing: "keep preference", detail };
    if !is_there() {
        return Err(refused("localStorage is blocked".to_owned()));
    }
    LocalStorage::set(key, value).map_err(|error| refused(error.to_string()))
}

/// gloo-storage panics where localStorage is blocked.
fn is_there() -> bool {
    may_keep() && web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
