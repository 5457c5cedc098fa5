//! Wording of then and now, of potential and headroom, and of the future customers.

mod changes;
mod codes;
mod future;
mod wallet;
