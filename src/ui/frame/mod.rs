//! What stands around every page: rail, bar, messages, keys, the whole page as a place to drop files on.

mod bar;
mod brand;
mod drop;
mod keeping;
mod keys;
mod rail;
mod selects;
mod toasts;

pub use bar::Bar;
pub use brand::Brand;
pub use drop::DropAnywhere;
pub use keeping::KeepNotice;
pub use keys::{KeyList, Keys, takes_text};
pub use rail::Rail;
pub use selects::{LanguageSelect, ThemeSelect};
pub use toasts::Toasts;
