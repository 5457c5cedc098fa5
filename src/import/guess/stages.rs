//! From all stage texts of a table to what each is suggested to stand for. Suggestions only: the user sees and changes them.

use std::collections::BTreeMap;

use super::stage_words::{StageWord, level_letter, stage_number, stage_word};
use super::vocabulary::HeaderKey;
use crate::import::{Choices, StageGuess, StagesGuess};
use crate::order;
use crate::tables::{Standing, folded_spelling};

/// Codes of suggested levels; a column with more texts is hardly one of levels.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Letters that name levels of their own right (METHODS 3).
const BUILT_IN: &str = "ABCDE";

/// A stage text with what was counted of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageTally {
    pub text: String,
    pub rows: u64,
    /// Met in the column of levels; otherwise in that of outcomes alone.
    pub is_stage: bool,
    /// Mean place at which entries come to it first, from 0; `None` where the table holds no courses.
    pub mean_place: Option<f64>,
}

/// Suggests standings, and puts the user's over them. `outcome_header` is that of a column of outcomes, if there is one.
#[must_use]
pub fn guess_stages(tallies: &[StageTally], complete: bool, outcome_header: Option<&str>, choices: &Choices) -> StagesGuess {
    let (levels, outcomes) = suggest(tallies, outcome_header);
    let suggested: BTreeMap<&str, Standing> = levels
        .iter()
        .flat_map(|level| level.texts.iter().map(|text| (*text, Standing::Level(level.code.clone()))))
        .chain(outcomes)
        .collect();
    let mut stages: Vec<StageGuess> = tallies.iter().map(|tally| stage_guess(tally, &suggested, choices)).collect();
    order::sort_by(&mut stages, |left, right| place(left).cmp(&place(right)).then_with(|| right.rows.cmp(&left.rows)));
    let named = levels.iter().filter(|level| !level.name.is_empty()).map(|level| (level.code.clone(), level.name.to_owned()));
    StagesGuess { stages, levels: named.collect(), complete }
}

fn stage_guess(tally: &StageTally, suggested: &BTreeMap<&str, Standing>, choices: &Choices) -> StageGuess {
    let suggestion = suggested.get(tally.text.as_str()).cloned();
    let chosen = choices.stages.get(&tally.text);
    StageGuess {
        text: tally.text.clone(),
        rows: tally.rows,
        standing: chosen.cloned().unwrap_or_else(|| suggestion.clone()),
        suggested: suggestion,
        chosen: chosen.is_some(),
    }
}

/// Levels nearest the sale first, then outcomes, then what stands for nothing, rows without a text last.
fn place(stage: &StageGuess) -> (u8, Option<&Standing>) {
    match &stage.standing {
        Some(standing @ Standing::Level(_)) => (0, Some(standing)),
        Some(standing) => (1, Some(standing)),
        None if stage.text.is_empty() => (3, None),
        None => (2, None),
    }
}

/// A suggested level.
struct LevelGuess<'a> {
    code: String,
    /// The stage text it is named after; empty where the code is a letter of the built-in levels that the file itself uses.
    name: &'a str,
    texts: Vec<&'a str>,
}

type Outcomes<'a> = Vec<(&'a str, Standing)>;

fn suggest<'a>(tallies: &'a [StageTally], outcome_header: Option<&str>) -> (Vec<LevelGuess<'a>>, Outcomes<'a>) {
    let mut outcomes = Vec::new();
    let mut open = Vec::new();
    for tally in tallies.iter().filter(|tally| !tally.text.is_empty()) {
        match (stage_word(&tally.text), tally.is_stage) {
            (Some(StageWord::Won), _) => outcomes.push((tally.text.as_str(), Standing::Won)),
            (Some(StageWord::Lost), _) => outcomes.push((tally.text.as_str(), Standing::Lost)),
            (Some(StageWord::Dormant), _) => outcomes.push((tally.text.as_str(), Standing::Dormant)),
            (_, true) => open.push(tally),
            (_, false) if says_yes(&tally.text) && outcome_header.is_some_and(asks_for_won) => {
                outcomes.push((tally.text.as_str(), Standing::Won));
            }
            (_, false) => {}
        }
    }
    (by_letter(&open).unwrap_or_else(|| in_order(&open)), outcomes)
}

fn says_yes(text: &str) -> bool {
    ["是", "yes", "y", "true", "1", "√", "✓"].contains(&folded_spelling(text).as_str())
}

fn asks_for_won(header: &str) -> bool {
    let key = HeaderKey::new(header);
    ["won", "成交", "赢单", "签约", "signed"].iter().any(|word| key.holds(word))
}

/// Levels by the letters the file itself uses, A nearest the sale; `None` where not every text has one, or where the words beside the
/// letters say that A is the farthest.
fn by_letter<'a>(open: &[&'a StageTally]) -> Option<Vec<LevelGuess<'a>>> {
    let mut letters: BTreeMap<char, Vec<&'a str>> = BTreeMap::new();
    for tally in open {
        letters.entry(level_letter(&tally.text)?).or_default().push(&tally.text);
    }
    let ranks: Vec<u8> = letters.values().filter_map(|texts| rank(texts.first()?)).collect();
    let backwards = ranks.len() > 1 && ranks.first() < ranks.last();
    let built_in = letters.keys().all(|letter| BUILT_IN.contains(*letter));
    let level = |(letter, texts): (char, Vec<&'a str>)| LevelGuess {
        code: letter.to_string(),
        name: if built_in { "" } else { texts.first().copied().unwrap_or_default() },
        texts,
    };
    (letters.len() > 1 && !backwards).then(|| letters.into_iter().map(level).collect())
}

