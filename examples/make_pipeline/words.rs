//! The wording of the two sample pipelines. All firms and people are made up.

use crate::pipeline::{REPS, Standing};

pub struct Words {
    pub entry_headers: &'static str,
    pub event_headers: &'static str,
    pub reps: [&'static str; REPS.len()],
    pub regions: [&'static str; 4],
    pub products: [&'static str; 5],
    pub levels: [&'static str; 5],
    pub won: &'static str,
    pub lost: &'static str,
    pub dormant: &'static str,
    /// A firm is one of the first with one of the second.
    pub firms: ([&'static str; 22], [&'static str; 18]),
    /// A person is one of the first with one of the second.
    pub people: ([&'static str; 12], [&'static str; 10]),
    pub needs: [&'static str; 6],
    pub next_steps: [&'static str; 6],
    pub id: &'static str,
    /// Money of a hundred of the pipeline's units.
    pub money: u64,
}

impl Words {
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Level(level) => self.levels[level],
            Standing::Won => self.won,
            Standing::Lost => self.lost,
            Standing::Dormant => self.dormant,
        }
    }
}

pub const ENGLISH: Words = Words {
    entry_headers: "opportunity_id,account,sales_rep,region,product,level,amount (USD),entered,closed,last_contact,contact_person,\
        contact_phone,need,decision_maker,next_step",
    event_headers: "opportunity_id,level,date,sales_rep",
    reps: [
        "Avery Lindqvist",
        "Noor Haddad",
        "Tomas Okafor",
        "Mina Castell",
        "Jonas Weir",
        "Priya Sandhu",
        "Elif Marsh",
        "Ruben Thorne",
        "Grace Mbeki",
        "Luca Ferrand",
        "Hana Ostrow",
        "Dario Quist",
    ],
    regions: ["North", "South", "East", "West"],
    products: ["Starter line", "Control unit", "Packing cell", "Full line", "Service plan"],
    levels: ["A", "B", "C", "D", "E"],
    won: "Won",
    lost: "Lost",
    dormant: "Dormant",
    firms: (
        [
            "Alderbrook",
            "Birchgate",
            "Cinderhill",
            "Dunmore",
            "Elmstow",
            "Fernvale",
            "Glasswater",
            "Hollowell",
            "Ironbridge",
            "Juniper Row",
            "Kestrel",
            "Larkmoor",
            "Millrace",
            "Northgate",
            "Oakhurst",
            "Pinecroft",
            "Quarry Lane",
            "Redfen",
            "Saltmarsh",
            "Thornbury",
            "Underhill",
            "Westerby",
        ],
        [
            "Foods",
            "Bakery",
            "Dairy",
            "Brewing",
            "Packaging",
            "Plastics",
            "Paper",
            "Chemicals",
            "Pharma",
            "Cosmetics",
            "Logistics",
            "Printing",
            "Textiles",
            "Timber",
            "Metalworks",
            "Instruments",
            "Ceramics",
            "Supplies",
        ],
    ),
    people: (
        ["Ada", "Bruno", "Carla", "Dmitri", "Esme", "Felix", "Gwen", "Hugo", "Ines", "Jarek", "Kira", "Leon"],
        ["Abel", "Brandt", "Corrigan", "Dossi", "Eklund", "Farrow", "Grieg", "Holm", "Ivers", "Jonker"],
    ),
    needs: ["more output per shift", "fewer stoppages", "smaller batches", "replace an old machine", "second site", "lower scrap"],
    next_steps: ["call back", "send offer", "visit the plant", "arrange a demo", "ask for the budget", "meet the decision maker"],
    id: "OPP-",
    money: 100,
};

pub const CHINESE: Words = Words {
    entry_headers: "商机编号,客户名称,负责人,区域,产品,客户级别,预计金额（元）,进入日期,结束日期,最近联系,联系人,联系电话,需求,决策人,下一步",
    event_headers: "商机编号,客户级别,变更日期,负责人",
    reps: ["陈立文", "林晓岚", "周启明", "吴思远", "郑若溪", "何俊杰", "孙雨桐", "马德胜", "朱亚楠", "胡志远", "高文静", "罗成"],
    regions: ["华北", "华东", "华南", "西南"],
    products: ["入门产线", "控制单元", "包装单元", "整线方案", "服务合约"],
    levels: ["A级", "B级", "C级", "D级", "E级"],
    won: "成交",
    lost: "流失",
    dormant: "休眠",
    firms: (
        [
            "远帆", "青禾", "云岭", "海棠", "松原", "明川", "金穗", "瑞泽", "星桥", "恒越", "华章", "东篱", "南栖", "百川", "卓然", "嘉木",
            "玉泉", "长风", "安和", "启航", "清源", "立新",
        ],
        [
            "食品", "烘焙", "乳业", "酿造", "包装", "塑业", "纸业", "化工", "医药", "日化", "物流", "印务", "纺织", "木业", "金属", "仪器",
            "陶瓷", "物资",
        ],
    ),
    people: (
        ["赵", "钱", "李", "王", "冯", "蒋", "沈", "韩", "杨", "许", "曹", "魏"],
        ["建国", "秀英", "志强", "丽华", "永康", "雪梅", "文博", "海燕", "国平", "小军"],
    ),
    needs: ["提高班产", "减少停机", "小批量生产", "替换旧设备", "新建工厂", "降低废品率"],
    next_steps: ["回电", "发送报价", "现场拜访", "安排演示", "确认预算", "约见决策人"],
    id: "SJ",
    money: 700,
};
