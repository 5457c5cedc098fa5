//! What the engine keeps between questions, each part as long as what it rests on: customers (data and merges), measures (settings),
//! cuts (rules), ratings (revision and trial cuts), a sorted list (its query).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::{self, CertaintyJob, CrowdColumns, EffortBasis, FilterValues, FunnelBasis, Landmarks, RobustnessJob};
use super::{ListQuery, Revision};
use crate::classify::{Cuts, Side};
use crate::measure::{Customers, MeasureOptions, Measures, StabilityMeasure};
use crate::tables::{Dataset, folded_spelling};
use crate::units::Sum;
use crate::workspace::{AxisRules, Migration, Plane, Prospects, Rating, RuleCuts, ThresholdRule, TrialCuts, Workspace, better_measure};

/// Everything an answer about one side of the quadrant is made from.
#[derive(Clone)]
pub(super) struct Basis {
    pub side: Side,
    pub revision: Revision,
    pub customers: Arc<Customers>,
    pub measured: Arc<Measured>,
    pub rating: Arc<Rating>,
    /// Of the potential side.
    pub prospects: Option<Arc<Prospects>>,
}

impl Basis {
    pub fn plane(&self) -> &Plane {
        &self.measured.plane
    }

    /// The display name of a customer.
    pub fn name<'all>(&'all self, workspace: &'all Workspace, number: u32) -> &'all str {
        match &self.prospects {
            Some(prospects) => answers::prospect_name(prospects, number),
            None => answers::name(workspace, &self.customers, number),
        }
    }
}

/// Where everybody stands, with the orders derived from it.
pub(super) struct Measured {
    pub plane: Plane,
    /// Customers from the largest contribution down, ties by key; without one last.
    pub descending: Vec<u32>,
    /// Place in `descending` by customer number, 0-based.
    pub ranks: Vec<u32>,
    /// Money of all customers up to this one in `descending`, by customer number.
    pub cumulative: Vec<f64>,
    /// Of the existing side.
    pub measures: Option<Measures>,
    /// Where nobody is rated: the measure that rates most.
    pub better: Option<StabilityMeasure>,
}

impl Measured {
    fn new(plane: Plane, customers: &Customers) -> Self {
        let mut descending = plane.members.clone();
        let height = |number: u32| plane.vertical_of(number).unwrap_or(f64::NEG_INFINITY);
        descending.sort_unstable_by(|&left, &right| {
            let by_contribution = height(right).total_cmp(&height(left));
            by_contribution.then_with(|| customers.key_rank(left).cmp(&customers.key_rank(right)))
        });
        let mut ranks = vec![u32::MAX; customers.numbers()];
        let mut cumulative = vec![0.0; customers.numbers()];
        let mut sum = Sum::default();
        for (rank, &number) in (0_u32..).zip(&descending) {
            plane.amount_of(number).into_iter().for_each(|amount| sum.add(amount));
            ranks[number as usize] = rank;
            cumulative[number as usize] = sum.value();
        }
        Self { plane, descending, ranks, cumulative, measures: None, better: None }
    }

    fn existing(workspace: &Workspace, customers: &Customers, options: &MeasureOptions) -> Self {
        let measures = Measures::new(&workspace.data, customers, options);
        let better = if measures.rated().next().is_none() { better_measure(workspace, customers) } else { None };
        let plane = Plane::of_measures(&measures);
        Self { measures: Some(measures), better, ..Self::new(plane, customers) }
    }
}

/// The customers by another stability measure, with that measure's own cuts (METHODS 7).
pub(super) struct Other {
    pub measures: Measures,
    pub cuts: Option<Cuts>,
}

