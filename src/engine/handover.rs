//! An import on its way from the files program to the engine: purchases while the file is still being read, everything else at its end.

use serde::{Deserialize, Serialize};

use crate::import::{ImportError, Imported};
use crate::tables::PurchaseTable;

/// Files program → engine, through the port.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ImportPiece {
    /// The purchases that follow, of about so many in all.
    Purchases {
        piece: Box<PurchaseTable>,
        expected: u64,
    },
    /// A part of the rest.
    Part(#[serde(with = "serde_bytes")] Vec<u8>),
    /// All parts together are the postcard bytes of [`Imported`], which has the last of the purchases.
    End,
    Failed(ImportError),
}

/// What has arrived of an import.
#[derive(Clone, Debug, Default)]
pub struct ArrivingTables {
    purchases: PurchaseTable,
    rest: Vec<u8>,
}

impl ArrivingTables {
    pub fn take_purchases(&mut self, piece: PurchaseTable, expected: u64) {
        let expected = usize::try_from(expected).unwrap_or(usize::MAX);
        let is_first = self.purchases.is_empty();
        // An estimate is asked for room once, and again only where it has proved too small: each new place leaves a hole in memory.
        if !is_first && self.purchases.has_room_for() < piece.len() {
            self.purchases.expect(expected);
        }
        self.purchases.go_on(piece);
        if is_first {
            self.purchases.expect(expected);
        }
    }

    pub fn take_part(&mut self, part: &[u8]) {
        self.rest.extend_from_slice(part);
    }

    /// # Errors
    /// The rest is not an [`Imported`].
    pub fn finish(self) -> Result<Imported, ImportError> {
        let damaged = |error: postcard::Error| ImportError::Damaged { detail: error.to_string() };
        let mut imported: Imported = postcard::from_bytes(&self.rest).map_err(damaged)?;
        drop(self.rest);
        if !self.purchases.is_empty() {
            let mut purchases = self.purchases;
            purchases.go_on(imported.purchases.take().unwrap_or_default());
            imported.purchases = Some(purchases);
        }
        Ok(imported)
    }
}
