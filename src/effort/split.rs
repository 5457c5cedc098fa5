//! Hours dealt over kinds and classes by their shares. Shares that make more than the whole are dealt as they stand, and said so.

use serde::{Deserialize, Serialize};

use super::{ClassKind, WorkClass};
use crate::units::{RELATIVE_TOLERANCE, Sum};

/// Shares of the time. Each of the three lists should make 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Split {
    /// Existing, potential, future.
    pub kinds: [f64; 3],
    /// EI, EII, EIII, EIV.
    pub existing: [f64; 4],
    /// PI, PII, PIII, PIV.
    pub potential: [f64; 4],
}

impl Default for Split {
    /// METHODS 8 (X): 60 : 35 : 5; EII 40, EI 30, EIII 20, EIV 10; PI 40, PII 30, PIII 20, PIV 10.
    fn default() -> Self {
        Self { kinds: [0.60, 0.35, 0.05], existing: [0.30, 0.40, 0.20, 0.10], potential: [0.40, 0.30, 0.20, 0.10] }
    }
}

impl Split {
    /// Share of a class within its kind; future customers are one class.
    #[must_use]
    pub fn within_kind(&self, class: WorkClass) -> f64 {
        let place = class.quadrant().map(|quadrant| quadrant.index());
        match (class.kind(), place) {
            (ClassKind::Existing, Some(place)) => self.existing[place],
            (ClassKind::Potential, Some(place)) => self.potential[place],
            _ => 1.0,
        }
    }

    /// Share of a class in all hours.
    ///
    /// ```
    /// use fourfold::effort::{Split, WorkClass};
    /// let split = Split::default();
    /// assert!((split.share(WorkClass::EII) - 0.24).abs() < 1e-12);
    /// assert!((split.share(WorkClass::PI) - 0.14).abs() < 1e-12);
    /// assert!((split.share(WorkClass::Future) - 0.05).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn share(&self, class: WorkClass) -> f64 {
        self.kinds[class.kind().index()] * self.within_kind(class)
    }

    /// Shares of all classes, by [`WorkClass::index`].
    #[must_use]
    pub fn shares(&self) -> [f64; WorkClass::COUNT] {
        WorkClass::ALL.map(|class| self.share(class))
    }
}

/// One class's part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassHours {
    pub customers: u32,
    /// Of all hours.
    pub share: f64,
    pub hours: f64,
    /// `None` without customers.
    pub hours_per_customer: Option<f64>,
    /// Visits that these hours allow each customer; `None` without customers or with visits that take no time.
    pub visits_per_customer: Option<f64>,
}

/// One kind's part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KindHours {
    pub customers: u32,
    pub share: f64,
    pub hours: f64,
}

/// Hours over kinds and classes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dealt {
    pub available_hours: f64,
    pub kinds: [KindHours; 3],
    /// By [`WorkClass::index`].
    pub classes: [ClassHours; WorkClass::COUNT],
    pub handed_out_hours: f64,
    /// Hours no class gets, because shares make less than the whole.
    pub left_hours: f64,
    /// Hours handed out beyond those there are, because shares make more than the whole; 0 where they fit.
    pub over_hours: f64,
    /// Hours of classes that have no customers.
    pub without_customers_hours: f64,
}

