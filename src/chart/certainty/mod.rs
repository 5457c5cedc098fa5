//! How sure a number of entries makes the target: the chance over the entries at the farthest level, with the chosen confidence, the entries it
//! takes, and what the plain division would have said.

mod input;
mod layout;
mod labels;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::{CertaintyHit, hit_test};
pub use input::{CertaintyInput, CertaintyTexts, MarkedEntries};
pub use layout::{CertaintyLayout, layout};
