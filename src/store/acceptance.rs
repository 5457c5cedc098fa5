//! What every [`WorkspaceStore`] must do: one suite, run natively over the memory store and in a browser over IndexedDB.

use std::sync::Arc;

use super::{Durability, Generation, SavedWorkspace, TableId, VersionNote, WorkspaceStore};
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};

/// Runs the suite over an empty store and leaves it empty.
///
/// # Panics
/// At the first promise that the store breaks.
pub async fn check(store: &dyn WorkspaceStore) {
    let found = run(store).await;
    assert_eq!(found, Ok(()), "the store refused what it must do");
}

async fn run(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    keeps_what_it_is_given(store).await?;
    overwrites_nothing_unseen(store).await?;
    keeps_workspaces_apart(store).await?;
    keeps_earlier_versions(store).await?;
    deletes_with_a_way_back(store).await
}

async fn keeps_what_it_is_given(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    assert_eq!(store.list().await?, [], "the suite starts with an empty store");
    assert_eq!(store.load("a").await, Err(StoreProblem::NotFound));
    let every_byte: Vec<u8> = (0..=255).collect();
    let (first, content) = (summary("a", "客户 ✓"), workspace(&every_byte, &[("t1", b"one"), ("t2", b"")]));
    let generation = save(store, &first, &content, None).await?;
    assert_eq!(store.load("a").await?, (first.clone(), content, generation), "what comes back is what was given");
    assert_eq!(store.list().await?, [first]);
    assert_eq!((store.secure("a").await, store.secure("b").await), (Ok(()), Err(StoreProblem::NotFound)));
    // The next save drops a table, keeps one and brings one.
    let (second, content) = (summary("a", "renamed"), workspace(b"", &[("t2", b""), ("t3", b"three")]));
    let generation = save(store, &second, &content, Some(generation)).await?;
    assert_eq!(store.load("a").await?, (second.clone(), content, generation), "exactly the tables of the last save are loaded");
    assert_eq!(store.list().await?, [second]);
    remove(store, "a").await
}

async fn overwrites_nothing_unseen(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    let refused = Err(StoreProblem::ChangedElsewhere);
    let (first, content) = (summary("a", "first"), workspace(b"1", &[]));
    assert_eq!(save(store, &first, &content, Some(1)).await, refused, "nothing is there to follow");
    let seen = save(store, &first, &content, None).await?;
    let other = workspace(b"2", &[("t", b"t")]);
    assert_eq!(save(store, &first, &other, None).await, refused, "a new workspace must not replace one");
    let next = save(store, &first, &content, Some(seen)).await?;
    assert_ne!(next, seen);
    assert_eq!(save(store, &summary("a", "late"), &other, Some(seen)).await, refused, "an older state must not replace a newer one");
    assert_eq!(store.load("a").await?, (first, content, next), "a refused save changes nothing");
    remove(store, "a").await
}

async fn keeps_workspaces_apart(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    // Names that begin alike, and the same table in all of them.
    let ids = ["a", "a/", "a/t", "ab", "é", "\u{ffff}"];
    for id in ids {
        save(store, &summary(id, id), &workspace(id.as_bytes(), &[("t", id.as_bytes())]), None).await?;
    }
    let listed: Vec<String> = store.list().await?.into_iter().map(|summary| summary.id).collect();
    assert_eq!(listed, ids, "listed by id");
    remove(store, "a").await?;
    remove(store, "é").await?;
    for id in ["a/", "a/t", "ab", "\u{ffff}"] {
        let (_, kept, _) = store.load(id).await?;
        assert_eq!(kept, workspace(id.as_bytes(), &[("t", id.as_bytes())]), "removing another workspace leaves {id} alone");
        remove(store, id).await?;
    }
    Ok(())
}

