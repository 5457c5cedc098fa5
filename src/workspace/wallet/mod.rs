//! Purchase potential against sales: share of wallet and headroom by customer and by product (METHODS 4).
//! Knows nothing of how it is shown.

mod analysis;
mod matching;

pub use analysis::{ProductLine, Wallet, WalletFigures, WalletLine, WalletSettings, wallet};
pub use matching::{MatchedBy, Unmatched, UnmatchedWhy, customers_called};
