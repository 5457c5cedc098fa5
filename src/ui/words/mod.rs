//! Sentences written from the engine's answers: pure functions from views to texts, so that their wording is tested natively.
//! Knows nothing of components or signals; the phrases themselves lie in `i18n`.

mod bars;
mod changes;
mod columns;
mod effort;
mod effort_export;
mod explain;
mod explain_picture;
mod export;
mod fates;
mod growth;
mod finding;
mod lost;
mod funnel;
mod funnel_explain;
mod funnel_pictures;
mod moves;
mod rule;
#[cfg(test)]
mod samples;
mod scatter;
mod side;
mod explain_prospect;
mod standing;
mod summary;
mod sure;
mod time_explain;

pub use bars::{bars_notes, bars_title, period_state, short_period};
pub use changes::{Units, spot_name, why_moved};
pub use columns::{about, column_name};
pub use effort::{
    actions_finding, calls_finding, change_text, hours_bars, hours_text, hours_texts, ledger_suggestion, rebate_lines, rep_name,
    switching_lines, time_finding, waiting_text,
};
pub use effort_export::{action_table, call_codes, call_sheet};
pub use explain::{CardContext, Explanation, Figure, Tag, explain};
pub use explain_picture::{CurveFigure, explain_curve, explain_cut, gini_words};
pub use explain_prospect::explain_prospect;
pub use export::worded_list;
pub use fates::{concerns, has_rows, row_class, row_note};
pub use finding::{curve_finding, finding, potential_finding};
pub use funnel::{free_scenario_name, funnel_finding, part_text, plan_error, reach_text, scenario_name, stage_name};
pub use funnel_explain::{
    AuditFigure, FunnelContext, FunnelFigure, GroupFigure, People, explain_audit, explain_funnel, explain_group, explain_overdue,
    explain_planned,
};
pub use funnel_pictures::{dwell_levels, dwell_texts, funnel_levels, funnel_texts, pyramid_levels, pyramid_texts, rate_steps, rates_texts};
pub use growth::{changes_finding, class_money_bars, class_money_texts, largest_bars, largest_texts, wallet_finding};
pub use lost::lost_tables;
pub use moves::moves;
pub use rule::{RulePart, RuleTopic, by_periods, potential_sentence, rule_sentence, rule_text};
pub use scatter::{contribution_tick, scatter_texts, score_tick};
pub use side::Look;
pub use standing::{named_levels, standing_choices, standing_code, standing_from};
pub use summary::{announcement, not_rated_note, picture_description};
pub use sure::{drawing_error, lumpiness, others_summary, sure_draws, sure_shares};
pub use time_explain::{TimeFigure, explain_call_hours, explain_due, explain_load, explain_time};
