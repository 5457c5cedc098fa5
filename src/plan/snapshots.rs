//! Advance rates from pictures of the funnel: two dated snapshots, one with outcomes, or stocks alone (METHODS 3).

use serde::{Deserialize, Serialize};

use super::intervals::{RateError, number};
use super::position::{Position, PositionError, check_stage};
use super::rates::Tally;

/// One case in two dated snapshots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub before: Position,
    /// `None` where the later snapshot does not have it.
    pub after: Option<Position>,
}

/// Where those who stood on one stage stand in the later snapshot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransitionCounts {
    /// By stage from the sale outward; "won" is stage 0.
    pub to_stage: Vec<u64>,
    pub lost: u64,
    pub dormant: u64,
    /// Not in the later snapshot. Nothing is known of them, so they are in no rate.
    pub gone: u64,
}

impl TransitionCounts {
    /// What became of those who stood on `stage`, as far as it is known. Reached: any stage nearer the sale.
    #[must_use]
    pub fn tally(&self, stage: usize) -> Tally {
        let reached: u64 = self.to_stage.iter().take(stage).sum();
        let open: u64 = self.to_stage.iter().skip(stage).sum();
        let ended = self.lost + self.dormant;
        Tally { entered: reached + open + ended, reached, ended, open }
    }
}

/// Counts the ways between two snapshots, one [`TransitionCounts`] a stage, from the sale outward. Cases that stood on no stage before, or
/// had been won, are left out.
///
/// ```
/// use fourfold::plan::{Pair, Position::{Lost, Stage, Won}, count_transitions};
/// let ways = [(2, Some(Stage(1))), (2, Some(Stage(2))), (2, Some(Lost)), (1, Some(Won)), (2, None)];
/// let found = count_transitions(&ways.map(|(before, after)| Pair { before: Stage(before), after }), 3).unwrap();
/// let tally = found[2].tally(2);
/// assert_eq!((tally.entered, tally.reached, tally.ended, tally.open, found[2].gone), (3, 1, 1, 1, 1));
/// ```
///
/// # Errors
/// A stage that there is not.
pub fn count_transitions(pairs: &[Pair], stages: usize) -> Result<Vec<TransitionCounts>, PositionError> {
    let mut found = vec![TransitionCounts { to_stage: vec![0; stages], ..TransitionCounts::default() }; stages];
    for (place, pair) in pairs.iter().enumerate() {
        check_stage(place, pair.before, stages)?;
        pair.after.map_or(Ok(()), |after| check_stage(place, after, stages))?;
        let Position::Stage(before) = pair.before else { continue };
        let from = &mut found[before];
        *match pair.after {
            Some(Position::Stage(stage)) => &mut from.to_stage[stage],
            Some(Position::Won) => &mut from.to_stage[0],
            Some(Position::Lost) => &mut from.lost,
            Some(Position::Dormant) => &mut from.dormant,
            None => &mut from.gone,
        } += 1;
    }
    Ok(found)
}

/// One entry of a snapshot with outcomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standpoint {
    pub position: Position,
    /// The stage nearest the sale that it is known to have reached, where that is more than its position tells: the level on which it was
    /// lost, or from which it moved back.
    pub nearest: Option<usize>,
}

/// Reached-or-passed counts of one snapshot, a [`Tally`] a step, nearest the sale first. Every entry counts for all stages from the
/// farthest to the nearest it reached; an entry that ended without `nearest` counts as having reached `ended_on`.
///
/// ```
/// use fourfold::plan::{Position::{Lost, Stage, Won}, Standpoint, snapshot_tallies};
/// let at = |position| Standpoint { position, nearest: None };
/// let found = snapshot_tallies(&[at(Stage(2)), at(Stage(1)), at(Won), at(Lost)], 3, 1).unwrap();
/// assert_eq!((found[1].reached, found[1].entered), (3, 4));
/// assert_eq!((found[0].reached, found[0].entered, found[0].ended), (1, 3, 1));
/// ```
///
/// # Errors
/// A stage that there is not.
pub fn snapshot_tallies(entries: &[Standpoint], stages: usize, ended_on: usize) -> Result<Vec<Tally>, PositionError> {
    check_stage(entries.len(), Position::Stage(ended_on), stages)?;
    // By the nearest stage reached: all, and those that ended there.
    let mut reached = vec![(0_u64, 0_u64); stages];
    for (place, entry) in entries.iter().enumerate() {
        check_stage(place, entry.position, stages)?;
        entry.nearest.map_or(Ok(()), |nearest| check_stage(place, Position::Stage(nearest), stages))?;
        let own = entry.position.stage();
        let nearest = own.into_iter().chain(entry.nearest).min().unwrap_or(ended_on);
        reached[nearest].0 += 1;
        reached[nearest].1 += u64::from(own.is_none());
    }
    let mut nearer = reached.first().map_or(0, |sale| sale.0);
    let tallies = reached.iter().skip(1).map(|&(here, ended)| {
        let tally = Tally { entered: nearer + here, reached: nearer, ended, open: here - ended };
        nearer += here;
        tally
    });
    Ok(tallies.collect())
}

