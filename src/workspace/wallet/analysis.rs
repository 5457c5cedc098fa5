//! Sales and potential of every customer that has an outside figure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::matching::Called;
use super::{MatchedBy, Unmatched};
use crate::calendar::Day;
use crate::measure::{ContributionBasis, Customers, MeasureOptions, Measures, Span, Window, headroom, wallet_share};
use crate::order;
use crate::tables::{PurchaseTable, folded_spelling};
use crate::units::Sum;
use crate::workspace::Workspace;

/// Days of the year that a yearly potential is for.
const DAYS_OF_YEAR: f64 = 365.0;

/// What a user has chosen of potential and headroom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WalletSettings {
    /// Sales of these days; `None`: those of the analysis window.
    pub window: Option<Window>,
    /// The outside figures are for a year and are taken for as many days as the sales cover; otherwise for the sales' own span.
    pub per_year: bool,
}

impl WalletSettings {
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        !matches!(self.window, Some(Window { from: Some(from), to: Some(to) }) if to < from)
    }
}

/// Sales against potential, in the currency of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WalletFigures {
    pub sales: f64,
    pub potential: f64,
}

impl WalletFigures {
    /// Sales ÷ potential.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        wallet_share(self.sales, self.potential)
    }

    /// Potential − sales; negative where the outside figure is too low.
    #[must_use]
    pub fn headroom(self) -> f64 {
        headroom(self.sales, self.potential)
    }
}

/// One customer with an outside figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalletLine {
    pub customer: u32,
    pub figures: WalletFigures,
    /// Of the first of its rows.
    pub matched: MatchedBy,
    /// Places of its rows in the list of outside figures.
    pub rows: Vec<u32>,
}

/// One product of the outside figures: potential and sales of the customers that have a figure for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProductLine {
    /// As first spelled.
    pub product: String,
    pub customers: u32,
    pub figures: WalletFigures,
}

/// Potential and headroom of a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wallet {
    /// Days the sales are of; `None` where they come from a customer list, or where no day of the data is in the window.
    pub window: Option<Span>,
    /// What outside figures were multiplied by: the window's part of a year, or 1.
    pub factor: f64,
    /// Of all lines.
    pub total: WalletFigures,
    /// Customers that buy more than their outside figure, and by how much together (≤ 0).
    pub over: u32,
    pub over_headroom: f64,
    /// By headroom, the largest first; ties by key.
    pub lines: Vec<WalletLine>,
    /// By headroom, the largest first. Sales are 0 where the purchases name no products.
    pub products: Vec<ProductLine>,
    pub products_known: bool,
    /// Customers with sales in the window and no outside figure.
    pub without: u32,
    pub without_sales: f64,
    pub unmatched: Vec<Unmatched>,
    /// Sum of the unmatched figures.
    pub unmatched_potential: f64,
}

/// Joins the outside figures to the customers. A customer's row without a product stands for all it buys; where it has none, its rows by
/// product are added up.
#[must_use]
pub fn wallet(workspace: &Workspace, customers: &Customers) -> Wallet {
    let Some(list) = workspace.data.potential.as_deref() else { return Wallet { factor: 1.0, ..Wallet::default() } };
    let options = options(workspace);
    let measures = Measures::new(&workspace.data, customers, &options);
    let factor = factor(workspace.wallet, measures.window);
    let mut wallet = Wallet { window: measures.window, factor, ..Wallet::default() };
    let called = Called::new(workspace, customers);
    let mut by_customer: BTreeMap<u32, Figures> = BTreeMap::new();
    let mut unmatched = Sum::default();
    for (place, row) in (0_u32..).zip(&list.rows) {
        let potential = row.potential * factor;
        match called.customer_of(place, row) {
            Ok((customer, matched)) => {
                by_customer.entry(customer).or_insert_with(|| Figures::new(matched)).add(place, &row.product, potential);
            }
            Err(nobody) => {
                unmatched.add(potential);
                wallet.unmatched.push(nobody);
            }
        }
    }
    wallet.unmatched_potential = unmatched.value();
    let products = workspace.data.purchases.as_deref().and_then(|table| ProductSales::new(table, customers, &options, measures.window));
    wallet.products_known = products.is_some();
    wallet.products = product_lines(&by_customer, products.as_ref());
    wallet.lines = by_customer.into_iter().map(|(customer, figures)| figures.line(customer, measures.contribution_of(customer))).collect();
    wallet.finish(customers, &measures);
    wallet
}

/// Sales are amounts, whatever the quadrants are made of: a potential is no margin.
fn options(workspace: &Workspace) -> MeasureOptions {
    let existing = workspace.existing.measure_options();
    MeasureOptions {
        contribution: ContributionBasis::Total,
        window: workspace.wallet.window.unwrap_or(existing.window),
        filters: crate::measure::Filters::default(),
        ..existing
    }
}

fn factor(settings: WalletSettings, window: Option<Span>) -> f64 {
    window.filter(|_| settings.per_year).map_or(1.0, |span| span.days() as f64 / DAYS_OF_YEAR)
}

