//! Which versions of a workspace stay: the newest, one an hour of the last day, one a day before that, and all that are held.

use std::collections::BTreeSet;

use super::contract::{Generation, Version};

/// The newest versions, kept however quickly they followed each other.
const MOST_RECENT: usize = 20;
const HOUR: f64 = 3_600_000.0;
const DAY: f64 = 24.0 * HOUR;

/// Versions that need not be kept any more. `versions` come newest first; `now` in milliseconds since 1970. Days are those of UTC.
#[must_use]
pub fn superfluous(versions: &[Version], now: f64) -> Vec<Generation> {
    let mut periods = BTreeSet::new();
    let mut surplus = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        // The newest of an hour or a day is met first.
        let newest_of_its_time = periods.insert(period(version.summary.changed_at, now));
        if place >= MOST_RECENT && !newest_of_its_time && !version.is_held() {
            surplus.push(version.generation);
        }
    }
    surplus
}

/// The hour within the last day, the day before that. A clock that was set back counts as today.
fn period(saved_at: f64, now: f64) -> (bool, u64) {
    let recent = now - saved_at < DAY;
    // Saturates: times before 1970 fall into its first day.
    (recent, (saved_at / if recent { HOUR } else { DAY }).floor() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::WorkspaceSummary;
    use crate::store::VersionNote;

    /// Half past an hour.
    const NOW: f64 = 100.5 * DAY + HOUR / 2.0;

    /// One version for each age, newest first, numbered downwards.
    fn aged(ages: impl Iterator<Item = f64>) -> Vec<Version> {
        let at = |(place, age): (usize, f64)| Version {
            generation: 1_000_000 - place as u64,
            summary: WorkspaceSummary { changed_at: NOW - age, ..WorkspaceSummary::default() },
            note: VersionNote::default(),
        };
        ages.enumerate().map(at).collect()
    }

    #[test]
    fn the_newest_twenty_stay_however_quickly_they_came() {
        let versions = aged((0..300).map(|second| f64::from(second) * 1000.0));
        let gone = superfluous(&versions, NOW);
        assert!(versions[..20].iter().all(|version| !gone.contains(&version.generation)));
        assert_eq!(gone.len(), 280, "all lie within one hour, whose newest is among the twenty");
    }

    #[test]
    fn a_month_of_work_leaves_one_a_day_and_one_an_hour_of_the_last() {
        // Every ten minutes for thirty days.
        let versions = aged((0..30 * 24 * 6).map(|step| f64::from(step) * HOUR / 6.0));
        let gone: BTreeSet<_> = superfluous(&versions, NOW).into_iter().collect();
        let kept: Vec<f64> =
            versions.iter().filter(|version| !gone.contains(&version.generation)).map(|version| NOW - version.summary.changed_at).collect();
        let older = kept.iter().filter(|age| **age >= DAY).count();
        assert!((29..=31).contains(&older), "one a day: {older}");
        let hourly = kept.iter().filter(|age| **age < DAY && **age > 4.0 * HOUR).count();
        assert!((19..=21).contains(&hourly), "one an hour: {hourly}");
        assert!(kept.iter().any(|age| *age > 29.0 * DAY));
    }

    #[test]
    fn what_is_held_stays() {
        let mut versions = aged((0..50).map(f64::from));
        versions[40].note.name = "Before the workshop".to_owned();
        versions[45].note.before_migration = true;
        let gone = superfluous(&versions, NOW);
        assert!(!gone.contains(&versions[40].generation) && !gone.contains(&versions[45].generation));
        assert!(gone.contains(&versions[41].generation));
    }

    #[test]
    fn thinning_twice_removes_nothing_more() {
        let versions = aged((0..2000).map(|step| f64::from(step) * 0.7 * HOUR));
        let gone = superfluous(&versions, NOW);
        let kept: Vec<Version> = versions.into_iter().filter(|version| !gone.contains(&version.generation)).collect();
        assert_eq!(superfluous(&kept, NOW), Vec::<Generation>::new());
    }
}
