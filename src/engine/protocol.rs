//! Messages between the app and its two workers, as postcard bytes. One request, one reply with the same number.

use serde::{Deserialize, Serialize};

use super::{PackedView, Query, Revision};
use crate::import::{Choices, ImportError, MappingMemory, Preview, Progress, ReadPlan};
use crate::report::{ReportError, ReportTable};
pub use crate::workspace::PartDifference;
use crate::workspace::{Action, AnonymousWords, Change, PlacementFault, PlanFault, ProspectFault};

/// App → engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EngineRequest {
    pub number: u64,
    pub body: EngineCall,
}

/// What becomes of an import's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportTarget {
    New,
    Append,
    Replace,
}

/// Where a copy of a workspace goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CopyTo {
    File,
    /// A workspace of its own beside the original, without undo steps and versions.
    Workspace,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EngineCall {
    Apply(Action),
    Undo,
    Redo,
    Query(Query),
    /// Workspaces in storage.
    ListWorkspaces,
    OpenWorkspace {
        id: String,
    },
    /// Opens an empty one.
    NewWorkspace {
        name: String,
    },
    DuplicateWorkspace {
        id: String,
        name: String,
    },
    /// A copy in which nobody can be recognised by name; see [`crate::workspace::anonymised`].
    AnonymisedCopy {
        id: String,
        words: Box<AnonymousWords>,
        to: CopyTo,
    },
    /// Kept 30 days under a mark, so that it can be undone.
    DeleteWorkspace {
        id: String,
    },
    RestoreWorkspace {
        id: String,
    },
    RenameWorkspace {
        id: String,
        name: String,
    },
    /// States of the open workspace that are still kept.
    Versions,
    /// Gives a version a name, by which it is kept for good, or takes it away (empty). `None`: the present state, saved first.
    NameVersion {
        generation: Option<u64>,
        name: String,
    },
    /// How a version differs from what is open.
    CompareVersion {
        generation: u64,
    },
    /// Makes a version the present state, as a change that can be undone.
    RestoreVersion {
        generation: u64,
    },
    /// The open workspace as one file, encrypted where there is a passphrase.
    SaveAsFile {
        passphrase: Option<String>,
    },
    /// What is stored of a workspace, byte for byte, for one that cannot be opened here.
    RawExport {
        id: String,
    },
    /// A workspace file's bytes; opens it as a new workspace.
    OpenFile {
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        passphrase: Option<String>,
    },
    /// The tables follow from the files program through the port handed over with this message.
    Import {
        target: ImportTarget,
        name: String,
        now: f64,
        keep_duplicates: bool,
    },
    /// The import under way will not be completed: its files program was ended. Its call is answered with [`EngineError::ImportInterrupted`].
    CancelImport,
    /// Bytes that a stored workspace takes with all its versions.
    StorageUse {
        id: String,
    },
    /// Writes what is not yet saved, at once.
    Flush,
    /// Makes this tab the one that writes the open workspace.
    TakeOver,
}

/// Engine → app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EngineMessage {
    /// The program has started; storage works or why it does not.
    Ready {
        storage: StorageState,
    },
    Reply {
        number: u64,
        result: Result<EngineReply, EngineError>,
    },
    Saved {
        revision: Revision,
        at: f64,
        /// Generation of the open workspace in the store, and its id.
        generation: u64,
        id: String,
    },
    SaveFailed {
        error: StoreProblem,
    },
    /// Another tab had saved the open workspace, so what is open here goes on under a name and id of its own. Nothing is lost.
    Forked {
        opened: OpenedWorkspace,
    },
    /// Whether this tab may write the open workspace; another one does where not.
    Access {
        id: String,
        writer: bool,
    },
    /// The open workspace was read again, because another tab has saved it.
    Refreshed {
        opened: OpenedWorkspace,
    },
    /// Another tab has changed the list of workspaces.
    ListChanged,
    /// The program has stopped and answers no more; what was saved is safe. `detail` is its last words.
    Stopped {
        detail: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EngineReply {
    Done,
    /// State after a change.
    Changed(Revision),
    View(PackedView),
    Workspaces(Vec<WorkspaceSummary>),
    /// The newest first.
    Versions(Vec<VersionRow>),
    Differences(Vec<PartDifference>),
    Opened(OpenedWorkspace),
    Bytes(u64),
    File {
        name: String,
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    Imported(Box<ImportSummary>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenedWorkspace {
    pub id: String,
    pub name: String,
    pub revision: Revision,
    /// Of the last save; `None` before the first.
    pub generation: Option<u64>,
    /// Where the newest state could not be read: what was opened instead.
    pub older: Option<OlderState>,
}

/// An earlier state that was opened because everything after it is damaged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OlderState {
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// When the newest, unreadable state was saved.
    pub lost_at: f64,
    /// What is wrong with the newest.
    pub problem: StoreProblem,
}

/// One kept state in the list of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VersionRow {
    pub generation: u64,
    /// In milliseconds since 1970.
    pub saved_at: f64,
    /// The last change in it; `None` where nothing was changed yet, or by a build that knows more kinds.
    pub change: Option<Change>,
    /// Empty where it has none.
    pub name: String,
    /// Kept from before a change of the save format.
    pub before_migration: bool,
    pub customers: u64,
    pub rows: u64,
    pub class_shares: [f64; 5],
}

/// What the import brought, shown on the page; read = used + rejected + left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportSummary {
    pub opened: Option<OpenedWorkspace>,
    pub rows_read: u64,
    pub rows_used: u64,
    pub rows_rejected: u64,
    pub rows_left_out: u64,
    /// Customers, or what `counted` says instead.
    pub customers: u64,
    pub counted: Counted,
    pub total: f64,
    /// What the workspace has of the same kind after rows were added to it; `None` where the import stands alone.
    pub workspace: Option<WorkspaceFigures>,
    /// Rows that are the same as rows already there (append) and were kept out unless asked.
    pub duplicates: u64,
    pub duplicates_kept: bool,
    pub issues: Vec<crate::import::Issue>,
    pub findings: Vec<crate::import::Finding>,
    pub sources: Vec<crate::tables::SourceFile>,
}

/// What an import's rows are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    #[default]
    Customers,
    /// Opportunities: the events of a level history name no customers.
    Entries,
}

