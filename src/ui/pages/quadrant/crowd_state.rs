//! What the page asks about a crowd: its cells for the axes in force, and single customers in it.

use leptos::prelude::*;

use super::quadrant_state::{QuadrantState, Staging, hidden};
use super::state::PageState;
use crate::chart::crowd::{CrowdFrame, Pale};
use crate::chart::scatter::ScatterLayout;
use crate::engine::{CrowdQuery, CrowdView, PointQuery, PointView, Query, WhichPoint};
use crate::ui::drawing::pixel_ratio;
use crate::ui::state::Followed;

/// Side of a cell in CSS pixels, before it is made whole device pixels: one customer alone can just be seen, and a shape is not yet coarse.
const CELL: f64 = 1.5;

/// The side of a cell in chart units.
fn cell(zoom: f64) -> f64 {
    let scale = pixel_ratio() * zoom;
    (CELL * pixel_ratio()).round().max(1.0) / scale
}

/// The cells of a crowd, asked for again whenever axes, classes or selection are others.
pub fn follow_crowd(page: PageState, staging: Staging, layout: Memo<Option<std::sync::Arc<ScatterLayout>>>) -> Followed<CrowdView> {
    let question = Memo::new(move |_| {
        let axes = layout.with(|layout| layout.as_ref().filter(|layout| layout.crowd).map(|layout| layout.axes()))?;
        let frame = CrowdFrame { axes, cell: cell(staging.zoom), hidden: hidden(page), pale: pale(page) };
        Some(CrowdQuery { side: page.side, trial: page.app.trial.get(), frame })
    });
    page.app.follow::<CrowdView>(move || question.get().map(|question| Query::Crowd(Box::new(question))))
}

fn pale(page: PageState) -> Pale {
    match page.within.get() {
        _ if page.search.with(|search| !search.is_empty()) => Pale::Everybody,
        Some(window) => Pale::Outside(window),
        None => Pale::Nobody,
    }
}

/// The customer under the pointer or the keyboard, where the page does not hold everybody's point.
pub fn follow_pointed(page: PageState) -> Followed<Option<PointView>> {
    page.app.follow::<Option<PointView>>(move || {
        let customer = page.app.hovered.get().filter(|_| page.is_crowd())?;
        let question = PointQuery { side: page.side, trial: page.app.trial.get(), which: WhichPoint::Of { customer } };
        Some(Query::Point(Box::new(question)))
    })
}

impl QuadrantState {
    /// Asks the engine for one point of the crowd in sight.
    pub async fn find(self, which: impl FnOnce(&ScatterLayout, [bool; 4]) -> WhichPoint) -> Option<PointView> {
        let layout = self.layout.try_get_untracked().flatten()?;
        let (side, trial) = (self.page.side, self.page.app.trial.get_untracked());
        let which = which(&layout, untrack(|| hidden(self.page)));
        self.page.app.ask::<Option<PointView>>(Query::Point(Box::new(PointQuery { side, trial, which }))).await.flatten()
    }
}
