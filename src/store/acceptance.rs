//! What every [`WorkspaceStore`] must do: one suite, run natively over the memory store and in a browser over IndexedDB.

use std::sync::Arc;

use super::{SavedWorkspace, TableId, WorkspaceStore};
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
    deletes_with_a_way_back(store).await
}

async fn keeps_what_it_is_given(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    assert_eq!(store.list().await?, [], "the suite starts with an empty store");
    assert_eq!(store.load("a").await, Err(StoreProblem::NotFound));
    let every_byte: Vec<u8> = (0..=255).collect();
    let (first, content) = (summary("a", "客户 ✓"), workspace(&every_byte, &[("t1", b"one"), ("t2", b"")]));
    let generation = store.save(&first, &content, None).await?;
    assert_eq!(store.load("a").await?, (first.clone(), content, generation), "what comes back is what was given");
    assert_eq!(store.list().await?, [first]);
    // The next save drops a table, keeps one and brings one.
    let (second, content) = (summary("a", "renamed"), workspace(b"", &[("t2", b""), ("t3", b"three")]));
    let generation = store.save(&second, &content, Some(generation)).await?;
    assert_eq!(store.load("a").await?, (second.clone(), content, generation), "exactly the tables of the last save are kept");
    assert_eq!(store.list().await?, [second]);
    remove(store, "a").await
}

async fn overwrites_nothing_unseen(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    let refused = Err(StoreProblem::ChangedElsewhere);
    let (first, content) = (summary("a", "first"), workspace(b"1", &[]));
    assert_eq!(store.save(&first, &content, Some(1)).await, refused, "nothing is there to follow");
    let seen = store.save(&first, &content, None).await?;
    let other = workspace(b"2", &[("t", b"t")]);
    assert_eq!(store.save(&first, &other, None).await, refused, "a new workspace must not replace one");
    let next = store.save(&first, &content, Some(seen)).await?;
    assert_ne!(next, seen);
    assert_eq!(store.save(&summary("a", "late"), &other, Some(seen)).await, refused, "an older state must not replace a newer one");
    assert_eq!(store.load("a").await?, (first, content, next), "a refused save changes nothing");
    remove(store, "a").await
}

async fn keeps_workspaces_apart(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    // Names that begin alike, and the same table in all of them.
    let ids = ["a", "a/", "a/t", "ab", "é", "\u{ffff}"];
    for id in ids {
        store.save(&summary(id, id), &workspace(id.as_bytes(), &[("t", id.as_bytes())]), None).await?;
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

async fn deletes_with_a_way_back(store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
    assert_eq!(store.mark_deleted("a", Some(1.0)).await, Err(StoreProblem::NotFound));
    let (kept, content) = (summary("a", "kept"), workspace(b"content", &[("t", b"t")]));
    let generation = store.save(&kept, &content, None).await?;
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

fn summary(id: &str, name: &str) -> WorkspaceSummary {
    WorkspaceSummary { id: id.to_owned(), name: name.to_owned(), customers: 3, exported_at: Some(0.1), ..WorkspaceSummary::default() }
}

fn workspace(document: &[u8], tables: &[(&str, &[u8])]) -> SavedWorkspace {
    let table = |&(name, block): &(&str, &[u8])| (TableId::from(name.to_owned()), Arc::from(block));
    SavedWorkspace { document: document.to_vec(), tables: tables.iter().map(table).collect() }
}
