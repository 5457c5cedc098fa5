//! The whole surface of the core: [`Engine::apply`] and [`Engine::query`]. Plain data in, plain data out, synchronous.
//! Knows nothing of workers or storage; `protocol` names the messages that carry it between the programs.

pub mod protocol;
mod query;
mod view;
mod class_list;

pub use class_list::{CLASS_LIST_CODES, ClassListWording, class_list};
pub use query::{ListQuery, Query, SortKey, TrialCuts};
pub use view::*;
