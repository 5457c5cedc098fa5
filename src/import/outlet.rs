//! Where purchases go while their file is still being read.

use super::account::Account;
use crate::tables::{PurchaseTable, TextsGone};

/// Texts of a column that room is made for.
const MOST_EXPECTED: usize = 4_000_000;
/// Room made for rows against those expected.
const ROOM: f64 = 1.02;

/// Hands purchases out in pieces, and foresees from those gone how many there will be.
pub(super) struct Outlet<'a> {
    /// As many are let go together at least.
    rows: usize,
    take: &'a mut dyn FnMut(PurchaseTable, usize),
    gone: TextsGone,
    rows_gone: usize,
    total_bytes: u64,
}

impl<'a> Outlet<'a> {
    pub fn new(rows: usize, take: &'a mut dyn FnMut(PurchaseTable, usize), total_bytes: u64) -> Self {
        Self { rows, take, gone: TextsGone::default(), rows_gone: 0, total_bytes }
    }

    /// Hands out what is held once it is worth it. `bytes` of all files have been read.
    pub fn let_go(&mut self, purchases: &mut PurchaseTable, account: &mut Account, bytes: u64) {
        if purchases.len() < self.rows {
            return;
        }
        let piece = purchases.take_piece(&mut self.gone);
        self.rows_gone += piece.len();
        let expected = self.rows_gone as f64 * self.total_bytes as f64 / bytes.max(1) as f64;
        let expected = (expected * ROOM) as usize;
        account.expect(expected);
        purchases.expect_texts(self.rows_gone, expected.min(MOST_EXPECTED));
        (self.take)(piece, expected);
    }

    /// What has not been handed out.
    pub fn last(&mut self, purchases: PurchaseTable) -> PurchaseTable {
        purchases.last_piece(&mut self.gone)
    }
}
