//! The rule of the picture as one sentence: every option that changes the answer, each part opening its choices.

use crate::calendar::{Day, Grain};
use crate::classify::{Side, ThresholdRule};
use crate::engine::{PotentialView, QuadrantView, WorkspaceView};
use crate::ui::i18n::Texts;
use crate::workspace::{ContributionBasis, ExistingSettings, ExpectedFrom, Filters, IntentFrom, MonthsCounted, StabilityMeasure};

use super::side::Look;

/// The choices a part of the sentence opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleTopic {
    Contribution,
    Filters,
    Window,
    Stability,
    Months,
    Incomplete,
    Cuts,
}

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulePart {
    Text(String),
    Choice(RuleTopic, String),
}

/// The sentence in its pieces, in the order they stand.
#[must_use]
pub fn rule_sentence(texts: Texts, view: &QuadrantView, workspace: &WorkspaceView) -> Vec<RulePart> {
    let settings = &workspace.settings;
    let mut parts = vec![RulePart::Choice(RuleTopic::Contribution, contribution_words(texts, settings, workspace))];
    parts.push(text(texts.rule_against()));
    parts.push(RulePart::Choice(RuleTopic::Stability, texts.measure_words(settings.stability).to_owned()));
    if let Some((from, to)) = view.window {
        parts.push(text(texts.rule_comma()));
        parts.push(RulePart::Choice(RuleTopic::Window, texts.days(Day(from), Day(to))));
    }
    if has_filters(workspace) {
        parts.push(text(texts.rule_comma()));
        parts.push(RulePart::Choice(
            RuleTopic::Filters,
            filter_words(texts, &settings.filters, [&workspace.regions, &workspace.products, &workspace.reps]),
        ));
    }
    if by_periods(settings) {
        parts.push(text(texts.rule_semicolon()));
        parts.push(RulePart::Choice(RuleTopic::Months, months_words(texts, settings.months_counted, view.grain)));
        if !view.incomplete.is_empty() {
            let periods = texts.periods(view.grain, &view.incomplete);
            let words = if settings.leave_out_incomplete { texts.rule_incomplete_out(periods) } else { texts.rule_incomplete_in(periods) };
            parts.push(text(texts.rule_semicolon()));
            parts.push(RulePart::Choice(RuleTopic::Incomplete, words));
        }
    }
    parts.push(text(texts.rule_semicolon()));
    push_cuts(texts, &mut parts, Look::of_existing(settings), &workspace.currency);
    parts
}

/// The sentence of the potential customers' picture.
#[must_use]
pub fn potential_sentence(texts: Texts, view: &PotentialView, currency: &str) -> Vec<RulePart> {
    let settings = &view.settings;
    let expected = match settings.expected_from {
        ExpectedFrom::Column => texts.rule_expected_money(),
        ExpectedFrom::Scorecard => texts.rule_expected_score(),
    };
    let intent = match settings.intent_from {
        IntentFrom::Column => texts.rule_intent_given(),
        IntentFrom::Level => texts.rule_intent_level(),
        IntentFrom::Scorecard => texts.rule_intent_score(),
    };
    let mut parts = vec![
        RulePart::Choice(RuleTopic::Contribution, expected.to_owned()),
        text(texts.rule_against()),
        RulePart::Choice(RuleTopic::Stability, intent.to_owned()),
    ];
    let columns = [&view.regions, &view.products, &view.reps];
    if columns.iter().any(|values| !values.is_empty()) {
        parts.push(text(texts.rule_comma()));
        parts.push(RulePart::Choice(RuleTopic::Filters, filter_words(texts, &settings.filters, columns)));
    }
    parts.push(text(texts.rule_semicolon()));
    push_cuts(texts, &mut parts, Look::of_potential(settings), currency);
    parts
}

fn push_cuts(texts: Texts, parts: &mut Vec<RulePart>, look: Look, currency: &str) {
    match same_cuts(texts, look) {
        Some(words) => {
            parts.push(text(texts.rule_cut()));
            parts.push(RulePart::Choice(RuleTopic::Cuts, words.to_owned()));
        }
        None => parts.push(RulePart::Choice(RuleTopic::Cuts, cut_words(texts, look, currency))),
    }
    parts.push(text(texts.rule_stop()));
}

