//! The one sentence above the picture: how many steady, high-contribution customers there are and what they bring.

use crate::engine::{CurveView, QuadrantView};
use crate::ui::i18n::Texts;
use crate::workspace::ContributionBasis;

/// The finding of the quadrant picture, for every state of the data.
#[must_use]
pub fn finding(texts: Texts, view: &QuadrantView, basis: ContributionBasis, currency: &str) -> String {
    let rated: u32 = view.classes[..4].iter().map(|class| class.customers).sum();
    let best = view.classes[0];
    let count = texts.count(best.customers);
    match best.share {
        _ if view.customers == 0 => texts.finding_nobody().to_owned(),
        _ if rated == 0 => texts.finding_none_rated(texts.count(view.customers)),
        _ if best.customers == 0 => texts.finding_none_steady(texts.count(rated)),
        // High means "reaches the cut", and a cut may lie below 0.
        _ if best.amount <= 0.0 && best.customers == 1 => texts.finding_steady_only_one().to_owned(),
        _ if best.amount <= 0.0 => texts.finding_steady_only(count),
        Some(share) if share > 1.0 => {
            texts.finding_more_than_all(count, texts.money_short(best.amount, currency), texts.money_short(view.total, currency))
        }
        Some(share) => steady(texts, best.customers, &texts.share(share), basis == ContributionBasis::Margin),
        None if best.customers == 1 => texts.finding_steady_money_one(texts.money_short(best.amount, currency)),
        None => texts.finding_steady_money(count, texts.money_short(best.amount, currency)),
    }
}

/// The finding of the potential customers' picture.
#[must_use]
pub fn potential_finding(texts: Texts, view: &QuadrantView) -> String {
    let rated: u32 = view.classes[..4].iter().map(|class| class.customers).sum();
    let best = view.classes[0];
    let (count, all) = (texts.count(best.customers), texts.count(view.customers));
    match best.share.filter(|_| best.amount > 0.0 && view.with_amount == view.customers) {
        _ if view.customers == 0 => texts.potential_finding_nobody().to_owned(),
        _ if rated == 0 => texts.potential_finding_none_rated(all),
        _ if best.customers == 0 => texts.potential_finding_none(texts.count(rated)),
        Some(share) if best.customers == 1 => texts.potential_finding_money_one(texts.share(share)),
        Some(share) => texts.potential_finding_money(count, texts.share(share)),
        None if best.customers == 1 => texts.potential_finding_one(all),
        None => texts.potential_finding(count, all),
    }
}

fn steady(texts: Texts, customers: u32, share: &str, of_margin: bool) -> String {
    match (customers, of_margin) {
        (1, false) => texts.finding_steady_one(share),
        (1, true) => texts.finding_steady_margin_one(share),
        (_, false) => texts.finding_steady(texts.count(customers), share),
        (_, true) => texts.finding_steady_margin(texts.count(customers), share),
    }
}

/// The finding of the contribution curve.
#[must_use]
pub fn curve_finding(texts: Texts, view: &CurveView) -> String {
    match view.pareto {
        None => texts.curve_finding_none().to_owned(),
        Some((1, share, _)) => texts.curve_finding_one(texts.share(share)),
        Some((customers, share, _)) => texts.curve_finding(texts.count(customers), texts.share(share)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, existing, plain};
    use super::*;

    fn english(view: &QuadrantView) -> String {
        plain(&finding(ENGLISH, view, ContributionBasis::Total, "GBP"))
    }

    #[test]
    fn the_finding_has_its_numbers() {
        assert_eq!(english(&existing()), "111 steady, high-contribution customers bring 57% of the money");
        assert_eq!(finding(CHINESE, &existing(), ContributionBasis::Total, "CNY"), "111 家稳定的高贡献客户带来 57% 的金额");
        let margin = finding(ENGLISH, &existing(), ContributionBasis::Margin, "GBP");
        assert_eq!(margin, "111 steady, high-contribution customers bring 57% of the margin");
    }

    #[test]
    fn one_customer_is_not_several() {
        let mut view = existing();
        view.classes[0].customers = 1;
        assert_eq!(english(&view), "1 steady, high-contribution customer brings 57% of the money");
    }

    #[test]
    fn nobody_there_nobody_rated_nobody_steady() {
        let mut view = existing();
        view.classes[0].customers = 0;
        assert_eq!(english(&view), "None of 254 rated customers is both steady and of high contribution");
        view.classes[..4].iter_mut().for_each(|class| class.customers = 0);
        assert_eq!(english(&view), "None of 412 customers can be rated by this measure");
        view.customers = 0;
        assert_eq!(english(&view), "No purchases in this window");
    }

    #[test]
    fn a_total_without_shares_says_money() {
        let mut view = existing();
        view.classes[0].share = None;
        assert_eq!(english(&view), "111 steady, high-contribution customers bring £657 k");
        view.classes[0].share = Some(1.2);
        view.total = 547_500.0;
        assert_eq!(english(&view), "111 steady, high-contribution customers bring £657 k, more than the total of £548 k");
        view.classes[0].amount = -5.0;
        assert_eq!(english(&view), "111 customers are steady and reach the contribution threshold");
    }

    #[test]
    fn prospects_are_counted_where_their_money_is_not_known() {
        let mut view = existing();
        assert_eq!(potential_finding(ENGLISH, &view), "111 potential customers to win now hold 57% of the expected money");
        view.with_amount = 0;
        assert_eq!(potential_finding(CHINESE, &view), "412 家潜在客户中，111 家值得立即争取");
        view.classes[0].customers = 0;
        assert_eq!(potential_finding(ENGLISH, &view), "None of 254 rated potential customers is both worth much and ready");
    }

    #[test]
    fn the_curve_names_its_pareto_point() {
        let view = CurveView { pareto: Some((105, 0.2548, 0.8003)), ..CurveView::default() };
        assert_eq!(curve_finding(ENGLISH, &view), "105 customers, 25% of all, bring 80% of the money");
        assert_eq!(curve_finding(ENGLISH, &CurveView::default()), "The money adds up to nothing positive, so there is no curve");
    }
}
