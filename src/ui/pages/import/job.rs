//! What one import under way holds: its files, how it goes on, what follows it. Shows nothing.

use std::collections::VecDeque;

use web_sys::File;

use crate::browser::FilesJob;
use crate::import::{Choices, ImportKind, SheetRef};
use crate::ui::state::Page;

/// A dropped file as the dialog's head names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    pub name: String,
    pub size: u64,
}

pub struct Job {
    pub worker: FilesJob,
    pub files: Vec<File>,
    /// Goes on by itself unless a question is open: samples, and what was already answered once.
    pub automatic: bool,
    pub keep_duplicates: bool,
    /// The name of a new workspace; the file's own name where there is none.
    pub name: Option<String>,
    /// A sample that is taken in behind this one, into the same workspace.
    pub followed_by: Option<&'static str>,
    /// Comes behind another import, whose report stays beside its own.
    pub follows: bool,
    /// Tables of the same files that are still to follow, one import each.
    pub waiting: VecDeque<Vec<SheetRef>>,
    /// An answer came while the worker was looking: it has to look again.
    pub again: bool,
}

impl Job {
    pub fn new(worker: FilesJob, files: Vec<File>) -> Self {
        Self {
            worker,
            files,
            automatic: false,
            keep_duplicates: false,
            name: None,
            followed_by: None,
            follows: false,
            waiting: VecDeque::new(),
            again: false,
        }
    }

    /// The name of a new workspace: given, or the first file's without its ending.
    pub fn workspace_name(&self) -> String {
        self.name.clone().unwrap_or_else(|| {
            let name = self.files.first().map(File::name).unwrap_or_default();
            name.rsplit_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned())
        })
    }
}

/// What was imported last, to take it in once more with its duplicates.
pub struct Done {
    pub files: Vec<File>,
    pub choices: Choices,
}

/// Where what came in is looked at.
pub fn page_of(kind: Option<ImportKind>) -> Page {
    match kind {
        Some(kind) if kind.is_funnel() => Page::Funnel,
        Some(ImportKind::Potential) => Page::Wallet,
        Some(ImportKind::Contacts) => Page::Time,
        Some(ImportKind::Prospects) => Page::Potential,
        _ => Page::Existing,
    }
}
