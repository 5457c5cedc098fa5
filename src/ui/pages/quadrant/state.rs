//! State of this page alone, for one side: what is shown and how. Figures come from the engine; decisions go to the workspace.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scatter::Window;
use crate::classify::{Class, Side};
use crate::engine::{CurveView, PointsView, PotentialView, QuadrantView, Query, SortKey, TrialCuts};
use crate::ui::derived::customers_changed;
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed, ToastAction};
use crate::ui::words::Look;
use crate::workspace::{Action, AxisRules, AxisScale, ExistingSettings, PotentialSettings, ProspectAction};

/// Which picture is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    #[default]
    Quadrant,
    Curve,
}

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub key: SortKey,
    pub descending: bool,
}

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct PageState {
    pub app: AppState,
    /// Whose quadrant it is.
    pub side: Side,
    /// Counts and money, at the tried cuts while a threshold is dragged.
    pub overview: Followed<QuadrantView>,
    /// Points at the settled cuts; of a crowd its landmarks, and those found or selected.
    pub points: Followed<PointsView>,
    pub curve: Followed<CurveView>,
    /// Of the existing side; what both sides share is in [`Self::look`].
    pub settings: Memo<ExistingSettings>,
    /// Of the potential side.
    pub potential: Followed<PotentialView>,
    pub look: Memo<Look>,
    pub currency: Memo<String>,
    pub picture: RwSignal<Picture>,
    /// The table in place of the picture.
    pub as_table: RwSignal<bool>,
    /// Classes shown alone, in picture and list; empty = all.
    pub classes: RwSignal<Vec<Class>>,
    pub search: RwSignal<String>,
    pub order: RwSignal<Order>,
    /// Customers chosen by a rectangle in the picture; empty = all.
    pub only: RwSignal<Arc<Vec<u32>>>,
    /// The same as a part of the picture, where the points are a crowd.
    pub within: RwSignal<Option<Window>>,
    /// Customers the search has found, to be marked in the picture.
    pub found: RwSignal<Arc<Vec<u32>>>,
    /// Customers are being placed before the data is shown.
    pub placing: RwSignal<bool>,
    /// The sheet in place of the list, on the potential side.
    pub typing: RwSignal<bool>,
    /// Said to those who listen, after a change has settled.
    pub said: RwSignal<String>,
    /// Points before the last change of the settings, until those after it have come.
    before: StoredValue<Option<Arc<PointsView>>>,
    sending: Sending<ExistingSettings>,
    sending_potential: Sending<PotentialSettings>,
}

impl PageState {
    /// Follows the engine as long as the page lives.
    #[must_use]
    pub fn provide(side: Side) -> Self {
        let app = AppState::get();
        // A number stands for somebody else on the other side.
        if app.side.get_untracked() != side {
            app.side.set(side);
            app.selected.set(None);
            app.hovered.set(None);
            app.trial.set(TrialCuts::default());
        }
        let overview = app.follow::<QuadrantView>(move || Some(Query::Quadrant { side, trial: app.trial.get() }));
        let (found, is_crowd) = (RwSignal::<Arc<Vec<u32>>>::default(), RwSignal::new(false));
        // A small picture holds everybody anyway, and asks nothing anew for the sake of a few.
        let also = Memo::new(move |_| {
            let selected = app.selected.get().filter(|_| is_crowd.get());
            if is_crowd.get() { found.get().iter().copied().chain(selected).collect() } else { Vec::new() }
        });
        let points = app.follow::<PointsView>(move || Some(Query::Landmarks { side, also: also.get() }));
        Effect::new(move |_| {
            let crowd = points.with(|points| points.as_ref().is_some_and(|points| points.crowd > 0));
            if crowd != is_crowd.get_untracked() {
                is_crowd.set(crowd);
            }
        });
        let picture = RwSignal::new(Picture::default());
        let curve = app.follow::<CurveView>(move || (picture.get() == Picture::Curve).then_some(Query::Curve { side }));
        let heard = Signal::derive(move || app.workspace.with(|view| view.as_ref().map(|view| (view.settings.clone(), view.revision))));
        let potential = app.follow::<PotentialView>(move || (side == Side::Potential).then_some(Query::Potential));
        let heard_potential =
            Signal::derive(move || potential.with(|view| view.as_ref().map(|view| (view.settings.clone(), view.revision))));
        let settings = Memo::new(move |_| app.workspace.with(|view| view.as_ref().map(|view| view.settings.clone()).unwrap_or_default()));
        let look = Memo::new(move |_| match side {
            Side::Existing => settings.with(Look::of_existing),
            Side::Potential => {
                potential.with(|view| Look::of_potential(view.as_ref().map_or(&PotentialSettings::default(), |view| &view.settings)))
            }
        });
        let state = Self {
            app,
            side,
            overview,
            points,
            curve,
            settings,
            potential,
            look,
            currency: Memo::new(move |_| app.workspace.with(|view| view.as_ref().map(|view| view.currency.clone()).unwrap_or_default())),
            picture,
            as_table: RwSignal::new(false),
            classes: RwSignal::new(Vec::new()),
            search: RwSignal::new(String::new()),
            order: RwSignal::new(Order { key: SortKey::Vertical, descending: true }),
            only: RwSignal::default(),
            within: RwSignal::new(None),
            found,
            placing: RwSignal::new(false),
            typing: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            before: StoredValue::new(None),
            sending: Sending::new(app, heard, |settings| Action::SetExisting { settings }),
            sending_potential: Sending::new(app, heard_potential, |settings| Action::Prospects(ProspectAction::Set { settings })),
        };
        state.settle();
        provide_context(state);
        state
    }