fn rank(text: &str) -> Option<u8> {
    match stage_word(text) {
        Some(StageWord::Level(rank)) => Some(rank),
        _ => None,
    }
}

/// Levels in an order found by numbers in the texts, by their words, or by the courses of the entries; lettered from the sale on.
/// Texts without a place in that order stay without a suggestion.
fn in_order<'a>(open: &[&'a StageTally]) -> Vec<LevelGuess<'a>> {
    let all = |key: fn(&StageTally) -> Option<f64>| open.iter().map(|tally| key(tally)).collect::<Option<Vec<_>>>();
    let numbered = all(|tally| stage_number(&tally.text).map(f64::from)).filter(|numbers| are_distinct(numbers));
    let worded = all(|tally| rank(&tally.text).map(f64::from));
    let keys = match numbered.or(worded).or_else(|| all(|tally| tally.mean_place)) {
        Some(keys) => keys.into_iter().map(Some).collect(),
        None => open.iter().map(|tally| rank(&tally.text).map(f64::from)).collect::<Vec<_>>(),
    };
    let mut placed: Vec<(f64, &'a str)> = keys.into_iter().zip(open).filter_map(|(key, tally)| Some((key?, tally.text.as_str()))).collect();
    if placed.len() > LETTERS.len() {
        return Vec::new();
    }
    // Nearest the sale first; among equals the one met later, as files tend to begin with what is new.
    placed.reverse();
    order::sort_by(&mut placed, |left, right| right.0.total_cmp(&left.0));
    let lettered = LETTERS.chars().zip(placed);
    lettered.map(|(letter, (_, text))| LevelGuess { code: letter.to_string(), name: text, texts: vec![text] }).collect()
}

fn are_distinct(numbers: &[f64]) -> bool {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.windows(2).all(|pair| pair[0] < pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(texts: &[&str]) -> Vec<(String, Option<Standing>)> {
        let tally = |text: &&str| StageTally { text: (*text).to_owned(), rows: 1, is_stage: true, mean_place: None };
        let tallies: Vec<StageTally> = texts.iter().map(tally).collect();
        let found = guess_stages(&tallies, true, None, &Choices::default());
        found.stages.into_iter().map(|stage| (stage.text, stage.standing)).collect()
    }

    fn level(code: &str) -> Option<Standing> {
        Some(Standing::Level(code.to_owned()))
    }

    fn expect(texts: &[&str], expected: &[(&str, Option<Standing>)]) {
        let expected: Vec<_> = expected.iter().map(|(text, standing)| ((*text).to_owned(), standing.clone())).collect();
        assert_eq!(guess(texts), expected);
    }

    #[test]
    fn two_levels_get_letters_in_the_order_of_a_sale() {
        let expected =
            [("Engaging", level("A")), ("Prospecting", level("B")), ("Won", Some(Standing::Won)), ("Lost", Some(Standing::Lost))];
        expect(&["Won", "Engaging", "Lost", "Prospecting"], &expected);
    }

    #[test]
    fn letters_of_the_file_are_kept_and_share_a_level() {
        let expected = [("A级", level("A")), ("B级", level("B")), ("b", level("B")), ("E", level("E")), ("流失", Some(Standing::Lost))];
        expect(&["E", "A级", "B级", "b", "流失"], &expected);
        let tally = |text: &str| StageTally { text: text.to_owned(), rows: 1, is_stage: true, mean_place: None };
        let levels = |texts: &[&str]| {
            guess_stages(&texts.iter().map(|text| tally(text)).collect::<Vec<_>>(), true, None, &Choices::default()).levels
        };
        assert_eq!(levels(&["A级", "E级"]), []);
        assert_eq!(levels(&["A级", "F级"]), [("A", "A级"), ("F", "F级")].map(|(code, name)| (code.to_owned(), name.to_owned())));
        expect(&["A - Prospecting", "B - Negotiation"], &[("B - Negotiation", level("A")), ("A - Prospecting", level("B"))]);
    }

    #[test]
    fn numbers_stand_before_words_and_unknown_texts_stay_open() {
        expect(&["2. Zeta", "1. Omega"], &[("2. Zeta", level("A")), ("1. Omega", level("B"))]);
        expect(&["报价", "线索", "某状态", ""], &[("报价", level("A")), ("线索", level("B")), ("某状态", None), ("", None)]);
    }

    #[test]
    fn courses_give_the_order_where_words_do_not() {
        let tally = |text: &str, place: f64| StageTally { text: text.to_owned(), rows: 1, is_stage: true, mean_place: Some(place) };
        let tallies = [tally("O_SENT", 2.0), tally("O_SELECTED", 0.0), tally("O_CREATED", 1.0), tally("O_ACCEPTED", 4.0)];
        let found = guess_stages(&tallies, true, None, &Choices::default());
        assert_eq!(found.levels, [("A", "O_SENT"), ("B", "O_CREATED"), ("C", "O_SELECTED")].map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(found.stages[3].standing, Some(Standing::Won));
    }

    #[test]
    fn a_column_of_outcomes_and_the_users_choice_are_followed() {
        let outcome = |text: &str| StageTally { text: text.to_owned(), rows: 1, ..StageTally::default() };
        let choices = Choices { stages: BTreeMap::from([("否".to_owned(), Some(Standing::Dormant))]), ..Choices::default() };
        let found = guess_stages(&[outcome("是"), outcome("否")], true, Some("是否成交"), &choices);
        let standings: Vec<_> = found.stages.iter().map(|stage| (stage.standing.clone(), stage.chosen)).collect();
        assert_eq!(standings, [(Some(Standing::Won), false), (Some(Standing::Dormant), true)]);
    }
}
