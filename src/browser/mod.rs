//! The browser as the rest sees it.
