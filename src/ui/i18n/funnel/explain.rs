//! What stands behind the figures of the funnel: definitions, rules, names of inputs.

texts! {
    why_rounded_up => "Rounded up", "向上取整";
    why_typed_over(computed) => "typed; the chain gives {computed}", "手工输入；倒推为 {computed}";
    why_nobody(from, to) => "nobody advances from {from} to {to}", "无人从 {from} 晋级到 {to}";
    why_not_known(from, to) => "the rate from {from} to {to} is not known", "{from} 到 {to} 的晋级率未知";

    why_sales_how => "Sales that bring what is left of the target.", "完成剩余目标所需的成交单数。";
    why_sales_rule => "(target − signed) ÷ average order", "（目标 − 已签）÷ 平均订单";
    why_average_how => "The order that turns money into customers.", "用于把金额换算成客户数的订单金额。";
    why_average_mean => "sum of the won amounts ÷ won orders", "成交金额合计 ÷ 成交单数";
    why_average_median => "half of the won orders are smaller, half larger", "成交订单中一半更小、一半更大";
    why_average_typed => "as typed", "按输入值";
    why_average_orders => "Won orders", "成交订单";
    why_required_how => "As many must stand here so that enough of them reach the next level. Parts of customers are carried; only what is shown is rounded up.",
        "该级别须有这么多客户，下一级才够数。计算中保留小数，仅显示时向上取整。";
    why_required_rule(nearer, from) => "needed at {nearer} ÷ rate {from} → {nearer}", "{nearer} 级所需 ÷ {from} → {nearer} 晋级率";
    why_expected(level) => "Sales from the stock at {level}", "{level} 级存量预计成交";
    why_expected_how => "Of those who stand here now, as many will sign at the rates of the chain.", "按各级晋级率，目前在该级别的客户中将有这么多成交。";
    why_expected_rule => "stock × share that reaches the sale", "存量 × 达到成交的比例";
    why_expected_all => "Sales from the whole stock", "全部存量预计成交";
    why_expected_all_how => "What the stock of all levels will bring, added up.", "各级存量预计成交之和。";
    why_gap_how => "Sales that are needed and that the stock will not bring.", "所需成交中存量无法带来的部分。";
    why_gap_rule => "sales needed − sales expected from the stock, never below 0", "需要成交 − 存量预计成交，不小于 0";
    why_extra(level) => "More at {level}", "{level} 级还需新增";
    why_extra_how => "New customers who would have to come in at this level to close the gap from here alone.", "仅从该级别补足缺口所需新增的客户。";
    why_extra_rule => "gap ÷ share that reaches the sale", "缺口 ÷ 达到成交的比例";
    why_last_day(level) => "Enter {level} by", "{level} 级最迟进入日";
    why_last_day_how => "Last day to come to this level and still be closed in time, at the usual time on each level. About half take longer.",
        "按各级通常停留时间，仍能按期成交的最迟进入日。约半数客户需要更久。";
    why_last_day_rule => "closing day − usual days on the way", "截止日 − 途中通常天数";

    why_rate(from, to) => "Advance rate {from} → {to}", "晋级率 {from} → {to}";
    why_rate_censored => "Share of those who ever came to the level that ever reach the next one. Open ones count for as long as they were watched (Aalen–Johansen; Kaplan–Meier where nobody is lost).",
        "到过该级别的客户中最终到达下一级的比例；在跟进的按已观察的时间计（Aalen–Johansen；无人流失时即 Kaplan–Meier）。";
    why_rate_reached => "Of all who ever came to the level, those who have reached the next one; open ones count as not reached.",
        "到过该级别的客户中已到达下一级的比例；在跟进的按未达到计。";
    why_rate_snapshots => "Of those on the level in the earlier snapshot, those who stand nearer the sale in the later one.", "前期快照在该级别的客户中，后期快照更接近成交的比例。";
    why_rate_outcomes => "Of those who reached or passed the level, those who reached or passed the next one.", "到达或越过该级别的客户中，到达或越过下一级的比例。";
    why_rate_typed => "Typed by hand: the handbook’s chain takes the rates as given.", "手工输入：手册的倒推以给定的晋级率计算。";
    why_rate_stocks => "From the stocks and the usual times on the levels.", "由存量与通常停留时间推算。";
    why_rate_rule => "advanced ÷ entered", "晋级 ÷ 进入";
    why_rate_plain => "plain", "简单比例";
    why_rate_wilson(low, high) => "95% (Wilson): {low}–{high}", "95%（Wilson）：{low}–{high}";
    why_rate_jeffreys(low, high) => "95% (Jeffreys): {low}–{high}", "95%（Jeffreys）：{low}–{high}";
    why_entered => "Entered", "进入";
    why_advanced => "Advanced", "晋级";
    why_ended => "Lost or dormant before", "此前流失或休眠";
    why_open => "Still open", "仍在跟进";
    why_as_precise => "As precise as, cases", "精度相当于（例）";

    why_confident(level, share) => "{level} for {share}", "{share} 把握的 {level} 级客户数";
    why_confident_how => "The smallest number that reaches the target with this chance. Rates that rest on few cases are uncertain themselves; that uncertainty is in it.",
        "以此把握达到目标的最小客户数；样本少的晋级率本身不确定，这一不确定性已计入。";
    why_confident_rule(level, share) => "smallest N at {level} with P(target reached) ≥ {share}", "使 P（达标）≥ {share} 的 {level} 级最小 N";
    why_confident_step(belief) => "rate: {belief}", "晋级率：{belief}";
    why_draws_rule => "each draw: rates from Beta(k + ½, n − k + ½), then binomial numbers from level to level", "每次抽样：晋级率取自 Beta(k + ½, n − k + ½)，再逐级按二项分布";
    why_chance_plain => "Chance of the plain division", "单纯相除的把握";
    why_chance_stock => "Chance of the stock alone", "仅凭存量的把握";
    why_chance_in_time => "Chance of reaching it in time", "按期达标的把握";
    why_chance_how => "Share of the draws that reach the target.", "抽样中达到目标的比例。";
    why_chance_in_time_how => "Share of the draws in which stock and new entries close the target by the end of the period; each level is left at its usual pace.",
        "抽样中存量与新增客户在期末前达到目标的比例；各级按通常速度推进。";
    why_band(part) => "{part} point of the revenue", "金额的 {part} 分位";
    why_band_how => "What the stock brings in the draws, in order of size: a tenth of them lie below the low point, a tenth above the high one.",
        "抽样中存量带来的金额按大小排列：一成低于低点，一成高于高点。";
    why_band_mean => "Mean of the draws", "抽样平均";
    why_order_sizes => "Order sizes", "订单金额";
    why_orders_drawn(count) => "drawn again from {count} won orders", "从 {count} 笔成交订单中重抽";
    why_orders_average(size) => "all of {size}", "均为 {size}";
    why_orders_typed(low, typical, high) => "low {low}, typical {typical}, high {high}", "最低 {low}，通常 {typical}，最高 {high}";
    why_helps_how => "Entries saved if this rate alone were one percentage point higher.", "仅此晋级率提高 1 个百分点可少用的客户。";
    why_helps_rule => "1 − entries with the higher rate ÷ entries as planned", "1 − 提高后所需 ÷ 现计划所需";
    why_tie_how => "A tenth more on any one rate divides the entries by the same 1.1, whichever it is.", "任一晋级率提高一成，所需客户都除以 1.1，与是哪一级无关。";
    why_uncertainty => "Part of the uncertainty", "占不确定性的比例";
    why_uncertainty_how => "Part of each rate in the variance of the logarithm of the whole conversion (delta method). Measuring the largest one pays most.",
        "各晋级率在总转化率对数方差中的占比（delta 方法）；先测量占比最大的一级。";
    why_uncertainty_rule => "(1 − rate) ÷ advanced, as a part of their sum", "（1 − 晋级率）÷ 晋级数，占各级之和的比例";

    why_attempts_how => "Customers who have to be tried on the steps of this tier.", "该层级各步需要接触的客户数。";
    why_hours_how => "Every attempt takes the hours of its step.", "每次接触按该步的工时计。";
    why_hours_rule => "attempts × hours per attempt, added up", "接触次数 × 每次工时，求和";
    why_fte_how => "Full-time people for these hours: only part of their time is spent with customers.", "完成这些工时所需的全职人数：只有一部分时间用于客户。";
    why_fte_rule => "hours ÷ (hours a week × weeks × direct selling share)", "工时 ÷（每周工时 × 周数 × 直接销售占比）";
    why_heads_how => "People to have, a tenth more than full-time posts, so that leavers leave no gap. Whole people.", "应配备人数：比全职岗位多一成，以免离职造成缺口；取整数。";
    why_heads_rule => "ratio × full-time people, rounded up", "饱和度 × 全职人数，向上取整";
    why_heads_all_how => "The people of all tiers; each tier counts whole people.", "各层级人数之和，每层取整。";
    why_leavers => "Of them leave in the period", "期内离职";
    why_rule_of_thumb => "Rules of thumb", "经验比例";
    why_rule_of_thumb_how => "The handbook has about 20% of the people in tier 1, about 10% net of attrition, and 60% of the work in tier 3.",
        "手册的经验值：第 1 层约占人数的 20%（扣除离职约 10%），第 3 层承担 60% 的工作量。";
    why_tier_people => "people of tier 1 ÷ all people", "第 1 层人数 ÷ 总人数";
    why_tier_net => "the same without those who leave", "扣除离职后";
    why_tier_work => "hours of tier 3 ÷ all hours", "第 3 层工时 ÷ 总工时";

    why_overdue => "Overdue", "超期";
    why_overdue_how => "Open entries whose last contact is longer ago than their level allows. Without a contact the day of entry counts.", "最近联系距今超过所在级别周期的在跟进条目；没有联系记录时按进入日计。";
    why_overdue_rule => "day of the audit − last contact − cadence > 0", "检查日 − 最近联系 − 联系周期 > 0";
    why_day_of_audit => "Day of the audit", "检查日";
    why_cadence(level) => "{level}, every", "{level} 级周期";
    why_cadence_days(days) => "{days} days", "{days} 天";
    why_card => "Profile cards", "客户档案卡";
    why_card_how => "Mean share of the fields that the files have and that are filled, over the open entries.", "在跟进条目中，文件所含栏目的平均填写比例。";
    why_card_rule => "filled fields ÷ fields in the files, averaged", "已填栏目 ÷ 文件所含栏目，取平均";
    why_raises => "Raised without a record", "升级无记录";
    why_raises_how => "Steps nearer the sale in the level history, with no known contact between coming to the old level and the raise.", "级别历史中向成交推进的各步里，从进入原级别到升级之间没有已知联系的次数。";
    why_raises_unknown => "Nothing can be said", "无法判断";
    why_sample_how => "Open entries drawn at random, each equally likely, the same ones for the same seed.", "在跟进条目中等概率随机抽取；种子相同则抽取相同。";
    why_conversion_rule => "product of the rates", "各级晋级率之积";
    why_conversion_how => "One reading of K: the share of the farthest level that ever reaches the sale. The handbook’s own definition is cut off.", "K 的一种理解：最远级别最终成交的比例。手册自身的定义缺失。";
    why_recovery_how => "The other reading of K: how much of what was contracted has been paid. The handbook’s own definition is cut off.", "K 的另一种理解：合同金额中已回款的比例。手册自身的定义缺失。";

    why_planned(level) => "Planned at {level}", "{level} 级计划";
    why_planned_how => "How many the plan expects to come in the period, spread evenly over its days up to the last one that still helps; what came is counted from the data.",
        "计划期内预计进入的客户，按天平均分摊到仍然来得及的最后一天；实际数来自数据。";
    why_planned_rule => "planned × days of the month ÷ days of the period", "计划数 × 当月天数 ÷ 时段天数";
    why_planned_all => "In the whole period", "整个时段";
    why_planned_days => "Days counted", "计入天数";

    why_group_target_how => "The part of the target that falls to this row, in sales. Shares follow the value won so far unless they are typed; together they make 100%.",
        "落在该行的目标（单）。份额按已成交金额分配，可手工输入；合计 100%。";
    why_group_target_rule => "share × sales needed", "份额 × 需要成交";
    why_share_won => "by won value", "按成交金额";
    why_share_equal => "in equal parts", "平均分配";
    why_share => "Share of the target", "目标份额";
    why_thin_how => "The level with the smallest stock against its need.", "存量相对所需最少的级别。";
    why_thin_rule => "stock ÷ need at each level; the smallest", "各级存量 ÷ 所需，取最小";
}
