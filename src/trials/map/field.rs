//! The fields of a trial that a list may have, and the names under which registries and programs export them.

use serde::{Deserialize, Serialize};

use crate::dataset::{Code, CodeId, Codes, Dimension, code_table};

code_table! {
    /// What a column of a list says of a trial. Several columns may say the same.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Field {
        /// Its number in a registry.
        RegistryNumber = "registry_number",
        /// Its numbers in other registries.
        OtherNumbers = "other_numbers",
        /// Its title.
        Title = "title",
        /// How far it got.
        Status = "status",
        /// The condition or indication.
        Condition = "condition",
        /// The product's type: chemical, biological, traditional Chinese medicine.
        ProductType = "product_type",
        /// What is tested.
        Intervention = "intervention",
        /// The phase.
        Phase = "phase",
        /// New-drug trial or bioequivalence trial.
        Purpose = "purpose",
        /// The registration category of the product.
        RegClass = "reg_class",
        /// Who sponsors it, by name.
        Sponsor = "sponsor",
        /// Whether the sponsor is domestic, or the sponsor's country.
        SponsorOrigin = "sponsor_origin",
        /// Domestic or multi-regional.
        Scope = "scope",
        /// The countries in which it recruits.
        Countries = "countries",
        /// Its sites, by name, address or province.
        Sites = "sites",
        /// Its leading units, by name, address or province.
        LeadingUnits = "leading_units",
        /// The date of registration, or the year.
        Date = "date",
        /// The date on which it started, which stands for a missing date of registration.
        StartDate = "start_date",
        /// The date of the first informed consent.
        FirstConsentDate = "first_consent_date",
        /// The date on which it was completed.
        CompletionDate = "completion_date",
        /// How many participants are planned.
        Enrolment = "enrolment",
        /// Ages or special groups of the participants.
        Population = "population",
        /// Whether a data monitoring committee exists.
        MonitoringCommittee = "monitoring_committee",
    }
}

/// The codes of `codes.csv` that only some fields tell.
const REAL_WORLD: &str = "real_world_study";
pub(super) const ORDERED: &str = "cde_ordered_suspension_or_termination";

/// The names of columns that have a field, in small letters and without spaces and signs.
#[rustfmt::skip]
const NAMES: [(Field, &[&str]); Field::COUNT] = [
    (Field::RegistryNumber, &["nctnumber", "nctid", "trialid", "registrationnumber", "registrynumber", "ctrnumber", "ctrno", "trialnumber", "protocolid", "登记号", "注册号", "试验登记号", "临床试验登记号", "注册登记号", "ctr登记号"]),
    (Field::OtherNumbers, &["otherids", "secondaryids", "secondaryid", "secondaryidnumber", "othernumbers", "相关登记号", "在其它机构的注册号", "其他注册号", "其他登记号"]),
    (Field::Title, &["studytitle", "title", "publictitle", "scientifictitle", "brieftitle", "officialtitle", "trialtitle", "试验题目", "题目", "试验通俗题目", "试验专业题目", "注册题目", "研究题目", "试验名称", "研究课题的正式科学名称", "标题"]),
    (Field::Status, &["studystatus", "status", "recruitmentstatus", "overallstatus", "trialstatus", "试验状态", "试验状态信息", "招募状态", "征募研究对象情况", "试验进行状态", "状态", "试验现状"]),
    (Field::Condition, &["conditions", "condition", "indication", "indications", "disease", "diseases", "healthcondition", "therapeuticarea", "conditionsorproblems", "适应症", "适应证", "研究疾病", "疾病", "疾病领域", "治疗领域"]),
    (Field::ProductType, &["producttype", "drugtype", "moleculetype", "药物类型", "药品类型", "产品类型", "药物分类"]),
    (Field::Intervention, &["interventions", "intervention", "drug", "drugname", "product", "investigationalproduct", "药物名称", "药品名称", "试验药物", "干预措施", "试验药"]),
    (Field::Phase, &["phases", "phase", "studyphase", "trialphase", "试验分期", "分期", "研究分期", "研究所处阶段", "临床分期"]),
    (Field::Purpose, &["studypurpose", "trialcategory", "purpose", "试验分类", "试验类型", "试验类别"]),
    (Field::RegClass, &["registrationcategory", "registrationclass", "regclass", "注册分类", "药品注册分类", "注册类别"]),
    (Field::Sponsor, &["sponsor", "primarysponsor", "leadsponsor", "sponsorcollaborators", "sponsors", "applicant", "company", "申办者", "申请人名称", "申办者名称", "申办方", "申请人", "研究实施负责组长单位", "试验主办单位", "公司"]),
    (Field::SponsorOrigin, &["sponsorcountry", "sponsororigin", "sponsortype", "申办者类型", "申办者国别", "申请人类型", "申办者所在国"]),
    (Field::Scope, &["scope", "trialscope", "geographicscope", "试验范围"]),
    (Field::Countries, &["countries", "country", "recruitmentcountries", "countriesofrecruitment", "国家", "国家或地区", "招募国家"]),
    (Field::Sites, &["locations", "location", "sites", "site", "studysites", "province", "provinces", "参加机构", "研究机构", "参加机构信息", "各参加机构信息", "试验机构", "临床试验机构", "实施地点", "研究实施地点", "省份", "地区"]),
    (Field::LeadingUnits, &["leadingunit", "leadingunits", "leadsite", "principalsite", "组长单位", "牵头单位", "主要研究者单位"]),
    (Field::Date, &["firstposted", "studyfirstposted", "dateofregistration", "dateregistration", "registrationdate", "dateregistered", "firstregistered", "year", "registrationyear", "首次公示日期", "首次公示信息日期", "登记日期", "注册时间", "注册日期", "年份", "登记年份", "首次公示信息日"]),
    (Field::StartDate, &["startdate", "studystart", "studystartdate", "dateenrollment", "dateenrolement", "dateofenrolment", "开始日期", "研究开始时间", "试验开始日期", "征募观察对象时间"]),
    (Field::FirstConsentDate, &["firstconsentdate", "firstinformedconsent", "第一例受试者签署知情同意书日期", "首例知情同意日期", "第一例受试者签署知情同意书时间", "国内首例受试者签署知情同意书日期"]),
    (Field::CompletionDate, &["completiondate", "studycompletion", "primarycompletiondate", "dateofcompletion", "试验完成日期", "完成日期", "试验终止日期", "研究结束时间"]),
    (Field::Enrolment, &["enrollment", "enrolment", "targetsize", "targetsamplesize", "samplesize", "目标入组人数", "国内目标入组人数", "样本量", "入组人数"]),
    (Field::Population, &["age", "ages", "agegroup", "agegroups", "population", "specialpopulation", "年龄", "人群", "特定人群", "受试者人群", "年龄组"]),
    (Field::MonitoringCommittee, &["dmc", "datamonitoringcommittee", "hasdmc", "数据安全监查委员会dmc", "数据监查委员会", "数据安全监查委员会", "是否有dmc"]),
];

