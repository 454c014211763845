//! Glossary: what else the terms of the reports are called, in English and in Chinese.

/// Other names of a code or measure of `codes.csv`; none where nobody uses any.
pub fn also_called(code: &str) -> &'static [&'static str] {
    match code {
        "trials" => &["registrations", "CTR", "登记项数"],
        "new_drug" => &["trials with an acceptance number", "受理号试验"],
        "be" => &["BE", "generics", "备案号试验", "仿制药"],
        "chemical" => &["small molecules", "化药", "小分子"],
        "biological" => &["biologics", "生物药"],
        "tcm" => &["TCM", "Chinese medicine", "中成药"],
        "1" => &["innovative drugs", "class 1", "1类新药"],
        "2" => &["improved new drugs", "class 2", "2类新药"],
        "oncology" => &["cancer", "tumour", "肿瘤", "癌症"],
        "mrct" => &["MRCT", "multi-regional", "global trials", "国际多中心"],
        "cgt" => &["CGT", "advanced therapies", "ATMP", "细胞基因治疗"],
        "car_t" => &["chimeric antigen receptor T cells", "嵌合抗原受体T细胞"],
        "paediatric_only" | "paediatric_included" => &["children", "pediatric", "儿科"],
        "rare_disease" => &["orphan drugs", "罕见病", "孤儿药"],
        "with_dmc" => &["DMC", "DSMB"],
        "leading_unit_participations" => &["lead sites", "牵头单位"],
        "site_participations" => &["sites", "hospitals", "临床试验机构"],
        "started_within_6_months" => &["first informed consent within six months", "首例知情同意"],
        "days_to_registration" => &["time to registration"],
        "approved_innovative_drugs" => &["approvals", "获批1类新药"],
        _ => &[],
    }
}
