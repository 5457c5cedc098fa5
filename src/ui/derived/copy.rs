//! Rows of the list as text for a spreadsheet: tab-separated, one line a customer, as shown, figures in full.

use crate::classify::Side;
use crate::engine::ListRow;
use crate::ui::i18n::Texts;

/// The rows with a line of headings.
#[must_use]
pub fn rows_as_text(texts: Texts, side: Side, rows: &[ListRow]) -> String {
    let headings = [
        texts.list_class(),
        texts.list_customer(),
        texts.list_key(),
        texts.list_contribution(),
        texts.list_share(),
        texts.list_cumulative(),
        texts.list_stability(),
        texts.list_orders(),
    ];
    let mut text = headings.join("\t");
    for row in rows {
        text.push('\n');
        text.push_str(&line(texts, side, row).join("\t"));
    }
    text
}

fn line(texts: Texts, side: Side, row: &ListRow) -> [String; 8] {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    [
        texts.class_name(side, row.class),
        cell(texts.customer_name(&row.name)),
        cell(texts.customer_name(&row.key)),
        row.vertical.map_or_else(String::new, |value| format!("{value:.2}")),
        number(row.share),
        number(row.cumulative),
        number(row.score),
        row.orders.to_string(),
    ]
}

/// A cell's text without what would break the line; nothing in it runs as a formula.
fn cell(text: &str) -> String {
    let plain = text.replace(['\t', '\n', '\r'], " ");
    if plain.starts_with(['=', '+', '-', '@']) { format!("'{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Quadrant;
    use crate::tables::WALK_IN_KEY;
    use crate::ui::i18n::{Language, Texts};

    fn row(name: &str, class: Option<Quadrant>) -> ListRow {
        ListRow {
            customer: 0,
            key: name.to_owned(),
            name: name.to_owned(),
            class,
            overridden: false,
            not_rated: None,
            amount: Some(19_476.0),
            vertical: Some(19_476.0),
            share: Some(0.25),
            cumulative: None,
            horizontal: Some(1.0),
            score: Some(0.5),
            orders: 6,
            months: Vec::new(),
            completeness: None,
            level: String::new(),
        }
    }

    #[test]
    fn rows_paste_into_a_spreadsheet() {
        let text =
            rows_as_text(Texts(Language::English), Side::Existing, &[row("Larkfield\tTrading", Some(Quadrant::II)), row("=1+1", None)]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0].split('\t').count(), 8);
        assert_eq!(lines[1], "EII\tLarkfield Trading\tLarkfield Trading\t19476.00\t0.25\t\t0.5\t6");
        assert!(lines[2].starts_with("not rated\t'=1+1\t"));
    }

    #[test]
    fn the_group_without_names_has_one() {
        let text = rows_as_text(Texts(Language::Chinese), Side::Existing, &[row(WALK_IN_KEY, None)]);
        assert!(text.ends_with("未评级\t散客\t散客\t19476.00\t0.25\t\t0.5\t6"), "{text}");
    }
}