impl Other {
    /// All measures the data can be judged by besides the chosen one.
    fn all(workspace: &Workspace, customers: &Customers) -> Vec<Self> {
        let mut settings = workspace.existing.clone();
        // A typed cut is in the chosen measure's unit and means nothing in another's.
        if let ThresholdRule::Manual(_) = settings.stability_threshold {
            settings.stability_threshold = ThresholdRule::default();
        }
        let possible = |measure: &StabilityMeasure| match measure {
            StabilityMeasure::Given => workspace.has_given_stability(),
            _ => workspace.data.purchases.is_some(),
        };
        let others = StabilityMeasure::ALL.into_iter().filter(|measure| *measure != settings.stability && possible(measure));
        let others: Vec<StabilityMeasure> = others.collect();
        let found = Measures::by_each(&workspace.data, customers, &settings.measure_options(), &others);
        let cuts = |measures: &Measures| RuleCuts::new(&Plane::of_measures(measures), settings.axis_rules()).cuts;
        found.into_iter().map(|measures| Self { cuts: cuts(&measures), measures }).collect()
    }
}

/// What the other measures and their cuts depend on.
type OthersKey = (MeasureOptions, AxisRules);

/// The potential customers of one revision: as they came, by number, and measured.
type PotentialKept = (Revision, Arc<Prospects>, Arc<Customers>, Arc<Measured>);

#[derive(Default)]
pub(super) struct Cache {
    data: Dataset,
    merges: BTreeMap<String, String>,
    customers: Option<Arc<Customers>>,
    measured: Option<(MeasureOptions, Arc<Measured>)>,
    rules: Option<(AxisRules, RuleCuts)>,
    others: Option<(OthersKey, Arc<Vec<Other>>)>,
    /// Newest last; the settled one and the one being tried.
    ratings: Vec<(Revision, Side, TrialCuts, Arc<Rating>)>,
    /// Potential customers are few and change with every cell typed: they are made anew with each revision.
    potential: Option<PotentialKept>,
    /// Folded names and keys for the search, by customer number.
    folded: Option<Arc<Vec<String>>>,
    filter_values: Option<Arc<FilterValues>>,
    /// Customers of the last list query, which comes again with another stretch as its reader scrolls.
    pub list: Option<(Revision, ListQuery, Arc<Vec<u32>>)>,
    /// Columns of the picture that was counted last.
    pub crowd: Option<CrowdColumns>,
    pub landmarks: Option<Landmarks>,
    pub robustness: Option<RobustnessJob>,
    /// Customers with their reps and contacts.
    pub effort: Option<(Revision, Arc<EffortBasis>)>,
    /// The funnel of the scenario asked for last.
    pub funnel: Option<(Revision, usize, Arc<FunnelBasis>)>,
    pub certainty: Option<CertaintyJob>,
    /// The two windows of "then and now" compared.
    pub changes: Option<(Revision, Arc<Migration>)>,
}

impl Cache {
    pub fn basis(&mut self, workspace: &Workspace, revision: Revision, side: Side, trial: TrialCuts) -> Basis {
        let (prospects, customers, measured) = match side {
            Side::Existing => {
                let customers = self.customers(workspace);
                let measured = self.measured(workspace, &customers);
                (None, customers, measured)
            }
            Side::Potential => {
                let (prospects, customers, measured) = self.potential(workspace, revision);
                (Some(prospects), customers, measured)
            }
        };
        let rating = self.rating(workspace, revision, trial, &customers, &measured.plane);
        Basis { side, revision, customers, measured, rating, prospects }
    }

    fn potential(&mut self, workspace: &Workspace, revision: Revision) -> (Arc<Prospects>, Arc<Customers>, Arc<Measured>) {
        if let Some((known, prospects, customers, measured)) = &self.potential
            && *known == revision
        {
            return (Arc::clone(prospects), Arc::clone(customers), Arc::clone(measured));
        }
        let prospects = Arc::new(Prospects::new(workspace));
        let customers = Arc::new(prospects.customers.clone());
        let measured = Arc::new(Measured::new(prospects.plane.clone(), &customers));
        self.potential = Some((revision, Arc::clone(&prospects), Arc::clone(&customers), Arc::clone(&measured)));
        (prospects, customers, measured)
    }

