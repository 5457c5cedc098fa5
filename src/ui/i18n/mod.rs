//! Wording in both languages, checked at compile time: a text that lacks a language or a parameter does not build.
//!
//! One file a page, each a [`texts!`] table: `name => "English", "中文";` or `name(a, b) => "{a} of {b}", "{b} 中的 {a}";`.
//! Numbers come in already formatted (see `numbers`). English is short and uses verbs on buttons; Chinese is 书面、简洁, with a
//! space between Chinese and figures, full-width punctuation, 家 for customers, 次 for orders.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[default]
    English,
    Chinese,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// As in the `lang` attribute and the language select.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// `zh`, `zh-CN`, `zh-Hant-TW` … are Chinese; everything else is English.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// The language's own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }
}

/// The texts of one language; every table adds methods to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts(pub Language);

macro_rules! texts {
    ($( $(#[$meta:meta])* $name:ident $( ( $($arg:ident),+ $(,)? ) )? => $english:literal, $chinese:literal; )+) => {
        impl $crate::ui::i18n::Texts {
            $( texts!(@one $(#[$meta])* $name $( ( $($arg),+ ) )? => $english, $chinese); )+
        }
    };
    (@one $(#[$meta:meta])* $name:ident => $english:literal, $chinese:literal) => {
        $(#[$meta])*
        #[must_use]
        pub fn $name(self) -> &'static str {
            match self.0 {
                $crate::ui::i18n::Language::English => $english,
                $crate::ui::i18n::Language::Chinese => $chinese,
            }
        }
    };
    (@one $(#[$meta:meta])* $name:ident ( $($arg:ident),+ ) => $english:literal, $chinese:literal) => {
        $(#[$meta])*
        #[must_use]
        pub fn $name(self, $($arg: impl std::fmt::Display),+) -> String {
            match self.0 {
                $crate::ui::i18n::Language::English => $crate::ui::i18n::agreement::agreed(format!($english)),
                $crate::ui::i18n::Language::Chinese => format!($chinese),
            }
        }
    };
}

mod agreement;
mod classes;
mod data;
mod dates;
mod effort;
mod errors;
mod existing;
pub mod funnel;
mod gallery;
mod growth;
mod help;
pub mod import;
mod numbers;
pub mod playbook;
mod potential;
mod shell;
mod start;
mod versions;
mod recovery;
mod workspaces;

pub use dates::LocalTime;
pub use numbers::currency_symbol;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_follow_the_language() {
        assert_eq!(Texts(Language::English).nav_existing(), "Existing");
        assert_eq!(Texts(Language::Chinese).nav_existing(), "现有客户");
        assert_eq!(Texts(Language::Chinese).bar_saved_at("14:02"), "已保存 14:02");
    }
}
