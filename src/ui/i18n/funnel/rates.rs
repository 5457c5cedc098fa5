//! Where advance rates come from.

texts! {
    rates_from => "Rates from", "晋级率取自";
    rates_comma => ", ", "，";
    rates_best => "the best the data allow", "数据所及的最佳来源";
    rates_cohort => "a level history, open entries censored", "级别历史（在跟进的按删失处理）";
    rates_reached => "a level history, open entries as not reached", "级别历史（在跟进的按未达到计）";
    rates_snapshots => "two dated snapshots", "两期快照";
    rates_outcomes => "one snapshot with outcomes", "单期快照与结果";
    rates_all_entries => "all entries", "全部条目";
    rates_window => "entries of a period", "某一时段的条目";
    rates_intervals => "; ranges are 95% intervals.", "；范围为 95% 区间。";
    rates_ended_on => "Lost, with no level named, counts as lost on", "未注明级别的流失计入";
    rates_ended_nearest => "the nearest before the sale", "成交前最近的级别";
    rates_entered_from => "Entered from", "进入时间自";
    rates_entered_to => "Entered to", "进入时间至";
    rates_trap => "Only today’s stock is known. Stock ÷ stock mixes conversion with time spent on a level and is no advance rate: type the rates, or import a level history or outcomes.",
        "目前只知道存量。存量之比混合了转化与停留时间，不是晋级率：请输入晋级率，或导入级别历史或结果。";
}
