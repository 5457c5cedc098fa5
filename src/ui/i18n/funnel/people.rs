//! Staffing and follow-up.

texts! {
    staffing_title => "People it takes", "需要的人手";
    staffing_text(heads, fte) => "{heads} people, for {fte} full-time posts and what is held in reserve.", "{heads} 人（折合全职 {fte} 人，另加储备）。";
    staffing_none => "The people can be counted once the chain can be worked back.", "能够倒推之后才能计算人手。";
    staffing_tier(number) => "Tier {number}", "第 {number} 层";
    staffing_col_tier => "Tier", "层级";
    staffing_col_attempts => "Attempts", "接触";
    staffing_col_hours => "Hours", "工时";
    staffing_col_fte => "Full-time", "全职";
    staffing_col_heads => "People", "人数";
    staffing_rule(first, first_rule, third, third_rule) => "Tier 1 is {first} of the people (rule of thumb {first_rule}); tier 3 carries {third} of the work ({third_rule}).",
        "第 1 层占人数 {first}（经验值 {first_rule}）；第 3 层承担 {third} 的工作量（{third_rule}）。";
    staffing_options => "Hours and shares", "工时与占比";
    staffing_direct => "Direct selling share", "直接销售时间占比";
    staffing_weekly => "Hours a week", "每周工时";
    staffing_weeks => "Weeks a year", "每年周数";
    staffing_attrition => "Attrition", "流失率";
    staffing_surplus => "People held for each one needed, percent", "饱和度（%）";
    staffing_hours(from, to) => "Hours per attempt, {from} → {to}", "{from} → {to} 每次接触工时";

    audit_title => "Follow-up", "跟进检查";
    audit_file => "overdue", "超期清单";
    audit_file_rule(day) => "Open entries whose last contact is longer ago than their level allows, as of {day}.", "最近联系距今超过所在级别周期的在跟进条目，检查日 {day}。";
    audit_day => "As of", "检查日";
    audit_data_end(day, days) => "The data end on {day}, {days} days before this day: nearly everybody looks overdue.", "数据截至 {day}，比检查日早 {days} 天，几乎全部显示为超期。";
    audit_as_of(day) => "Count as of {day}", "按 {day} 检查";
    audit_overdue(count, open) => "{count} of {open} open entries are overdue by the cadence of their level.", "{open} 条在跟进，其中 {count} 条超出所在级别的联系周期。";
    audit_fine(open) => "None of {open} open entries is overdue.", "{open} 条在跟进，均未超期。";
    audit_no_contacts => "The file names no contact dates: the day of entry counts as the last contact.", "文件没有联系日期：以进入日期视为最近联系。";
    audit_days(days) => "{days} days", "{days} 天";
    audit_never => "never contacted", "从未联系";
    audit_col_overdue => "Overdue by", "超期";
    audit_col_level => "Level", "级别";
    audit_more(count) => "and {count} more", "另有 {count} 条";
    audit_card(share, complete) => "Profile cards: {share} filled on average, {complete} complete.", "客户档案卡平均填写 {share}，完整 {complete} 张。";
    audit_raises(count, all) => "{count} of {all} raises of level happened without a recorded contact.", "{all} 次升级中 {count} 次没有联系记录。";
    audit_sample => "Random sample for review", "随机抽查";
    audit_k => "Two readings of “K”", "“K”的两种理解";
    audit_k_note => "The handbook names K but its definition is cut off; these are readings, not its definition.", "手册提到 K，但定义缺失；以下只是两种理解，不是其定义。";
    audit_k_conversion => "Conversion from the farthest level to the sale", "最远级别到成交的转化率";
    audit_k_recovery => "Cash received ÷ contract value", "回款 ÷ 合同金额";
    audit_cash => "Cash received", "已回款";
    audit_contracts => "Contract value", "合同金额";
}
