//! Shared pieces. Each takes what it shows as properties and hands back what was done by callback; none knows a page.
//! The gallery (`#/gallery`) shows them in every state.

mod button;
mod dialog;
mod empty;
mod explain;
mod explained;
mod fields;
mod figure_field;
mod glyph;
mod icon;
mod later;
mod main_area;
mod menu;
mod notice;
mod popover;
mod progress;
mod settled;
mod share_bar;
mod switch;
mod value_filter;
mod virtual_rows;

pub use button::{Button, Look};
pub use dialog::{Dialog, steer_dialog};
pub use empty::EmptyState;
pub use explain::{Explain, SourceTag};
pub use explained::{Explained, ExplainedFigure};
pub use fields::{Choice, DayField, SelectField, SelectOptions, TextField};
pub use figure_field::{FigureField, FigureKind};
pub use glyph::{ClassName, Glyph, class_css, class_name};
pub use icon::Icon;
pub use later::{Later, later};
pub use main_area::Main;
pub use menu::Menu;
pub use notice::{Notice, Tone};
pub use popover::{Popover, hide_popover_of};
pub use progress::Progress;
pub use settled::settled;
pub use share_bar::ShareBar;
pub use switch::Switch;
pub use value_filter::ValueFilter;
pub use virtual_rows::{VirtualRows, watch_size};