async fn keeps_earlier_versions(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    assert_eq!(store.versions("a").await, Err(StoreProblem::NotFound));
    let mut seen = None;
    // One a minute: the newest twenty, and before them one an hour.
    for minute in 0..90_u8 {
        let content = workspace(&[minute], &[("always", b"same"), (&format!("t{minute}"), &[minute])]);
        let at = WorkspaceSummary { changed_at: f64::from(minute) * 60_000.0, ..summary("a", "kept") };
        let note = VersionNote { change: format!("change {minute}"), ..VersionNote::default() };
        let generation = store.save(&at, &content, &note, seen, Durability::Relaxed).await?;
        if minute == 30 {
            store.note_version("a", generation, &VersionNote { name: "named".to_owned(), ..note }).await?;
        }
        seen = Some(generation);
    }
    let versions = store.versions("a").await?;
    let minutes: Vec<f64> = versions.iter().map(|version| version.summary.changed_at / 60_000.0).collect();
    let expected: Vec<f64> = (70..90).rev().chain([59, 30]).map(f64::from).collect();
    assert_eq!(minutes, expected, "the newest twenty, the last of the hour before, and the named one");
    assert_eq!((versions[0].note.change.as_str(), versions[21].note.name.as_str()), ("change 89", "named"));
    for (version, minute) in versions.iter().zip([89_u8, 88]) {
        let found = store.load_version("a", version.generation).await?;
        assert_eq!(found, workspace(&[minute], &[("always", b"same"), (&format!("t{minute}"), &[minute])]));
    }
    let named = store.load_version("a", versions[21].generation).await?;
    assert_eq!(named, workspace(&[30], &[("always", b"same"), ("t30", &[30])]), "with its own tables");
    assert_eq!(store.load_version("a", 1).await, Err(StoreProblem::NotFound), "thinned out");
    // 22 documents and 22 tables of a byte each, and one table of four; a store may count what it notes of each version.
    assert!((48..20_000).contains(&store.used("a").await?), "every version counts, a shared table once");
    assert_eq!(store.used("b").await, Err(StoreProblem::NotFound));
    assert_eq!(store.note_version("a", 1, &VersionNote::default()).await, Err(StoreProblem::NotFound));
    remove(store, "a").await?;
    assert_eq!(store.load_version("a", versions[0].generation).await, Err(StoreProblem::NotFound), "removed with the workspace");
    Ok(())
}

async fn deletes_with_a_way_back(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    assert_eq!(store.mark_deleted("a", Some(1.0)).await, Err(StoreProblem::NotFound));
    let (kept, content) = (summary("a", "kept"), workspace(b"content", &[("t", b"t")]));
    let generation = save(store, &kept, &content, None).await?;
    store.mark_deleted("a", Some(1000.0)).await?;
    assert_eq!(store.list().await?, [WorkspaceSummary { deleted_at: Some(1000.0), ..kept.clone() }], "listed with its mark");
    assert_eq!(store.purge(1000.0).await?, 0, "not before its time");
    store.mark_deleted("a", None).await?;
    assert_eq!(store.purge(f64::MAX).await?, 0, "what is not deleted is never purged");
    assert_eq!(store.load("a").await?, (kept, content, generation), "restored whole");
    store.mark_deleted("a", Some(1000.0)).await?;
    assert_eq!(store.purge(1000.5).await?, 1);
    assert_eq!(store.load("a").await, Err(StoreProblem::NotFound));
    assert_eq!(store.list().await?, []);
    Ok(())
}

async fn remove(store: &dyn WorkspaceStore, id: &str) -> Result<(), StoreProblem> {
    store.mark_deleted(id, Some(0.0)).await?;
    store.purge(1.0).await.map(drop)
}

async fn save(
    store: &dyn WorkspaceStore,
    summary: &WorkspaceSummary,
    workspace: &SavedWorkspace,
    seen: Option<Generation>,
) -> Result<Generation, StoreProblem> {
    store.save(summary, workspace, &VersionNote::default(), seen, Durability::Strict).await
}

fn summary(id: &str, name: &str) -> WorkspaceSummary {
    WorkspaceSummary { id: id.to_owned(), name: name.to_owned(), customers: 3, exported_at: Some(0.1), ..WorkspaceSummary::default() }
}

fn workspace(document: &[u8], tables: &[(&str, &[u8])]) -> SavedWorkspace {
    let table = |&(name, block): &(&str, &[u8])| (TableId::from(name.to_owned()), Arc::from(block));
    SavedWorkspace { document: document.to_vec(), tables: tables.iter().map(table).collect(), ..SavedWorkspace::default() }
}