/// The sentence as plain text: for the stage, for exports, for print.
#[must_use]
pub fn rule_text(parts: &[RulePart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            RulePart::Text(text) | RulePart::Choice(_, text) => text.as_str(),
        })
        .collect()
}

fn text(text: &str) -> RulePart {
    RulePart::Text(text.to_owned())
}

/// Whether periods enter the answer at all: measures by order and given columns know none.
#[must_use]
pub fn by_periods(settings: &ExistingSettings) -> bool {
    let measure = matches!(settings.stability, StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter | StabilityMeasure::ActiveMonths);
    measure || settings.contribution == ContributionBasis::PerPeriod
}

fn has_filters(workspace: &WorkspaceView) -> bool {
    [&workspace.regions, &workspace.products, &workspace.reps].iter().any(|values| !values.is_empty())
}

fn contribution_words(texts: Texts, settings: &ExistingSettings, workspace: &WorkspaceView) -> String {
    let sales = if settings.gross { texts.rule_gross() } else { texts.rule_net() };
    match settings.contribution {
        ContributionBasis::Total if workspace.days.is_none() => texts.rule_given_contribution().to_owned(),
        ContributionBasis::Total => sales.to_owned(),
        ContributionBasis::Margin if settings.gross => texts.rule_margin_gross().to_owned(),
        ContributionBasis::Margin => texts.rule_margin().to_owned(),
        ContributionBasis::PerPeriod if settings.stability.grain() == Grain::Quarter => texts.rule_per_quarter(sales),
        ContributionBasis::PerPeriod => texts.rule_per_month(sales),
    }
}

fn filter_words(texts: Texts, filters: &Filters, columns: [&Vec<String>; 3]) -> String {
    let named = |values: &std::collections::BTreeSet<String>| {
        let first = values.first().map_or("", String::as_str);
        let first = if first.is_empty() { texts.rule_filter_none_value() } else { first };
        if values.len() > 1 { texts.rule_filter_more(first, values.len() - 1) } else { first.to_owned() }
    };
    let mut words = Vec::new();
    if !filters.region.is_empty() {
        words.push(texts.rule_filter_region(named(&filters.region)));
    }
    if !filters.product.is_empty() {
        words.push(texts.rule_filter_product(named(&filters.product)));
    }
    if !filters.rep.is_empty() {
        words.push(texts.rule_filter_rep(named(&filters.rep)));
    }
    if words.is_empty() { all_rows(texts, columns) } else { words.join(texts.rule_comma()) }
}

/// `all regions and reps`: the columns this data has.
fn all_rows(texts: Texts, columns: [&Vec<String>; 3]) -> String {
    let words = [texts.rule_regions(), texts.rule_products(), texts.rule_reps()];
    let names: Vec<_> = columns.into_iter().zip(words).filter(|(values, _)| !values.is_empty()).map(|(_, name)| name).collect();
    let words = match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{}{}{last}", first.join(texts.list_join()), texts.rule_and()),
        names => names.concat(),
    };
    texts.rule_all(words)
}

fn months_words(texts: Texts, months: MonthsCounted, grain: Grain) -> String {
    let words = match (months, grain) {
        (MonthsCounted::SinceFirst, Grain::Month) => texts.rule_since_first_month(),
        (MonthsCounted::SinceFirst, Grain::Quarter) => texts.rule_since_first_quarter(),
        (MonthsCounted::WholeWindow, Grain::Month) => texts.rule_whole_window_month(),
        (MonthsCounted::WholeWindow, Grain::Quarter) => texts.rule_whole_window_quarter(),
    };
    words.to_owned()
}

/// One word where both axes are cut by the same rule.
fn same_cuts(texts: Texts, look: Look) -> Option<&'static str> {
    match (look.rules.vertical, look.rules.horizontal) {
        (ThresholdRule::Median, ThresholdRule::Median) => Some(texts.rule_cut_same_median()),
        (ThresholdRule::Mean, ThresholdRule::Mean) => Some(texts.rule_cut_same_mean()),
        (ThresholdRule::Jenks, ThresholdRule::Jenks) => Some(texts.rule_cut_same_jenks()),
        _ => None,
    }
}

