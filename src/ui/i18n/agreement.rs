//! One of a thing in English: "1 row", not "1 rows". Texts are written for many and put right here, in one place.

/// What stands behind a lone 1, as written for many and as it is for one; longer phrases first.
const ONE: &[(&str, &str)] = &[
    ("customers are steady and reach", "customer is steady and reaches"),
    ("rows are the same as rows", "row is the same as a row"),
    ("rows already there and were", "row already there and was"),
    ("groups of spellings look like one customer each", "group of spellings looks like one customer"),
    ("workspaces were kept here and are", "workspace was kept here and is"),
    ("more entries", "more entry"),
    ("sales take", "sale takes"),
    ("customers reach", "customer reaches"),
    ("customers are", "customer is"),
    ("changes are", "change is"),
    ("changes", "change"),
    ("customers bring", "customer brings"),
    ("rows have", "row has"),
    ("rows are", "row is"),
    ("entries are", "entry is"),
    ("entries have", "entry has"),
    ("values agree", "value agrees"),
    ("customers", "customer"),
    ("entries", "entry"),
    ("rows", "row"),
    ("months", "month"),
    ("quarters", "quarter"),
    ("weeks", "week"),
    ("days", "day"),
    ("hours", "hour"),
    ("people", "person"),
    ("columns", "column"),
    ("sheets", "sheet"),
    ("orders", "order"),
    ("resamplings", "resampling"),
    ("workspaces", "workspace"),
];

/// `text` with the word behind every lone 1 in its singular.
pub(super) fn agreed(text: String) -> String {
    let Some(first) = lone_one(&text, 0) else { return text };
    let mut result = String::with_capacity(text.len());
    let (mut taken, mut found) = (0, Some(first));
    while let Some(behind) = found {
        result.push_str(&text[taken..behind]);
        taken = behind;
        if let Some((many, one)) = ONE.iter().find(|(many, _)| starts_word(&text[behind..], many)) {
            result.push_str(one);
            taken += many.len();
        }
        found = lone_one(&text, taken);
    }
    result.push_str(&text[taken..]);
    result
}

/// Where the text behind the next `1 ` begins that is no part of a larger number or of a sum of money.
fn lone_one(text: &str, from: usize) -> Option<usize> {
    text[from..].match_indices("1 ").map(|(at, found)| (from + at, from + at + found.len())).find_map(|(at, behind)| {
        let alone = text[..at].chars().next_back().is_none_or(|before| matches!(before, ' ' | '(' | '·'));
        alone.then_some(behind)
    })
}

fn starts_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::agreed;

    fn check(many: &str, one: &str) {
        assert_eq!(agreed(many.to_owned()), one);
    }

    #[test]
    fn one_is_singular() {
        check("1 rows", "1 row");
        check("1 customers are not rated: new. They are in every total.", "1 customer is not rated: new. They are in every total.");
        check("Orders in each of 1 months", "Orders in each of 1 month");
        check("1 months with orders, 1 without", "1 month with orders, 1 without");
        check("Reaching the target takes 1 more entries at E.", "Reaching the target takes 1 more entry at E.");
        check("1 rows cannot be read · 1 customers", "1 row cannot be read · 1 customer");
    }

    #[test]
    fn every_other_number_is_left_alone() {
        for text in ["21 rows", "0.1 months", "£1 rows", "11 customers", "2 rows and 1", "1 rowset", "", "−1 days"] {
            check(text, text);
        }
    }
}
