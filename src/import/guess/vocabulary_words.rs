//! The words of the vocabulary, role by role, English and Chinese. Words only; [`super::vocabulary`] compares.

use crate::import::Role;
use crate::tables::ProfileField;

/// The words that point to one role, separated by `|`. Earlier words are better ones.
pub struct Words {
    pub role: Role,
    /// The whole header, without blanks, signs, brackets and case.
    pub whole: &'static str,
    /// Part of the header: Chinese anywhere, English as whole words.
    pub part: &'static str,
    /// Parts that speak against the role.
    pub never: &'static str,
}

pub const VOCABULARY: &[Words] = &[
    Words {
        role: Role::Customer,
        whole: "customerid|customercode|customernumber|customerno|customerkey|custid|custcode|custno|custnumber|clientid|\
            clientcode|clientno|clientnumber|accountid|accountnumber|accountno|accountcode|acctno|acctid|buyerid|\
            memberid|membercode|memberno|membershipno|debtorno|soldto|soldtoparty|kundennummer|kundennr|userid|\
            客户编号|客户编码|客户代码|客户号|客户id|客户代号|客户码|客户账号|客户帐号|客户号码|\
            会员号|会员编号|会员卡号|会员id|会员编码|顾客编号|顾客id|买家id|用户id|用户编号|购货单位编码|\
            往来单位编码|单位编码|单位编号|经销商编码|经销商编号|customer|client|account|buyer|debtor|member|cust|\
            kunde|客户|顾客|会员|买家|购货方|购买方|用户|email|customeremail|邮箱|prospectid|prospect|潜在客户编号|潜在客户|潜客",
        part: "customer id|customer no|customer number|customer code|cust id|client id|account id|account no|客户编|\
            客户代码|会员号|customer|客户|client",
        never: "name|名称|简称|全称|姓名|类型|类别|等级|级别|type|group|segment|class|category|since|地区|区域|地址|电话|\
            经理|数|count|manager|region|country|city|state|age|email|phone|address|日期|date|备注|po|order",
    },
    Words {
        role: Role::Name,
        whole: "customername|billingname|shippingname|对方户名|对方单位|对方名称|付款人|付款方|交易对手|clientname|companyname|accountname|buyername|membername|customerfullname|soldtoname|custname|\
            debtorname|kundenname|客户名称|客户名|客户全称|客户姓名|客户简称|单位名称|公司名称|公司全称|\
            企业名称|购货单位|购货单位名称|购买方名称|购方名称|往来单位|往来单位名称|会员姓名|会员名称|顾客姓名|\
            顾客名称|买家名称|买家昵称|收货人|经销商|经销商名称|代理商|代理商名称|company|organisation|organization|\
            firm|公司|单位|企业|姓名|fullname|name|名称|customer|client|account|客户|顾客|会员|firma|kunde|prospectname|prospect|潜在客户名称|潜在客户",
        part: "customer name|client name|company name|account name|客户名|客户简称|客户全称|单位名称|公司名|会员姓名|\
            会员名",
        never: "产品|商品|品名|product|item|sales|employee|rep|file|user name|业务员|销售",
    },
    Words {
        role: Role::Date,
        whole: "orderdate|invoicedate|transactiondate|purchasedate|saledate|salesdate|date|docdate|documentdate|\
            postingdate|billingdate|billdate|bookingdate|closedate|orderedat|ordertime|datetime|orderdatetime|\
            transactiontime|timestamp|createdat|createddate|creationdate|orderdatekey|datekey|paymentdate|paidat|\
            paiddate|datum|下单日期|订单日期|下单时间|订单时间|订单创建时间|交易日期|交易时间|成交日期|成交时间|\
            销售日期|销售时间|购买日期|购买时间|消费日期|消费时间|开票日期|开单日期|制单日期|单据日期|业务日期|\
            付款日期|付款时间|支付日期|支付时间|记账日期|发生日期|签约日期|签订日期|合同日期|出库日期|结算日期|\
            收款日期|日期|时间|创建时间|rechnungsdatum|bestelldatum|auftragsdatum|交易日|日期时间|day|month|yearmonth|period|invoicemonth|ordermonth|\
            年月|月份|期间|会计期间|账期|年月日",
        part: "order date|invoice date|transaction date|purchase date|sale date|sales date|date|下单|订单日期|日期|时间|\
            月份",
        never: "last|first|latest|recency|最近|末次|上次|首次|required|due|ship|shipped|shipping|delivery|delivered|birth|expiry|expected|update|updated|modified|生日|\
            出生|到期|截止|预计|要求|交货|更新|修改|到货|注册|入会|建档|registered|signup",
    },
    Words {
        role: Role::Amount,
        whole: "amount|netamount|totalamount|orderamount|invoiceamount|salesamount|saleamount|lineamount|linetotal|\
            extendedprice|extendedamount|revenue|netrevenue|netsales|sales|salesvalue|salesrevenue|turnover|total|\
            totalprice|totalsales|ordertotal|ordervalue|invoicetotal|invoicevalue|grandtotal|netvalue|value|\
            amountpaid|paidamount|payment|paymentamount|grossamount|grosssales|subtotal|spend|dollars|money|\
            closevalue|dealvalue|umsatz|betrag|金额|销售额|销售金额|价税合计|实收金额|实付金额|实收|实付|实际金额|\
            成交金额|成交额|订单金额|订单总额|交易金额|交易额|消费金额|消费额|付款金额|支付金额|应收金额|应收|应收款|\
            应付金额|总金额|总额|总价|总计|合计金额|金额合计|合计|开票金额|发票金额|含税金额|无税金额|不含税金额|\
            未税金额|净额|净销售额|收入|销售收入|营业额|营业收入|营收|小计|货款|合同金额|合同额|结算金额|折后金额|\
            本币金额|回款金额|总销售额|销售|price|价格|nettobetrag|gesamtbetrag|rechnungsbetrag|dealamount|opportunityamount|expectedrevenue|商机金额|预计金额|预计成交金额|预计签约金额|意向金额|签约金额",
        part: "amount|revenue|net sales|sales|total|turnover|value|金额|销售额|收入|总价|总额|实收|实付|应收",
        never: "freight|shipping|ship|tax|vat|gst|运费|邮费|税额|税金|税率|discount|折扣|优惠|cost|costs|成本|unit|单价|\
            id|no|number|编号|号码|code|quantity|qty|数量|count|笔数|balance|余额|target|目标|预算|budget|credit|信用|\
            额度|margin|profit|毛利|利润|退款|refund|commission|提成|佣金|rep|person|员|lines|行数|rate|率|比例|占比|\
            percent|growth|score|date|日期|region|channel|type|agent|manager|per|deposit|定金|预付",
    },
    Words {
        role: Role::Quantity,
        whole: "quantity|qty|orderquantity|orderqty|quantityordered|salesquantity|quantitysold|unitssold|units|pieces|pcs|\
            menge|数量|销售数量|订购数量|订单数量|购买数量|出库数量|件数|销量|个数",
        part: "quantity|qty|units|数量|件数|销量",
        never: "per|stock|库存|明细|行数|returned|退货|min|最小|price",
    },
    Words {
        role: Role::UnitPrice,
        whole: "unitprice|priceeach|priceperunit|saleprice|sellingprice|netprice|itemprice|listprice|price|rate|单价|\
            销售单价|含税单价|不含税单价|成交单价|折后单价|售价|销售价|价格|einzelpreis",
        part: "unit price|price each|price per|单价|price|售价",
        never: "total|extended|总|cost|成本",
    },
    Words {
        role: Role::Discount,
        whole: "discount|discountrate|discountpercent|discountpct|discountamount|disc|discountvalue|rebate|折扣|折扣率|\
            折扣额|折扣金额|优惠|优惠金额|优惠额|让利|折让",
        part: "discount|折扣|优惠|让利",
        never: "after|折后|折扣后|优惠后|code|type|name|名称|券|单价|price",
    },
    Words {
        role: Role::Cost,
        whole: "cost|costs|totalcost|costamount|cogs|costofgoods|costofgoodssold|costofsales|成本|成本金额|总成本|\
            销售成本|成本额|成本合计|进货成本",
        part: "total cost|cost|成本",
        never: "unit|freight|shipping|center|centre|中心|单位|单价|price|rate|率",
    },
    Words {
        role: Role::Order,
        whole: "orderid|orderno|ordernumber|salesorder|salesorderno|salesordernumber|invoiceno|invoicenumber|invoiceid|\
            invoice|order|transactionid|transactionno|documentno|documentnumber|docno|billno|billid|receiptno|receipt|\
            ponumber|opportunityid|订单号|订单编号|订单id|销售单号|单号|单据号|单据编号|发票号|发票号码|发票编号|\
            交易号|交易编号|交易订单号|流水号|合同号|合同编号|出库单号|送货单号|小票号|凭证号|rechnungsnummer|rechnungsnr|auftragsnummer|bestellnummer|caseid|dealid|leadid|prospectid|opportunityno|opportunitynumber|opportunitycode|商机编号|商机id|商机号|线索编号|线索id|机会编号|项目编号|案件编号",
        part: "order id|order no|order number|invoice no|invoice number|invoice id|订单号|订单编号|单号|单据号|发票号|\
            流水号",
        never: "date|日期|快递|物流|运单|tracking|手机",
    },
    Words {
        role: Role::Product,
        whole: "productname|product|itemname|item|产品名称|产品|商品名称|商品|品名|货品名称|货品|物料名称|物料|存货名称|\
            存货|stockcode|productid|productcode|productno|itemno|itemcode|itemid|sku|articlename|article|articleno|\
            material|materialname|partno|partnumber|goods|产品编码|产品编号|产品代码|商品编码|商品编号|商品代码|货号|\
            物料编码|存货编码|型号|产品型号|规格型号|品种|服务项目|项目名称|宝贝标题|商品标题|itemdescription|\
            productdescription|description|productline|productcategory|category|品类|产品类别|商品类别|类别|brand|\
            品牌|系列|artikel",
        part: "product name|product|item name|产品名称|商品名称|产品|商品|品名|型号|sku|stock code",
        never: "quantity|qty|数量|price|单价|价格|customer|amount|金额|total|成本|cost",
    },
    Words {
        role: Role::Region,
        whole: "region|salesregion|country|countryname|territory|salesterritory|area|market|shipcountry|billingcountry|\
            state|province|district|zone|city|billingcity|location|地区|区域|大区|片区|销售区域|销售地区|所属区域|\
            所在地区|国家地区|国家|国别|省份|省|省市|市场|城市|市|收货省份|地域|分公司|办事处|land|bundesland|regionaloffice",
        part: "region|country|territory|province|区域|地区|国家|省份|大区|state|city|location|城市",
        never: "code|manager|经理|负责|status|id",
    },
    Words {
        role: Role::Rep,
        whole: "salesrep|salesrepresentative|salesperson|salesman|salesagent|salesemployee|salesmanager|salesrepname|rep|\
            repname|representative|accountmanager|accountowner|owner|seller|employee|employeename|employeeid|\
            employeeno|consultant|agent|manager|业务员|业务员名称|业务员姓名|销售员|销售人员|销售代表|销售顾问|\
            销售经理|客户经理|业务经理|业务代表|所属业务员|所属销售|负责人|经办人|经手人|跟单员|跟进人|营业员|导购|\
            导购员|顾问|员工|员工姓名|员工编号|销售|vertreter|业务|dealowner|opportunityowner|leadowner|assignee|assignedto|resource|归属人|所属人",
        part: "sales rep|sales person|sales agent|account manager|业务员|销售员|负责人|客户经理|销售代表|导购",
        never: "phone|电话|email|date|日期|amount|金额",
    },
    Words {
        role: Role::Currency,
        whole: "currency|currencycode|ccy|curr|waehrung|币种|币别|货币|货币代码|原币|币种代码|结算币种",
        part: "currency|币种|货币",
        never: "rate|汇率|amount|金额",
    },
    Words {
        role: Role::Status,
        whole: "orderstatus|status|invoicestatus|transactionstatus|paymentstatus|dealstage|stage|订单状态|交易状态|\
            单据状态|状态|销售状态|付款状态|支付状态|订单关闭原因",
        part: "order status|status|订单状态|状态",
        never: "customer|客户|marital|code",
    },
    Words {
        role: Role::Contribution,
        whole: "contribution|customercontribution|totalcontribution|contributionamount|客户贡献度|贡献度|贡献值|贡献额|\
            贡献|销售贡献|客户贡献|annualsales|annualrevenue|totalsales|totalrevenue|totalspend|totalamount|\
            lifetimevalue|monetary|sales|revenue|amount|turnover|total|spend|年销售额|累计销售额|总销售额|年度销售额|\
            累计消费|累计金额|累计消费金额|销售额|销售金额|年采购额|采购额|金额|总金额|营业额|收入",
        part: "contribution|贡献|annual sales|total sales|revenue|sales|amount|销售额|采购额|金额|消费",
        never: "rate|率|margin|毛利|利润|profit|占比|目标|target|potential|潜力|expected|预期|稳定|stability|id|rep|count|\
            数量|员|tax|freight",
    },
    Words {
        role: Role::Stability,
        whole: "stability|stabilityscore|stabilityindex|cv|coefficientofvariation|variationcoefficient|volatility|\
            variation|regularity|稳定度|稳定性|稳定系数|客户稳定度|稳定指数|波动|波动率|波动系数|波动性|变异系数|\
            离散系数|标准差系数|规律性",
        part: "stability|cv|volatility|variation|regularity|稳定|波动|变异|离散|规律",
        never: "",
    },
    Words {
        role: Role::Margin,
        whole: "margin|grossmargin|grossprofit|profit|netprofit|contributionmargin|margincontribution|毛利|毛利额|利润|\
            利润额|净利润|边际贡献|毛利润",
        part: "gross profit|profit|margin|毛利|利润",
        never: "rate|率|percent|pct",
    },
    Words {
        role: Role::Potential,
        whole: "purchasepotential|buyingpotential|purchasingpotential|potential|potentialamount|potentialsales|salespotential|totalpotential|\
            annualpotential|walletsize|totalwallet|purchasingvolume|totaldemand|annualdemand|采购潜力|购买潜力|潜力|潜力金额|潜力额|年采购潜力|\
            年度采购潜力|年购买潜力|销售潜力|客户潜力|需求总额|年需求额|年采购总额|采购总额",
        part: "purchase potential|buying potential|wallet size|potential|采购潜力|购买潜力|潜力",
        never: "customer name|client|rate|率|level|级别|等级|score|评分|rating|date|日期|id|no|编号|名称|员",
    },
    Words {
        role: Role::SaidBy,
        whole: "source|datasource|sourceoffigure|saidby|reference|来源|数据来源|资料来源|信息来源|出处",
        part: "data source|数据来源",
        never: "lead|线索|order|订单|channel|渠道",
    },
    Words {
        role: Role::Level,
        whole: "dealstage|salesstage|opportunitystage|pipelinestage|funnelstage|leadstage|stagename|stage|funnellevel|intentlevel|\
            customerlevel|leadlevel|level|tostage|newstage|tolevel|newlevel|dealstatus|opportunitystatus|leadstatus|salesphase|phase|\
            lifecyclestage|销售阶段|商机阶段|跟进阶段|项目阶段|机会阶段|客户阶段|成交阶段|漏斗阶段|阶段名称|阶段|意向级别|意向等级|\
            客户级别|客户意向|级别|变更后阶段|变更后级别|新阶段|新级别|商机状态|线索状态|跟进状态|客户等级|等级|意向|客户状态|状态|status",
        part: "deal stage|sales stage|stage|阶段|意向级别|意向等级|级别|等级",
        never: "date|日期|时间|duration|days|天数|previous|from|before|old|上一|原|变更前|order|订单|payment|付款|支付|order status|\
            信用|credit|skill|ratio|率",
    },
    Words {
        role: Role::Outcome,
        whole: "outcome|dealoutcome|dealresult|iswon|winloss|wonlost|成交结果|商机结果|最终结果|是否成交|是否赢单|是否签约|成交状态|\
            赢单状态|输赢|结单状态|结果",
        part: "outcome|is won|成交结果|是否成交|赢单",
        never: "date|日期|时间|reason|原因|amount|金额|value",
    },
    Words {
        role: Role::Entered,
        whole: "engagedate|entereddate|dateentered|enteredat|enteredon|entrydate|createddate|createdate|createdat|createdon|datecreated|\
            creationdate|leaddate|opendate|openedat|startdate|firstcontact|firstcontactdate|进入日期|进入时间|创建日期|创建时间|录入日期|\
            录入时间|登记日期|登记时间|建档日期|建档时间|首次联系|首次联系日期|首次接触|首次接触日期|获取日期|获取时间|线索日期|\
            立项日期|开始日期|接触日期|建立日期",
        part: "engage date|entered|created|first contact|进入|创建|录入|登记|建档|首次|立项|获取",
        never: "last|最近|最后|close|closed|成交|签约|expected|预计|by|人|员|amount|金额|modified|修改",
    },
    Words {
        role: Role::Closed,
        whole: "closedate|closeddate|dateclosed|closedat|closedon|actualclosedate|wondate|signdate|signeddate|contractdate|\
            成交日期|成交时间|签约日期|签约时间|签订日期|签单日期|合同日期|结单日期|赢单日期|关单日期|关闭日期|关闭时间|结束日期|\
            结束时间|完成日期",
        part: "close date|closed|signed|成交日|成交时|签约日|签约时|签单|结单|赢单|关单|关闭",
        never: "expected|预计|forecast|plan|planned|计划|value|amount|金额|reason|原因|by|人|员|status|状态|阶段|result|结果|是否|created",
    },
    Words {
        role: Role::LastContact,
        whole: "lastcontact|lastcontactdate|lastcontacted|lastcontactedat|lastcontactat|lastactivity|lastactivitydate|lasttouch|\
            lastfollowup|lastfollowupdate|lastvisit|lastvisitdate|lastcall|最近联系|最近联系日期|最近联系时间|最后联系|最后联系日期|\
            最后联系时间|上次联系|上次联系日期|上次联系时间|最近跟进|最近跟进日期|最近跟进时间|最后跟进|最后跟进日期|最后跟进时间|\
            上次跟进|上次跟进时间|最近拜访|最近拜访日期|最后拜访日期|最近接触|最近接触日期|最后接触日期|最近活动|最近活动日期",
        part: "last contact|last activity|last follow|last visit|last call|last touch|最近联系|最后联系|上次联系|最近跟进|最后跟进|\
            上次跟进|最近拜访|最后拜访|最近接触|最后接触|最近一次",
        never: "人|方式|内容|结果|content|note|notes|by|下次|next",
    },
    Words {
        role: Role::SnapshotDate,
        whole: "snapshotdate|snapshot|asofdate|asof|dataasof|reportdate|statementdate|快照日期|快照|统计日期|统计时间|报表日期|数据日期|\
            截至日期|截止日期",
        part: "snapshot|as of|快照|统计日",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::ContactPerson),
        whole: "contactperson|contactname|contact|primarycontact|联系人|联系人姓名|对接人|客户联系人",
        part: "contact person|contact name|联系人",
        never: "last|first|date|phone|tel|email|title|role|电话|手机|邮箱|日期|职务|职位|地址|方式",
    },
    Words {
        role: Role::Profile(ProfileField::ContactRole),
        whole: "contacttitle|contactrole|jobtitle|title|position|职务|职位|岗位|联系人职务|联系人职位",
        part: "job title|contact title|职务|职位",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::PhoneOrEmail),
        whole: "phone|telephone|mobile|tel|contactphone|email|contactemail|电话|手机|手机号|手机号码|联系电话|联系方式|邮箱|电子邮箱",
        part: "phone|mobile|email|电话|手机|联系方式|邮箱",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::Address),
        whole: "address|street|地址|公司地址|客户地址|详细地址|联系地址",
        part: "address|地址",
        never: "email",
    },
    Words {
        role: Role::Profile(ProfileField::Business),
        whole: "business|industry|sector|lineofbusiness|行业|所属行业|客户行业|主营业务|主营|业务范围|经营范围",
        part: "industry|行业|主营",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::Size),
        whole: "size|companysize|employees|headcount|规模|公司规模|企业规模|客户规模|员工人数|员工数",
        part: "company size|employees|规模|员工人数",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::Need),
        whole: "need|needs|requirement|requirements|painpoint|painpoints|需求|客户需求|需求描述|痛点",
        part: "requirement|pain point|需求",
        never: "date|日期|数量",
    },
    Words {
        role: Role::Profile(ProfileField::Budget),
        whole: "budget|customerbudget|预算|预算金额|客户预算",
        part: "budget|预算",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::DecisionMaker),
        whole: "decisionmaker|decisionmakers|决策人|决策者|关键人|关键决策人|拍板人",
        part: "decision maker|决策人|关键人",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::Rivals),
        whole: "competitor|competitors|rival|rivals|competition|竞争对手|竞品|对手",
        part: "competitor|竞争对手|竞品",
        never: "",
    },
    Words {
        role: Role::Profile(ProfileField::NextStep),
        whole: "nextstep|nextsteps|nextaction|下一步|下一步计划|下一步行动|下步计划|跟进计划",
        part: "next step|next action|下一步|跟进计划",
        never: "date|日期|时间",
    },
    Words {
        role: Role::Channel,
        whole: "contactchannel|channel|communicationchannel|contactmethod|medium|mode|via|联系渠道|沟通渠道|接触渠道|渠道|\
            联系方式|沟通方式|拜访方式|跟进方式|接触方式|回访方式",
        part: "contact channel|contact method|联系渠道|沟通方式|跟进方式|拜访方式",
        never: "sales|销售|id|编号|code",
    },
    Words {
        role: Role::ContactKind,
        whole: "contacttype|contactkind|visittype|calltype|activitytype|kindofcontact|typeofcontact|activity|purpose|visitpurpose|type|\
            kind|拜访类型|联系类型|接触类型|活动类型|服务类型|跟进类型|拜访目的|联系目的|目的|事由|类型|类别",
        part: "contact type|visit type|activity type|拜访类型|联系类型|跟进类型|服务类型",
        never: "product|customer|客户|产品|商品|id|编号",
    },
];
