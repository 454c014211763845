//! Lists of trials that are made when they are needed: as large as wished, and the same each time.

use std::fmt::Write;

/// The header of an export of ClinicalTrials.gov, with the columns that matter and some that do not.
pub(crate) const HEADER: &str = "NCT Number,Study Title,Study Status,Conditions,Interventions,Sponsor,Collaborators,Age,Phases,Enrollment,Study Type,First Posted,Start Date,Completion Date,Locations\n";

const STATUSES: [&str; 5] = ["RECRUITING", "COMPLETED", "NOT_YET_RECRUITING", "TERMINATED", "ACTIVE_NOT_RECRUITING"];
const CONDITIONS: [&str; 12] = [
    "Non-small Cell Lung Cancer",
    "Type 2 Diabetes Mellitus",
    "Hepatitis B, Chronic",
    "Hypertension",
    "Atopic Dermatitis",
    "Major Depressive Disorder",
    "Asthma",
    "Ulcerative Colitis",
    "Postoperative Pain",
    "Hemophilia A",
    "Healthy Volunteers",
    "Breast Cancer|Metastatic Breast Cancer",
];
const PRODUCTS: [&str; 6] = [
    "DRUG: Apatinib Tablets",
    "BIOLOGICAL: Tislelizumab",
    "BIOLOGICAL: Inactivated Vaccine",
    "DRUG: Lianhua Granules, Traditional Chinese Medicine",
    "BIOLOGICAL: CAR-T cells",
    "DRUG: Semaglutide",
];
const SPONSORS: [&str; 6] = [
    "Jiangsu HengRui Medicine Co., Ltd.",
    "Pfizer",
    "BeiGene",
    "Peking University Third Hospital",
    "Novartis Pharmaceuticals",
    "A Company of Unknown Origin",
];
const AGES: [&str; 4] = ["ADULT, OLDER_ADULT", "CHILD, ADULT, OLDER_ADULT", "CHILD", "OLDER_ADULT"];
const PHASES: [&str; 7] = ["PHASE1", "PHASE2", "PHASE3", "PHASE4", "PHASE1|PHASE2", "PHASE2|PHASE3", "NA"];
const SITES: [&str; 6] = [
    "Peking Union Medical College Hospital, Beijing, Beijing, 100730, China",
    "Zhongshan Hospital, Shanghai, Shanghai, 200032, China",
    "Sun Yat-sen University Cancer Center, Guangzhou, Guangdong, China",
    "West China Hospital, Chengdu, Sichuan, China",
    "Research Site, Houston, Texas, United States",
    "Research Site, Tokyo, Japan",
];

/// Numbers that look drawn by chance, and are the same each time.
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % below
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.next(texts.len())]
    }
}

/// The row of a trial, with the end of its line.
pub(crate) fn row(number: usize) -> String {
    let draw = &mut Draw(number as u64 + 1);
    for _ in 0..3 {
        draw.next(1);
    }
    let mut row = String::with_capacity(520);
    let (condition, product) = (draw.of(&CONDITIONS), draw.of(&PRODUCTS));
    let year = 2019 + draw.next(7);
    let (month, day) = (1 + draw.next(12), 1 + draw.next(28));
    let kind = if draw.next(4) == 0 { "A Bioequivalence Study of" } else { "A Randomized, Double-blind Study of" };
    let _ = write!(
        row,
        "NCT{number:08},\"{kind} {product} in Participants With {condition}, Part {number}\",{},\"{condition}\",\"{product}\",\"{}\",,\"{}\",{},{},INTERVENTIONAL,{year}-{month:02}-{day:02},{year}-{month:02},{}-{month:02}-{day:02},\"",
        draw.of(&STATUSES),
        draw.of(&SPONSORS),
        draw.of(&AGES),
        draw.of(&PHASES),
        draw.next(900),
        year + draw.next(3),
    );
    for site in 0..=draw.next(4) {
        row.push_str(if site == 0 { "" } else { "|" });
        row.push_str(draw.of(&SITES));
    }
    row.push_str("\"\n");
    row
}

/// A list of so many trials.
pub(crate) fn list(trials: usize) -> String {
    let mut list = HEADER.to_owned();
    (0..trials).for_each(|number| list.push_str(&row(number)));
    list
}
