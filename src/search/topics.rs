//! Topics that readers ask for and that no printed number answers: what is to say of each, and the figure that comes nearest.
//! What readers call them stands among the synonyms.

use crate::query::Text;

/// A topic of the source article, of the reports or of the trade without a number of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Topic {
    /// Its name among the synonyms.
    pub(super) id: &'static str,
    /// Its name, as it stands behind "About".
    pub name: Text,
    /// What is to say of it.
    pub text: Text,
    /// The figure that comes nearest; nothing for what the list of sources answers.
    pub figure: Option<&'static str>,
}

/// The topics. What has a number needs none.
pub(super) const TOPICS: &[Topic] = &[
    Topic {
        id: "quality_control",
        name: Text { en: "quality control", zh: "质量管理" },
        text: Text {
            en: "no source found prints a number. Nearest: trials with a data monitoring committee.",
            zh: "所查来源均未公布数据；最接近的是设有数据监查委员会的试验。",
        },
        figure: Some("data_monitoring"),
    },
    Topic {
        id: "source_article",
        name: Text { en: "the source article", zh: "原始文章" },
        text: Text {
            en: "Covington & Burling on the 2024 report; its five findings stand on this page, each with its facts.",
            zh: "科文顿·柏灵律师事务所介绍2024年度报告的文章；其五项发现列于本页，均附数据依据。",
        },
        figure: None,
    },
    Topic {
        id: "antibody_drug_conjugates",
        name: Text { en: "antibody–drug conjugates (ADC)", zh: "抗体偶联药物（ADC）" },
        text: Text {
            en: "no source found prints a number for the group. Nearest: single products with the most trials, among them BL-B01D1.",
            zh: "所查来源均未公布该类药物的数据；最接近的是试验数量居前的品种，其中包括BL-B01D1。",
        },
        figure: Some("named_products"),
    },
    Topic {
        id: "bispecific_antibodies",
        name: Text { en: "bispecific antibodies", zh: "双特异性抗体" },
        text: Text {
            en: "no source found prints a number for the group. Nearest: trials by drug target, where one product can have several targets.",
            zh: "所查来源均未公布该类药物的数据；最接近的是按药物靶点统计的试验，一个品种可有多个靶点。",
        },
        figure: Some("targets"),
    },
    Topic {
        id: "implied_permission",
        name: Text { en: "implied permission to start trials", zh: "临床默示许可" },
        text: Text {
            en: "the reports count registered trials; permissions are not among the numbers found. Nearest: days from approval to first registration.",
            zh: "报告统计的是已登记的试验，所查来源均未公布许可数量；最接近的是自获批至首次登记的用时。",
        },
        figure: Some("days_to_registration"),
    },
];
