//! What an import says of stage texts, taken into the plan: new texts get their suggestion, known ones keep what the user has decided.

use std::collections::{BTreeMap, BTreeSet};

use super::FunnelPlan;
use crate::plan::{Level, LevelText, Sale, Scheme};
use crate::tables::Standing;

impl FunnelPlan {
    /// Takes in what stage texts stand for. `chosen` are those decided on at import; they count over what was known. `levels`, nearest
    /// the sale first, are the codes of the suggestion with the text each is named after; they become the plan's levels while nothing
    /// has been planned yet.
    pub fn take_stages(&mut self, mapping: &BTreeMap<String, Option<Standing>>, chosen: &BTreeSet<String>, levels: &[(String, String)]) {
        let codes: BTreeSet<&str> = mapping.values().flatten().filter_map(code).collect();
        if *self == Self::default()
            && let Some(scheme) = suggested_scheme(levels, &codes)
        {
            self.scheme = scheme;
        }
        for (text, standing) in mapping.iter().filter(|(text, _)| !text.is_empty()) {
            let known = self.stages.contains_key(text) || self.left_out.contains(text);
            match standing {
                Some(standing) if self.has_place_for(standing) && (chosen.contains(text) || !known) => {
                    self.set_stage(text, Some(standing.clone()));
                }
                None if chosen.contains(text) => self.set_stage(text, None),
                _ => {}
            }
        }
    }

    /// What a stage text stands for from now on; `None`: it does not count.
    pub fn set_stage(&mut self, text: &str, standing: Option<Standing>) {
        match standing {
            Some(standing) => {
                self.left_out.remove(text);
                self.stages.insert(text.to_owned(), standing);
            }
            None => {
                self.stages.remove(text);
                self.left_out.insert(text.to_owned());
            }
        }
    }

    fn has_place_for(&self, standing: &Standing) -> bool {
        code(standing).is_none_or(|code| self.scheme.place(code).is_some())
    }
}

fn code(standing: &Standing) -> Option<&str> {
    match standing {
        Standing::Level(code) => Some(code),
        Standing::Won | Standing::Lost | Standing::Dormant => None,
    }
}

/// Levels named after the file's own stages, beyond which lies the sale. `None` where the letters of the contract scheme will do: the
/// file uses them itself, or its stages were given to them by hand.
fn suggested_scheme(levels: &[(String, String)], codes: &BTreeSet<&str>) -> Option<Scheme> {
    let contract = Scheme::contract();
    let suggested: BTreeSet<&str> = levels.iter().map(|(code, _)| code.as_str()).collect();
    let by_hand = !codes.is_subset(&suggested) && codes.iter().all(|code| contract.place(code).is_some());
    if levels.is_empty() || by_hand {
        return None;
    }
    let level = |(place, (code, name)): (usize, &(String, String))| {
        let like = contract.levels().get(place).or(contract.levels().last());
        Level {
            code: code.clone(),
            text: Some(LevelText { name: name.clone(), ..LevelText::default() }),
            cadence_days: like.map_or(30, |like| like.cadence_days),
            dwell_days: like.map_or(30.0, |like| like.dwell_days),
        }
    };
    Scheme::new(levels.iter().enumerate().map(level).collect(), Sale::Won).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(code: &str) -> Option<Standing> {
        Some(Standing::Level(code.to_owned()))
    }

    fn mapping(pairs: &[(&str, Option<Standing>)]) -> BTreeMap<String, Option<Standing>> {
        pairs.iter().map(|(text, standing)| ((*text).to_owned(), standing.clone())).collect()
    }

    fn levels(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
    }

    fn chosen(texts: &[&str]) -> BTreeSet<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn stages_of_a_sales_system_become_the_levels_of_a_new_plan() {
        let mut plan = FunnelPlan::default();
        let stages = mapping(&[("Prospecting", level("B")), ("Engaging", level("A")), ("Won", Some(Standing::Won)), ("", None)]);
        plan.take_stages(&stages, &BTreeSet::new(), &levels(&[("A", "Engaging"), ("B", "Prospecting")]));
        let names: Vec<_> = plan.scheme.levels().iter().filter_map(|level| level.text.as_ref()).map(|text| text.name.as_str()).collect();
        assert_eq!((names, plan.scheme.sale(), plan.stages.len()), (vec!["Engaging", "Prospecting"], Sale::Won, 3));
        assert_eq!(plan.scheme.levels()[0].cadence_days, 3);
    }

    #[test]
    fn letters_of_the_file_are_those_of_the_contract_scheme() {
        let mut plan = FunnelPlan::default();
        plan.take_stages(&mapping(&[("A级", level("A")), ("E", level("E"))]), &BTreeSet::new(), &[]);
        assert_eq!((plan.scheme.clone(), plan.stages.len()), (Scheme::contract(), 2));
        let mut plan = FunnelPlan::default();
        let by_hand = mapping(&[("x", level("D")), ("y", level("E"))]);
        plan.take_stages(&by_hand, &chosen(&["x", "y"]), &levels(&[("A", "x"), ("B", "y")]));
        assert_eq!(plan.scheme, Scheme::contract(), "the user has used the contract's own levels");
    }

    #[test]
    fn what_the_user_has_decided_stays_unless_decided_anew() {
        let mut plan = FunnelPlan { stages: [("意向".to_owned(), Standing::Level("C".to_owned()))].into(), ..FunnelPlan::default() };
        let stages = mapping(&[("意向", level("B")), ("线索", level("E")), ("Z", level("Z")), ("旧", None)]);
        plan.take_stages(&stages, &BTreeSet::new(), &levels(&[("B", "意向"), ("E", "线索")]));
        let standing = |plan: &FunnelPlan, text: &str| plan.stages.get(text).cloned();
        assert_eq!((standing(&plan, "意向"), standing(&plan, "线索"), plan.stages.len()), (level("C"), level("E"), 2));
        plan.take_stages(&mapping(&[("意向", level("B")), ("线索", None)]), &chosen(&["意向", "线索"]), &[]);
        assert_eq!((standing(&plan, "意向"), standing(&plan, "线索")), (level("B"), None));
        plan.take_stages(&mapping(&[("线索", level("E"))]), &BTreeSet::new(), &[]);
        assert_eq!(standing(&plan, "线索"), None, "what does not count is not suggested again");
        plan.take_stages(&mapping(&[("线索", level("D"))]), &chosen(&["线索"]), &[]);
        assert_eq!((standing(&plan, "线索"), plan.left_out.len()), (level("D"), 0), "unless it is decided anew");
        assert_eq!(plan.scheme, Scheme::contract(), "a plan that was begun keeps its levels");
    }
}
