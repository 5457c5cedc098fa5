//! How a stock moves on from period to period, as an absorbing Markov chain (METHODS 3). States are numbered by the caller.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::units::nearly_equal;

/// Probabilities of moving within one period. A value of this type has passed the checks of [`Transitions::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct Transitions {
    /// From each open state to each open state.
    open: Vec<Vec<f64>>,
    /// From each open state to each final one, such as won and lost.
    into_final: Vec<Vec<f64>>,
    finals: usize,
}

/// Why a table gives no chain. Rows are open states; columns count the open states first, then the final ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TransitionError {
    /// A row of each table for every open state, and columns of the same number in all rows, are expected.
    Shape { row: usize },
    /// A probability of 0 to 1 is expected; `found` is `None` where it is no number.
    Probability { row: usize, column: usize, found: Option<f64> },
    /// A sum of 1 is expected.
    RowSum { row: usize, found: f64 },
    /// No final state can be reached from here.
    NeverEnds { row: usize },
}

impl fmt::Display for TransitionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for TransitionError {}

/// Where each open state ends, and after how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Absorption {
    /// For each open state the probability of ending in each final one, B = (I − Q)⁻¹R.
    pub probabilities: Vec<Vec<f64>>,
    /// Periods expected until then.
    pub periods: Vec<f64>,
}

/// The stock after some periods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// In each open state.
    pub open: Vec<f64>,
    /// Arrived in each final state since the start.
    pub into_final: Vec<f64>,
}

/// More periods than anyone plans; a century of weeks.
pub const MOST_PERIODS: usize = 5_200;

impl Transitions {
    /// `open[i][j]` from open state i to open state j, `into_final[i][k]` from open state i to final state k, all within one period.
    ///
    /// # Errors
    /// Everything that is wrong with the rows: see [`TransitionError`].
    pub fn new(open: Vec<Vec<f64>>, into_final: Vec<Vec<f64>>) -> Result<Self, Vec<TransitionError>> {
        let finals = into_final.first().map_or(0, Vec::len);
        let states = open.len();
        let chain = Self { open, into_final, finals };
        let rows = states.max(chain.into_final.len());
        let misshapen: Vec<_> = (0..rows).filter(|&row| !chain.has_shape(row)).map(|row| TransitionError::Shape { row }).collect();
        if !misshapen.is_empty() {
            return Err(misshapen);
        }
        let wrong: Vec<_> = (0..states).flat_map(|row| chain.wrong_in(row)).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut endless = chain.endless();
        if endless.is_empty() {
            // Small probabilities in a row can make a way longer than numbers reach.
            let periods = chain.absorption().periods;
            endless.extend((0..states).filter(|&row| !periods[row].is_finite()));
        }
        if endless.is_empty() { Ok(chain) } else { Err(endless.into_iter().map(|row| TransitionError::NeverEnds { row }).collect()) }
    }

    /// The chain of a funnel whose customers leave each level at a steady pace: within one period the part 1 ÷ dwell of them, of which the
    /// advance rate moves one level on and the rest is lost. Dwell times below one period count as one. An assumption of ours (X) for
    /// plans without a history: the probabilities of winning are exactly p(L→A), the expected periods the sums of the dwell times.
    ///
    /// Levels from the nearest to the sale outward; final states: won, lost. `rates[i]` is the rate of leaving level i for the nearer one.
    ///
    /// # Errors
    /// A rate outside 0..=1, a dwell time that is no number, or fewer dwell times than rates.
    pub fn from_rates(rates: &[f64], dwell_periods: &[f64]) -> Result<Self, Vec<TransitionError>> {
        let states = rates.len();
        let mut open = vec![vec![0.0; states]; states];
        let mut into_final = vec![vec![0.0; 2]; states];
        for (level, &rate) in rates.iter().enumerate() {
            let Some(dwell) = dwell_periods.get(level) else { return Err(vec![TransitionError::Shape { row: level }]) };
            if !(0.0..=1.0).contains(&rate) {
                return Err(vec![TransitionError::Probability { row: level, column: level, found: rate.is_finite().then_some(rate) }]);
            }
            let leaving = 1.0 / if dwell.is_nan() { f64::NAN } else { dwell.max(1.0) };
            let advancing = leaving * rate;
            open[level][level] = 1.0 - leaving;
            match level.checked_sub(1) {
                Some(nearer) => open[level][nearer] = advancing,
                None => into_final[level][0] = advancing,
            }
            into_final[level][1] = leaving - advancing;
        }
        Self::new(open, into_final)
    }

