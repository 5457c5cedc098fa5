//! Workspaces in IndexedDB: one transaction a save, done only when the browser says that it is complete. What the object stores
//! hold, and how it is read where some of it is damaged, is in `records`.

use super::database::{Access, Database};
use super::records::{DOCUMENTS, Entry, KeptVersion, Stores, TABLES, VERSIONS, WORKSPACES};
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};
use crate::store::{Durability, Generation, Pending, SavedWorkspace, Version, VersionNote, WorkspaceStore};

const DATABASE: &str = "fourfold";
/// Of the stores below; what is inside documents and tables has its own version.
const LAYOUT: u32 = 2;

/// The store behind the contract.
pub struct IndexedDbStore {
    database: Database,
}

impl IndexedDbStore {
    /// # Errors
    /// The browser keeps nothing here: a private window, blocked storage, a database that cannot be opened.
    pub async fn open() -> Result<Self, StoreProblem> {
        Ok(Self { database: Database::open(DATABASE, LAYOUT, &[WORKSPACES, VERSIONS, DOCUMENTS, TABLES]).await? })
    }

    async fn transact<T>(&self, access: Access, work: impl AsyncFn(&Stores) -> Result<T, StoreProblem>) -> Result<T, StoreProblem> {
        self.database.transact(access, async |transaction| work(&Stores::of(transaction)?).await).await
    }
}

impl WorkspaceStore for IndexedDbStore {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        Box::pin(self.transact(Access::Read, async |stores| Ok(stores.entries().await?.into_iter().map(|entry| entry.summary).collect())))
    }

    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        Box::pin(self.transact(Access::Read, async move |stores| {
            let Entry { generation, summary } = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            let kept = stores.version(id, generation).await?;
            Ok((summary, stores.workspace(id, generation, &kept.tables).await?, generation))
        }))
    }

    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
        durability: Durability,
    ) -> Pending<'a, Generation> {
        let access = if durability == Durability::Strict { Access::WriteDurably } else { Access::Write };
        Box::pin(self.transact(access, async move |stores| {
            let id = summary.id.as_str();
            // Transactions that write exclude each other, in other tabs too: what is seen here is what is overwritten.
            if stores.entry(id).await?.map(|entry| entry.generation) != seen {
                return Err(StoreProblem::ChangedElsewhere);
            }
            let mut versions = if seen.is_some() { stores.versions(id).await? } else { Vec::new() };
            stores.settle(id, &versions).await?;
            let generation = seen.map_or(1, |seen| seen + 1);
            let version = Version { generation, summary: summary.clone(), note: note.clone() };
            versions.insert(0, KeptVersion { version, tables: workspace.tables.keys().cloned().collect() });
            stores.put_entry(&Entry { generation, summary: summary.clone() })?;
            stores.put_version(&versions[0])?;
            stores.put_document(id, generation, &workspace.document)?;
            stores.put_tables(id, workspace, versions.get(1)).await?;
            stores.thin(id, &versions, summary.changed_at).await?;
            Ok(generation)
        }))
    }

    fn secure<'a>(&'a self, id: &'a str) -> Pending<'a, ()> {
        // A write that changes nothing takes everything before it to the disk.
        Box::pin(
            self.transact(Access::WriteDurably, async move |stores| {
                stores.put_entry(&stores.entry(id).await?.ok_or(StoreProblem::NotFound)?)
            }),
        )
    }

    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>> {
        Box::pin(
            self.transact(Access::Read, async move |stores| Ok(stores.versions(id).await?.into_iter().map(|kept| kept.version).collect())),
        )
    }

    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace> {
        Box::pin(self.transact(Access::Read, async move |stores| {
            let kept = stores.version(id, generation).await?;
            stores.workspace(id, generation, &kept.tables).await
        }))
    }

    fn note_version<'a>(&'a self, id: &'a str, generation: Generation, note: &'a VersionNote) -> Pending<'a, ()> {
        Box::pin(self.transact(Access::WriteDurably, async move |stores| {
            let versions = stores.versions(id).await?;
            stores.settle(id, &versions).await?;
            let mut kept = stores.version(id, generation).await?;
            kept.version.note = note.clone();
            stores.put_version(&kept)
        }))
    }

    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        Box::pin(self.transact(Access::Write, async move |stores| {
            let mut entry = stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            entry.summary.deleted_at = at;
            stores.put_entry(&entry)
        }))
    }

    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64> {
        Box::pin(self.transact(Access::Read, async move |stores| {
            stores.entry(id).await?.ok_or(StoreProblem::NotFound)?;
            stores.used(id).await
        }))
    }

    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        Box::pin(self.transact(Access::Write, async move |stores| {
            let mut removed = 0;
            for Entry { summary, .. } in stores.entries().await? {
                if summary.deleted_at.is_some_and(|at| at < deleted_before) {
                    stores.remove(&summary.id)?;
                    removed += 1;
                }
            }
            Ok(removed)
        }))
    }
}