    /// From context; the page provides it once.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// The texts of the current language; tracked.
    #[must_use]
    pub fn texts(self) -> Texts {
        self.app.texts()
    }

    /// Changes the settings as one undo step, and says how many customers changed class once that is known.
    pub fn set(self, edit: impl FnOnce(&mut ExistingSettings)) {
        self.sent(|| self.sending.change(edit));
    }

    /// The same on the potential side.
    pub fn set_potential(self, edit: impl FnOnce(&mut PotentialSettings)) {
        self.sent(|| self.sending_potential.change(edit));
    }

    fn sent(self, change: impl FnOnce() -> bool) {
        let before = self.points.get_untracked();
        if change() {
            self.before.set_value(before);
        } else {
            self.app.trial.set(TrialCuts::default());
        }
    }

    /// Changes how the thresholds of either side are found.
    pub fn set_rules(self, edit: impl FnOnce(&mut AxisRules)) {
        let mut rules = self.look.get_untracked().rules;
        edit(&mut rules);
        match self.side {
            Side::Existing => self.set(|settings| {
                (settings.contribution_threshold, settings.stability_threshold) = (rules.vertical, rules.horizontal);
            }),
            Side::Potential => self.set_potential(|settings| {
                (settings.expected_threshold, settings.intent_threshold) = (rules.vertical, rules.horizontal);
            }),
        }
    }

    /// Changes how the picture is drawn; nobody's class depends on it.
    pub fn set_scale(self, scale: AxisScale) {
        match self.side {
            Side::Existing => drop(self.sending.change(|settings| settings.scale = scale)),
            Side::Potential => drop(self.sending_potential.change(|settings| settings.scale = scale)),
        }
    }

    /// Shows everybody: no filters, and on the existing side the whole window.
    pub fn set_everything(self) {
        match self.side {
            Side::Existing => self.set(|settings| (settings.window, settings.filters) = Default::default()),
            Side::Potential => self.set_potential(|settings| settings.filters = Default::default()),
        }
    }

    /// Shows one class alone, or all again.
    pub fn isolate(self, class: Class) {
        self.classes.update(|classes| {
            if classes.as_slice() == [class] {
                classes.clear();
            } else {
                *classes = vec![class];
            }
        });
    }

    /// Whether the page holds but the landmarks of the points; tracked.
    #[must_use]
    pub fn is_crowd(self) -> bool {
        self.points.with(|points| points.as_ref().is_some_and(|points| points.crowd > 0))
    }

    /// Whether a rectangle in the picture has chosen some; tracked.
    #[must_use]
    pub fn has_selection(self) -> bool {
        self.only.with(|only| !only.is_empty()) || self.within.get().is_some()
    }

    pub fn clear_selection(self) {
        self.only.set(Arc::default());
        self.within.set(None);
    }

    /// Selects a customer; the selected one again, or `None`, clears.
    pub fn select(self, customer: Option<u32>) {
        self.app.selected.update(|selected| *selected = if *selected == customer { None } else { customer });
    }

    /// Keeps what depends on a finished change: tried cuts end with it, the toast and the spoken counts follow it.
    fn settle(self) {
        Effect::new(move |_| {
            self.app.revision.track();
            if self.app.trial.get_untracked() != TrialCuts::default() {
                self.app.trial.set(TrialCuts::default());
            }
        });
        Effect::new(move |_| {
            let Some(after) = self.points.get() else { return };
            let before = self.before.try_update_value(Option::take).flatten();
            if let Some(before) = before.filter(|before| before.revision != after.revision) {
                let texts = self.app.texts_now();
                let Some(changed) = changed(&before, &after) else { return };
                let text = match changed {
                    0 => texts.threshold_changed_none().to_owned(),
                    1 => texts.threshold_changed_one().to_owned(),
                    count => texts.threshold_changed(texts.count(count)),
                };
                self.app.say(text, Some(ToastAction::Undo));
            }
        });
        Effect::new(move |_| {
            // Other data numbers customers anew.
            self.app.opened.track();
            self.clear_selection();
            self.classes.set(Vec::new());
            self.search.set(String::new());
            self.placing.set(false);
        });
    }
}

/// How many customers changed class; `None` where nobody knows, because points became a crowd.
fn changed(before: &PointsView, after: &PointsView) -> Option<u32> {
    match (before.crowd, after.crowd) {
        (0, 0) => Some(customers_changed(before, after)),
        _ => after.changed_since.filter(|(revision, _)| *revision == before.revision).map(|(_, changed)| changed),
    }
}
