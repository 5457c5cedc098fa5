//! Made-up names: the same for the same text, different for different texts, and spelled alike where the texts were spelled alike.

use std::collections::{BTreeMap, BTreeSet};

use super::AnonymousWords;
use crate::tables::{CustomerList, FunnelEntry, Standing, WALK_IN_KEY, folded_spelling};
use crate::workspace::{FunnelPlan, Workspace};

/// Digits of a name that there may be many of, and of one that there are few of.
const MANY: usize = 4;
const FEW: usize = 2;

/// Every text that was met, by its kind, with the name it was given.
pub(super) struct Names<'a> {
    pub words: &'a AnonymousWords,
    plan: &'a FunnelPlan,
    /// Codes of levels, in lower case.
    levels: BTreeSet<String>,
    /// Keys that the customer list has a name for.
    listed: BTreeSet<&'a str>,
    /// Keys and names of customers, prospects and funnel entries are one kind: an entry may be of a customer, a name may be a key.
    customers: Renaming,
    people: Renaming,
    regions: Renaming,
    products: Renaming,
    orders: Renaming,
    /// Files, sheets, stages, scenarios, contact words, lines.
    others: Renaming,
}

impl<'a> Names<'a> {
    pub fn new(words: &'a AnonymousWords, workspace: &'a Workspace) -> Self {
        let (plan, none) = (&workspace.funnel, Renaming::default);
        Self {
            words,
            plan,
            levels: level_codes(workspace),
            listed: workspace.data.customers.as_deref().map(named_keys).unwrap_or_default(),
            customers: none(),
            people: none(),
            regions: none(),
            products: none(),
            orders: none(),
            others: none(),
        }
    }

    pub fn customer(&mut self, text: &str) -> String {
        self.one_of_customers(&self.words.customer, text)
    }

    pub fn prospect(&mut self, text: &str) -> String {
        self.one_of_customers(&self.words.prospect, text)
    }

    /// The key of one whose name is `name`: a name itself where there is none.
    pub fn key(&mut self, key: &str, name: &str, word: &'a str) -> String {
        let is_name = name == key || (name.is_empty() && !self.listed.contains(key));
        self.one_of_customers(if is_name { word } else { &self.words.id }, key)
    }

    pub fn entry(&mut self, key: &str) -> String {
        self.one_of_customers(&self.words.entry, key)
    }

    /// The made-up name of a customer whose spelling folds to this.
    pub fn spelled_alike(&self, folded: &str) -> Option<String> {
        self.customers.groups.get(folded).map(|(name, _)| name.clone())
    }

    /// Keys that the app itself has made keep their form: walk-ins, entries without a key, a customer's second entry.
    fn one_of_customers(&mut self, word: &str, text: &str) -> String {
        if text == WALK_IN_KEY || FunnelEntry::is_nameless_key(text) {
            return text.to_owned();
        }
        match FunnelEntry::numbered_parts(text) {
            Some((customer, number)) => {
                let named = self.customers.name(&self.words.customer, MANY, customer);
                FunnelEntry::numbered_key(&named, number).unwrap_or(named)
            }
            None => self.customers.name(word, MANY, text),
        }
    }

    pub fn rep(&mut self, text: &str) -> String {
        self.people.name(&self.words.rep, FEW, text)
    }

    /// Whoever is a rep too is the same one.
    pub fn person(&mut self, text: &str) -> String {
        self.people.name(&self.words.person, FEW, text)
    }

    pub fn region(&mut self, text: &str) -> String {
        self.regions.name(&self.words.region, FEW, text)
    }

    pub fn product(&mut self, text: &str) -> String {
        self.products.name(&self.words.product, MANY, text)
    }

    pub fn order(&mut self, text: &str) -> String {
        self.orders.name(&self.words.order, MANY, text)
    }

    /// A name of a kind of its own, told from the others by its word.
    pub fn other(&mut self, word: &str, text: &str) -> String {
        // The same text may be of two of these kinds.
        self.others.name_as(&format!("{word}\u{1}{text}"), word, FEW, text)
    }

    /// A stage text that the plan knows is a word of the method and stays.
    pub fn stage(&mut self, text: &str) -> String {
        let is_known = self.plan.stages.contains_key(text);
        if is_known { text.to_owned() } else { self.other(&self.words.stage, text) }
    }

