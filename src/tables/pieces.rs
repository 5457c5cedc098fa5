//! Purchases that leave the reader while it reads on. What is gone need not be held there, and whoever takes the pieces can work meanwhile.
//!
//! A piece is a table whose dictionaries hold only texts that no piece before it had; its codes count through all of them. Display names may
//! still change, so the last piece alone has them.

use super::{Category, MISSING, PurchaseTable};

/// Texts of a table that have left with earlier pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextsGone {
    customers: usize,
    order: usize,
    product: usize,
    region: usize,
    rep: usize,
}

impl PurchaseTable {
    /// The rows held, which leave; their texts stay to be looked up.
    pub fn take_piece(&mut self, gone: &mut TextsGone) -> Self {
        let customers = self.customers.texts_from(gone.customers);
        gone.customers = self.customers.len();
        Self {
            customers,
            names: Vec::new(),
            customer: left_of(&mut self.customer),
            day: left_of(&mut self.day),
            amount: left_of(&mut self.amount),
            cost: self.cost.as_mut().map(left_of),
            order: category_piece(&mut self.order, &mut gone.order),
            product: category_piece(&mut self.product, &mut gone.product),
            region: category_piece(&mut self.region, &mut gone.region),
            rep: category_piece(&mut self.rep, &mut gone.rep),
            source: left_of(&mut self.source),
            row: left_of(&mut self.row),
        }
    }

    /// As [`Self::take_piece`], with the names and nothing left behind.
    #[must_use]
    pub fn last_piece(mut self, gone: &mut TextsGone) -> Self {
        if *gone == TextsGone::default() {
            return self;
        }
        let names = std::mem::take(&mut self.names);
        Self { names, ..self.take_piece(gone) }
    }

    /// Goes on with the piece that follows.
    pub fn go_on(&mut self, piece: Self) {
        let (rows, added) = (self.len(), piece.len());
        self.customers.go_on(&piece.customers);
        if !piece.names.is_empty() {
            self.names = piece.names;
        }
        self.customer.extend(piece.customer);
        self.day.extend(piece.day);
        self.amount.extend(piece.amount);
        if self.cost.is_some() || piece.cost.is_some() {
            let cost = self.cost.get_or_insert_with(|| vec![f64::NAN; rows]);
            cost.extend(piece.cost.unwrap_or_default());
            cost.resize(rows + added, f64::NAN);
        }
        grow_category(&mut self.order, rows, piece.order, added);
        grow_category(&mut self.product, rows, piece.product, added);
        grow_category(&mut self.region, rows, piece.region, added);
        grow_category(&mut self.rep, rows, piece.rep, added);
        self.source.extend(piece.source);
        self.row.extend(piece.row);
    }

    /// Makes room to look up the texts of so many rows in all, in columns where nearly each row has one of its own.
    pub fn expect_texts(&mut self, rows_so_far: usize, rows: usize) {
        for column in [&mut self.order, &mut self.product, &mut self.region, &mut self.rep].into_iter().flatten() {
            if column.dictionary.len() * 10 >= rows_so_far * 9 {
                column.dictionary.expect(rows);
            }
        }
    }

    /// Rows that can come before a column has to move.
    #[must_use]
    pub fn has_room_for(&self) -> usize {
        self.amount.capacity() - self.amount.len()
    }

    /// Makes room for so many rows in all, so that columns need not move while they grow. Without the memory they grow as they go.
    pub fn expect(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.len());
        // Nothing depends on whether it could be had.
        let _ = self.customer.try_reserve_exact(more);
        let _ = self.day.try_reserve_exact(more);
        let _ = self.amount.try_reserve_exact(more);
        let _ = self.source.try_reserve_exact(more);
        let _ = self.row.try_reserve_exact(more);
        for column in [&mut self.order, &mut self.product, &mut self.region, &mut self.rep].into_iter().flatten() {
            let _ = column.codes.try_reserve_exact(more);
        }
        if let Some(cost) = &mut self.cost {
            let _ = cost.try_reserve_exact(more);
        }
    }
}

/// A copy of just the size; the column keeps its memory for the next rows.
fn left_of<T: Copy>(column: &mut Vec<T>) -> Vec<T> {
    let left = column.clone();
    column.clear();
    left
}

fn category_piece(column: &mut Option<Category>, gone: &mut usize) -> Option<Category> {
    column.as_mut().map(|column| {
        let dictionary = column.dictionary.texts_from(*gone);
        *gone = column.dictionary.len();
        Category { dictionary, codes: left_of(&mut column.codes) }
    })
}

fn grow_category(column: &mut Option<Category>, rows: usize, piece: Option<Category>, added: usize) {
    if column.is_none() && piece.is_none() {
        return;
    }
    let column = column.get_or_insert_with(|| Category { codes: vec![MISSING; rows], ..Category::default() });
    if let Some(piece) = piece {
        column.dictionary.go_on(&piece.dictionary);
        column.codes.extend(piece.codes);
    }
    column.codes.resize(rows + added, MISSING);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::tables::Purchase;

    fn purchase() -> impl Strategy<Value = Purchase> {
        let text = || select(vec!["", "", "a", "b", "客户"]).prop_map(str::to_owned);
        let cost = prop::option::of(0.0..9.0);
        (select(vec!["C-1", "C-2", "C-3"]), text(), 0..99_i32, -9.0..9.0, cost, text(), text(), text()).prop_map(
            |(customer, name, day, amount, cost, order, product, region)| Purchase {
                customer: customer.to_owned(),
                name,
                day,
                amount,
                cost,
                order,
                product,
                region,
                ..Purchase::default()
            },
        )
    }

    proptest! {
        #[test]
        fn pieces_make_up_the_whole(purchases in prop::collection::vec((purchase(), any::<bool>()), 0..40)) {
            let (mut whole, mut reader, mut taker) = (PurchaseTable::default(), PurchaseTable::default(), PurchaseTable::default());
            let mut gone = TextsGone::default();
            for (purchase, ends_a_piece) in &purchases {
                whole.push(purchase);
                reader.push(purchase);
                if *ends_a_piece {
                    let piece = reader.take_piece(&mut gone);
                    taker.go_on(piece);
                    taker.expect(purchases.len());
                    prop_assert!(reader.is_empty());
                }
            }
            taker.go_on(reader.last_piece(&mut gone));
            // A missing cost is no number, which as such equals nothing.
            let written = |table: &PurchaseTable| postcard::to_stdvec(table).unwrap_or_default();
            prop_assert_eq!(written(&taker), written(&whole));
        }
    }
}