impl Wallet {
    fn finish(&mut self, customers: &Customers, measures: &Measures) {
        let by_headroom = |left: &WalletLine, right: &WalletLine| right.figures.headroom().total_cmp(&left.figures.headroom());
        let by_key = |left: &WalletLine, right: &WalletLine| customers.key_rank(left.customer).cmp(&customers.key_rank(right.customer));
        let has_line: std::collections::BTreeSet<u32> = self.lines.iter().map(|line| line.customer).collect();
        order::sort_by(&mut self.lines, |left, right| by_headroom(left, right).then_with(|| by_key(left, right)));
        let sum = |of: fn(&WalletLine) -> f64| self.lines.iter().map(of).collect::<Sum>().value();
        self.total = WalletFigures { sales: sum(|line| line.figures.sales), potential: sum(|line| line.figures.potential) };
        let over = self.lines.iter().map(|line| line.figures.headroom()).filter(|headroom| *headroom < 0.0);
        self.over = over.clone().count() as u32;
        self.over_headroom = over.collect::<Sum>().value();
        let others = measures.customers.iter().filter(|number| !has_line.contains(number)).map(|&number| measures.contribution_of(number));
        let others = others.filter(|sales| *sales != 0.0);
        self.without = others.clone().count() as u32;
        self.without_sales = others.collect::<Sum>().value();
    }
}

/// The outside figures of one customer.
struct Figures {
    matched: MatchedBy,
    rows: Vec<u32>,
    whole: Option<Sum>,
    /// By folded product: as first spelled, and the figure.
    products: BTreeMap<String, (String, Sum)>,
}

impl Figures {
    fn new(matched: MatchedBy) -> Self {
        Self { matched, rows: Vec::new(), whole: None, products: BTreeMap::new() }
    }

    fn add(&mut self, place: u32, product: &str, potential: f64) {
        self.rows.push(place);
        if product.is_empty() {
            self.whole.get_or_insert_default().add(potential);
        } else {
            self.products.entry(folded_spelling(product)).or_insert_with(|| (product.to_owned(), Sum::default())).1.add(potential);
        }
    }

    fn line(self, customer: u32, sales: f64) -> WalletLine {
        let parts = || self.products.values().map(|(_, sum)| sum.value()).collect::<Sum>().value();
        let potential = self.whole.map_or_else(parts, |whole| whole.value());
        WalletLine { customer, figures: WalletFigures { sales, potential }, matched: self.matched, rows: self.rows }
    }
}

fn product_lines(by_customer: &BTreeMap<u32, Figures>, sales: Option<&ProductSales<'_>>) -> Vec<ProductLine> {
    let mut lines: BTreeMap<&str, (&str, u32, Sum, Sum)> = BTreeMap::new();
    for (&customer, figures) in by_customer {
        let bought = sales.filter(|_| !figures.products.is_empty()).map(|sales| sales.of(customer)).unwrap_or_default();
        for (folded, (product, potential)) in &figures.products {
            let (_, customers, sold, could) = lines.entry(folded).or_insert((product, 0, Sum::default(), Sum::default()));
            *customers += 1;
            sold.add(bought.get(folded.as_str()).map_or(0.0, Sum::value));
            could.add(potential.value());
        }
    }
    let line = |(product, customers, sold, could): (&str, u32, Sum, Sum)| ProductLine {
        product: product.to_owned(),
        customers,
        figures: WalletFigures { sales: sold.value(), potential: could.value() },
    };
    let mut lines: Vec<ProductLine> = lines.into_values().map(line).collect();
    order::sort_by(&mut lines, |left, right| {
        right.figures.headroom().total_cmp(&left.figures.headroom()).then_with(|| left.product.cmp(&right.product))
    });
    lines
}

/// What customers bought of each product in the window.
struct ProductSales<'data> {
    customers: &'data Customers,
    codes: &'data [u32],
    /// Folded spellings by product code.
    folded: Vec<String>,
    window: Span,
    gross: bool,
}

impl<'data> ProductSales<'data> {
    fn new(table: &'data PurchaseTable, customers: &'data Customers, options: &MeasureOptions, window: Option<Span>) -> Option<Self> {
        let column = table.product.as_ref()?;
        let folded = column.dictionary.texts().map(folded_spelling).collect();
        Some(Self { customers, codes: &column.codes, folded, window: window?, gross: options.gross })
    }

    fn of(&self, customer: u32) -> BTreeMap<&str, Sum> {
        let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
        let entries = self.customers.entries(customer);
        let counts = |day: Day, amount: f64| self.window.contains(day) && !(self.gross && amount < 0.0);
        for ((&row, &day), &amount) in entries.rows.iter().zip(entries.days).zip(entries.amounts) {
            let code = self.codes.get(row as usize).map_or(usize::MAX, |&code| code as usize);
            if let Some(folded) = self.folded.get(code).filter(|_| counts(day, amount)) {
                sums.entry(folded).or_default().add(amount);
            }
        }
        sums
    }
}
