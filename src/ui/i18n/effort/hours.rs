//! Hours there are, dealt over classes.

texts! {
    nav_time => "Time", "时间";
    title_time => "Where the hours go", "时间用在哪里";
    time_kicker(people) => "Time · {people} people", "时间 · {people} 人";
    time_find_none => "Type who sells and how long, and the hours are dealt over the classes.", "输入人数与工时，即可把时间分到各类客户。";
    time_find_no_customers => "The hours are dealt; customers are missing to use them for.", "时间已分好，但还没有客户可用。";
    time_find_short(class, need, hours) => "{class} needs {need} hours a year and has {hours}.", "{class}一年需要 {need} 小时，只有 {hours} 小时。";
    time_find_short_more(class, need, hours, more) => "{class} needs {need} hours a year and has {hours}; {more} more classes are short too.", "{class}一年需要 {need} 小时，只有 {hours} 小时；另有 {more} 类也不够。";
    time_find_enough => "Every class has the hours its cadence asks for.", "各类客户的时间都够按周期联系。";
    time_find_over(hours) => "The shares make more than the whole: {hours} hours are handed out that nobody has.", "占比合计超过 100%：多分出 {hours} 小时，实际没有人手。";
    time_people => "People", "人数";
    time_weekly => "Hours a week", "每周工时";
    time_direct => "With customers", "直接销售占比";
    time_weeks => "Weeks a year", "每年周数";
    time_hours_year => "Hours a year", "每年小时";
    time_explain => "How many hours a year there are for customers.", "一年里可用于客户的小时数。";
    time_explain_formula(people, weekly, direct, weeks, hours) => "{people} × {weekly} h × {direct} × {weeks} weeks = {hours} h", "{people} 人 × {weekly} 小时 × {direct} × {weeks} 周 = {hours} 小时";
    time_people_reps => "as many as there are reps", "与业务员人数相同";

    time_split_title => "Hours by class", "各类时间";
    time_split_rule => "Shares are a starting point: EII gets most now, EI a long-term plan, EIII scheduled visits, EIV least. Each list should make 100%.",
        "占比只是起点：EII 类短期投入最多，EI 类做长期计划，EIII 类按计划拜访，EIV 类最少。每组合计应为 100%。";
    time_split_explain => "The order of the classes is the handbook’s; the figures are ours and can be changed.", "各类先后出自手册；具体数字为本软件设定，可以修改。";
    time_col_class => "Class", "类别";
    time_col_share => "Share", "占比";
    time_col_hours => "Hours", "小时";
    time_col_customers => "Customers", "客户";
    time_col_each => "Hours each", "每家小时";
    time_col_visits => "Contacts each", "每家次数";
    time_col_cadence => "Every … days", "间隔（天）";
    time_col_channel => "By", "方式";
    time_col_need => "Needed", "需要";
    time_col_standing => "Standing", "状况";
    time_share_of(name) => "Share of {name}", "{name}占比";
    time_cadence_of(name) => "{name}: a contact every … days", "{name}：每隔多少天联系一次";
    time_channel_of(name) => "{name}: usual channel", "{name}：常用方式";
    time_sum(share) => "together {share}", "合计 {share}";
    time_sum_over(share) => "together {share}: more than there is", "合计 {share}：超出可用时间";
    time_sum_under(share) => "together {share}: the rest is not dealt", "合计 {share}：其余未分配";
    time_short(hours) => "{hours} h short", "缺 {hours} 小时";
    time_enough => "enough", "足够";
    time_none => "nobody", "无客户";
    time_all => "Together", "合计";
    time_left(hours) => "{hours} hours are not dealt to any class.", "有 {hours} 小时未分给任何类别。";
    time_without(hours) => "{hours} hours belong to classes without customers.", "有 {hours} 小时属于没有客户的类别。";
    time_not_rated(customers) => "{customers} customers are not rated and get no time here.", "{customers} 家客户未评级，此处不分配时间。";
    time_need_explain => "What keeping the cadence takes: customers × weeks worked × 7 ÷ days between contacts × hours of a contact. It is held against the hours the class has.",
        "按周期联系所需：客户数 × 工作周数 × 7 ÷ 间隔天数 × 每次小时，与该类可用小时对照。";
    time_visits_explain => "Hours of the class ÷ its customers ÷ hours of a contact by the usual channel.", "该类小时 ÷ 客户数 ÷ 常用方式每次小时。";
    time_chart_label => "Hours by class, and what the cadence of each needs", "各类可用小时与按周期所需小时";
    time_chart_hours => "hours", "可用";
    time_chart_need => "needed", "需要";
    time_empty_title => "No customers yet", "还没有客户";
    time_empty_text => "Import purchases or a customer list, and the hours are dealt over its classes. Hours, tasks and channels can be typed already.",
        "导入购买记录或客户名单后，时间会分到各类客户。工时、任务与联系方式现在就可以填写。";

    reps_title => "Reps", "业务员";
    reps_note => "Named in the data, or here. Customers without a rep are dealt in turn, class by class.", "取自数据，也可在此添加。没有业务员的客户按类别轮流分配。";
    reps_add => "Add", "添加";
    reps_name => "Name of the rep", "业务员姓名";
    reps_remove(name) => "Remove {name}", "移除 {name}";
    reps_number(number) => "Rep {number}", "业务员 {number}";
    reps_customers(customers) => "{customers} customers", "{customers} 家";
    reps_taken => "This name is there already.", "已有此人。";
    reps_dealt(customers) => "{customers} customers have no rep in the data and were dealt in turn.", "{customers} 家客户在数据中没有业务员，已轮流分配。";
}