    /// Where each open state ends and after how many periods (METHODS 3).
    ///
    /// Solved by state reduction (Grassmann, Taksar & Heyman 1985), which never subtracts and so loses no digits on slow chains.
    ///
    /// ```
    /// use fourfold::plan::Transitions;
    /// // METHODS 3: B, C, D, E; won, lost
    /// let open = [[0.3, 0.1, 0.0, 0.0], [0.2, 0.6, 0.1, 0.0], [0.0, 0.25, 0.6, 0.05], [0.0, 0.0, 0.2, 0.6]];
    /// let into_final = [[0.5, 0.1], [0.0, 0.1], [0.0, 0.1], [0.0, 0.2]];
    /// let chain = Transitions::new(open.map(Vec::from).to_vec(), into_final.map(Vec::from).to_vec()).unwrap();
    /// let found = chain.absorption();
    /// let close = |left: f64, right: f64, tolerance: f64| assert!((left - right).abs() < tolerance, "{left} {right}");
    /// for (row, won) in [0.78125, 0.46875, 0.3125, 0.15625].into_iter().enumerate() {
    ///     close(found.probabilities[row][0], won, 1e-12);
    ///     close(found.probabilities[row][1], 1.0 - won, 1e-12);
    /// }
    /// for (row, periods) in [2.172, 5.203, 6.469, 5.734].into_iter().enumerate() {
    ///     close(found.periods[row], periods, 5e-4);
    /// }
    /// ```
    #[must_use]
    pub fn absorption(&self) -> Absorption {
        let states = self.open.len();
        let mut open = self.open.clone();
        // The columns to solve for: the final states, and one period spent in each open state.
        let mut sides: Vec<Vec<f64>> = self.into_final.iter().map(|row| row.iter().copied().chain([1.0]).collect()).collect();
        let mut leaving = vec![0.0; states];
        for state in 0..states {
            leaving[state] = open[state][state + 1..].iter().chain(&sides[state][..self.finals]).sum();
            reduce(&mut open, &mut sides, state, leaving[state]);
        }
        for state in (0..states).rev() {
            let (upto, later) = sides.split_at_mut(state + 1);
            for (column, value) in upto[state].iter_mut().enumerate() {
                let onward: f64 = open[state][state + 1..].iter().zip(&*later).map(|(move_on, side)| move_on * side[column]).sum();
                *value = (*value + onward) / leaving[state];
            }
        }
        let periods = sides.iter_mut().filter_map(Vec::pop).collect();
        Absorption { probabilities: sides, periods }
    }

    /// The stock period by period, nₜ = n₀Pᵗ, with `inflow` into the open states added at the end of each; the first is the one after
    /// `start`. Missing states of `start` and `inflow` count as 0; at most [`MOST_PERIODS`].
    #[must_use]
    pub fn forecast(&self, start: &[f64], inflow: &[f64], periods: usize) -> Vec<Forecast> {
        let at = |values: &[f64], state: usize| values.get(state).copied().unwrap_or(0.0);
        let open = (0..self.open.len()).map(|state| at(start, state)).collect();
        let mut now = Forecast { open, into_final: vec![0.0; self.finals] };
        let mut all = Vec::new();
        for _ in 0..periods.min(MOST_PERIODS) {
            now = self.after(&now);
            now.open.iter_mut().enumerate().for_each(|(state, number)| *number += at(inflow, state));
            all.push(now.clone());
        }
        all
    }

