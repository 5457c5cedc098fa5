//! Texts of the Time page, the playbooks, the actions and what of them stands on a customer's card.

mod actions;
mod calls;
mod card;
mod channels;
mod explain;
mod handbook;
mod hours;
mod names;
mod selling;
