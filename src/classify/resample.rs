//! How firmly a class stands: the customer's own periods drawn again and again, the thresholds held fixed (METHODS 7).

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use serde::{Deserialize, Serialize};

use super::Class;
use crate::calendar::Grain;

/// Draws a customer.
pub const DRAWS: u32 = 1_000;
/// Periods drawn together from two years on, so that seasons and runs stay whole.
pub const BLOCK: u32 = 3;

/// Share of resamplings that fall into each class (METHODS 7).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Robustness {
    pub draws: u32,
    /// EI…EIV, not rated.
    pub shares: [f64; 5],
    /// Periods in one block; 1 = single periods.
    pub block: u32,
    pub seed: u64,
}

impl Robustness {
    /// Share of draws that fall into `class`.
    #[must_use]
    pub fn share_of(&self, class: Class) -> f64 {
        self.shares[class.map_or(4, |class| class.index())]
    }

    /// Monte Carlo error √(q(1−q)/M) of the share of `class` (METHODS 0).
    ///
    /// ```
    /// use fourfold::classify::{Quadrant, Robustness};
    /// let found = Robustness { draws: 1_000, shares: [0.9, 0.1, 0.0, 0.0, 0.0], block: 1, seed: 1 };
    /// assert!((found.error_of(Some(Quadrant::I)) - 0.009_487).abs() < 5e-7);
    /// ```
    #[must_use]
    pub fn error_of(&self, class: Class) -> f64 {
        let share = self.share_of(class);
        (share * (1.0 - share) / f64::from(self.draws.max(1))).sqrt()
    }
}

/// Periods in one block for a customer with this many counted periods: [`BLOCK`] from two years on, else 1.
#[must_use]
pub fn block_length(grain: Grain, periods: usize) -> u32 {
    let two_years = match grain {
        Grain::Month => 24,
        Grain::Quarter => 8,
    };
    if periods >= two_years { BLOCK } else { 1 }
}

/// Draws `periods` places out of `0..periods`, [`DRAWS`] times, and counts the classes that `class_of_draw` gives them. Moving blocks:
/// `block` places that follow each other are drawn as one, the last block cut to length.
///
/// The generator is PCG-32 with `seed` as state and a hash of `key` as stream: a customer's result depends on nothing but its own data.
///
/// ```
/// use fourfold::classify::{Quadrant, resample};
/// let totals = [10.0, 0.0];
/// let mut class = |draw: &[usize]| Some(if draw.iter().map(|&place| totals[place]).sum::<f64>() > 5.0 { Quadrant::I } else { Quadrant::III });
/// let found = resample(2, 1, 7, "C1", &mut class);
/// // Two draws of two: nothing but zeros in one of four.
/// assert!((found.shares[2] - 0.25).abs() < 0.05);
/// assert_eq!(found, resample(2, 1, 7, "C1", &mut class));
/// ```
pub fn resample(periods: usize, block: u32, seed: u64, key: &str, class_of_draw: &mut dyn FnMut(&[usize]) -> Class) -> Robustness {
    let mut generator = Pcg32::new(seed, hash(key));
    let block_periods = (block as usize).clamp(1, periods.max(1));
    let starts = periods - block_periods.min(periods) + 1;
    let mut draw = Vec::with_capacity(periods + block_periods);
    let mut counts = [0_u32; 5];
    for _ in 0..DRAWS {
        draw.clear();
        while draw.len() < periods {
            let start = below(&mut generator, starts);
            draw.extend(start..start + block_periods);
        }
        draw.truncate(periods);
        counts[class_of_draw(&draw).map_or(4, |class| class.index())] += 1;
    }
    Robustness { draws: DRAWS, shares: counts.map(|count| f64::from(count) / f64::from(DRAWS)), block, seed }
}

/// A number in `0..bound` by Lemire's multiplication; its bias is below bound / 2³².
fn below(generator: &mut Pcg32, bound: usize) -> usize {
    ((u64::from(generator.next_u32()) * bound as u64) >> 32) as usize
}

/// FNV-1a, 64 bit.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_keep_neighbours_together_and_every_draw_has_its_length() {
        let mut longest_run = 0;
        resample(25, BLOCK, 1, "C1", &mut |draw| {
            assert_eq!(draw.len(), 25);
            assert!(draw.iter().all(|&place| place < 25));
            for block in draw.chunks(BLOCK as usize) {
                assert!(block.windows(2).all(|pair| pair[1] == pair[0] + 1));
            }
            longest_run = longest_run.max(draw[0]);
            None
        });
        // Every start but the last two is possible.
        assert_eq!(longest_run, 22);
    }

    #[test]
    fn blocks_begin_with_two_years_of_data() {
        assert_eq!([block_length(Grain::Month, 23), block_length(Grain::Month, 24)], [1, 3]);
        assert_eq!([block_length(Grain::Quarter, 7), block_length(Grain::Quarter, 8)], [1, 3]);
    }
}