    fn after(&self, now: &Forecast) -> Forecast {
        let arriving = |table: &[Vec<f64>], state: usize| now.open.iter().zip(table).map(|(number, row)| number * row[state]).sum::<f64>();
        Forecast {
            open: (0..self.open.len()).map(|state| arriving(&self.open, state)).collect(),
            into_final: (0..self.finals).map(|state| now.into_final[state] + arriving(&self.into_final, state)).collect(),
        }
    }

    fn has_shape(&self, row: usize) -> bool {
        let columns = |table: &[Vec<f64>]| table.get(row).map(Vec::len);
        columns(&self.open) == Some(self.open.len()) && columns(&self.into_final) == Some(self.finals)
    }

    fn wrong_in(&self, row: usize) -> Vec<TransitionError> {
        let probabilities = || self.open[row].iter().chain(&self.into_final[row]).copied();
        let outside = probabilities().enumerate().filter(|(_, value)| !(0.0..=1.0).contains(value));
        let mut wrong: Vec<_> = outside
            .map(|(column, value)| TransitionError::Probability { row, column, found: value.is_finite().then_some(value) })
            .collect();
        let sum: f64 = probabilities().sum();
        if wrong.is_empty() && !nearly_equal(sum, 1.0) {
            wrong.push(TransitionError::RowSum { row, found: sum });
        }
        wrong
    }

    /// The open states from which no final one can be reached.
    fn endless(&self) -> Vec<usize> {
        let mut ends: Vec<bool> = self.into_final.iter().map(|row| row.iter().any(|&value| moves(value))).collect();
        for _ in 0..self.open.len() {
            for state in 0..self.open.len() {
                ends[state] |= self.open[state].iter().zip(&ends).any(|(&value, &ends)| ends && moves(value));
            }
        }
        (0..ends.len()).filter(|&state| !ends[state]).collect()
    }
}

/// A probability so small that it would take longer than any number of periods is none.
fn moves(probability: f64) -> bool {
    probability > 1e-12
}

