//! What is asked first of a new workspace, done for nothing: whoever compiles the program sees which of its functions are worth the work.

use super::protocol::ImportTarget;
use super::{Engine, ListQuery, Query, SortKey, TrialCuts};
use crate::classify::Side;
use crate::import::Imported;

/// Loops of a sample run often enough to be noticed.
const TURNS: usize = 4;

/// Takes the tables in and asks, several times over. Gives the bytes of the answers.
#[must_use]
pub fn rehearse(imported: &Imported) -> usize {
    let mut answered = 0;
    for _ in 0..TURNS {
        let mut engine = Engine::default();
        if engine.import(imported.clone(), ImportTarget::New, "", 0.0, false).is_err() {
            return answered;
        }
        for query in first_questions() {
            let answer = engine.query(&query).ok().and_then(|view| view.pack().ok());
            answered += answer.and_then(|packed| postcard::to_stdvec(&packed).ok()).map_or(0, |bytes| bytes.len());
        }
    }
    answered
}

fn first_questions() -> [Query; 5] {
    let (side, trial) = (Side::Existing, TrialCuts::default());
    let list = ListQuery {
        side,
        search: String::new(),
        classes: Vec::new(),
        only: Vec::new(),
        within: None,
        sort: SortKey::Vertical,
        descending: true,
        first: 0,
        count: 50,
        trial,
    };
    [
        Query::Workspace,
        Query::Quadrant { side, trial },
        Query::Landmarks { side, also: Vec::new() },
        Query::List(list),
        Query::Curve { side },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Imported;
    use crate::tables::{ImportRecord, Purchase, PurchaseTable, SourceFile};

    #[test]
    fn every_question_is_answered_in_every_turn() {
        let mut purchases = PurchaseTable::default();
        for (customer, day) in [("a", 19_000), ("b", 19_040), ("a", 19_080)] {
            purchases.push(&Purchase { customer: customer.to_owned(), day, amount: 5.0, ..Purchase::default() });
        }
        let record = ImportRecord { sources: vec![SourceFile::default()], rows_used: 3, ..ImportRecord::default() };
        let imported = Imported { purchases: Some(purchases), record, ..Imported::default() };
        let mut engine = Engine::default();
        engine.import(imported.clone(), ImportTarget::New, "", 0.0, false).unwrap_or_default();
        let once: usize = first_questions()
            .iter()
            .map(|query| engine.query(query).ok().and_then(|view| view.pack().ok()))
            .map(|packed| packed.and_then(|packed| postcard::to_stdvec(&packed).ok()).map_or(usize::MAX / 99, |bytes| bytes.len()))
            .sum();
        assert_eq!(rehearse(&imported), once * TURNS);
    }
}
