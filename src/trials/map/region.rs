//! From sites to regions: a name or address at a time.

use rustc_hash::FxHashSet;

use super::keywords::{Found, Matcher};
use crate::dataset::{CodeId, Codes};

/// The region of each site that a text names, each site once; nothing for one whose region no keyword tells.
pub(super) fn regions_of(codes: &Codes, matcher: &Matcher, text: &str, found: &mut Vec<Found>) -> Vec<Option<CodeId>> {
    let mut seen = FxHashSet::default();
    let sites = sites(text).filter(|site| seen.insert(*site));
    sites
        .map(|site| {
            matcher.find(site, found);
            region_of(codes, found)
        })
        .collect()
}

/// The sites of a text, by the strongest separator that it has: an address has commas of its own.
fn sites(text: &str) -> impl Iterator<Item = &str> {
    const SEPARATORS: [&[char]; 4] = [&['|'], &[';', '；', '\n', '\r'], &['、'], &['，']];
    let separators = SEPARATORS.into_iter().find(|separators| text.contains(*separators)).unwrap_or(&['|']);
    text.split(separators).map(str::trim).filter(|site| !site.is_empty())
}

/// Where an address lies: the last word says it best (`…, Taipei, Taiwan`; `北京大学深圳医院`), unless another is a part of that
/// (`Beijing, China`).
fn region_of(codes: &Codes, found: &[Found]) -> Option<CodeId> {
    let last = found.last()?.code;
    let finer = found.iter().rev().map(|one| one.code).find(|code| *code != last && codes.is_within(*code, last));
    Some(finer.unwrap_or(last))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::regions_of;
    use crate::dataset::{Dimension, Facts};
    use crate::trials::map::keywords::Keywords;

    #[test]
    fn sites_lie_where_their_address_says() {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let matcher = Keywords::shipped(codes)
            .expect("every code exists")
            .matcher(|code| codes.get(code).dimension == Dimension::Region);
        for (text, regions) in [
            ("Peking University Third Hospital, Beijing, Beijing, 100191, China", vec!["beijing"]),
            (
                "Site 1, Beijing, China|Site 2, Chengdu, Sichuan, China|Site 3, Houston, Texas, United States",
                vec!["beijing", "domestic_sites", "foreign_sites"],
            ),
            ("Site 1, Beijing, China|Site 1, Beijing, China", vec!["beijing"]),
            ("Taipei Hospital, Taipei, Taiwan", vec!["domestic_sites"]),
            ("北京大学深圳医院", vec!["guangdong"]),
            ("北京协和医院；复旦大学附属肿瘤医院，上海；某单位", vec!["beijing", "shanghai", ""]),
            ("江苏省人民医院、浙江大学医学院附属第一医院", vec!["jiangsu", "zhejiang"]),
            ("某某医院", vec!["domestic_sites"]),
            ("|", vec![]),
        ] {
            let found = regions_of(codes, &matcher, text, &mut Vec::new());
            let names: Vec<&str> =
                found.iter().map(|region| region.map_or("", |region| codes.get(region).code.as_str())).collect();
            assert_eq!(names, regions, "{text}");
        }
    }
}
