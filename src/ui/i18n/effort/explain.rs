//! What stands behind the figures of the Time page: what each says, and its rule in words.

texts! {
    why_time_class(class) => "{class}: hours a year", "{class}：每年小时";
    why_time_class_how => "Hours of a year for the customers of this class.", "一年中用于这一类客户的小时数。";
    why_time_class_rule => "hours a year × share of the kind × share of the class", "每年小时 × 大类占比 × 本类占比";
    why_time_kind_rule => "hours of its classes together", "所属各类小时之和";
    why_time_future_rule => "hours a year × share of the kind", "每年小时 × 大类占比";
    why_time_each(class) => "{class}: hours each", "{class}：每家小时";
    why_time_each_how => "Hours of a year for one customer of the class.", "一年中平均用于每家客户的小时数。";
    why_time_each_rule => "hours of the class ÷ its customers", "本类小时 ÷ 客户数";
    why_time_contacts(class) => "{class}: contacts each", "{class}：每家次数";
    why_time_contacts_how => "Contacts a year that these hours allow each customer.", "这些小时可供每家客户一年联系的次数。";
    why_time_contacts_rule => "hours each ÷ hours of a contact by the usual channel", "每家小时 ÷ 常用方式单次小时";
    why_time_need(class) => "{class}: hours needed", "{class}：所需小时";
    why_time_need_how => "What keeping the cadence takes in a year.", "一年中按周期联系所需的小时数。";
    why_time_need_rule => "customers × weeks × 7 ÷ days between contacts × hours of a contact", "客户数 × 周数 × 7 ÷ 间隔天数 × 单次小时";
    why_time_short(class) => "{class}: hours short", "{class}：短缺小时";
    why_time_short_how => "Hours the cadence asks for beyond those the class has.", "按周期所需超出本类可用的小时数。";
    why_time_short_rule => "hours needed − hours of the class", "所需小时 − 本类小时";
    why_time_hours => "Hours a year", "每年小时";
    why_time_hours_of => "Hours of the class", "本类小时";
    why_time_kind_share => "Share of the kind", "大类占比";
    why_time_class_share => "Share of the class", "本类占比";
    why_time_contact_hours(channel) => "Hours of a contact ({channel})", "单次小时（{channel}）";

    why_calls_possible => "Calls the hours allow", "可联系次数";
    why_calls_possible_how => "Contacts a year, if every class spends its hours by its usual channel. Part of a call is none.", "各类客户的小时全部按常用方式使用时，一年可联系的次数；不足一次不计。";
    why_calls_possible_rule => "sum over the classes of contacts each × customers", "各类“每家次数 × 客户数”之和";
    why_calls_planned => "Planned calls", "计划内次数";
    why_calls_planned_how => "Calls that are dealt to customers ahead; the rest is free for what comes up.", "事先分配给客户的次数，其余留给临时需要。";
    why_calls_planned_rule => "calls × planned part, to the nearest whole", "次数 × 计划内占比，四舍五入";
    why_calls_free => "Free calls", "自由次数";
    why_calls_free_rule => "calls − planned calls", "次数 − 计划内次数";
    why_calls_class(class) => "{class}: planned calls", "{class}：计划内次数";
    why_calls_class_how => "Planned calls are dealt by the shares of the classes that have customers, in whole calls; what is left goes to the largest remainders.",
        "计划内次数按有客户的各类占比分配，取整后余数归小数部分最大者。";
    why_calls_class_rule => "planned calls × share of the class ÷ shares of all classes with customers", "计划内次数 × 本类占比 ÷ 有客户的各类占比之和";
    why_calls_share => "Share of the class in all hours", "本类占全部小时";
    why_calls_shares => "Shares with customers together", "有客户的各类合计";

    why_load => "Hours of a rep’s week", "业务员每周小时";
    why_load_how => "First the hours handed out to calls of the list, then those planned for: a rep’s hours with customers, the planned part of them, and what the week before left over. Above it, contracts and follow-ups ask for more than there is.",
        "前为名单已用小时，后为计划小时：与客户相处的小时中计划内的部分，加上周结余。超出即合同与回访所需多于可用。";
    why_load_rule => "people × hours a week × with customers ÷ reps × kinds with customers × planned part", "人数 × 每周工时 × 直接销售占比 ÷ 业务员数 × 有客户的大类占比 × 计划内占比";
    why_load_reps => "Reps", "业务员";
    why_load_kinds => "Kinds with customers", "有客户的大类占比";
    why_waiting_how => "Who is due and finds no hours waits for the next week.", "到期而排不上的客户顺延到下一周。";

    why_due => "Due", "到期";
    why_due_how => "Why a customer is due, by the reason of the row.", "按事由确定到期日。";
    why_due_rules => "repair: its day + days to the follow-up · contract: the next contact it owes · cadence: last contact + days of the class", "维修：维修日 + 回访天数 · 合同：约定的下一次 · 周期：上次联系 + 本类间隔天数";
    why_call_hours => "Hours of a call", "单次小时";
    why_call_hours_how => "The hours of a contact by the usual channel of the customer’s class.", "客户所属类别常用方式的单次小时。";

    why_mix_cost(channel) => "{channel}: cost of a year", "{channel}：一年成本";
    why_mix_cost_how => "What the contacts of a year by this channel cost.", "一年中这种方式的联系成本。";
    why_mix_cost_rule => "contacts × cost of one", "次数 × 单次成本";
    why_mix_total => "Cost of all contacts", "联系总成本";
    why_mix_total_how => "What all contacts of a year cost: relative figures, or money where own costs are typed.", "一年全部联系的成本：相对值；输入实际成本即为金额。";
    why_mix_total_rule => "sum over the channels of contacts × cost of one", "各方式“次数 × 单次成本”之和";
    why_mix_after => "Cost after the move", "改用后的成本";
    why_mix_after_how => "The same contacts with some of them moved to another channel; no more can move than there are.", "部分联系改用其他方式后的成本；改用次数不超过原有次数。";
    why_mix_after_rule => "cost − moved × cost of one before + moved × cost of one after", "成本 − 改用次数 × 原单次成本 + 改用次数 × 新单次成本";
    why_mix_change => "change = cost after ÷ cost before − 1", "变化 = 之后成本 ÷ 之前成本 − 1";

    why_adequacy(class) => "{class}: adequacy of contact", "{class}：联系充足率";
    why_adequacy_how => "Contacts recorded in the last year of the data against those the cadence asks for. Service, repair and finance contacts count.",
        "数据中最近一年的联系记录与按周期应联系次数之比；服务、维修与财务联系均计入。";
    why_adequacy_rule => "contacts made ÷ contacts needed", "已联系 ÷ 应联系";
    why_needed(class) => "{class}: contacts needed", "{class}：应联系次数";
    why_needed_rule => "customers × weeks × 7 ÷ days between contacts", "客户数 × 周数 × 7 ÷ 间隔天数";

    why_selling => "Time with customers", "直接销售时间";
    why_selling_how => "The part of the week spent with customers, before and after what is dropped, shrunk or reassigned; people with the old share would have to be that many more.",
        "取消、压缩或转交事项前后，一周中与客户相处的占比；相当于原占比下增加的人手。";
    why_selling_rule => "gain = (with customers + freed) ÷ with customers − 1", "增幅 =（与客户相处 + 省下）÷ 与客户相处 − 1";
    why_selling_people => "works like = people × new share ÷ old share", "相当于 = 人数 × 新占比 ÷ 原占比";
    why_selling_week => "Hours of the week", "每周小时";
    why_selling_direct => "With customers", "与客户相处";
    why_selling_freed => "Hours freed", "省下小时";
    why_selling_freed_how => "All hours of what is dropped or reassigned, and what shrinking takes off. Time with customers is never freed.",
        "取消或转交事项的全部小时，加上压缩掉的部分；与客户相处的时间不计。";

    why_reps_customers => "Customers of a rep", "业务员的客户数";
    why_reps_customers_how => "Customers with a class: those whose purchases or list name the rep, those assigned on a card, and those dealt in turn where nobody is named.",
        "有类别的客户：数据中标明该业务员的、在档案卡上指定的，以及无人负责而轮流分配的。";
}
