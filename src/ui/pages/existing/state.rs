//! State of this page alone: what is shown and how. Figures come from the engine; decisions go to the workspace.

use std::sync::Arc;

use leptos::prelude::*;

use crate::classify::{Class, Side};
use crate::engine::{CurveView, PointsView, QuadrantView, Query, SortKey, TrialCuts};
use crate::ui::derived::customers_changed;
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed, ToastAction};
use crate::workspace::{Action, ExistingSettings};

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
    pub existing: Followed<QuadrantView>,
    /// Points at the settled cuts.
    pub points: Followed<PointsView>,
    pub curve: Followed<CurveView>,
    pub settings: Memo<ExistingSettings>,
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
    /// Customers the search has found, to be marked in the picture.
    pub found: RwSignal<Arc<Vec<u32>>>,
    /// Said to those who listen, after a change has settled.
    pub said: RwSignal<String>,
    /// Points before the last change of the settings, until those after it have come.
    before: StoredValue<Option<Arc<PointsView>>>,
    sending: Sending<ExistingSettings>,
}

impl PageState {
    /// Follows the engine as long as the page lives.
    #[must_use]
    pub fn provide(side: Side) -> Self {
        let app = AppState::get();
        let existing = app.follow::<QuadrantView>(move || Some(Query::Quadrant { side, trial: app.trial.get() }));
        let points = app.follow::<PointsView>(move || Some(Query::Points { side, trial: TrialCuts::default() }));
        let picture = RwSignal::new(Picture::default());
        let curve = app.follow::<CurveView>(move || (picture.get() == Picture::Curve).then_some(Query::Curve { side }));
        let heard = Signal::derive(move || app.workspace.with(|view| view.as_ref().map(|view| (view.settings.clone(), view.revision))));
        let state = Self {
            app,
            side,
            existing,
            points,
            curve,
            settings: Memo::new(move |_| app.workspace.with(|view| view.as_ref().map(|view| view.settings.clone()).unwrap_or_default())),
            currency: Memo::new(move |_| app.workspace.with(|view| view.as_ref().map(|view| view.currency.clone()).unwrap_or_default())),
            picture,
            as_table: RwSignal::new(false),
            classes: RwSignal::new(Vec::new()),
            search: RwSignal::new(String::new()),
            order: RwSignal::new(Order { key: SortKey::Vertical, descending: true }),
            only: RwSignal::default(),
            found: RwSignal::default(),
            said: RwSignal::new(String::new()),
            before: StoredValue::new(None),
            sending: Sending::new(app, heard, |settings| Action::SetExisting { settings }),
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
        let before = self.points.get_untracked();
        if self.sending.change(edit) {
            self.before.set_value(before);
        } else {
            self.app.trial.set(TrialCuts::default());
        }
    }

    /// Changes how the picture is drawn; nobody's class depends on it.
    pub fn set_look(self, edit: impl FnOnce(&mut ExistingSettings)) {
        self.sending.change(edit);
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
                let text = match customers_changed(&before, &after) {
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
            self.only.set(Arc::default());
            self.classes.set(Vec::new());
            self.search.set(String::new());
        });
    }
}
