//! Which two windows are compared: spans of days, or imports where each holds a period of its own.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Grain};
use crate::measure::{Customers, MeasureOptions, SourceRange, Span, Window, WindowInForce};
use crate::tables::Dataset;

/// What a user has chosen of "then and now".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangesSettings {
    pub first: WindowChoice,
    pub second: WindowChoice,
    /// The second window is judged by the cuts of the first; otherwise each by its own, found by the same rules.
    pub hold_cuts: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WindowChoice {
    /// The earlier or later half of the data's complete months; see [`halves`].
    #[default]
    Half,
    /// `None` is the data's own end.
    Days(Window),
    /// What one import brought, by its place in [`Dataset::imports`].
    Import(usize),
}

impl ChangesSettings {
    /// Whether every span of days ends on or after its first day.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        [self.first, self.second].into_iter().all(|choice| match choice {
            WindowChoice::Days(Window { from: Some(from), to: Some(to) }) => from <= to,
            _ => true,
        })
    }
}

/// The data's complete months, the oldest left out where their number is odd, in two halves. `None` under two complete months.
///
/// ```
/// use fourfold::calendar::Day;
/// use fourfold::measure::Span;
/// use fourfold::workspace::halves;
/// let day = |text| Day::from_iso(text).unwrap();
/// // December 2010 to November 2011 are complete, the last nine days are not.
/// let [then, now] = halves(Span { first: day("2010-12-01"), last: day("2011-12-09") }).unwrap();
/// assert_eq!((then.from, then.to), (Some(day("2010-12-01")), Some(day("2011-05-31"))));
/// assert_eq!((now.from, now.to), (Some(day("2011-06-01")), Some(day("2011-11-30"))));
/// ```
#[must_use]
pub fn halves(data: Span) -> Option<[Window; 2]> {
    let periods = WindowInForce::new(Window::default(), data)?.periods(Grain::Month, true);
    let (_, last) = periods.counted?;
    let half = i32::try_from(periods.counted_periods() / 2).ok().filter(|half| *half > 0)?;
    let months = |first: i32, last: i32| Window { from: Some(Grain::Month.first_day(first)), to: Some(Grain::Month.last_day(last)) };
    Some([months(last - 2 * half + 1, last - half), months(last - half + 1, last)])
}

/// One import that brought purchases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PurchaseImport {
    /// Place in [`Dataset::imports`].
    pub import: usize,
    /// Names of its files.
    pub files: Vec<String>,
    pub first_day: Day,
    pub last_day: Day,
    pub rows: u32,
}

/// The imports whose purchases are still there, in order.
#[must_use]
pub fn purchase_imports(data: &Dataset) -> Vec<PurchaseImport> {
    let Some(table) = data.purchases.as_deref() else { return Vec::new() };
    let mut by_source: Vec<Option<(Span, u32)>> = Vec::new();
    for (&day, &source) in table.day.iter().zip(&table.source) {
        let place = usize::from(source);
        if by_source.len() <= place {
            by_source.resize(place + 1, None);
        }
        let (span, rows) = by_source[place].get_or_insert((Span { first: day, last: day }, 0));
        *span = Span { first: span.first.min(day), last: span.last.max(day) };
        *rows += 1;
    }
    let imports = (0..data.imports.len()).filter_map(|import| {
        let range = sources_of(data, import)?;
        let found = by_source.get(usize::from(range.first)..)?.iter().take(usize::from(range.last - range.first) + 1).flatten();
        let (span, rows) = found.copied().reduce(|(span, rows), (other, more)| {
            (Span { first: span.first.min(other.first), last: span.last.max(other.last) }, rows + more)
        })?;
        let files = data.imports.get(import)?.sources.iter().map(|source| source.file.clone()).collect();
        Some(PurchaseImport { import, files, first_day: span.first, last_day: span.last, rows })
    });
    imports.collect()
}

/// The sources of an import; they are counted through all imports.
fn sources_of(data: &Dataset, import: usize) -> Option<SourceRange> {
    let own = data.imports.get(import)?.sources.len();
    let before: usize = data.imports.iter().take(import).map(|record| record.sources.len()).sum();
    let last = before.checked_add(own)?.checked_sub(1).filter(|last| *last >= before)?;
    Some(SourceRange { first: u16::try_from(before).ok()?, last: u16::try_from(last).ok()? })
}

/// The options of one window: those of the workspace with window and sources in place. `None` where the choice names nothing that is there.
pub(super) fn options_of(
    choice: WindowChoice,
    later: bool,
    data: &Dataset,
    customers: &Customers,
    options: &MeasureOptions,
) -> Option<MeasureOptions> {
    let (window, sources) = match choice {
        WindowChoice::Half => (halves(customers.data_days()?)?[usize::from(later)], None),
        WindowChoice::Days(window) => (window, None),
        WindowChoice::Import(import) => (Window::default(), Some(sources_of(data, import)?)),
    };
    Some(MeasureOptions { window, sources, ..options.clone() })
}
