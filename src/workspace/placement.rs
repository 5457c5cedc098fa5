//! Blind placement: people put customers into the quadrants by hand before they see the data. The sessions are kept with the workspace.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActionError, Change, Workspace};
use crate::classify::{Quadrant, Side};

/// One round of placing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacementSession {
    pub side: Side,
    /// Milliseconds since 1970.
    pub started: f64,
    /// Keys of the customers to place, in the order they are shown.
    pub customers: Vec<String>,
    /// What each participant thought, by name, then by key.
    pub placed: BTreeMap<String, BTreeMap<String, Quadrant>>,
    /// The data has been shown; from then on nothing is placed any more.
    pub revealed: bool,
}

/// A change to the sessions; a session by its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlacementAction {
    Start {
        side: Side,
        customers: Vec<String>,
        at: f64,
    },
    /// `None` takes the customer back out of its quadrant.
    Place {
        session: usize,
        participant: String,
        customer: String,
        quadrant: Option<Quadrant>,
    },
    Reveal {
        session: usize,
    },
    Remove {
        session: usize,
    },
}

/// Why a placement cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlacementFault {
    UnknownSession {
        session: usize,
    },
    NobodyToPlace,
    UnknownCustomer {
        key: String,
    },
    /// The data of this session has been shown.
    AlreadyRevealed,
    NoParticipant,
}

impl PlacementAction {
    pub(super) fn change(&self) -> Change {
        match self {
            Self::Start { .. } => Change::StartPlacement,
            Self::Place { .. } => Change::Place,
            Self::Reveal { .. } => Change::RevealPlacement,
            Self::Remove { .. } => Change::RemovePlacement,
        }
    }

    pub(super) fn apply(&self, sessions: &mut Vec<PlacementSession>) -> Result<(), PlacementFault> {
        match self {
            Self::Start { customers, .. } if customers.is_empty() => return Err(PlacementFault::NobodyToPlace),
            Self::Start { side, customers, at } => {
                sessions.push(PlacementSession { side: *side, started: *at, customers: customers.clone(), ..PlacementSession::default() })
            }
            Self::Place { session, participant, customer, quadrant } => {
                open(sessions, *session)?.place(participant.trim(), customer, *quadrant)?;
            }
            Self::Reveal { session } => open(sessions, *session)?.revealed = true,
            Self::Remove { session } => {
                found(sessions, *session)?;
                sessions.remove(*session);
            }
        }
        Ok(())
    }
}

fn found(sessions: &mut [PlacementSession], session: usize) -> Result<&mut PlacementSession, PlacementFault> {
    sessions.get_mut(session).ok_or(PlacementFault::UnknownSession { session })
}

fn open(sessions: &mut [PlacementSession], session: usize) -> Result<&mut PlacementSession, PlacementFault> {
    let session = found(sessions, session)?;
    if session.revealed { Err(PlacementFault::AlreadyRevealed) } else { Ok(session) }
}

impl PlacementSession {
    fn place(&mut self, participant: &str, customer: &str, quadrant: Option<Quadrant>) -> Result<(), PlacementFault> {
        if participant.is_empty() {
            return Err(PlacementFault::NoParticipant);
        }
        if !self.customers.iter().any(|key| key == customer) {
            return Err(PlacementFault::UnknownCustomer { key: customer.to_owned() });
        }
        let placed = self.placed.entry(participant.to_owned()).or_default();
        placed.remove(customer);
        placed.extend(quadrant.map(|quadrant| (customer.to_owned(), quadrant)));
        self.placed.retain(|_, placed| !placed.is_empty());
        Ok(())
    }
}

impl From<PlacementFault> for ActionError {
    fn from(fault: PlacementFault) -> Self {
        Self::BadPlacement(fault)
    }
}

impl Workspace {
    /// Keys a session could be started with must exist on its side.
    pub(super) fn check_placement(&self, action: &PlacementAction) -> Result<(), PlacementFault> {
        let PlacementAction::Start { side, customers, .. } = action else { return Ok(()) };
        let known = |key: &String| match side {
            Side::Existing => self.knows(key),
            Side::Potential => self.knows_prospect(key),
        };
        match customers.iter().find(|key| !known(key)) {
            Some(key) => Err(PlacementFault::UnknownCustomer { key: key.clone() }),
            None => Ok(()),
        }
    }
}
