//! The levels of the funnel as data: which there are, in which order, and what counts as the sale (METHODS 3 and 8).
//! The built-in levels carry codes only; their wording lives with the interface, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::input::Allowed;
use crate::tables::Standing;

/// A level in the user's own words, in place of the built-in ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelText {
    pub name: String,
    pub definition: String,
    pub deadline: String,
    pub maintenance: String,
}

/// A level customers stand on until they advance, are lost or fall dormant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Stands in data, settings and exports; unique in its scheme.
    pub code: String,
    /// `None`: the built-in text of the code.
    pub text: Option<LevelText>,
    /// Longest time between two contacts, days.
    pub cadence_days: u32,
    /// Usual time on the level where the data do not say, days.
    pub dwell_days: f64,
}

/// What counts as the sale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sale {
    /// Reaching the nearest level, as A "signed or being signed".
    #[default]
    NearestLevel,
    /// The outcome "won", one step beyond the nearest level, as in most sales systems.
    Won,
}

/// Levels in order, the **nearest to the sale first** (A, B, C, D, E). A value of this type has passed the checks of [`Scheme::new`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Scheme {
    levels: Vec<Level>,
    sale: Sale,
}

/// The form in which a scheme is saved.
#[derive(Clone, Serialize, Deserialize)]
struct Parts {
    levels: Vec<Level>,
    sale: Sale,
}

impl TryFrom<Parts> for Scheme {
    type Error = SchemeError;

    fn try_from(parts: Parts) -> Result<Self, SchemeError> {
        Self::new(parts.levels, parts.sale)
    }
}

impl From<Scheme> for Parts {
    fn from(scheme: Scheme) -> Self {
        Self { levels: scheme.levels, sale: scheme.sale }
    }
}

/// A level that names the one it advances to, as a user's own list may give it; `None`: the nearest to the sale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    pub level: Level,
    pub advances_to: Option<String>,
}

/// Why levels are no scheme. Places are counted from 0 in the order given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SchemeError {
    /// There must be at least [`Scheme::FEWEST_LEVELS`].
    TooFewLevels {
        found: usize,
    },
    /// A code of nothing but white space.
    EmptyCode {
        place: usize,
    },
    DuplicateCode {
        code: String,
        first: usize,
        second: usize,
    },
    /// At least one day is expected.
    Cadence {
        place: usize,
        found: u32,
    },
    /// 0 days or more are expected; `found` is `None` where it is no number.
    Dwell {
        place: usize,
        found: Option<f64>,
    },
    /// The level it advances to is not in the list.
    UnknownNext {
        code: String,
        advances_to: String,
    },
    /// Two levels advance to the same one, or two to none: there is no single order.
    TwoInOnePlace {
        first: String,
        second: String,
        advances_to: Option<String>,
    },
    /// These levels advance to each other in a circle, in this order.
    Cycle {
        codes: Vec<String>,
    },
}

impl fmt::Display for SchemeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for SchemeError {}

/// Code, cadence and dwell of the built-in levels, nearest the sale first (METHODS 8).
const BUILT_IN: [(&str, u32, f64); 5] = [("A", 3, 15.0), ("B", 7, 45.0), ("C", 14, 60.0), ("D", 30, 60.0), ("E", 60, 30.0)];

impl Scheme {
    /// Fewer levels have no step between them.
    pub const FEWEST_LEVELS: usize = 2;

    /// Levels from the nearest to the sale to the farthest.
    ///
    /// # Errors
    /// The first of: too few levels, an empty or repeated code, a cadence or dwell time that is none.
    pub fn new(levels: Vec<Level>, sale: Sale) -> Result<Self, SchemeError> {
        if levels.len() < Self::FEWEST_LEVELS {
            return Err(SchemeError::TooFewLevels { found: levels.len() });
        }
        let mut places = BTreeMap::new();
        for (place, level) in levels.iter().enumerate() {
            check_level(place, level)?;
            if let Some(first) = places.insert(level.code.as_str(), place) {
                return Err(SchemeError::DuplicateCode { code: level.code.clone(), first, second: place });
            }
        }
        Ok(Self { levels, sale })
    }

    /// Puts levels that name each other in order: the one that advances to none is the nearest to the sale.
    ///
    /// # Errors
    /// As [`Scheme::new`]; and a name that is not in the list, two levels that would share a place, or a cycle.
    pub fn from_links(linked: Vec<Linked>, sale: Sale) -> Result<Self, SchemeError> {
        // Codes are checked first, since the links go by them.
        let checked = Self::new(linked.iter().map(|one| one.level.clone()).collect(), sale)?;
        let before = levels_before(&linked)?;
        let mut order = Vec::with_capacity(linked.len());
        let mut next = before.get(&None).copied();
        while let Some(place) = next {
            order.push(place);
            next = before.get(&Some(linked[place].level.code.as_str())).copied();
        }
        if order.len() < linked.len() {
            return Err(SchemeError::Cycle { codes: cycle(&linked, &order) });
        }
        Ok(Self { levels: order.into_iter().map(|place| checked.levels[place].clone()).collect(), sale })
    }