fn cut_words(texts: Texts, look: Look, currency: &str) -> String {
    let named = |rule: ThresholdRule, typed: &dyn Fn(f64) -> String| match rule {
        ThresholdRule::Median => texts.rule_cut_median().to_owned(),
        ThresholdRule::Mean => texts.rule_cut_mean().to_owned(),
        ThresholdRule::Pareto => texts.rule_cut_pareto().to_owned(),
        ThresholdRule::Jenks => texts.rule_cut_jenks().to_owned(),
        ThresholdRule::Quantile(part) => texts.rule_cut_quantile(texts.share(part)),
        ThresholdRule::Manual(value) => texts.rule_cut_manual(typed(value)),
    };
    let horizontal = |value: f64| match look.side {
        Side::Existing => format!("{} {}", look.measure_short(texts), texts.decimal(value, 2)),
        Side::Potential => texts.decimal(value, 2),
    };
    let vertical = named(look.rules.vertical, &|value| look.vertical(texts, value, currency));
    let horizontal = named(look.rules.horizontal, &horizontal);
    let words = match look.side {
        Side::Existing => texts.rule_cut_pair(vertical, horizontal),
        Side::Potential => texts.rule_cut_pair_potential(vertical, horizontal),
    };
    // Chinese sets figures apart from words, but not from punctuation.
    words.replace(" 、", "、")
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, existing, workspace};
    use super::*;

    fn english(edit: impl FnOnce(&mut WorkspaceView)) -> String {
        let mut workspace = workspace();
        edit(&mut workspace);
        rule_text(&rule_sentence(ENGLISH, &existing(), &workspace))
    }

    #[test]
    fn the_defaults_read_as_a_sentence() {
        assert_eq!(
            english(|_| {}),
            "Net sales against monthly evenness, 1 Dec 2010 – 9 Dec 2011; months since first purchase, zeros counted; Dec 2011 incomplete, left out; cut at the medians."
        );
        assert_eq!(
            rule_text(&rule_sentence(CHINESE, &existing(), &workspace())),
            "净销售额对月度波动，2010年12月1日至2011年12月9日；自首次购买起计月，无购买月份计为 0；2011年12月数据不完整，不计入；两轴界限为中位数。"
        );
    }

    #[test]
    fn every_option_shows() {
        let sentence = english(|workspace| {
            workspace.regions = vec!["North".into(), "South".into()];
            let settings = &mut workspace.settings;
            settings.filters.region.extend(["North".to_owned(), "South".to_owned()]);
            settings.gross = true;
            settings.contribution = ContributionBasis::PerPeriod;
            settings.leave_out_incomplete = false;
            settings.months_counted = MonthsCounted::WholeWindow;
            settings.contribution_threshold = ThresholdRule::Pareto;
            settings.stability_threshold = ThresholdRule::Quantile(0.9);
        });
        assert_eq!(
            sentence,
            "Sales without returns per month against monthly evenness, 1 Dec 2010 – 9 Dec 2011, region North and 1 more; months of the whole window, zeros counted; Dec 2011 incomplete, counted; contribution cut at its 80% Pareto point, stability at its 90% quantile."
        );
    }

    #[test]
    fn typed_cuts_stand_with_their_values() {
        let typed = |workspace: &mut WorkspaceView| {
            workspace.settings.contribution_threshold = ThresholdRule::Manual(9600.0);
            workspace.regions = vec!["North".into()];
            workspace.reps = vec!["Kim".into()];
        };
        assert!(english(typed).ends_with("all regions and reps; months since first purchase, zeros counted; Dec 2011 incomplete, left out; contribution cut at £9,600, stability at its median."));
        let mut workspace = workspace();
        typed(&mut workspace);
        assert!(rule_text(&rule_sentence(CHINESE, &existing(), &workspace)).ends_with("；贡献度以 £9,600、稳定度以中位数为界。"));
    }

    #[test]
    fn a_measure_by_order_has_no_months() {
        let sentence = english(|workspace| workspace.settings.stability = StabilityMeasure::CvOrder);
        assert_eq!(sentence, "Net sales against evenness of orders, 1 Dec 2010 – 9 Dec 2011; cut at the medians.");
    }
}
