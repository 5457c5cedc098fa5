//! The quadrant picture as signals: size, zoom, classes while a threshold is tried, and the layout that follows from them.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::crowd_state::{follow_crowd, follow_pointed};
use super::state::PageState;
use crate::chart::Emphasis;
use crate::chart::scatter::{Room, ScatterCuts, ScatterInput, ScatterLayout, Window, layout};
use crate::classify::{Cuts, Quadrant};
use crate::engine::{CrowdView, PointView, PointsView, QuadrantView};
use crate::ui::derived::{classes_at, tried};
use crate::ui::state::Followed;
use crate::ui::words::{contribution_tick, scatter_texts, score_tick};

/// What is laid over the picture, and how large it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Staging {
    /// For the projector: labels instead of fields, nothing to operate.
    pub stage: bool,
    /// Chart units are so many CSS pixels.
    pub zoom: f64,
}

/// Handles to the picture's signals; copy it freely. Points are numbered as in the engine's columns.
#[derive(Clone, Copy)]
pub struct QuadrantState {
    pub page: PageState,
    pub staging: Staging,
    /// Of the whole picture, in chart units.
    pub size: RwSignal<(f64, f64)>,
    /// The part of the data zoomed into.
    pub zoomed: RwSignal<Option<Window>>,
    /// The axes as they were when a threshold was taken, so that they stand still meanwhile.
    pub held: RwSignal<Option<Window>>,
    /// How many customers are named at most.
    pub most_names: RwSignal<usize>,
    /// Class of each point at the cuts in force.
    pub classes: Memo<Arc<Vec<u8>>>,
    pub layout: Memo<Option<Arc<ScatterLayout>>>,
    /// Points that are too many for the page, as cells: those asked for last, whatever the axes have become since.
    pub crowd: Followed<CrowdView>,
    /// Of them the one under pointer or keyboard.
    pub pointed: Followed<Option<PointView>>,
    /// Whether pointer or keyboard are in the picture, so that it names the customer they are on.
    pub attended: RwSignal<bool>,
}

/// Customers named on the page and, where there is more room, on the stage.
const NAMES: usize = 7;
const STAGE_NAMES: usize = 12;

impl QuadrantState {
    pub fn new(page: PageState, staging: Staging) -> Self {
        let size = RwSignal::new((0.0, 0.0));
        let zoomed = RwSignal::new(None);
        let held = RwSignal::new(None);
        let most_names = RwSignal::new(if staging.stage { STAGE_NAMES } else { NAMES });
        let classes = Memo::new(move |_| Arc::new(classes_in_force(page)));
        // A layout holds thousands of places: it is always taken as new instead of being compared.
        let layout = Memo::new_with_compare(
            move |_| {
                let input = LayoutParts {
                    size: size.get(),
                    window: held.get().or(zoomed.get()),
                    most_names: names(page, zoomed, most_names),
                    staging,
                };
                lay_out(page, &classes.get(), &input).map(Arc::new)
            },
            |_, _| true,
        );
        let (crowd, pointed) = (follow_crowd(page, staging, layout), follow_pointed(page));
        Self { page, staging, size, zoomed, held, most_names, classes, layout, crowd, pointed, attended: RwSignal::new(false) }
    }

    /// What is known of a customer's point, at the cuts in force; `None` where its class is not shown. Tracked.
    pub fn point_of(self, customer: u32) -> Option<PointView> {
        let point = if self.page.is_crowd() {
            self.pointed.with(|answer| answer.as_deref().cloned().flatten()).filter(|point| point.customer == customer)
        } else {
            let index = self.index_of(customer)?;
            let class = self.classes.with(|classes| classes.get(index).copied())?;
            self.page.points.with(|points| Some(PointView { class, ..points.as_ref()?.point(index)? }))
        }?;
        hidden(self.page).get(usize::from(point.class)).is_some_and(|hidden| !hidden).then_some(point)
    }

    /// The point of a customer.
    pub fn index_of(self, customer: u32) -> Option<usize> {
        self.page.points.with(|points| points.as_ref()?.customer.iter().position(|each| *each == customer))
    }

