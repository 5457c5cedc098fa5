//! What stands behind the figures of the funnel, with the numbers of that very figure (METHODS 3).
//! One function a kind of figure; which figure stands where is the page's business.

mod chain;
mod follow_up;
mod groups;
mod people;
mod sure;
#[cfg(test)]
mod tests;

pub use follow_up::{AuditFigure, explain_audit, explain_overdue};
pub use groups::{GroupFigure, explain_group, explain_planned};

use super::explain::Explanation;
use super::funnel::stage_name;
use crate::engine::{CertaintyView, FunnelStep, FunnelView};
use crate::plan::Reach;
use crate::ui::i18n::Texts;

/// A figure of the plan. Stages and steps count as in [`crate::plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunnelFigure {
    AverageOrder,
    /// Stage 0: the sales.
    Required {
        stage: usize,
    },
    Expected {
        stage: usize,
    },
    ExpectedAll,
    Gap,
    /// More customers needed at a stage.
    Extra {
        stage: usize,
    },
    LastDay {
        stage: usize,
    },
    Rate {
        step: usize,
    },
    /// Needed at the chosen confidence.
    Confident {
        stage: usize,
    },
    ChancePlain,
    ChanceStock,
    ChanceInTime,
    /// Revenue of the stock; 0, 1, 2 for the 10, 50 and 90 % point.
    Band {
        point: usize,
    },
    /// Saved by one more point.
    Helps {
        step: usize,
    },
    RelativeLift,
    Uncertainty {
        step: usize,
    },
    Attempts(People),
    Hours(People),
    Fte(People),
    Heads(People),
    RuleOfThumb,
}

/// Whose work it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    All,
    /// 0 for tier 1.
    Tier(usize),
    /// By its place in the staffing's regions.
    Region(usize),
}

/// What the figures of a plan are explained from.
#[derive(Clone, Copy)]
pub struct FunnelContext<'a> {
    pub view: &'a FunnelView,
    /// The simulation, where it has come to an end.
    pub certainty: Option<&'a CertaintyView>,
}

/// The explanation of a figure; `None` where there is no such figure now.
#[must_use]
pub fn explain_funnel(texts: Texts, figure: FunnelFigure, context: FunnelContext<'_>) -> Option<Explanation> {
    let view = context.view;
    match figure {
        FunnelFigure::AverageOrder => Some(chain::average_order(texts, view)),
        FunnelFigure::Required { stage } => chain::required(texts, view, stage),
        FunnelFigure::Expected { stage } => chain::expected(texts, view, stage),
        FunnelFigure::ExpectedAll => chain::expected_all(texts, view),
        FunnelFigure::Gap => chain::gap(texts, view),
        FunnelFigure::Extra { stage } => chain::extra(texts, view, stage),
        FunnelFigure::LastDay { stage } => chain::last_day(texts, view, stage),
        FunnelFigure::Rate { step } => chain::rate(texts, view, step),
        FunnelFigure::Confident { stage } => sure::confident(texts, context, stage),
        FunnelFigure::ChancePlain => sure::chance_plain(texts, context),
        FunnelFigure::ChanceStock => sure::chance_stock(texts, context),
        FunnelFigure::ChanceInTime => sure::chance_in_time(texts, context),
        FunnelFigure::Band { point } => sure::band(texts, context, point),
        FunnelFigure::Helps { step } => sure::helps(texts, view, step),
        FunnelFigure::RelativeLift => sure::relative_lift(texts, view),
        FunnelFigure::Uncertainty { step } => sure::uncertainty(texts, view, step),
        FunnelFigure::Attempts(who) => people::attempts(texts, view, who),
        FunnelFigure::Hours(who) => people::hours(texts, view, who),
        FunnelFigure::Fte(who) => people::fte(texts, view, who),
        FunnelFigure::Heads(who) => people::heads(texts, view, who),
        FunnelFigure::RuleOfThumb => people::rule_of_thumb(texts, view),
    }
}

/// A figure of a formula: as many decimals as tell it, four digits at least; money and large numbers to the cent.
pub(super) fn real(texts: Texts, value: f64) -> String {
    let most = match value.abs() {
        0.0 => 0,
        large if large >= 100.0 => 2,
        small => (3 - small.log10().floor().max(-5.0) as i32).unsigned_abs() as usize,
    };
    let text = format!("{value:.most$}");
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
    texts.decimal(value, decimals)
}

/// The figure, or why there is none.
fn reach(texts: Texts, view: &FunnelView, found: Reach) -> String {
    let step = |step: usize| (stage_name(texts, view, step + 1), stage_name(texts, view, step));
    match found {
        Reach::Needed(number) => real(texts, number),
        Reach::CannotBeReached { step: blocked } => {
            let (from, to) = step(blocked);
            format!("∞: {}", texts.why_nobody(from, to))
        }
        Reach::RateUnknown { step: unknown } => {
            let (from, to) = step(unknown);
            format!("–: {}", texts.why_not_known(from, to))
        }
    }
}

/// `0.5 × 0.4 × 0.3`, from the sale out to a stage; a dash for a rate that is not known.
fn rates_to(texts: Texts, view: &FunnelView, stage: usize) -> String {
    let rates = view.steps.iter().take(stage).map(|step| step.rate().map_or_else(|| "–".to_owned(), |rate| real(texts, rate)));
    rates.collect::<Vec<_>>().join(" × ")
}

fn rate_of(view: &FunnelView, step: usize) -> Option<f64> {
    view.steps.get(step).and_then(FunnelStep::rate)
}
