//! A made-up pipeline of two years: opportunities that enter, advance, move back, fall dormant, are lost or won, with every step dated.
//! Whole numbers only, so that every machine draws the same. Knows nothing of wording or files.

use fourfold::calendar::Day;
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

const SEED: u64 = 20_240_101;

/// Sales reps, each with the region they work in and how well they do, in percent.
pub const REPS: [(usize, u64); 12] =
    [(0, 112), (0, 96), (0, 104), (1, 90), (1, 118), (1, 100), (2, 84), (2, 108), (2, 97), (3, 102), (3, 88), (3, 115)];

/// Products: price in hundreds, how they sell in percent, and how often they are asked for.
pub const PRODUCTS: [(u64, u64, u64); 5] = [(180, 108, 34), (420, 100, 26), (760, 94, 18), (1_450, 88, 9), (95, 112, 13)];

pub const CUSTOMERS: u64 = 396;

/// A level, nearest the sale first, or an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Level(usize),
    Won,
    Lost,
    Dormant,
}

pub struct Opportunity {
    pub number: usize,
    /// `None` for first information that names nobody yet.
    pub customer: Option<u64>,
    pub rep: usize,
    pub product: usize,
    pub standing: Standing,
    /// In hundreds, once somebody has asked.
    pub amount: Option<u64>,
    pub entered: Day,
    pub closed: Option<Day>,
    pub last_contact: Option<Day>,
    /// Which fields of the profile card are filled, and a number to pick their words by.
    pub card: [Option<u64>; 5],
    /// Every standing with its day, oldest first.
    pub course: Vec<(Day, Standing)>,
}

/// How an opportunity leaves a level, by level nearest the sale first.
struct Leaving {
    advance_per_mille: u64,
    back_per_mille: u64,
    dormant_per_mille: u64,
    /// Three times so many days are spent there at least and at most.
    days: (u64, u64),
    /// Days between two contacts.
    cadence: u64,
}

const LEAVING: [Leaving; 5] = [
    Leaving { advance_per_mille: 880, back_per_mille: 40, dormant_per_mille: 0, days: (2, 10), cadence: 3 },
    Leaving { advance_per_mille: 570, back_per_mille: 60, dormant_per_mille: 40, days: (6, 28), cadence: 7 },
    Leaving { advance_per_mille: 480, back_per_mille: 50, dormant_per_mille: 70, days: (8, 40), cadence: 14 },
    Leaving { advance_per_mille: 460, back_per_mille: 30, dormant_per_mille: 80, days: (12, 45), cadence: 30 },
    Leaving { advance_per_mille: 450, back_per_mille: 0, dormant_per_mille: 60, days: (8, 46), cadence: 60 },
];
const FARTHEST: usize = 4;

/// Entries of a month beside the growing base.
const SEASON: [i64; 12] = [-6, -10, 8, 6, 3, -2, -9, -11, 9, 12, 7, -7];

/// The last day of the pipeline: everything is told as it stood then.
pub fn last_day() -> Day {
    day(2025, 12, 31)
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).unwrap_or_default()
}

pub fn pipeline() -> Vec<Opportunity> {
    let mut draws = Draws(Pcg32::seed_from_u64(SEED));
    let mut found: Vec<Opportunity> = Vec::new();
    let mut entered: Vec<Day> = Vec::new();
    for month in 0..24_i64 {
        let (year, month_of_year) = (2024 + i32::from(month >= 12), u32::try_from(month % 12).unwrap_or_default());
        let first = day(year, month_of_year + 1, 1);
        let next = if month_of_year == 11 { day(year + 1, 1, 1) } else { day(year, month_of_year + 2, 1) };
        let count = 54 + month * 7 / 10 + SEASON[month_of_year as usize] + i64::try_from(draws.below(7)).unwrap_or_default() - 3;
        let length = u64::from((next.0 - first.0).unsigned_abs());
        let mut days: Vec<Day> = (0..count).map(|_| Day(first.0 + draws.days(length))).collect();
        days.sort_unstable();
        entered.extend(days);
    }
    for (place, entered) in entered.into_iter().enumerate() {
        let opportunity = opportunity(&mut draws, place + 1, entered);
        found.push(opportunity);
    }
    found
}

