//! The two thresholds over the picture: lines to drag or to move with the keyboard, and number fields at their ends.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::cut_method::{MethodSelect, cut_of, on_axis, rule_of, set_rule};
use super::hover::place_in;
use super::quadrant_state::{QuadrantState, cuts_in_force};
use super::state::PageState;
use crate::chart::ScaleKind;
use crate::chart::scatter::ScatterLayout;
use crate::classify::{Axis, Side, ThresholdRule};
use crate::engine::ScoreScale;
use crate::ui::components::{Explained, settled};
use crate::ui::derived::{CutScale, field_text, typed_number};
use crate::ui::pause::Pause;
use crate::ui::words::{Explanation, explain_cut};

/// Steps of the keyboard in quick succession are one change.
const PAUSE: Duration = Duration::from_millis(450);
/// Steps with Shift held.
const MANY: f64 = 10.0;
/// Nearer to 0 a variation would be endless.
const LEAST_SCORE: f64 = 0.005;

/// One threshold: what moves it and what it moves.
#[derive(Clone, Copy)]
struct Cut {
    axis: Axis,
    quadrant: QuadrantState,
    dragging: RwSignal<bool>,
    /// The rule that found the threshold before it was moved by hand.
    home: StoredValue<ThresholdRule>,
    pause: Pause,
}

impl Cut {
    fn new(axis: Axis, quadrant: QuadrantState) -> Self {
        let home = StoredValue::new(ThresholdRule::default());
        Effect::new(move |_| {
            let rule = rule_of(quadrant.page.look.get().rules, axis);
            if !matches!(rule, ThresholdRule::Manual(_)) {
                home.set_value(rule);
            }
        });
        Self { axis, quadrant, dragging: RwSignal::new(false), home, pause: Pause::new() }
    }

    fn page(self) -> PageState {
        self.quadrant.page
    }

    /// The value in force, the tried one while it is moved; tracked.
    fn value(self) -> Option<f64> {
        cuts_in_force(self.page()).map(|cuts| on_axis(cuts, self.axis))
    }

    fn scale(self, layout: &ScatterLayout) -> CutScale {
        let page = self.page();
        let (low, high) = layout.contribution.figures();
        match self.axis {
            Axis::Horizontal => CutScale::Score(score_scale(page)),
            Axis::Vertical if page.look.get_untracked().scale_kind() == ScaleKind::Log => CutScale::Ratio,
            Axis::Vertical => CutScale::Span(high - low),
        }
    }

    fn attempt(self, value: f64) {
        self.page().app.trial.update(|trial| match self.axis {
            Axis::Vertical => trial.vertical = Some(value),
            Axis::Horizontal => trial.horizontal = Some(value),
        });
    }

    /// Makes the tried value the threshold: one undo step.
    fn settle(self) {
        self.pause.cancel();
        self.quadrant.held.set(None);
        let trial = self.page().app.trial.get_untracked();
        let value = if self.axis == Axis::Vertical { trial.vertical } else { trial.horizontal };
        if let Some(value) = value {
            set_rule(self.page(), self.axis, ThresholdRule::Manual(value));
        }
    }