impl Field {
    /// The dimensions whose keywords are sought in the field.
    pub const fn dimensions(self) -> &'static [Dimension] {
        use Dimension::{
            Disease, Modality, Population, ProductType, Purpose, RegClass, Region, Scope, Sponsor, Status,
        };
        match self {
            Self::Title => &[Purpose, Modality, Population, Status, Scope],
            Self::Status => &[Status],
            Self::Condition => &[Disease],
            Self::ProductType | Self::Intervention => &[ProductType, Modality],
            Self::Purpose | Self::Phase => &[Purpose],
            Self::RegClass => &[RegClass],
            Self::Sponsor | Self::SponsorOrigin => &[Sponsor],
            Self::Scope => &[Scope],
            Self::Countries | Self::Sites | Self::LeadingUnits => &[Region],
            Self::Population => &[Population],
            Self::MonitoringCommittee
            | Self::RegistryNumber
            | Self::OtherNumbers
            | Self::Date
            | Self::StartDate
            | Self::FirstConsentDate
            | Self::CompletionDate
            | Self::Enrolment => &[],
        }
    }

    /// The breakdowns to which a value of the field can be assigned by hand.
    pub fn assignable(self) -> impl Iterator<Item = Dimension> {
        let phase = (self == Self::Phase).then_some(Dimension::Phase);
        phase.into_iter().chain(self.dimensions().iter().copied())
    }

    /// Whether keywords of a code are sought in the field. A title that speaks of patients who completed another trial says nothing
    /// of this one's progress; that it is a real-world study is said nowhere else.
    pub(super) fn seeks(self, codes: &Codes, code: CodeId) -> bool {
        let Code { dimension, code, .. } = codes.get(code);
        match (self, dimension) {
            (Self::Title, Dimension::Disease) => true,
            (Self::Title, Dimension::Status) => code == REAL_WORLD,
            (Self::Status, Dimension::Status) => code != REAL_WORLD,
            _ => self.dimensions().contains(dimension),
        }
    }

    /// Whether the field tells of every trial whether it has a code, so that none of them is a number too. A title supplements
    /// other columns with the disease and the scope; that nobody ordered a suspension is known only where an order is mentioned.
    pub(super) fn tells(self, codes: &Codes, code: CodeId) -> bool {
        let of = codes.get(code);
        let is_supplement = self == Self::Title && matches!(of.dimension, Dimension::Disease | Dimension::Scope);
        self.seeks(codes, code) && !is_supplement && of.code != ORDERED
    }

    /// The field that a column of this name has, as far as names tell.
    pub fn of_name(name: &str) -> Option<Self> {
        let plain = plain(name);
        NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(field, _)| *field)
    }
}

/// A name in small letters, without spaces, signs and what stands in brackets.
fn plain(name: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for char in name.chars() {
        match char {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && char.is_alphanumeric() => plain.extend(char.to_lowercase()),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Field, NAMES};

    #[test]
    fn names_of_the_registries_are_known() {
        let cases = [
            ("NCT Number", Field::RegistryNumber),
            ("Study Title", Field::Title),
            ("Study Status", Field::Status),
            ("Conditions", Field::Condition),
            ("Interventions", Field::Intervention),
            ("Sponsor", Field::Sponsor),
            ("Phases", Field::Phase),
            ("Enrollment", Field::Enrolment),
            ("Start Date", Field::StartDate),
            ("Locations", Field::Sites),
            ("TrialID", Field::RegistryNumber),
            ("Date registration", Field::Date),
            ("登记号", Field::RegistryNumber),
            ("试验题目", Field::Title),
            ("适应症", Field::Condition),
            ("药物类型", Field::ProductType),
            ("试验分期", Field::Phase),
            ("申办者", Field::Sponsor),
            ("首次公示日期", Field::Date),
            ("试验状态", Field::Status),
            (" 注册号（ChiCTR） ", Field::RegistryNumber),
        ];
        for (name, field) in cases {
            assert_eq!(Field::of_name(name), Some(field), "{name}");
        }
        assert_eq!(Field::of_name("Study Documents"), None);
        assert_eq!(Field::of_name(""), None);
    }

    #[test]
    fn a_name_belongs_to_one_field() {
        let mut names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(NAMES.iter().map(|(field, _)| *field).eq(Field::ALL), "one row for each field");
    }
}