    /// The customer of a point.
    pub fn customer_at(self, index: usize) -> Option<u32> {
        self.page.points.with_untracked(|points| points.as_ref()?.customer.get(index).copied())
    }

    /// How each point stands out: found ones above all, others pale; without a search those outside a selection are pale. Tracked.
    pub fn emphasis(self) -> Vec<Emphasis> {
        let (found, only, searching) = (self.page.found.get(), self.page.only.get(), self.page.search.with(|search| !search.is_empty()));
        if !searching && only.is_empty() {
            return Vec::new();
        }
        let chosen: BTreeSet<u32> = if searching { found.iter().copied().collect() } else { only.iter().copied().collect() };
        let look = if searching { Emphasis::Matched } else { Emphasis::Normal };
        self.page.points.with(|points| {
            let customers = points.iter().flat_map(|points| &points.customer);
            customers.map(|customer| if chosen.contains(customer) { look } else { Emphasis::Dimmed }).collect()
        })
    }
}

/// How many names there may be; tracked. Zoomed into a crowd the largest in sight are not known.
fn names(page: PageState, zoomed: RwSignal<Option<Window>>, most: RwSignal<usize>) -> usize {
    if page.is_crowd() && zoomed.with(Option::is_some) { 0 } else { most.get() }
}

struct LayoutParts {
    size: (f64, f64),
    window: Option<Window>,
    most_names: usize,
    staging: Staging,
}

/// The cuts with those being tried in their place; tracked.
pub fn cuts_in_force(page: PageState) -> Option<Cuts> {
    let settled = page.overview.with(|view| view.as_ref().and_then(|view| view.cuts))?;
    Some(tried(settled, page.app.trial.get()))
}

fn classes_in_force(page: PageState) -> Vec<u8> {
    let cuts = cuts_in_force(page);
    let is_trying = page.app.trial.with(|trial| *trial != Default::default());
    page.points.with(|points| match (points, cuts) {
        (Some(points), Some(cuts)) if is_trying => classes_at(points, cuts),
        (Some(points), _) => points.class.clone(),
        (None, _) => Vec::new(),
    })
}

/// Classes that the filter leaves out of the picture.
pub fn hidden(page: PageState) -> [bool; 4] {
    page.classes.with(|shown| Quadrant::ALL.map(|quadrant| !shown.is_empty() && !shown.contains(&Some(quadrant))))
}

/// Space for the number fields at the lines' ends.
fn room(staging: Staging, width: f64) -> Room {
    match (staging.stage, width <= super::scatter::NARROW) {
        (true, _) => Room { top: 48.0, right: 72.0 },
        (false, true) => Room { top: 46.0, right: 14.0 },
        (false, false) => Room { top: 56.0, right: 104.0 },
    }
}

fn lay_out(page: PageState, classes: &[u8], parts: &LayoutParts) -> Option<ScatterLayout> {
    let (width, height) = parts.size;
    if width < 80.0 || height < 80.0 {
        return None;
    }
    let points: Arc<PointsView> = page.points.get()?;
    let view: Arc<QuadrantView> = page.overview.get()?;
    let (texts, look, currency) = (page.texts(), page.look.get(), page.currency.get());
    let cuts = cuts_in_force(page);
    let scatter = scatter_texts(texts, &view, look, &currency, parts.staging.stage);
    let index_of = |customer: Option<u32>| customer.and_then(|customer| points.customer.iter().position(|each| *each == customer));
    Some(layout(&ScatterInput {
        size: parts.size,
        room: room(parts.staging, width),
        score: &points.score,
        contribution: &points.vertical,
        class: classes,
        names: &points.names,
        crowd: points.crowd > 0,
        cuts: ScatterCuts { score: cuts.map(|cuts| view.score_scale.score(cuts.horizontal)), contribution: cuts.map(|cuts| cuts.vertical) },
        scale: look.scale_kind(),
        window: parts.window,
        hidden: hidden(page),
        selected: index_of(page.app.selected.get()),
        focused: None,
        most_names: parts.most_names,
        texts: &scatter,
        score_tick: &|score| score_tick(texts, score),
        contribution_tick: &|tick| contribution_tick(texts, look, tick, &currency),
    }))
}
