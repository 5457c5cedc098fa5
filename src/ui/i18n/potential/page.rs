//! The potential customers' own words on the quadrant page: axes, sources, sheet, weights, card.

use crate::ui::i18n::Texts;
use crate::workspace::{ExpectedFrom, IntentFrom};

texts! {
    nav_potential => "Potential", "潜在客户";
    potential_title => "Potential customers", "潜在客户";
    potential_kicker => "Potential customers", "潜在客户";
    expected_contribution => "Expected contribution", "预期贡献";
    intent => "Intent", "意向度";
    potential_axis_money_log => "Expected contribution, log scale ↑", "预期贡献（对数轴）↑";
    potential_axis_money_linear => "Expected contribution ↑", "预期贡献 ↑";
    potential_axis_score => "Expected contribution, score 1 to 5 ↑", "预期贡献，1 至 5 分 ↑";
    potential_axis_intent => "Intent, 0 to 1 · ready →", "意向度，0 至 1 · 强烈 →";
    potential_axis_intent_short => "ready →", "强烈 →";
    potential_axis_cool => "← cool", "← 冷淡";
    potential_scale => "Axis of expected contribution", "预期贡献轴";
    potential_label(count) => "Scatter of {count} rated potential customers: intent across, expected contribution up", "{count} 家已评级潜在客户的散点图：横轴为意向度，纵轴为预期贡献";
    potential_keys => "Arrow keys go to the next one that way, Enter opens the card, / finds, 1 to 4 show one class, + and - zoom, Shift with an arrow key moves the part in sight, Escape clears. The list below holds the same figures.",
        "方向键移到该方向最近的客户，Enter 打开档案卡，/ 查找，1 至 4 只看一类，+ 和 - 缩放，Shift 加方向键移动视图，Esc 清除。下方列表含相同数据。";
    potential_class_part(code, strategy, count) => "{code} {strategy}: {count} potential customers.", "{code} 类（{strategy}）：{count} 家潜在客户。";
    potential_announce(one, two, three, four, none) => "PI {one}, PII {two}, PIII {three}, PIV {four}, not rated {none}", "PI 类 {one} 家，PII 类 {two} 家，PIII 类 {three} 家，PIV 类 {four} 家，未评级 {none} 家";
    potential_not_rated(count, reasons) => "{count} potential customers are not rated: {reasons}.", "{count} 家潜在客户未评级：{reasons}。";
    potential_not_rated_one(reasons) => "1 potential customer is not rated: {reasons}.", "1 家潜在客户未评级：{reasons}。";

    potential_finding(count, all) => "{count} of {all} potential customers are worth winning now", "{all} 家潜在客户中，{count} 家值得立即争取";
    potential_finding_one(all) => "1 of {all} potential customers is worth winning now", "{all} 家潜在客户中，1 家值得立即争取";
    potential_finding_money(count, share) => "{count} potential customers to win now hold {share} of the expected money", "{count} 家应立即争取的潜在客户占预期金额 {share}";
    potential_finding_money_one(share) => "1 potential customer to win now holds {share} of the expected money", "1 家应立即争取的潜在客户占预期金额 {share}";
    potential_finding_none(count) => "None of {count} rated potential customers is both worth much and ready", "{count} 家已评级潜在客户中，没有既值得投入又意向强烈的";
    potential_finding_none_rated(count) => "None of {count} potential customers is rated yet", "{count} 家潜在客户均尚未评级";
    potential_finding_nobody => "No potential customer passes the filters", "没有符合筛选条件的潜在客户";

    potential_empty_title => "Nobody to win yet", "尚无潜在客户";
    potential_empty_text => "Import a list of prospects, type them in and rate them, or take the open entries of your funnel.",
        "导入潜在客户名单，逐个录入并评分，或直接采用漏斗中的跟进客户。";
    potential_empty_import => "Import prospects", "导入潜在客户";
    potential_empty_type => "Type them in", "手动录入";
    potential_empty_link(count) => "Take the {count} open funnel entries", "采用漏斗中 {count} 条跟进记录";
    potential_empty_no_funnel => "The funnel has no open entries.", "漏斗中没有跟进中的记录。";
    potential_rated_title => "Nobody is rated yet", "尚无客户获得评级";
    potential_rated_text => "A class needs an expected contribution and an intent. Type ratings below, or choose other sources beside the picture.",
        "评级需要预期贡献与意向度。请在下方录入评分，或在右侧更换数据来源。";
    potential_filtered_text => "Clear the filters to see them again.", "清除筛选即可重新显示。";

    threshold_expected => "Threshold of expected contribution", "预期贡献界限";
    threshold_intent => "Threshold of intent", "意向度界限";
    threshold_expected_method => "How the threshold of expected contribution is found", "预期贡献界限的确定方法";
    threshold_intent_method => "How the threshold of intent is found", "意向度界限的确定方法";
    threshold_expected_short => "Expected", "预期贡献";
    threshold_intent_short => "Intent", "意向度";
    threshold_value_expected(value, method, count) => "{value}, {method}; {count} reach it", "{value}，{method}；{count} 家达到";
    threshold_value_intent(value, score, method, count) => "{value}, score {score}, {method}; {count} reach it", "{value}，得分 {score}，{method}；{count} 家达到";

    rule_expected_money => "Expected money", "预期金额";
    rule_expected_score => "Score of expected contribution", "预期贡献评分";
    rule_intent_given => "intent as given", "给定的意向度";
    rule_intent_level => "intent by funnel level", "按漏斗级别的意向度";
    rule_intent_score => "score of intent", "意向度评分";
    rule_cut_pair_potential(expected, intent) => "expected contribution cut at {expected}, intent at {intent}", "预期贡献以{expected}、意向度以{intent}为界";
    expected_from_column => "Money as given", "给定金额";
    expected_from_scorecard => "Scorecard, 1 to 5", "评分卡，1 至 5 分";
    expected_from_column_how => "The expected contribution of the list, the funnel entry or the sheet.", "来自名单、漏斗记录或录入表的预期金额。";
    expected_from_scorecard_how => "Σ weight × rating ÷ Σ weight over the criteria that are rated.", "已评分项的 Σ 权重 × 评分 ÷ Σ 权重。";
    intent_from_column => "Figure as given", "给定数值";
    intent_from_level => "Funnel level", "漏斗级别";
    intent_from_scorecard => "Scorecard, 1 to 5", "评分卡，1 至 5 分";
    intent_from_column_how => "The intent of the list or the sheet; high is good.", "来自名单或录入表的意向数值，越高越好。";
    intent_from_level_how => "Each level of the funnel stands for an intent from 0 to 1.", "漏斗的每个级别对应 0 至 1 的意向度。";
    intent_from_scorecard_how => "Σ weight × rating ÷ Σ weight over the criteria that are rated.", "已评分项的 Σ 权重 × 评分 ÷ Σ 权重。";
    option_expected => "Expected contribution", "预期贡献";
    option_expected_how => "What a potential customer would bring: money, or a weighted score of the handbook's criteria.", "潜在客户可能带来的价值：金额，或按手册评分项加权得分。";
    option_expected_from => "Comes from", "数据来源";
    option_intent => "Intent", "意向度";
    option_intent_how => "How ready it is to buy from us.", "向我方购买的意愿强度。";
    option_prospect_cuts_how => "Computed over the rated ones. Equal values count as high.", "按已评级客户计算；等于界限者视为高。";
    option_prospect_filters_how => "Only potential customers with these values are shown. Nothing ticked means all.", "只显示含所选值的潜在客户；未勾选表示全部。";
    option_link => "Funnel", "漏斗";
    option_link_how => "Open entries are potential customers too: amount as expected contribution, level as intent. What you type stands over it.",
        "跟进中的记录同时作为潜在客户：金额作为预期贡献，级别作为意向度；手动录入的内容优先。";
    option_link_switch(count) => "Take the {count} open entries", "采用 {count} 条跟进记录";
    option_level_intent(level) => "Level {level}", "{level} 级";
    weights_title_expected => "Weights of expected contribution", "预期贡献权重";
    weights_title_intent => "Weights of intent", "意向度权重";
    weights_how => "Only the parts of the sum matter: 2 counts twice as much as 1.", "只看占比：2 的作用是 1 的两倍。";
    weights_sum => "Sum", "合计";
    weights_criterion => "Criterion", "评分项";
    weights_weight => "Weight", "权重";
    weights_share => "Part", "占比";
    weights_weight_of(name) => "Weight of {name}", "“{name}”的权重";
    weights_name_of(name) => "Name of {name}", "“{name}”的名称";
    weights_remove(name) => "Remove {name}", "删除“{name}”";
    weights_add => "Add a criterion", "添加评分项";
    weights_new => "New criterion", "新评分项";
    weights_new_numbered(number) => "New criterion {number}", "新评分项 {number}";

    sheet_switch => "View", "视图";
    sheet_list => "List", "列表";
    sheet_type => "Type in", "录入";
    sheet_title => "Type in and rate", "录入与评分";
    sheet_hint => "Ratings from 1 to 5. Arrow keys, Enter and Tab move; a block copied from a spreadsheet can be pasted; the last row is for a new one.",
        "评分为 1 至 5。方向键、Enter、Tab 移动；可粘贴从电子表格复制的区域；最后一行用于新增。";
    sheet_name => "Name", "名称";
    sheet_level => "Level", "级别";
    sheet_complete => "Rated", "完整度";
    sheet_cell(field, name) => "{field} of {name}", "{name}的{field}";
    sheet_new_cell(field) => "{field} of a new one", "新增客户的{field}";
    sheet_remove(name) => "Remove {name}", "删除{name}";
    sheet_linked => "from the funnel", "来自漏斗";
    sheet_pasted(rows) => "{rows} rows pasted", "已粘贴 {rows} 行";
    sheet_pasted_one => "1 row pasted", "已粘贴 1 行";
    sheet_paste_refused(cells, fault) => "{cells} cells were left out: {fault}", "有 {cells} 个单元格未录入：{fault}";
    sheet_paste_refused_one(fault) => "1 cell was left out: {fault}", "有 1 个单元格未录入：{fault}";
    sheet_removed(name) => "{name} removed", "已删除{name}";
    sheet_rows(count) => "{count} potential customers", "{count} 家潜在客户";

    potential_tooltip_intent => "intent", "意向度";
    potential_list => "Potential customers", "潜在客户";
    potential_list_label => "Potential customers; arrow keys move, Enter opens the card, Ctrl C copies the row", "潜在客户列表；方向键移动，Enter 打开档案卡，Ctrl C 复制该行";
    potential_find => "Find a potential customer", "查找潜在客户";
    potential_high_high => "High expected contribution, high intent.", "预期贡献高，意向度高。";
    potential_high_low => "High expected contribution, low intent.", "预期贡献高，意向度低。";
    potential_low_high => "Low expected contribution, high intent.", "预期贡献低，意向度高。";
    potential_low_low => "Low expected contribution, low intent.", "预期贡献低，意向度低。";
    potential_move_more(value, code) => "{value} more expected contribution would make it {code}.", "预期贡献再增加 {value}，即为 {code}。";
    potential_move_less(value, code) => "{value} less expected contribution would make it {code}.", "预期贡献减少 {value}，即为 {code}。";
    potential_move_intent(from, to, code) => "Intent {to} instead of {from} would make it {code}.", "意向度由 {from} 变为 {to}，即为 {code}。";
    potential_not_rated_text(reason) => "Not rated: {reason}. It stays in the list.", "未评级：{reason}。仍保留在列表中。";
    card_score_expected => "Score of expected contribution", "预期贡献得分";
    card_score_intent => "Score of intent", "意向度得分";
    card_score_none => "No criterion is rated yet.", "尚未评分。";
    card_score_rating => "Rating", "评分";
    card_score_product => "Weight × rating", "权重 × 评分";
    card_score_complete(share) => "{share} of the weight is rated.", "已评权重占 {share}。";
    card_level => "Level", "级别";
    explain_expected_how => "What it would bring, from the source chosen beside the picture.", "潜在客户可能带来的价值，来源见右侧选项。";
    explain_intent_how => "How ready it is to buy, from the source chosen beside the picture.", "购买意愿强度，来源见右侧选项。";
    explain_score_formula => "Σ w·r ÷ Σ w over the rated criteria", "已评分项的 Σ w·r ÷ Σ w";
    explain_score_how => "A criterion without a rating is left out of both sums.", "未评分的项目不计入两个合计。";
    explain_level_formula(level, value) => "level {level} = {value}", "{level} 级 = {value}";
    explain_complete_how => "Part of the weight that is rated.", "已评分项目的权重占比。";
    explain_potential_class_how => "High expected contribution: value ≥ threshold. High intent: value ≥ threshold.", "预期贡献 ≥ 界限为高；意向度 ≥ 界限为高。";
    explain_potential_cut_how => "The rule is applied to the rated potential customers.", "按已评级的潜在客户计算。";
    explain_potential_moves_how => "The smallest change on one axis that would move it, thresholds held where they are.", "界限不变，单一轴上使其改变类别的最小变化。";
    explain_potential_not_rated_how => "A class needs both figures.", "两项数据齐全才能评级。";
    export_intent_source => "Source of intent", "意向度来源";
    export_prospect_file => "potential customers", "潜在客户";
}

impl Texts {
    #[must_use]
    pub fn expected_from(self, from: ExpectedFrom) -> (&'static str, &'static str) {
        match from {
            ExpectedFrom::Column => (self.expected_from_column(), self.expected_from_column_how()),
            ExpectedFrom::Scorecard => (self.expected_from_scorecard(), self.expected_from_scorecard_how()),
        }
    }

    #[must_use]
    pub fn intent_from(self, from: IntentFrom) -> (&'static str, &'static str) {
        match from {
            IntentFrom::Column => (self.intent_from_column(), self.intent_from_column_how()),
            IntentFrom::Level => (self.intent_from_level(), self.intent_from_level_how()),
            IntentFrom::Scorecard => (self.intent_from_scorecard(), self.intent_from_scorecard_how()),
        }
    }
}