    /// As [`Self::stage`]; the code of a level stays too.
    pub fn level(&mut self, text: &str) -> String {
        if self.levels.contains(&text.trim().to_lowercase()) { text.to_owned() } else { self.stage(text) }
    }

    pub fn free_text(&self, text: &str) -> String {
        if text.is_empty() { String::new() } else { self.words.removed.clone() }
    }
}

/// Every code by which a level may be named: of the scheme, of the stages, of the intent by level.
fn level_codes(workspace: &Workspace) -> BTreeSet<String> {
    let of_stage = |standing: &Standing| match standing {
        Standing::Level(code) => Some(code.to_lowercase()),
        _ => None,
    };
    let plan = &workspace.funnel;
    let of_scheme = plan.scheme.levels().iter().map(|level| level.code.to_lowercase());
    let of_intent = workspace.potential.level_intent.keys().map(|code| code.to_lowercase());
    of_scheme.chain(of_intent).chain(plan.stages.values().filter_map(of_stage)).collect()
}

fn named_keys(list: &CustomerList) -> BTreeSet<&str> {
    list.rows.iter().filter(|row| !row.name.is_empty() && row.name != row.customer).map(|row| row.customer.as_str()).collect()
}

#[derive(Default)]
struct Renaming {
    given: BTreeMap<String, String>,
    /// Folded spelling → the name of the first text that has it, and how many have it.
    groups: BTreeMap<String, (String, usize)>,
    /// Last number by word.
    numbers: BTreeMap<String, u32>,
}

impl Renaming {
    fn name(&mut self, word: &str, digits: usize, text: &str) -> String {
        self.name_as(text, word, digits, text)
    }

    /// `key` tells the texts apart.
    fn name_as(&mut self, key: &str, word: &str, digits: usize, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        if let Some(given) = self.given.get(key) {
            return given.clone();
        }
        let folded = folded_spelling(key);
        // Nothing that can be seen: alike to nobody.
        let folded = if folded.is_empty() { key.to_owned() } else { folded };
        let numbers = &mut self.numbers;
        let (first, alike) = self.groups.entry(folded).or_insert_with(|| {
            let number = numbers.entry(word.to_owned()).or_default();
            *number += 1;
            (format!("{word} {number:0digits$}"), 0)
        });
        // Further spellings of one name differ by blanks, so that they fold to the same again.
        let name = first.replacen(' ', &" ".repeat(*alike + 1), 1);
        *alike += 1;
        self.given.insert(key.to_owned(), name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_the_same_name_and_others_have_others() {
        let mut names = Renaming::default();
        let given = ["Acme", "Berta", "Acme", "", "ACME", "Acme "].map(|text| names.name("Customer", MANY, text));
        assert_eq!(given, ["Customer 0001", "Customer 0002", "Customer 0001", "", "Customer  0001", "Customer   0001"]);
        assert_eq!(folded_spelling(&given[5]), folded_spelling(&given[0]), "spelled alike");
        assert_eq!(names.name("ID", MANY, "4711"), "ID 0001");
        assert_eq!((names.name("ID", MANY, "\u{200b}"), names.name("ID", MANY, "\u{2060}")), ("ID 0002".to_owned(), "ID 0003".to_owned()));
    }

    #[test]
    fn keys_of_the_app_keep_their_form() {
        let words = AnonymousWords { customer: "Customer".to_owned(), entry: "Entry".to_owned(), ..AnonymousWords::default() };
        let workspace = Workspace::default();
        let mut names = Names::new(&words, &workspace);
        assert_eq!(names.customer(WALK_IN_KEY), WALK_IN_KEY);
        let nameless = FunnelEntry::nameless_key(3, 17);
        assert_eq!(names.entry(&nameless), nameless);
        let second = FunnelEntry::numbered_key("Acme", 2).unwrap_or_default();
        assert_eq!(names.entry(&second), format!("{}\u{1}2", names.customer("Acme")));
        assert_eq!(names.entry("\u{1}row of Acme"), "Entry 0001", "only looks like one");
        assert_eq!((names.level("a"), names.level("Acme")), ("a".to_owned(), " 01".to_owned()));
    }
}