    fn take(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        if let Some(line) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            // Without capture the line is left behind by a fast pointer.
            drop(line.set_pointer_capture(event.pointer_id()));
        }
        self.quadrant.held.set(self.quadrant.layout.get_untracked().map(|layout| layout.window()));
        self.dragging.set(true);
    }

    fn drag(self, event: &PointerEvent) {
        if !self.dragging.get_untracked() {
            return;
        }
        let chart = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|line| line.closest(".chart").ok().flatten());
        let (Some(chart), Some(layout)) = (chart, self.quadrant.layout.get_untracked()) else { return };
        let (x, y) = place_in(&chart, self.quadrant.staging.zoom, (event.client_x(), event.client_y()));
        let value = match self.axis {
            Axis::Vertical => layout.contribution.data_from_screen(y.clamp(layout.plot.top, layout.plot.bottom)),
            Axis::Horizontal => {
                let score = layout.score.data_from_screen(x.clamp(layout.plot.left, layout.plot.right));
                score_scale(self.page()).value_from_score(score.clamp(LEAST_SCORE, 1.0))
            }
        };
        self.attempt(self.scale(&layout).settled(value));
    }

    fn let_go(self) {
        if self.dragging.get_untracked() {
            self.dragging.set(false);
            self.settle();
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let steps = if event.shift_key() { MANY } else { 1.0 };
        match event.key().as_str() {
            "ArrowUp" | "ArrowRight" => self.step(steps),
            "ArrowDown" | "ArrowLeft" => self.step(-steps),
            "PageUp" => self.step(MANY),
            "PageDown" => self.step(-MANY),
            "Home" => self.go_home(),
            "Enter" => self.settle(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn step(self, steps: f64) {
        let (Some(layout), Some(value)) = (self.quadrant.layout.get_untracked(), untrack(|| self.value())) else { return };
        self.attempt(self.scale(&layout).stepped(value, steps));
        self.pause.then(PAUSE, move || self.settle());
    }

    fn go_home(self) {
        let home = self.home.get_value();
        self.pause.cancel();
        self.page().app.trial.set(Default::default());
        set_rule(self.page(), self.axis, home);
    }

    /// Value, method and how many lie on the good side.
    fn spoken(self) -> String {
        let page = self.page();
        let texts = page.texts();
        let (Some(value), Some(view)) = (self.value(), page.overview.get()) else { return String::new() };
        let (look, currency) = (page.look.get(), page.currency.get());
        let method = texts.rule_name(rule_of(look.rules, self.axis));
        let count = |places: [usize; 2]| texts.count(places.into_iter().map(|place| view.classes[place].customers).sum::<u32>());
        let score = texts.decimal(view.score_scale.score(value), 2);
        match (page.side, self.axis) {
            (Side::Existing, Axis::Vertical) => texts.threshold_value_contribution(texts.money(value, &currency), method, count([0, 1])),
            (Side::Existing, Axis::Horizontal) => {
                let figure = format!("{} {}", look.measure_short(texts), field_text(value, false));
                texts.threshold_value_stability(figure, score, method, count([0, 2]))
            }
            (Side::Potential, Axis::Vertical) => {
                texts.threshold_value_expected(look.vertical(texts, value, &currency), method, count([0, 1]))
            }
            (Side::Potential, Axis::Horizontal) => texts.threshold_value_intent(field_text(value, false), score, method, count([0, 2])),
        }
    }

    /// Lowest, highest and present figure of the slider, as the axis shows them.
    fn range(self) -> Option<(f64, f64, f64)> {
        let (layout, value) = (self.quadrant.layout.get()?, self.value()?);
        Some(match self.axis {
            Axis::Vertical => {
                let (low, high) = layout.contribution.figures();
                (low.min(value), high.max(value), value)
            }
            Axis::Horizontal => (0.0, 1.0, score_scale(self.page()).score(value)),
        })
    }
}

fn score_scale(page: PageState) -> ScoreScale {
    page.overview.with_untracked(|view| view.as_ref().map_or(ScoreScale::Variation, |view| view.score_scale))
}

/// The line with its grip.
#[component]
pub fn CutLine(axis: Axis, quadrant: QuadrantState) -> impl IntoView {
    let cut = Cut::new(axis, quadrant);
    let page = quadrant.page;
    let place = Memo::new(move |_| {
        quadrant.layout.with(|layout| {
            let layout = layout.as_ref()?;
            let plot = layout.plot;
            match axis {
                Axis::Vertical => layout.cut_y.map(|y| (plot.left, y, plot.width())),
                Axis::Horizontal => layout.cut_x.map(|x| (x, plot.top - GRIP_ROOM, plot.height() + GRIP_ROOM)),
            }
        })
    });
    let label = move || page.texts().threshold(page.look.get(), axis);
    let figure = move |choose: fn((f64, f64, f64)) -> f64| move || cut.range().map(|range| choose(range).to_string());
    view! {
        <Show when=move || place.get().is_some()>
            <div
                class=if axis == Axis::Vertical { "cut-line along" } else { "cut-line across" }
                class:dragging=move || cut.dragging.get()
                style:left=move || place.get().map(|(x, ..)| format!("{x}px"))
                style:top=move || place.get().map(|(_, y, _)| format!("{y}px"))
                style:--length=move || place.get().map(|(.., length)| format!("{length}px"))
                on:pointerdown=move |event| cut.take(&event)
                on:pointermove=move |event| cut.drag(&event)
                on:pointerup=move |_| cut.let_go()
                on:pointercancel=move |_| cut.let_go()
            >
                <div
                    class="grip"
                    role="slider"
                    tabindex="0"
                    data-testid=if axis == Axis::Vertical { "threshold-contribution-line" } else { "threshold-stability-line" }
                    aria-label=label
                    aria-orientation=if axis == Axis::Vertical { "vertical" } else { "horizontal" }
                    aria-valuemin=figure(|range| range.0)
                    aria-valuemax=figure(|range| range.1)
                    aria-valuenow=figure(|range| range.2)
                    aria-valuetext=move || cut.spoken()
                    on:keydown=move |event| cut.press(&event)
                    on:blur=move |_| cut.settle()
                ></div>
            </div>
        </Show>
    }
}

/// The vertical line's grip stands above the plot.
const GRIP_ROOM: f64 = 14.0;

/// The number at the line's end with the method that found it.
#[component]
pub fn CutField(axis: Axis, quadrant: QuadrantState) -> impl IntoView {
    let page = quadrant.page;
    let cut = Cut::new(axis, quadrant);
    let place = move || {
        quadrant.layout.with(|layout| {
            let layout = layout.as_ref()?;
            match axis {
                Axis::Vertical => layout.cut_y.map(|y| (layout.plot.right, y)),
                // The field stays inside the picture while its line goes to the end.
                Axis::Horizontal => layout.cut_x.map(|x| (x.clamp(FIELD_HALF, (layout.size.0 - FIELD_HALF).max(FIELD_HALF)), 0.0)),
            }
        })
    };
    let is_money = axis == Axis::Vertical;
    let text = move || cut.value().map(|value| field_text(value, is_money && page.look.get().is_money)).unwrap_or_default();
    let name = move || page.texts().threshold_short(page.look.get(), axis);
    let label = move || page.texts().threshold(page.look.get(), axis);
    let score = move || {
        let value = cut.value().filter(|_| !is_money)?;
        page.overview.with(|view| Some(page.texts().threshold_score(page.texts().decimal(view.as_ref()?.score_scale.score(value), 2))))
    };
    let explanation = Signal::derive(move || explanation(page, axis));
    let would_change = move || {
        let trial = page.app.trial.get();
        let moving = if is_money { trial.vertical } else { trial.horizontal }.is_some();
        let changed = page.overview.with(|view| view.as_ref().map_or(0, |view| view.changed));
        (moving && changed > 0).then(|| page.texts().threshold_would_change(page.texts().count(changed)))
    };
    view! {
        <div
            class=if is_money { "cut cut-y" } else { "cut cut-x" }
            class:outside=move || place().is_none()
            style:left=move || place().map(|(x, _)| format!("{x}px"))
            style:top=move || place().map(|(_, y)| format!("{y}px"))
        >
            <span class="cut-name">{name}</span>
            <MethodSelect axis handles=true class="select quiet small" />
            <input
                class="input"
                type="number"
                step="any"
                inputmode="decimal"
                data-testid=if is_money { "threshold-contribution" } else { "threshold-stability" }
                data-value=move || cut.value().map(|value| value.to_string())
                aria-label=label
                prop:value=settled(text)
                on:change=move |event| typed(cut, &event_target_value(&event))
                on:keydown=move |event| field_key(cut, &event)
            />
            {move || score().map(|score| view! { <span class="cut-score">{score}</span> })}
            <Explained explanation />
            {move || would_change().map(|words| view! { <span class="cut-changed">{words}</span> })}
        </div>
    }
}

/// Half the width of the stability field, in chart units.
const FIELD_HALF: f64 = 120.0;

fn typed(cut: Cut, text: &str) {
    let smallest = if cut.axis == Axis::Vertical { f64::NEG_INFINITY } else { 0.0 };
    if let Some(value) = typed_number(text).filter(|value| *value >= smallest) {
        cut.page().app.trial.set(Default::default());
        set_rule(cut.page(), cut.axis, ThresholdRule::Manual(value));
    }
}

/// Arrows in the field step as on the line: the browser's own step of 1 means nothing here.
fn field_key(cut: Cut, event: &KeyboardEvent) {
    if matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
        let steps = if event.shift_key() { MANY } else { 1.0 };
        // In the field, up is more of the measure itself: for a variation that is to the left.
        let turned = cut.axis == Axis::Horizontal && matches!(score_scale(cut.page()), ScoreScale::Variation | ScoreScale::Clumpiness);
        let up = (event.key() == "ArrowUp") != turned;
        cut.step(if up { steps } else { -steps });
        event.prevent_default();
    }
}

fn explanation(page: PageState, axis: Axis) -> Option<Explanation> {
    let (texts, look, currency) = (page.texts(), page.look.get(), page.currency.get());
    page.overview.with(|view| {
        let view = view.as_ref()?;
        cut_of(view, axis)?;
        Some(explain_cut(texts, axis, view, look, &currency))
    })
}
