//! How figures are written: thousands with commas, a true minus sign, money with its symbol, shares as percentages.
//! Rounds for display only; knows nothing of dates (see `dates`) or screens.

use super::{Language, Texts};

/// Before a unit, so that `£374 k` never breaks over two lines.
const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Texts {
    /// `22,190`.
    #[must_use]
    pub fn count(self, value: impl Into<u64>) -> String {
        grouped(&value.into().to_string())
    }

    /// With so many decimals, grouped: `8,300,065.81`, `−420.00`. A dash for what is not a number.
    #[must_use]
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let text = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let is_zero = text.chars().all(|digit| matches!(digit, '0' | '.'));
        let minus = if value < 0.0 && !is_zero { MINUS.to_string() } else { String::new() };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{minus}{}{point}{fraction}", grouped(whole))
    }

    /// In lists: `£19,476`, small amounts with their cents (`£8.50`). `currency` is a code such as `GBP`, or empty.
    #[must_use]
    pub fn money(self, value: f64, currency: &str) -> String {
        let has_cents = value.abs() < 100.0 && value.fract() != 0.0;
        self.money_with(value, currency, if has_cents { 2 } else { 0 })
    }

    /// Never rounded beyond the cent: `£8,300,065.81`.
    #[must_use]
    pub fn money_exact(self, value: f64, currency: &str) -> String {
        self.money_with(value, currency, 2)
    }

    /// In captions, three digits: `£374 k`, `£1.15 m`; `¥37.4 万`, `¥1.20 亿`.
    #[must_use]
    pub fn money_short(self, value: f64, currency: &str) -> String {
        let (steps, units): (_, [&str; 2]) = match self.0 {
            Language::English if value.abs() >= 999.5e6 => ([1e9, 1e12], ["bn", "tn"]),
            Language::English => ([1e3, 1e6], ["k", "m"]),
            Language::Chinese => ([1e4, 1e8], ["万", "亿"]),
        };
        // 999,600 is shown as 1.00 m, not as 1000 k.
        let unit = steps.iter().rposition(|&step| value.abs() >= step * 0.9995);
        match unit {
            None => self.money(value, currency),
            Some(index) => {
                let scaled = value / steps[index];
                let decimals = if scaled.abs() >= 99.95 {
                    0
                } else if scaled.abs() >= 9.995 {
                    1
                } else {
                    2
                };
                format!("{}{NO_BREAK}{}", self.money_with(scaled, currency, decimals), units[index])
            }
        }
    }

    /// `57%`; a part that would read as nothing is `<1%`.
    #[must_use]
    pub fn share(self, value: f64) -> String {
        self.percent(value, 0)
    }

    /// In lists, one decimal: `15.1%`, `<0.1%`.
    #[must_use]
    pub fn share_fine(self, value: f64) -> String {
        self.percent(value, 1)
    }

    /// `3.1 MB`.
    #[must_use]
    pub fn size(self, bytes: u64) -> String {
        let bytes = bytes as f64;
        let (value, unit) = match bytes {
            _ if bytes < 1e3 => (bytes, "B"),
            _ if bytes < 999_500.0 => (bytes / 1e3, "KB"),
            _ if bytes < 999.5e6 => (bytes / 1e6, "MB"),
            _ => (bytes / 1e9, "GB"),
        };
        let decimals = usize::from(value < 9.95 && unit != "B");
        format!("{}{NO_BREAK}{unit}", self.decimal(value, decimals))
    }

    fn money_with(self, value: f64, currency: &str, decimals: usize) -> String {
        let number = self.decimal(value, decimals);
        let symbol = currency_symbol(currency);
        match number.strip_prefix(MINUS) {
            Some(positive) => format!("{MINUS}{symbol}{positive}"),
            None => format!("{symbol}{number}"),
        }
    }

    fn percent(self, value: f64, decimals: usize) -> String {
        let smallest = 10f64.powi(-(decimals as i32));
        let percent = value * 100.0;
        if percent > 0.0 && percent < smallest / 2.0 {
            return format!("<{}%", self.decimal(smallest, decimals));
        }
        format!("{}%", self.decimal(percent, decimals))
    }
}

/// `£` for `GBP`; unknown codes stand before the figure with a space.
#[must_use]
pub fn currency_symbol(code: &str) -> String {
    match code {
        "" => String::new(),
        "GBP" => "£".to_owned(),
        "USD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "CNY" | "JPY" => "¥".to_owned(),
        "KRW" => "₩".to_owned(),
        "INR" => "₹".to_owned(),
        "HKD" => "HK$".to_owned(),
        "TWD" => "NT$".to_owned(),
        other => format!("{other}{NO_BREAK}"),
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Texts = Texts(Language::English);
    const CHINESE: Texts = Texts(Language::Chinese);

    fn plain(text: String) -> String {
        text.replace(NO_BREAK, " ")
    }

    #[test]
    fn thousands_and_minus() {
        assert_eq!(ENGLISH.count(22_190_u64), "22,190");
        assert_eq!(ENGLISH.count(999_u32), "999");
        assert_eq!(ENGLISH.decimal(-420.0, 2), "−420.00");
        assert_eq!(ENGLISH.decimal(-0.001, 2), "0.00");
        assert_eq!(ENGLISH.decimal(f64::NAN, 2), "–");
    }

    #[test]
    fn money_in_lists_and_captions() {
        assert_eq!(ENGLISH.money(19_476.2, "GBP"), "£19,476");
        assert_eq!(ENGLISH.money(-182.0, "GBP"), "−£182");
        assert_eq!(ENGLISH.money(8.5, "USD"), "$8.50");
        assert_eq!(ENGLISH.money_exact(8_300_065.81, "GBP"), "£8,300,065.81");
        assert_eq!(plain(ENGLISH.money_short(374_200.0, "GBP")), "£374 k");
        assert_eq!(plain(ENGLISH.money_short(1_152_000.0, "GBP")), "£1.15 m");
        assert_eq!(plain(ENGLISH.money_short(999_600.0, "")), "1.00 m");
        assert_eq!(plain(CHINESE.money_short(374_200.0, "CNY")), "¥37.4 万");
        assert_eq!(plain(CHINESE.money_short(120_000_000.0, "CNY")), "¥1.20 亿");
        assert_eq!(plain(ENGLISH.money(10.0, "CHF")), "CHF 10");
    }

    #[test]
    fn shares_and_sizes() {
        assert_eq!(ENGLISH.share(0.571), "57%");
        assert_eq!(ENGLISH.share_fine(0.151), "15.1%");
        assert_eq!(ENGLISH.share_fine(0.0002), "<0.1%");
        assert_eq!(ENGLISH.share_fine(0.0), "0.0%");
        assert_eq!(plain(ENGLISH.size(3_140_000)), "3.1 MB");
        assert_eq!(plain(ENGLISH.size(812)), "812 B");
    }
}