    pub fn customers(&mut self, workspace: &Workspace) -> Arc<Customers> {
        if !(same_data(&self.data, &workspace.data) && self.merges == workspace.merges) {
            *self = Self { data: workspace.data.clone(), merges: workspace.merges.clone(), ..Self::default() };
        }
        let fresh = || Arc::new(Customers::new(&workspace.data, &workspace.merges));
        Arc::clone(self.customers.get_or_insert_with(fresh))
    }

    /// Folded names, each with its key where that is another text, by customer number.
    pub fn folded(&mut self, workspace: &Workspace, basis: &Basis) -> Arc<Vec<String>> {
        let folded = |number: u32| {
            let (name, key) = (basis.name(workspace, number), basis.customers.key(number));
            if name == key { folded_spelling(key) } else { format!("{}\n{}", folded_spelling(name), folded_spelling(key)) }
        };
        let fresh = || Arc::new((0..basis.customers.numbers() as u32).map(folded).collect());
        match basis.side {
            Side::Existing => Arc::clone(self.folded.get_or_insert_with(fresh)),
            Side::Potential => fresh(),
        }
    }

    pub fn filter_values(&mut self, workspace: &Workspace) -> Arc<FilterValues> {
        let customers = self.customers(workspace);
        Arc::clone(self.filter_values.get_or_insert_with(|| Arc::new(FilterValues::new(workspace, &customers))))
    }

    fn measured(&mut self, workspace: &Workspace, customers: &Customers) -> Arc<Measured> {
        let options = workspace.existing.measure_options();
        if let Some((known, measured)) = &self.measured
            && *known == options
        {
            return Arc::clone(measured);
        }
        let measured = Arc::new(Measured::existing(workspace, customers, &options));
        self.measured = Some((options, Arc::clone(&measured)));
        self.rules = None;
        measured
    }

    /// All other measures the data can be judged by; computed when a card is first opened.
    pub fn others(&mut self, workspace: &Workspace) -> Arc<Vec<Other>> {
        let customers = self.customers(workspace);
        let known = (workspace.existing.measure_options(), workspace.existing.axis_rules());
        if let Some((for_these, others)) = &self.others
            && *for_these == known
        {
            return Arc::clone(others);
        }
        let others = Arc::new(Other::all(workspace, &customers));
        self.others = Some((known, Arc::clone(&others)));
        others
    }

    fn rules(&mut self, workspace: &Workspace, plane: &Plane) -> RuleCuts {
        if plane.side == Side::Potential {
            return RuleCuts::new(plane, workspace.potential.axis_rules());
        }
        let rules = workspace.existing.axis_rules();
        match self.rules {
            Some((known, cuts)) if known == rules => cuts,
            _ => self.rules.insert((rules, RuleCuts::new(plane, rules))).1,
        }
    }

    fn rating(&mut self, workspace: &Workspace, revision: Revision, trial: TrialCuts, customers: &Customers, plane: &Plane) -> Arc<Rating> {
        self.ratings.retain(|(known, ..)| *known == revision);
        let side = plane.side;
        if let Some((.., rating)) = self.ratings.iter().find(|(_, of, known, _)| (*of, *known) == (side, trial)) {
            return Arc::clone(rating);
        }
        let rules = self.rules(workspace, plane);
        let rating = Arc::new(Rating::new(customers, plane, &rules, workspace.overrides_of(side), trial));
        self.ratings.retain(|(_, of, known, _)| *of != side || *known == TrialCuts::default());
        self.ratings.push((revision, side, trial, Arc::clone(&rating)));
        rating
    }
}

/// Whether two datasets are the same tables; contents are not compared.
pub(super) fn same_data(left: &Dataset, right: &Dataset) -> bool {
    same_table(&left.purchases, &right.purchases)
        && same_table(&left.customers, &right.customers)
        && same_table(&left.funnel_entries, &right.funnel_entries)
        && same_table(&left.level_history, &right.level_history)
        && same_table(&left.potential, &right.potential)
        && same_table(&left.contacts, &right.contacts)
}

fn same_table<T>(left: &Option<Arc<T>>, right: &Option<Arc<T>>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => Arc::ptr_eq(left, right),
        (left, right) => left.is_none() && right.is_none(),
    }
}
