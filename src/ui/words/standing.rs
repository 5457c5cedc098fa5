//! What a stage text stands for, as the choices of a select.

use crate::plan::Scheme;
use crate::tables::Standing;
use crate::ui::i18n::Texts;

/// Stable codes: `level:<code>`, `won`, `lost`, `dormant`; empty for none.
#[must_use]
pub fn standing_code(standing: Option<&Standing>) -> String {
    match standing {
        None => String::new(),
        Some(Standing::Level(code)) => format!("level:{code}"),
        Some(Standing::Won) => "won".to_owned(),
        Some(Standing::Lost) => "lost".to_owned(),
        Some(Standing::Dormant) => "dormant".to_owned(),
    }
}

#[must_use]
pub fn standing_from(code: &str) -> Option<Standing> {
    match code {
        "won" => Some(Standing::Won),
        "lost" => Some(Standing::Lost),
        "dormant" => Some(Standing::Dormant),
        other => other.strip_prefix("level:").map(|code| Standing::Level(code.to_owned())),
    }
}

/// Code and words of everything a stage may stand for: nothing, the levels with the texts they are named after, the outcomes.
#[must_use]
pub fn standing_choices(texts: Texts, none: &str, levels: &[(String, String)]) -> Vec<(String, String)> {
    let mut list = vec![(String::new(), none.to_owned())];
    let level = |(code, name): &(String, String)| {
        let words = if name.is_empty() || name == code { code.clone() } else { format!("{code} · {name}") };
        (format!("level:{code}"), words)
    };
    list.extend(levels.iter().map(level));
    list.push(("won".to_owned(), texts.standing_won().to_owned()));
    list.push(("lost".to_owned(), texts.standing_lost().to_owned()));
    list.push(("dormant".to_owned(), texts.standing_dormant().to_owned()));
    list
}

/// The levels of a scheme with their names.
#[must_use]
pub fn named_levels(texts: Texts, scheme: &Scheme) -> Vec<(String, String)> {
    scheme.levels().iter().map(|level| (level.code.clone(), texts.level(scheme, &level.code).name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    #[test]
    fn every_choice_leads_back_to_what_it_stands_for() {
        let levels = named_levels(Texts(Language::English), &Scheme::contract());
        for (code, words) in standing_choices(Texts(Language::English), "does not count", &levels) {
            assert_eq!(standing_code(standing_from(&code).as_ref()), code, "{words}");
        }
        assert_eq!(levels[1], ("B".to_owned(), "decision-maker intends to buy".to_owned()));
    }
}
