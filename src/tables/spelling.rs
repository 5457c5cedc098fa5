//! One folded spelling for texts that people take to be the same name. Suggestions rest on it; nothing is ever merged by it.

use unicode_normalization::UnicodeNormalization;

/// The spelling under which names that differ only by case, width, blanks or invisible characters meet.
///
/// Compatibility forms become plain ones (NFKC: full-width letters and digits, ligatures, no-break space), letters become lower
/// case, zero-width and direction marks vanish, runs of white space become one blank, none at the ends. Punctuation and legal
/// forms stay: `ACME Ltd` and `ACME Ltd.` are different firms until a person says otherwise.
///
/// ```
/// use fourfold::tables::folded_spelling;
/// assert_eq!(folded_spelling(" ＡＣＭＥ\u{a0}  Ltd\u{200b} "), "acme ltd");
/// assert_ne!(folded_spelling("ACME Ltd."), folded_spelling("ACME Ltd"));
/// ```
#[must_use]
pub fn folded_spelling(text: &str) -> String {
    // ASCII has no other forms.
    if text.is_ascii() { folded(text.chars(), text.len()) } else { folded(text.nfkc(), text.len()) }
}

fn folded(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut blank = false;
    for letter in letters.flat_map(char::to_lowercase).filter(|&letter| !is_invisible(letter)) {
        if letter.is_whitespace() {
            blank = !folded.is_empty();
            continue;
        }
        if blank {
            folded.push(' ');
            blank = false;
        }
        folded.push(letter);
    }
    folded
}

/// Zero-width characters, joiners, direction marks and control characters: nothing a reader of the name can see.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (letter.is_control() && !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_firm_meet() {
        let spellings = [
            "ACME Ltd",
            "acme ltd",
            "ACME  Ltd",
            " ACME Ltd ",
            "ＡＣＭＥ Ltd",
            "ACME Ltd\u{200b}",
            "ACME\u{a0}Ltd",
            "ACME\u{3000}LTD",
            "\u{feff}Acme\tLtd",
        ];
        assert!(spellings.iter().all(|spelling| folded_spelling(spelling) == "acme ltd"));
        assert_eq!(folded_spelling("\u{202e}gnp.exe"), "gnp.exe");
    }

    #[test]
    fn different_names_stay_apart() {
        assert_ne!(folded_spelling("ACME-Ltd"), folded_spelling("ACME Ltd"));
        assert_ne!(folded_spelling("华东一部"), folded_spelling("华东二部"));
        assert_eq!(folded_spelling(" \u{200b} "), "");
    }
}
