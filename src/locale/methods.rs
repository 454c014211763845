//! The texts of *Sources and methods*.

use crate::query::Text;

/// How the facts were collected.
pub const COLLECTED: &[Text] = &[
    Text {
        en: "China's Center for Drug Evaluation (CDE) prints these facts in its annual reports on clinical trials for new drug registration, editions 2020 to 2025. They were recovered row by row from public copies of the reports, state press, trade press, consultancies and law-firm notes. Nothing was read in the original reports.",
        zh: "数据为国家药监局药审中心在新药注册临床试验年度报告（2020—2025年度）中公布的数字，逐条录自报告的公开转载、官方媒体、行业媒体、咨询机构及律师事务所文章，未直接查阅报告原件。",
    },
    Text {
        en: "Every value is as a source prints it. A fact names its sources, most direct first, and the edition that states it first. Where sources disagree, one value is kept and the other stands beside it with the reason.",
        zh: "所有数值均按来源原文收录，注明来源（最直接者在前）及首次公布该数值的报告年度。来源不一致时择一采用，并列出其他数值及理由。",
    },
    Text {
        en: "Some links lead to copies on domains that are not the publisher's: those are named but not linked.",
        zh: "部分来源为第三方域名的转载，仅列出名称，不提供链接。",
    },
    Text {
        en: "Numbers of other populations (WHO's registries, an industry database, shares of countries) stand under a question of their own. They count other things than CDE, each in its own unit: they are never added to the facts of the reports, compared with them or counted with them.",
        zh: "其他口径的数据（世卫组织注册库、行业数据库、各国占比）单列一节，统计对象与药审中心不同，各有单位，不与报告数据相加、比较或合并计数。",
    },
];

/// The kinds of number and of empty place.
pub const KINDS: &[Text] = &[
    Text {
        en: "Printed: a source states the number. Bounds (>, <) and approximations (~) stay what they are and are drawn with a dashed outline.",
        zh: "原文公布：来源直接给出数值。上限、下限（<、>）与约数（约）照录，图中以虚线框表示。",
    },
    Text {
        en: "Derived: the number follows from printed ones – a printed share of a printed count, one count divided by another, a whole less its other parts, two years compared. Its interval is what rounding leaves open. Shares are never multiplied with shares.",
        zh: "推算：由已公布数值得出，包括以公布的占比乘以公布的总数、两个数量相除、总体减去其他部分、两年比较；所示区间为四舍五入的可能范围。不以占比相乘推算。",
    },
    Text {
        en: "Not printed: no source found states it, and it does not follow from others. It is never drawn as zero.",
        zh: "未见公布：所查来源均未给出，也无法由其他数值得出，不以零表示。",
    },
    Text {
        en: "Bound only: it would follow from a number that is printed only as a bound or an approximation.",
        zh: "仅有上下限：所依据的数值仅公布上限、下限或约数。",
    },
    Text {
        en: "Other base: printed, but as a share of something else.", zh: "口径不同：仅以其他分母的占比公布。"
    },
    Text { en: "Not applicable: the question has no meaning.", zh: "不适用：该数据无意义。" },
    Text { en: "Zero: a source prints zero.", zh: "零：来源公布的数值为零。" },
    Text {
        en: "†: another credible source gives another value; it stands under the figure and in the proof of the number.",
        zh: "†：另有可信来源给出不同数值，列于图下及该数值的依据中。",
    },
];

/// What no year has.
pub const GAPS: &[Text] = &[
    Text {
        en: "Complete disease tables: only the leading areas of each product type are printed, and none for all new-drug trials together.",
        zh: "完整的适应症分布：仅公布各类药物的主要领域，无全部新药临床试验的适应症分布。",
    },
    Text { en: "Product types of bioequivalence trials.", zh: "生物等效性试验的药物类型。" },
    Text { en: "Phases other than I to IV.", zh: "Ⅰ至Ⅳ期以外的分期。" },
    Text {
        en: "Multi-regional trials by product type; totals for 2021 and 2023.",
        zh: "按药物类型的国际多中心试验；2021年和2023年总数。",
    },
    Text { en: "Foreign sponsors after 2020.", zh: "2020年以后的境外申办者。" },
    Text { en: "Reasons for suspension or termination.", zh: "暂停或终止的原因。" },
    Text { en: "Drug targets after 2021.", zh: "2021年以后的药物靶点。" },
    Text {
        en: "2025: headline numbers only, without product type, category, phase, disease, special group or region.",
        zh: "2025年：仅有主要数据，无药物类型、注册分类、分期、适应症、特定人群和地区。",
    },
];

/// How to cite.
pub const CITING: &[Text] = &[
    Text {
        en: "Select any bar, point or cell: its proof has a citation in English and one in Chinese in the form of GB/T 7714, each with population and edition inside the text, and a link to exactly this number.",
        zh: "选择任一柱、点或单元格，即可查看其依据，并复制英文引文或符合GB/T 7714格式的中文引文（含统计口径与报告年度），以及指向该数值的链接。",
    },
    Text {
        en: "Check the original report before you rely on a number of grade B or C.",
        zh: "采用B级或C级数据前，请核对报告原文。",
    },
];

/// What keys do.
pub const KEYS: &[Text] = &[
    Text {
        en: "Tab leads through everything that can be chosen, Enter opens it, Escape closes what was opened.",
        zh: "Tab键依次移动到各可操作项，Enter键打开，Esc键关闭。",
    },
    Text {
        en: "On a chart the arrow keys, Home and End lead from number to number, and each is said; Enter opens its proof.",
        zh: "焦点位于图表时，方向键、Home键和End键逐一移至各数值并读出，Enter键打开其依据。",
    },
    Text {
        en: "In a menu and in the list of facts the arrow keys, Home and End lead from line to line.",
        zh: "在菜单和数据列表中，方向键、Home键和End键逐行移动。",
    },
];