/// Deals `hours` by the split. `customers` and `visit_hours` (how long a visit of that class takes) are by [`WorkClass::index`].
///
/// Shares below 0 or that are no number count as 0. Hours handed out exceed those there are only where `over_hours` says by how much.
///
/// ```
/// use fourfold::effort::{Split, WorkClass, deal};
/// let mut customers = [0; WorkClass::COUNT];
/// customers[WorkClass::EII.index()] = 12;
/// let dealt = deal(1000.0, &Split::default(), &customers, &[2.0; WorkClass::COUNT]);
/// let turn_around = dealt.classes[WorkClass::EII.index()];
/// assert!((turn_around.hours - 240.0).abs() < 1e-9);
/// assert!((turn_around.hours_per_customer.unwrap() - 20.0).abs() < 1e-9);
/// assert!((turn_around.visits_per_customer.unwrap() - 10.0).abs() < 1e-9);
/// assert_eq!(dealt.over_hours, 0.0);
/// ```
#[must_use]
pub fn deal(hours: f64, split: &Split, customers: &[u32; WorkClass::COUNT], visit_hours: &[f64; WorkClass::COUNT]) -> Dealt {
    let available = sound(hours);
    let classes = WorkClass::ALL.map(|class| {
        let place = class.index();
        let share = sound(split.share(class));
        let hours = available * share;
        let per_customer = (customers[place] > 0).then(|| hours / f64::from(customers[place]));
        let visits = per_customer.filter(|_| visit_hours[place] > 0.0).map(|hours| hours / visit_hours[place]);
        ClassHours { customers: customers[place], share, hours, hours_per_customer: per_customer, visits_per_customer: visits }
    });
    let kinds = ClassKind::ALL.map(|kind| {
        let of_kind = || WorkClass::ALL.into_iter().filter(move |class| class.kind() == kind).map(|class| classes[class.index()]);
        KindHours {
            customers: of_kind().map(|class| class.customers).fold(0, u32::saturating_add),
            share: of_kind().map(|class| class.share).collect::<Sum>().value(),
            hours: of_kind().map(|class| class.hours).collect::<Sum>().value(),
        }
    });
    let handed_out = classes.iter().map(|class| class.hours).collect::<Sum>().value();
    let empty = classes.iter().filter(|class| class.customers == 0).map(|class| class.hours).collect::<Sum>().value();
    let difference = handed_out - available;
    // Shares that make the whole are not over it by the noise of floating point.
    let difference = if difference.abs() <= RELATIVE_TOLERANCE * available { 0.0 } else { difference };
    Dealt {
        available_hours: available,
        kinds,
        classes,
        handed_out_hours: handed_out,
        left_hours: (-difference).max(0.0),
        over_hours: difference.max(0.0),
        without_customers_hours: empty,
    }
}

fn sound(value: f64) -> f64 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_methods() {
        let dealt = deal(100.0, &Split::default(), &[1; WorkClass::COUNT], &[2.0; WorkClass::COUNT]);
        let hours: Vec<f64> = dealt.classes.iter().map(|class| (class.hours * 100.0).round() / 100.0).collect();
        assert_eq!(hours, [18.0, 24.0, 12.0, 6.0, 14.0, 10.5, 7.0, 3.5, 5.0]);
        assert_eq!((dealt.left_hours, dealt.over_hours, dealt.without_customers_hours), (0.0, 0.0, 0.0));
    }

    #[test]
    fn shares_that_do_not_make_the_whole_are_said() {
        let mut split = Split::default();
        split.kinds[0] = 0.70;
        let over = deal(1000.0, &split, &[1; WorkClass::COUNT], &[2.0; WorkClass::COUNT]);
        assert!((over.over_hours - 100.0).abs() < 1e-9 && over.left_hours == 0.0);
        split.kinds[0] = 0.40;
        let under = deal(1000.0, &split, &[1; WorkClass::COUNT], &[2.0; WorkClass::COUNT]);
        assert!((under.left_hours - 200.0).abs() < 1e-9 && under.over_hours == 0.0);
    }

    proptest! {
        #[test]
        fn hours_handed_out_never_exceed_those_there_are_unless_it_says_so(
            hours in 0.0..1e7_f64,
            kinds in prop::array::uniform3(0.0..1.5_f64),
            existing in prop::array::uniform4(0.0..1.0_f64),
            potential in prop::array::uniform4(0.0..1.0_f64),
            customers in prop::array::uniform9(0_u32..10_000),
        ) {
            let dealt = deal(hours, &Split { kinds, existing, potential }, &customers, &[2.0; WorkClass::COUNT]);
            let handed: f64 = dealt.classes.iter().map(|class| class.hours).sum();
            prop_assert!(handed <= hours + dealt.over_hours + 1e-9 * hours.max(1.0));
            prop_assert!(dealt.over_hours == 0.0 || dealt.left_hours == 0.0);
            for class in &dealt.classes {
                let given = class.hours_per_customer.unwrap_or(0.0) * f64::from(class.customers);
                prop_assert!(given <= class.hours * (1.0 + 1e-12) + 1e-12);
            }
        }
    }
}