    /// The contract scheme: A signed or being signed … E first information.
    #[must_use]
    pub fn contract() -> Self {
        Self { levels: BUILT_IN.map(built_in).to_vec(), sale: Sale::NearestLevel }
    }

    /// The purchase-time scheme: A already choosing … D satisfied, may buy one day; it has no E.
    #[must_use]
    pub fn purchase_time() -> Self {
        Self { levels: BUILT_IN[..4].iter().copied().map(built_in).collect(), sale: Sale::NearestLevel }
    }

    /// Nearest the sale first.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    #[must_use]
    pub fn sale(&self) -> Sale {
        self.sale
    }

    #[must_use]
    pub fn place(&self, code: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.code == code)
    }

    /// Stages of the chain: the levels, and the sale before them where it is none of them.
    #[must_use]
    pub fn stages(&self) -> usize {
        self.levels.len() + self.first_stage()
    }

    /// Steps of the chain, one fewer than stages.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.stages() - 1
    }

    /// The stage of a level; `None` for a code that is none.
    #[must_use]
    pub fn stage(&self, code: &str) -> Option<usize> {
        self.place(code).map(|place| place + self.first_stage())
    }

    /// The stage of a standing: a level's own, the sale for "won", none for the other outcomes and for unknown codes.
    #[must_use]
    pub fn stage_of(&self, standing: &Standing) -> Option<usize> {
        match standing {
            Standing::Level(code) => self.stage(code),
            Standing::Won => Some(0),
            Standing::Lost | Standing::Dormant => None,
        }
    }

    /// The level of a stage; `None` for the sale where it is no level, and beyond the farthest.
    #[must_use]
    pub fn level_of_stage(&self, stage: usize) -> Option<&Level> {
        self.levels.get(stage.checked_sub(self.first_stage())?)
    }

    fn first_stage(&self) -> usize {
        match self.sale {
            Sale::NearestLevel => 0,
            Sale::Won => 1,
        }
    }
}

fn built_in((code, cadence_days, dwell_days): (&str, u32, f64)) -> Level {
    Level { code: code.to_owned(), text: None, cadence_days, dwell_days }
}

fn check_level(place: usize, level: &Level) -> Result<(), SchemeError> {
    if level.code.trim().is_empty() {
        return Err(SchemeError::EmptyCode { place });
    }
    if level.cadence_days == 0 {
        return Err(SchemeError::Cadence { place, found: 0 });
    }
    if !Allowed::NotNegative.admits(level.dwell_days) {
        let found = level.dwell_days.is_finite().then_some(level.dwell_days);
        return Err(SchemeError::Dwell { place, found });
    }
    Ok(())
}

/// The place of the level that advances to each level (or to none).
fn levels_before(linked: &[Linked]) -> Result<BTreeMap<Option<&str>, usize>, SchemeError> {
    let codes: BTreeSet<_> = linked.iter().map(|one| one.level.code.as_str()).collect();
    let mut before = BTreeMap::new();
    for (place, one) in linked.iter().enumerate() {
        let next = one.advances_to.as_deref();
        if let Some(unknown) = next.filter(|next| !codes.contains(next)) {
            return Err(SchemeError::UnknownNext { code: one.level.code.clone(), advances_to: unknown.to_owned() });
        }
        if let Some(first) = before.insert(next, place) {
            let (first, second) = (linked[first].level.code.clone(), one.level.code.clone());
            return Err(SchemeError::TwoInOnePlace { first, second, advances_to: one.advances_to.clone() });
        }
    }
    Ok(before)
}