/// What a workspace has of one kind of data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceFigures {
    pub name: String,
    pub rows: u64,
    pub counted: u64,
    pub total: f64,
}

/// One stored workspace, as lists show it. Stored as JSON beside it: fields that an older build did not have take their defaults.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkspaceSummary {
    pub id: String,
    pub name: String,
    pub customers: u64,
    pub rows: u64,
    /// Stored bytes.
    pub size: u64,
    pub changed_at: f64,
    /// Last time it went out as a file.
    pub exported_at: Option<f64>,
    /// Changes since then, or since the beginning.
    pub changes_since_file: u64,
    /// Since when there is something in it that is in no file.
    pub unfiled_since: Option<f64>,
    /// Money share of EI…EIV and not rated.
    pub class_shares: [f64; 5],
    pub deleted_at: Option<f64>,
    /// What lists show could not be read, and is made up from what is beside it.
    pub damaged: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StorageState {
    Working,
    /// The user has not been asked yet, or has not agreed: the session works in memory.
    Unasked,
    /// Nothing can be kept: private mode, blocked storage. The session works in memory.
    MemoryOnly {
        detail: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StoreProblem {
    Full,
    Closed,
    Damaged {
        detail: String,
    },
    Newer {
        found: u32,
        known: u32,
    },
    NotAWorkspace,
    /// The file opens with a passphrase only.
    NeedsPassphrase,
    /// The passphrase is wrong, or the file was changed.
    WrongPassphrase,
    NotFound,
    Checksum,
    /// Another tab has saved this workspace since; its work is not overwritten.
    ChangedElsewhere,
    Other {
        detail: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EngineError {
    NoWorkspace,
    /// Another tab writes the open workspace.
    ReadOnly,
    NothingToUndo,
    NothingToRedo,
    /// The action names a customer or value that does not exist.
    BadAction {
        detail: String,
    },
    /// A funnel plan that cannot be worked with: which figure, what was found, what is allowed.
    BadPlan(PlanFault),
    /// A change to the potential customers that cannot be done.
    BadProspect(ProspectFault),
    /// A blind placement that cannot be done.
    BadPlacement(PlacementFault),
    Store(StoreProblem),
    Import(ImportError),
    /// The files program stopped before it had handed over everything.
    ImportInterrupted,
    /// An answer could not be carried from one program to the other.
    Message {
        detail: String,
    },
    /// The engine itself has stopped; see [`EngineMessage::Stopped`].
    Stopped,
}

/// App → files program. `File` objects travel beside it in the same message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "one call a job")]
pub enum FilesCall {
    /// Looks at the file and reads it as it is guessed, with the file and the port; for nothing, see [`super::rehearse`].
    Rehearse,
    /// First call, with the files (or pasted text as a file).
    Inspect { choices: Choices, memory: MappingMemory, today: i32 },
    /// Reads it all and sends [`Imported`] through the port that travels with this message.
    Read { plan: ReadPlan },
    /// A table as XLSX; `today` becomes the file's date.
    WriteXlsx { table: ReportTable, today: i32 },
}

/// [`FilesCall::Rehearse`] as it travels: the first view has no other use for the calls' whole vocabulary.
pub const REHEARSE: [u8; 1] = [0];

/// Files program → app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FilesMessage {
    Ready,
    Preview(Box<Preview>),
    Progress(Progress),
    /// Everything has been sent to the engine.
    Handed,
    Xlsx(Vec<u8>),
    XlsxFailed(ReportError),
    Failed(ImportError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_form_of_a_rehearsal_is_the_call() {
        assert_eq!(postcard::to_stdvec(&FilesCall::Rehearse).unwrap_or_default(), REHEARSE);
    }
}
