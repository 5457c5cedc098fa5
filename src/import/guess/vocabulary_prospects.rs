//! The words of lists of potential customers, English and Chinese. Words only; [`super::vocabulary`] compares.

use super::vocabulary_words::Words;
use crate::import::Role;
use crate::tables::BuiltInCriterion;

pub const PROSPECT_WORDS: &[Words] = &[
    Words {
        role: Role::Expected,
        whole: "expectedcontribution|expectedannualcontribution|contributionexpected|expectedrevenue|expectedsales|\
            expectedannualsales|expectedannualrevenue|expectedturnover|expectedvalue|expectedamount|预期贡献|\
            预期贡献度|预期贡献额|预期客户贡献|预期年贡献|预计贡献|预计贡献额|\
            预期销售额|预计销售额|预计年销售额|预期年销售额|预期采购额|预计采购额|\
            预计年采购额|预期金额|预计金额|预期收入|预计收入",
        part: "expected contribution|expected annual|expected revenue|expected sales|预期贡献|预计贡献|预计年销售|预期年销售",
        never: "date|日期|时间|close|closing|成交|rate|率|rating|评分|score",
    },
    Words {
        role: Role::Intent,
        whole: "intent|purchaseintent|buyingintent|intentscore|intentrating|purchaseintention|buyingintention|intention|\
            意向度|购买意向|采购意向|意向分|意向评分|意向得分|意向指数|意向值|意向程度|\
            购买意愿|采购意愿|意愿度|意愿",
        part: "purchase intent|buying intent|意向度|意向分|购买意向|采购意向|购买意愿",
        never: "level|级别|等级|date|日期|product|产品|商品",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Size),
        whole: "strengthandsize|sizeandstrength|strength|size|companysize|sizerating|实力与规模|规模与实力|\
            实力规模|实力|规模|企业规模|公司规模|经营规模",
        part: "strength|实力|规模",
        never: "employees|人数",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Management),
        whole: "management|qualityofmanagement|managementquality|managementrating|管理水平|管理质量|经营管理|\
            经营管理水平|管理",
        part: "management|管理水平",
        never: "customer|account|客户|account management",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Network),
        whole: "networkofitsbuyers|networkoftargetbuyers|networkofitstargetbuyers|buyernetwork|network|distributionnetwork|\
            salesnetwork|下游客户网络|客户网络|目标客户网络|下游网络|网络|渠道网络|销售网络",
        part: "network|网络",
        never: "",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::PurchasingPower),
        whole: "theirpurchasingpower|purchasingpower|buyerspurchasingpower|buyingpower|spendingpower|下游购买力|\
            客户购买力|购买力|消费能力",
        part: "purchasing power|buying power|购买力",
        never: "",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Marketing),
        whole: "marketinglevel|marketing|marketingability|marketingskill|levelofmarketing|营销水平|营销能力|\
            市场营销水平|营销",
        part: "marketing level|营销水平|营销能力",
        never: "campaign|channel|活动|费用|cost",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Development),
        whole: "development|futuredevelopment|growthprospects|developmentprospects|prospects|growth|发展前景|未来发展|\
            发展潜力|发展|前景|成长性",
        part: "development|发展前景|未来发展",
        never: "business development|date|日期",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Need),
        whole: "need|needs|needrating|demand|需求|需求程度|需求强度|需求度",
        part: "need|需求",
        never: "date|日期|数量",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Budget),
        whole: "budget|budgetrating|预算|预算情况|预算评分",
        part: "budget|预算",
        never: "",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Decision),
        whole: "accesstothedecision|accesstodecision|accesstodecisionmakers|decisionaccess|decision|接近决策人|\
            决策人接触|接触决策人|决策关系",
        part: "access to decision|access to the decision|决策",
        never: "date|日期|姓名|电话|maker name",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Timing),
        whole: "timing|urgency|timingrating|时间紧迫度|紧迫度|时间紧迫性|紧迫程度|急迫程度",
        part: "urgency|紧迫|急迫",
        never: "date|日期",
    },
    Words {
        role: Role::Rating(BuiltInCriterion::Trust),
        whole: "trustinus|trust|confidence|relationship|对我方信任|信任|信任度|信任程度|关系",
        part: "trust|信任",
        never: "",
    },
];