/// The circle that the first level outside `order` stands in. Each level is advanced to at most once, so what is left over are circles only.
fn cycle(linked: &[Linked], order: &[usize]) -> Vec<String> {
    let Some(start) = (0..linked.len()).find(|place| !order.contains(place)) else { return Vec::new() };
    let mut codes = vec![linked[start].level.code.clone()];
    let mut next = linked[start].advances_to.as_deref();
    while let Some(code) = next.filter(|code| *code != codes[0] && codes.len() < linked.len()) {
        codes.push(code.to_owned());
        next = linked.iter().find(|one| one.level.code == code).and_then(|one| one.advances_to.as_deref());
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(code: &str) -> Level {
        Level { code: code.to_owned(), text: None, cadence_days: 7, dwell_days: 30.0 }
    }

    fn linked(pairs: &[(&str, &str)]) -> Vec<Linked> {
        let one = |(code, next): &(&str, &str)| Linked { level: level(code), advances_to: (!next.is_empty()).then(|| (*next).to_owned()) };
        pairs.iter().map(one).collect()
    }

    fn codes(scheme: &Scheme) -> String {
        scheme.levels().iter().map(|level| level.code.as_str()).collect()
    }

    #[test]
    fn the_built_in_schemes_are_those_of_the_methods() {
        let contract = Scheme::contract();
        assert_eq!(codes(&contract), "ABCDE");
        let cadences: Vec<_> = contract.levels().iter().map(|level| level.cadence_days).collect();
        assert_eq!(cadences, [3, 7, 14, 30, 60]);
        let dwells: Vec<_> = contract.levels().iter().map(|level| level.dwell_days).collect();
        assert_eq!(dwells, [15.0, 45.0, 60.0, 60.0, 30.0]);
        assert_eq!((contract.stages(), contract.steps()), (5, 4));
        assert_eq!(codes(&Scheme::purchase_time()), "ABCD");
        for scheme in [contract, Scheme::purchase_time()] {
            assert_eq!(Scheme::new(scheme.levels.clone(), scheme.sale), Ok(scheme));
        }
    }

    #[test]
    fn where_the_sale_is_no_level_it_is_the_first_stage() {
        let scheme = Scheme::new(vec![level("Engaging"), level("Prospecting")], Sale::Won).unwrap();
        assert_eq!((scheme.stages(), scheme.steps()), (3, 2));
        assert_eq!(scheme.stage("Engaging"), Some(1));
        let standing = |code: &str| Standing::Level(code.to_owned());
        assert_eq!(scheme.stage_of(&standing("Prospecting")), Some(2));
        let outcomes = [Standing::Won, Standing::Lost, Standing::Dormant, standing("Won")];
        assert_eq!(outcomes.map(|standing| scheme.stage_of(&standing)), [Some(0), None, None, None]);
        assert_eq!(scheme.level_of_stage(0), None);
        assert_eq!(scheme.level_of_stage(2).unwrap().code, "Prospecting");
        assert_eq!(scheme.level_of_stage(3), None);
    }

    #[test]
    fn what_is_no_scheme_names_its_place() {
        let scheme = |levels: Vec<Level>| Scheme::new(levels, Sale::NearestLevel).unwrap_err();
        assert_eq!(scheme(vec![level("A")]), SchemeError::TooFewLevels { found: 1 });
        assert_eq!(scheme(vec![level("A"), level(" ")]), SchemeError::EmptyCode { place: 1 });
        let twice = SchemeError::DuplicateCode { code: "A".to_owned(), first: 0, second: 2 };
        assert_eq!(scheme(vec![level("A"), level("B"), level("A")]), twice);
        let without_cadence = Level { cadence_days: 0, ..level("B") };
        assert_eq!(scheme(vec![level("A"), without_cadence]), SchemeError::Cadence { place: 1, found: 0 });
        for (dwell_days, found) in [(-1.0, Some(-1.0)), (f64::NAN, None), (f64::INFINITY, None)] {
            let without_dwell = Level { dwell_days, ..level("B") };
            assert_eq!(scheme(vec![level("A"), without_dwell]), SchemeError::Dwell { place: 1, found });
        }
    }

    #[test]
    fn links_give_the_order() {
        let scheme = Scheme::from_links(linked(&[("C", "B"), ("A", ""), ("D", "C"), ("B", "A")]), Sale::Won).unwrap();
        assert_eq!(codes(&scheme), "ABCD");
    }

    #[test]
    fn a_cycle_is_named_by_its_levels() {
        let cyclic = |pairs| Scheme::from_links(linked(pairs), Sale::Won).unwrap_err();
        let circle = |codes: &[&str]| SchemeError::Cycle { codes: codes.iter().map(|code| (*code).to_owned()).collect() };
        assert_eq!(cyclic(&[("A", ""), ("B", "D"), ("C", "B"), ("D", "C")]), circle(&["B", "D", "C"]));
        assert_eq!(cyclic(&[("A", "B"), ("B", "A")]), circle(&["A", "B"]));
        assert_eq!(cyclic(&[("A", ""), ("B", "B")]), circle(&["B"]));
    }

    #[test]
    fn links_that_give_no_order_are_refused() {
        let refused = |pairs| Scheme::from_links(linked(pairs), Sale::Won).unwrap_err();
        let unknown = SchemeError::UnknownNext { code: "B".to_owned(), advances_to: "Z".to_owned() };
        assert_eq!(refused(&[("A", ""), ("B", "Z")]), unknown);
        let two = |first: &str, second: &str, next: Option<&str>| SchemeError::TwoInOnePlace {
            first: first.to_owned(),
            second: second.to_owned(),
            advances_to: next.map(str::to_owned),
        };
        assert_eq!(refused(&[("A", ""), ("B", "A"), ("C", "A")]), two("B", "C", Some("A")));
        assert_eq!(refused(&[("A", ""), ("B", "")]), two("A", "B", None));
    }

    #[test]
    fn a_saved_scheme_is_checked_when_read() {
        let text = serde_json::to_string(&Scheme::contract()).unwrap();
        assert_eq!(serde_json::from_str::<Scheme>(&text).unwrap(), Scheme::contract());
        assert!(serde_json::from_str::<Scheme>(&text.replace("\"B\"", "\"A\"")).is_err());
    }
}