fn opportunity(draws: &mut Draws, number: usize, entered: Day) -> Opportunity {
    let rep = usize::try_from(draws.below(REPS.len() as u64)).unwrap_or_default();
    let product = draws.weighted(&PRODUCTS.map(|(.., asked)| asked));
    let course = course(draws, rep, product, entered);
    let &(since, standing) = course.last().unwrap_or(&(entered, Standing::Level(FARTHEST)));
    let nearest = course.iter().filter_map(|(_, standing)| if let Standing::Level(level) = standing { Some(*level) } else { None });
    let nearest = nearest.min().unwrap_or(FARTHEST);
    let open = matches!(standing, Standing::Level(_));
    let named = nearest < FARTHEST || !draws.chance(70);
    let priced = standing == Standing::Won || draws.chance([1000, 1000, 1000, 820, 430][nearest]);
    let (price, ..) = PRODUCTS[product];
    let amount = price * (45 + draws.below(70) + draws.below(70)) / 100;
    Opportunity {
        number,
        customer: named.then(|| draws.below(CUSTOMERS)),
        rep,
        product,
        standing,
        amount: priced.then_some(amount.max(5)),
        entered,
        closed: (!open && standing != Standing::Dormant).then_some(since),
        last_contact: last_contact(draws, standing, entered, since),
        card: [900_u64, 830, 760, 520, 640].map(|often| {
            let likely = often.saturating_sub(nearest as u64 * 150);
            draws.chance(likely).then(|| draws.below(1_000))
        }),
        course,
    }
}

/// From level to level until it is won, lost, dormant or still open on the last day.
fn course(draws: &mut Draws, rep: usize, product: usize, entered: Day) -> Vec<(Day, Standing)> {
    let mut course = vec![(entered, Standing::Level(FARTHEST))];
    let (mut level, mut since) = (FARTHEST, entered);
    loop {
        let leaving = &LEAVING[level];
        let (least, most) = leaving.days;
        let stay: i32 = (0..3).map(|_| i32::try_from(least).unwrap_or_default() + draws.days(most - least + 1)).sum();
        // Now and then a first talk makes two levels of one day.
        let stay = if level == FARTHEST && draws.chance(45) { 0 } else { stay };
        since = Day(since.0 + stay);
        if since > last_day() {
            return course;
        }
        let ((_, skill), (_, sells, _)) = (REPS[rep], PRODUCTS[product]);
        let advance = (leaving.advance_per_mille * skill * sells / 10_000).min(960);
        let roll = draws.below(1_000);
        let standing = match roll {
            roll if roll < advance && level == 0 => Standing::Won,
            roll if roll < advance => Standing::Level(if level == 3 && draws.chance(40) { 1 } else { level - 1 }),
            roll if roll < advance + leaving.back_per_mille => Standing::Level(level + 1),
            roll if roll < advance + leaving.back_per_mille + leaving.dormant_per_mille => Standing::Dormant,
            _ => Standing::Lost,
        };
        course.push((since, standing));
        match standing {
            Standing::Level(next) => level = next,
            _ => return course,
        }
    }
}

/// Open ones were mostly called within the cadence of their level, some long ago, a few never.
fn last_contact(draws: &mut Draws, standing: Standing, entered: Day, since: Day) -> Option<Day> {
    let (day, ago) = match standing {
        Standing::Level(level) => {
            let cadence = LEAVING[level].cadence;
            let late = draws.chance(260);
            if level == FARTHEST && draws.chance(120) {
                return None;
            }
            (last_day(), draws.days(if late { cadence * 4 } else { cadence + 1 }))
        }
        _ => (since, draws.days(5)),
    };
    Some(Day(day.0 - ago).max(entered))
}

struct Draws(Pcg32);

impl Draws {
    /// 0..end, each as likely as the others (but for 2⁻³² of it).
    fn below(&mut self, end: u64) -> u64 {
        (u64::from(self.0.next_u32()) * end) >> 32
    }

    fn days(&mut self, end: u64) -> i32 {
        i32::try_from(self.below(end)).unwrap_or_default()
    }

    fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1_000) < per_mille
    }

    fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut roll = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|&weight| {
                let here = roll < weight;
                roll = roll.saturating_sub(weight);
                here
            })
            .unwrap_or_default()
    }
}
