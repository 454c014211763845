//! Pictures in a document: as SVG, with the same as PNG beside it for programs that do not read that.
//!
//! The extension that names the SVG is Microsoft's; programs without it show the picture that they know.

use super::super::memo::{Memo, MemoPicture};
use super::super::pages::PX_PER_INCH;
use super::super::xml::escaped;

/// English Metric Units in an inch.
const EMU_PER_INCH: u32 = 914_400;
/// The relations of a document that do not lead to pictures.
const FIXED_RELATIONS: usize = 3;
/// The extension of a picture that names its SVG.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

const MAIN: &str = r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#;
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

/// The pictures of a memo with their numbers, counted from 1.
fn pictures(memo: &Memo) -> impl Iterator<Item = (usize, &MemoPicture)> {
    (1..).zip(memo.items.iter().filter_map(|item| item.picture.as_ref()))
}

/// The files of a picture: their names, and what they hold.
pub(super) struct Media<'a> {
    pub(super) svg: (String, &'a [u8]),
    pub(super) png: (String, &'a [u8]),
}

/// The files of all pictures.
pub(super) fn media(memo: &Memo) -> impl Iterator<Item = Media<'_>> {
    pictures(memo).map(|(number, picture)| {
        let [svg, png] = targets(number).map(|target| format!("word/{target}"));
        Media { svg: (svg, picture.svg.text.as_bytes()), png: (png, &picture.png) }
    })
}

/// The relations of a document to its pictures.
pub(super) fn relations(memo: &Memo) -> String {
    let relation = |(number, _)| {
        let pairs = targets(number).into_iter().zip(ids(number));
        let one = |(target, id)| format!(r#"<Relationship Id="{id}" Type="{IMAGE}" Target="{target}"/>"#);
        pairs.map(one).collect::<String>()
    };
    pictures(memo).map(relation).collect()
}

/// A picture in a line of text.
pub(super) fn drawing(number: usize, picture: &MemoPicture) -> String {
    let MemoPicture { svg, description, .. } = picture;
    let [svg_id, png_id] = ids(number);
    let [width, height] = [svg.width_px, svg.height_px].map(|px| px * (EMU_PER_INCH / PX_PER_INCH));
    let names = format!(r#"id="{number}" name="Figure {number}" descr="{}""#, escaped(description));
    let blip = format!(
        r#"<a:blip r:embed="{png_id}"><a:extLst><a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg_id}"/></a:ext></a:extLst></a:blip>"#
    );
    let shape = format!(
        r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>"#
    );
    let picture = format!(
        r#"<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>{shape}</pic:pic>"#
    );
    format!(
        r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {names}/><wp:cNvGraphicFramePr><a:graphicFrameLocks {MAIN} noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic {MAIN}><a:graphicData uri="{PICTURE}">{picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}

/// Where a picture stands from the document: the SVG and the PNG.
fn targets(number: usize) -> [String; 2] {
    ["svg", "png"].map(|ending| format!("media/figure{number}.{ending}"))
}

/// The relations to the SVG and the PNG of a picture.
fn ids(number: usize) -> [String; 2] {
    let first = FIXED_RELATIONS + 2 * number;
    [first - 1, first].map(|at| format!("rId{at}"))
}
