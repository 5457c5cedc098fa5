//! Potential customers: the page, the criteria, the blind placement, what is refused.

mod criteria;
mod messages;
mod page;
mod placement;
mod playbook;