/// Takes one state out of the chain: those that come after it go where it leads.
fn reduce(open: &mut [Vec<f64>], sides: &mut [Vec<f64>], state: usize, leaving: f64) {
    let (row, side) = (open[state].clone(), sides[state].clone());
    for other in state + 1..open.len() {
        let part = open[other][state] / leaving;
        for column in state + 1..row.len() {
            open[other][column] += part * row[column];
        }
        sides[other].iter_mut().zip(&side).for_each(|(value, of_state)| *value += part * of_state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows<const N: usize, const M: usize>(table: [[f64; M]; N]) -> Vec<Vec<f64>> {
        table.map(Vec::from).to_vec()
    }

    #[test]
    fn rows_that_are_none_are_named() {
        let errors = |open, into_final| Transitions::new(open, into_final).unwrap_err();
        assert_eq!(errors(rows([[0.5]]), rows([[0.4, 0.0]])), [TransitionError::RowSum { row: 0, found: 0.9 }]);
        assert_eq!(
            errors(rows([[0.5, 0.0], [-0.5, f64::NAN]]), rows([[0.5], [1.5]])),
            [
                TransitionError::Probability { row: 1, column: 0, found: Some(-0.5) },
                TransitionError::Probability { row: 1, column: 1, found: None },
                TransitionError::Probability { row: 1, column: 2, found: Some(1.5) },
            ]
        );
        assert_eq!(errors(rows([[0.5]]), rows([[0.5], [0.5]])), [TransitionError::Shape { row: 1 }]);
        assert_eq!(errors(vec![vec![0.5], vec![]], rows([[0.5], [1.0]])), [0, 1].map(|row| TransitionError::Shape { row }));
    }

    #[test]
    fn a_state_that_cannot_end_is_named() {
        let open = rows([[0.5, 0.0, 0.0], [0.0, 0.5, 0.5], [0.0, 0.5, 0.5]]);
        let errors = Transitions::new(open, rows([[0.5], [0.0], [0.0]])).unwrap_err();
        assert_eq!(errors, [1, 2].map(|row| TransitionError::NeverEnds { row }));
        assert_eq!(Transitions::new(rows([[1.0]]), rows([[0.0]])).unwrap_err(), [TransitionError::NeverEnds { row: 0 }]);
    }

    #[test]
    fn a_way_longer_than_numbers_reach_never_ends() {
        let states = 40;
        let open = (0..states).map(|state: usize| {
            let mut row = vec![0.0; states];
            row[state.saturating_sub(1)] = 1e-11;
            row[(state + 1).min(states - 1)] += 1.0 - 1e-11;
            if state == 0 {
                row[0] = 0.0;
            }
            row
        });
        let into_final = (0..states).map(|state| vec![if state == 0 { 1e-11 } else { 0.0 }]);
        assert!(Transitions::new(open.collect(), into_final.collect()).is_err());
    }

    #[test]
    fn no_state_at_all_is_a_chain() {
        let chain = Transitions::new(Vec::new(), Vec::new()).unwrap();
        assert_eq!(chain.absorption(), Absorption { probabilities: Vec::new(), periods: Vec::new() });
    }

    #[test]
    fn a_slow_chain_loses_no_digits() {
        // Half of what leaves wins; it takes 1/2e-9 periods.
        let found = Transitions::new(rows([[1.0 - 2e-9]]), rows([[1e-9, 1e-9]])).unwrap().absorption();
        assert!((found.probabilities[0][0] - 0.5).abs() < 1e-15);
        assert!((found.periods[0] * 2e-9 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_rates_of_a_funnel_are_its_probabilities_of_winning() {
        let found = Transitions::from_rates(&[0.5, 0.4, 0.3, 0.2], &[1.5, 2.0, 2.0, 0.5]).unwrap().absorption();
        for (row, won) in [0.5, 0.2, 0.06, 0.012].into_iter().enumerate() {
            assert!((found.probabilities[row][0] - won).abs() < 1e-12);
        }
        // 1 period at E at least, then .2 of them 2 at D, of which .3 2 at C, of which .4 1.5 at B.
        assert!((found.periods[3] - (1.0 + 0.2 * (2.0 + 0.3 * (2.0 + 0.4 * 1.5)))).abs() < 1e-12);
        let bad = Transitions::from_rates(&[0.5, 1.4], &[1.0, 1.0]).unwrap_err();
        assert_eq!(bad, [TransitionError::Probability { row: 1, column: 1, found: Some(1.4) }]);
        assert!(Transitions::from_rates(&[0.5], &[f64::NAN]).is_err());
        assert_eq!(Transitions::from_rates(&[0.5], &[]).unwrap_err(), [TransitionError::Shape { row: 0 }]);
    }

    #[test]
    fn the_stock_moves_on_and_nobody_is_lost_on_the_way() {
        let chain = Transitions::new(rows([[0.5, 0.0], [0.25, 0.5]]), rows([[0.5, 0.0], [0.0, 0.25]])).unwrap();
        let periods = chain.forecast(&[8.0, 16.0], &[0.0, 4.0], 2);
        assert_eq!(periods[0], Forecast { open: vec![8.0, 12.0], into_final: vec![4.0, 4.0] });
        assert_eq!(periods[1], Forecast { open: vec![7.0, 10.0], into_final: vec![8.0, 7.0] });
        let all = &periods[1];
        assert_eq!(all.open.iter().chain(&all.into_final).sum::<f64>(), 24.0 + 2.0 * 4.0);
        assert_eq!(chain.forecast(&[], &[], usize::MAX).len(), MOST_PERIODS);
    }

    #[test]
    fn a_long_forecast_ends_where_absorption_says() {
        let chain = Transitions::from_rates(&[0.5, 0.4], &[3.0, 4.0]).unwrap();
        let last = chain.forecast(&[0.0, 100.0], &[], 400).pop().unwrap();
        assert!((last.into_final[0] - 100.0 * chain.absorption().probabilities[1][0]).abs() < 1e-9);
    }
}
