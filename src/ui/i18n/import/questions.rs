//! Questions the file cannot answer by itself: what is asked, why, and the answers with their example.

use crate::import::{Question, StabilityDirection};
use crate::ui::i18n::Texts;

texts! {
    ask_date(header) => "Is {header} written day first or month first?", "{header} 是日在前还是月在前？";
    ask_date_why => "Both numbers are 12 or less in every row, so the file cannot tell.", "每行的两个数都不大于 12，无法从文件判断。";
    ask_decimal(header) => "What does the mark in {header} mean?", "{header} 中的符号是什么？";
    ask_decimal_why(example) => "“{example}” can be read both ways, and no other value tells.", "“{example}”有两种读法，其他数值也无法说明。";
    ask_year => "Which year are the months of?", "这些月份属于哪一年？";
    ask_year_why => "The columns name months without a year.", "列名只有月份，没有年份。";
    ask_year_field => "Year", "年份";
    ask_year_take => "Use this year", "采用此年份";
    ask_currency(header) => "Which currency should be taken from {header}?", "{header} 中取哪种币种？";
    ask_currency_why => "Amounts in several currencies cannot be added. Rows in the others are left out and listed.", "不同币种的金额不能相加；其余币种的行不读入，并逐行列出。";
    ask_currency_rows(rows) => "{rows} rows", "{rows} 行";
    ask_discount(header) => "How does {header} lower the amount?", "{header} 如何扣减金额？";
    ask_discount_why(example) => "“{example}” can mean several things.", "“{example}”有多种含义。";
    ask_direction(header) => "Which customers are steady in {header}?", "{header} 中哪些客户稳定？";
    ask_direction_why => "The list gives stability itself; the file does not say which way it points.", "清单直接给出稳定度，但未说明方向。";
    ask_direction_low => "Low is steady", "数值低为稳定";
    ask_direction_low_example => "a variation, such as a CV", "波动类指标，如 CV";
    ask_direction_high => "High is steady", "数值高为稳定";
    ask_direction_high_example => "a score or a share of active months", "评分或活跃月份占比";
    ask_role(role) => "Which column is “{role}”?", "哪一列是“{role}”？";
    ask_role_why => "Nothing can be read without it. Choose it here or under the column's name.", "缺少它无法读取。可在此选择，也可在列名下选择。";
    ask_role_choose => "Choose a column", "选择列";
    ask_waiting(count) => "{count} more after this", "之后还有 {count} 个问题";
}

impl Texts {
    /// What is asked, and why the file does not tell.
    #[must_use]
    pub fn question(self, question: &Question) -> (String, String) {
        match question {
            Question::DateOrder { header, .. } => (self.ask_date(header), self.ask_date_why().to_owned()),
            Question::DecimalMark { header, example, .. } => (self.ask_decimal(header), self.ask_decimal_why(example)),
            Question::Year { .. } => (self.ask_year().to_owned(), self.ask_year_why().to_owned()),
            Question::Currencies { header, .. } => (self.ask_currency(header), self.ask_currency_why().to_owned()),
            Question::Discount { header, example, .. } => (self.ask_discount(header), self.ask_discount_why(example)),
            Question::StabilityDirection { header, .. } => (self.ask_direction(header), self.ask_direction_why().to_owned()),
            Question::MissingRole { role } => (self.ask_role(self.role(*role)), self.ask_role_why().to_owned()),
        }
    }

    /// An answer and its example.
    #[must_use]
    pub fn stability_direction(self, direction: StabilityDirection) -> (&'static str, &'static str) {
        match direction {
            StabilityDirection::LowIsStable => (self.ask_direction_low(), self.ask_direction_low_example()),
            StabilityDirection::HighIsStable => (self.ask_direction_high(), self.ask_direction_high_example()),
        }
    }
}
