//! Blind placements: who was placed where, and once the data is shown what it says.

use crate::classify::{Class, compare_placement};
use crate::engine::cache::Basis;
use crate::engine::{ParticipantView, PlacementView, PlacementsView};
use crate::workspace::{PlacementSession, Workspace};

pub(in crate::engine) fn placements(workspace: &Workspace, basis: &Basis) -> PlacementsView {
    let sessions = workspace.placements.iter().enumerate().rev().filter(|(_, session)| session.side == basis.side);
    PlacementsView {
        revision: basis.revision,
        side: basis.side,
        sessions: sessions.map(|(place, session)| view(workspace, basis, place, session)).collect(),
    }
}

fn view(workspace: &Workspace, basis: &Basis, place: usize, session: &PlacementSession) -> PlacementView {
    // A class set by hand is an opinion too: what people thought is held against what the data say.
    let class_of = |key: &str| -> Class { basis.rating.computed_class(basis.customers.number(key)?) };
    let name = |key: &String| {
        let number = basis.customers.number(key);
        (key.clone(), number.map_or_else(|| key.clone(), |number| basis.name(workspace, number).to_owned()))
    };
    let participants = session.placed.iter().map(|(participant, placed)| ParticipantView {
        name: participant.clone(),
        placed: session.customers.iter().map(|key| placed.get(key).copied()).collect(),
        comparison: session.revealed.then(|| compare_placement(&session.customers, placed, class_of)),
    });
    PlacementView {
        session: place,
        started: session.started,
        revealed: session.revealed,
        customers: session.customers.iter().map(name).collect(),
        participants: participants.collect(),
        found: if session.revealed { session.customers.iter().map(|key| class_of(key)).collect() } else { Vec::new() },
    }
}
