//! What stands on a customer's card: cause, calculators, ledger, contract, actions.

texts! {
    plan_time_title => "Time and contacts", "时间与联系";
    plan_time(hours, visits) => "{hours} hours a year, {visits} contacts.", "每年 {hours} 小时，{visits} 次联系。";
    plan_cadence(days) => "A contact every {days} days.", "每 {days} 天联系一次。";
    plan_last(day) => "Last contact {day}.", "上次联系 {day}。";
    plan_no_contact => "No contact recorded.", "没有联系记录。";
    plan_last_year(count) => "{count} contacts in the year up to today.", "近一年联系 {count} 次。";
    plan_follow_up(day) => "A repair waits for its follow-up, due {day}.", "维修后尚未回访，应于 {day}。";
    plan_rep => "Rep", "业务员";
    plan_rep_dealt(name) => "{name} (dealt in turn)", "{name}（轮流分配）";
    plan_rep_as_data => "as in the data", "同数据";
    plan_contract => "Contract", "合同";
    plan_contract_starts => "Begins", "起始";
    plan_contract_months => "Months", "月数";
    plan_contract_every => "A contact every … months", "每几个月联系一次";
    plan_contract_standing(due, due_now, done) => "{due} contacts owed, {due_now} due by today, {done} made.", "共约定 {due} 次，到今日应 {due_now} 次，已 {done} 次。";
    plan_contract_adequacy(share) => "Adequacy {share}.", "充足率 {share}。";
    plan_contract_next(day) => "The next falls due {day}.", "下次应于 {day}。";
    plan_contract_explain => "Contacts owed = length ÷ cadence: two years, quarterly, are 8. Service and finance contacts count. Adequacy = made ÷ due to date.",
        "应联系次数 = 合同期 ÷ 周期：两年每季一次即 8 次。服务与财务联系也计入。充足率 = 已联系 ÷ 到期应联系。";
    plan_contract_add => "Add a contract", "添加合同";
    plan_contract_remove => "Remove the contract", "删除合同";

    cause_title => "Cause", "原因";
    cause_choose => "Why does this customer buy unevenly?", "该客户为何购买不稳定？";
    cause_unknown => "not known yet", "尚不清楚";
    cause_remedies => "What helps", "对策";

    switching_title => "What switching would cost them", "客户更换供应商的代价";
    switching_line => "What it is", "项目";
    switching_amount => "Amount", "金额";
    switching_kind => "When", "发生";
    switching_once => "once", "一次";
    switching_yearly => "every year", "每年";
    switching_add => "Add a line", "添加项目";
    switching_remove(name) => "Remove {name}", "删除 {name}";
    switching_new => "New cost", "新项目";
    switching_usual => "Start with the usual lines", "填入常见项目";
    switching_usual_search => "Finding and testing a new supplier", "寻找并试用新供应商";
    switching_usual_training => "Training their people", "培训人员";
    switching_usual_change => "Changing processes, forms, machines", "调整流程、单据与设备";
    switching_usual_stock => "Selling off what is in stock", "处理现有库存";
    switching_usual_risk => "Failed deliveries in the first year", "第一年的交货风险";
    switching_years => "Years looked at", "测算年数";
    switching_saving => "A rival saves them a year", "对手每年可省";
    switching_total(total, years, each) => "{total} over {years} years, {each} a year.", "{years} 年共 {total}，每年 {each}。";
    switching_payback(years) => "The rival’s price pays back after {years} years.", "对手的低价要 {years} 年才能回本。";
    switching_never => "The rival’s price never pays back: running costs eat it up.", "对手的低价永远无法回本：每年的额外开支已抵消。";
    switching_loses(amount) => "Over these years switching loses them {amount}.", "这几年里，更换会让客户损失 {amount}。";
    switching_wins(amount) => "Over these years switching gains them {amount}.", "这几年里，更换会让客户多得 {amount}。";
    switching_explain => "Total = one-off costs + yearly costs × years. Payback = one-off costs ÷ (what the rival saves − yearly costs).",
        "合计 = 一次性成本 + 每年成本 × 年数。回本 = 一次性成本 ÷（对手每年节省 − 每年成本）。";

    rebate_title => "Loyalty rebate", "忠诚返利";
    rebate_kind => "Counted", "计算方式";
    rebate_year_end => "at the year’s end", "年终返利";
    rebate_cumulative => "cumulative", "累计返利";
    rebate_turnover => "Turnover", "成交额";
    rebate_from => "From", "起点";
    rebate_rate => "Rebate", "返利率";
    rebate_from_of(number) => "Tier {number}: from turnover", "第 {number} 档：起点成交额";
    rebate_rate_of(number) => "Tier {number}: rebate", "第 {number} 档：返利率";
    rebate_add => "Add a tier", "添加档次";
    rebate_remove(number) => "Remove tier {number}", "删除第 {number} 档";
    rebate_result(rebate, rate) => "Rebate {rebate}, {rate} of the turnover.", "返利 {rebate}，占成交额 {rate}。";
    rebate_next(more, rebate) => "{more} more reach the next tier; the rebate is then {rebate}.", "再增加 {more} 即到下一档，届时返利 {rebate}。";
    rebate_top => "The highest tier is reached.", "已到最高档。";
    rebate_explain => "Year’s end: the whole turnover gets the rate of the highest tier reached. Cumulative: turnover since the plan began, each part at its own tier’s rate.",
        "年终返利：全部成交额按达到的最高档计。累计返利：自计划开始累计成交额，各段按各自档次计。";

    ledger_title => "Costs and benefits", "得失账";
    ledger_note => "A year’s figures. What is not put down counts as nothing.", "按年填写；未填视为零。";
    ledger_costs => "Costs", "成本";
    ledger_benefits => "Benefits", "收益";
    ledger_balance(balance) => "Balance {balance}", "差额 {balance}";
    ledger_explain => "Balance = benefits − costs. Benefit above cost: turn around and develop. Cost above benefit and hard to turn: let go.",
        "差额 = 收益 − 成本。收益大于成本：扭转并提升。成本大于收益且难以扭转：放弃。";
    ledger_hard => "Hard to turn", "难以扭转";
    ledger_hard_yes => "yes", "是";
    ledger_hard_no => "no", "否";
    ledger_hard_unknown => "not judged", "未判断";
    ledger_say_nothing => "Put down at least one cost and one benefit.", "请至少填一项成本和一项收益。";
    ledger_say_turn => "Benefit above cost: turn around and develop.", "收益大于成本：扭转并提升。";
    ledger_say_let_go => "Cost above benefit and hard to turn: let go.", "成本大于收益且难以扭转：放弃。";
    ledger_say_hard => "Cost above benefit: is the customer hard to turn?", "成本大于收益：该客户是否难以扭转？";
    ledger_say_try => "Cost above benefit, but the customer can be turned: try it, then decide.", "成本大于收益，但可以扭转：先尝试，再定。";
    ledger_say_balanced => "Cost and benefit are the same: people decide.", "得失相当：由人决定。";
    ledger_verdict => "Verdict", "结论";
    ledger_reason => "Reason", "理由";
    ledger_record => "Record the verdict", "记录结论";
    ledger_needs => "A verdict needs a choice and a reason.", "请选择结论并写明理由。";
    ledger_recorded(verdict, author, day) => "{verdict} · {author} · {day}", "{verdict} · {author} · {day}";
    ledger_withdraw => "Withdraw the verdict", "撤回结论";
    ledger_contribution(amount) => "Contribution in the window: {amount}.", "时间窗口内贡献：{amount}。";

    plan_actions_title => "Actions", "行动";
    plan_actions_none => "Nothing planned.", "暂无计划。";
}
