//! The save format (version, one upgrader a step) and the contract of a place to keep it.
