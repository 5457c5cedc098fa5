//! A side's points as columns that a picture can be counted from, and questions about single ones of them.

use std::sync::Arc;

use crate::chart::ScaleKind;
use crate::chart::crowd::{Crowd, picture};
use crate::chart::scatter::{nearest_to, next_from};
use crate::engine::cache::{Basis, Measured};
use crate::engine::{CrowdQuery, CrowdView, PointQuery, PointView, WhichPoint};
use crate::workspace::{Rating, Workspace};

/// Stands for no class: such a point is not shown.
const NO_CLASS: u8 = u8::MAX;

/// The rated customers of one side, in the order of their numbers; made again when measures, axis or classes are others.
pub(in crate::engine) struct CrowdColumns {
    measured: Arc<Measured>,
    rating: Arc<Rating>,
    kind: ScaleKind,
    customer: Vec<u32>,
    score: Vec<f64>,
    height: Vec<f64>,
    class: Vec<u8>,
}

impl CrowdColumns {
    /// Keeps of the columns there were what still holds.
    pub fn renewed(before: Option<Self>, basis: &Basis, kind: ScaleKind) -> Self {
        let kept = before.filter(|before| Arc::ptr_eq(&before.measured, &basis.measured) && before.kind == kind);
        let mut columns = kept.unwrap_or_else(|| Self::placed(basis, kind));
        if columns.class.is_empty() || !Arc::ptr_eq(&columns.rating, &basis.rating) {
            columns.rating = Arc::clone(&basis.rating);
            columns.class.clear();
            let class = |number: &u32| basis.rating.class(*number).map_or(NO_CLASS, |class| class.index() as u8);
            columns.class.extend(columns.customer.iter().map(class));
        }
        columns
    }

    fn placed(basis: &Basis, kind: ScaleKind) -> Self {
        let plane = basis.plane();
        let mut columns = Self {
            measured: Arc::clone(&basis.measured),
            rating: Arc::clone(&basis.rating),
            kind,
            customer: Vec::new(),
            score: Vec::new(),
            height: Vec::new(),
            class: Vec::new(),
        };
        for (number, vertical, horizontal) in plane.rated() {
            columns.customer.push(number);
            columns.score.push(plane.scale.score(horizontal));
            columns.height.push(kind.unit(vertical));
        }
        columns
    }

    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    fn crowd(&self) -> Crowd<'_> {
        Crowd { score: &self.score, height: &self.height, class: &self.class }
    }

    fn index_of(&self, customer: u32) -> Option<usize> {
        self.customer.binary_search(&customer).ok()
    }

    fn customer_at(&self, index: usize) -> Option<u32> {
        self.customer.get(index).copied()
    }
}

pub(in crate::engine) fn crowd(basis: &Basis, columns: &CrowdColumns, query: &CrowdQuery) -> CrowdView {
    let (picture, few) = picture(&columns.crowd(), &query.frame);
    let plane = basis.plane();
    let customers = || few.iter().filter_map(|&index| columns.customer_at(index as usize));
    CrowdView {
        revision: basis.revision,
        frame: query.frame,
        picture,
        score: customers().map(|number| plane.score_of(number).unwrap_or(f64::NAN)).collect(),
        vertical: customers().map(|number| plane.vertical_of(number).unwrap_or(f64::NAN)).collect(),
        class: few.iter().filter_map(|&index| columns.class.get(index as usize).copied()).collect(),
    }
}

pub(in crate::engine) fn point(workspace: &Workspace, basis: &Basis, columns: &CrowdColumns, query: &PointQuery) -> Option<PointView> {
    let crowd = columns.crowd();
    let customer = match query.which {
        WhichPoint::Of { customer } => customer,
        WhichPoint::Near { axes, hidden, place, reach } => columns.customer_at(nearest_to(crowd.placed(&axes, hidden), place, reach)?)?,
        WhichPoint::Next { axes, hidden, from, direction, stride } => {
            let index = from.and_then(|customer| columns.index_of(customer));
            let start = index.and_then(|index| crowd.placed_at(index, &axes, hidden));
            let found = match start {
                Some(start) => next_from(crowd.placed(&axes, hidden), start, direction, stride),
                None => crowd.placed(&axes, hidden).min_by(|(_, left), (_, right)| left.1.total_cmp(&right.1)).map(|(index, _)| index),
            };
            columns.customer_at(found?)?
        }
    };
    let plane = basis.plane();
    Some(PointView {
        customer,
        name: basis.name(workspace, customer).to_owned(),
        vertical: plane.vertical_of(customer)?,
        horizontal: plane.horizontal_of(customer)?,
        score: plane.score_of(customer)?,
        class: basis.rating.class(customer)?.index() as u8,
        overridden: basis.rating.is_overridden(customer),
    })
}