/// What stocks alone say about a step (X: the snapshot trap).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StockRate {
    /// Stock of the next level ÷ stock of this one. No rate: it mixes conversion with the time spent on the levels.
    pub stock_ratio: f64,
    /// The rate that these stocks mean in a steady flow.
    pub rate: f64,
}

/// The rate p = (S_next ÷ S) · (d ÷ d_next) behind two stocks and the dwell times on their levels, in the same unit (METHODS 3; X). It
/// holds for a steady flow only, and says nothing of how sure it is.
///
/// ```
/// use fourfold::plan::rate_from_stocks;
/// // METHODS 3: with p = .5 and 60 days, then 30, the stock ratio reads .25.
/// let found = rate_from_stocks(25.0, 100.0, 30.0, 60.0).unwrap();
/// assert_eq!((found.stock_ratio, found.rate), (0.25, 0.5));
/// ```
///
/// # Errors
/// No stock on this level, stocks or times that are negative or no numbers, and stocks that would mean a rate over 1: they are not in balance.
pub fn rate_from_stocks(next_stock: f64, stock: f64, next_dwell: f64, dwell: f64) -> Result<StockRate, RateError> {
    if stock == 0.0 {
        return Err(RateError::NothingEntered);
    }
    let stock_ratio = next_stock / stock;
    let rate = stock_ratio * dwell / next_dwell;
    let admitted = stock > 0.0 && next_stock >= 0.0 && dwell > 0.0 && next_dwell > 0.0 && (0.0..=1.0).contains(&rate);
    if admitted { Ok(StockRate { stock_ratio, rate }) } else { Err(RateError::Rate { found: number(rate) }) }
}

#[cfg(test)]
mod tests {
    use super::Position::{Dormant, Lost, Stage, Won};
    use super::*;
    use crate::plan::RateSource;

    #[test]
    fn snapshots_say_who_came_nearer() {
        let pair = |before: Position, after: Position| Pair { before, after: Some(after) };
        let pairs = [
            pair(Stage(3), Stage(1)),
            pair(Stage(3), Stage(3)),
            pair(Stage(2), Stage(3)),
            pair(Stage(2), Dormant),
            pair(Won, Stage(1)),
            pair(Lost, Won),
        ];
        let found = count_transitions(&pairs, 4).unwrap();
        assert_eq!(found[3].tally(3), Tally { entered: 2, reached: 1, ended: 0, open: 1 });
        // Moved back: still open.
        assert_eq!(found[2].tally(2), Tally { entered: 2, reached: 0, ended: 1, open: 1 });
        assert_eq!(found[0].tally(0), Tally::default());
        assert_eq!(found[1].tally(1).reached_ratio(RateSource::Snapshots), Err(RateError::NothingEntered));
    }

    #[test]
    fn one_snapshot_counts_who_reached_or_passed() {
        let at = |position: Position, nearest: Option<usize>| Standpoint { position, nearest };
        let entries = [at(Won, None), at(Lost, Some(2)), at(Dormant, None), at(Stage(3), Some(1)), at(Stage(3), None)];
        let found = snapshot_tallies(&entries, 4, 3).unwrap();
        let wanted = [[2, 1, 0, 1], [3, 2, 1, 0], [5, 3, 1, 1]];
        let counts: Vec<_> = found.iter().map(|tally| [tally.entered, tally.reached, tally.ended, tally.open]).collect();
        assert_eq!(counts, wanted);
    }

    #[test]
    fn stages_that_there_are_not_are_named() {
        let stage = |place, found| PositionError::Stage { place, found, stages: 2 };
        let pairs = [Pair { before: Stage(0), after: Some(Stage(5)) }];
        assert_eq!(count_transitions(&pairs, 2), Err(stage(0, 5)));
        let lost = Standpoint { position: Lost, nearest: Some(3) };
        assert_eq!(snapshot_tallies(&[lost], 2, 1), Err(stage(0, 3)));
        assert_eq!(snapshot_tallies(&[], 2, 2), Err(stage(0, 2)));
    }

    #[test]
    fn stocks_out_of_balance_are_no_rate() {
        assert_eq!(rate_from_stocks(1.0, 0.0, 1.0, 1.0), Err(RateError::NothingEntered));
        assert_eq!(rate_from_stocks(30.0, 10.0, 1.0, 1.0), Err(RateError::Rate { found: Some(3.0) }));
        assert_eq!(rate_from_stocks(1.0, 10.0, 0.0, 1.0), Err(RateError::Rate { found: None }));
        assert_eq!(rate_from_stocks(-1.0, -10.0, 1.0, 1.0), Err(RateError::Rate { found: Some(0.1) }));
    }
}
