//! Fixed texts of the pictures that readers take away, and of the dialog that makes them.

use super::Phrase;
use crate::address::Language;

messages! {
    /// A fixed text that only pictures and their dialog say, which are made on demand.
    PictureMessage {
    Open: "Picture (SVG, PNG)", "图片（SVG、PNG）";
    Heading: "Download a picture", "下载图片";
    Format: "Format", "格式";
    Svg: "SVG, sharp at any size", "SVG（矢量图）";
    Png: "PNG", "PNG图片";
    PngTwice: "PNG, twice as sharp", "PNG（2倍清晰度）";
    PngFourTimes: "PNG, 4 times as sharp", "PNG（4倍清晰度）";
    Size: "Size", "尺寸";
    Screen: "As on the screen", "与屏幕等宽";
    Slide: "Slide, 1,600 × 900", "幻灯片，1600×900";
    Column: "Column, 1,000 wide", "报告栏宽，1000";
    Colours: "Colours", "配色";
    Preview: "Preview of the picture", "图片预览";
    Dropped: "No file? Some frames drop downloads. The preview can be copied or saved by its own menu.", "未收到文件？部分框架会阻止下载，可通过预览图的右键菜单复制或保存。";
    Refused: "This page may not save files here. The preview can be copied or saved by its own menu.", "此处不允许保存文件，可通过预览图的右键菜单复制或保存。";
    NotDrawn: "The picture could not be drawn.", "图片无法生成。";
    TooLarge: "This browser has no room for a PNG of this size. A smaller one may fit, and SVG always does.", "浏览器无法生成如此大的PNG图片，请选择较低清晰度或SVG格式。";
    Blocked: "This browser or frame keeps pages from making PNG files. SVG is there instead.", "此浏览器或框架不允许网页生成PNG图片，请改用SVG格式。";
    SwitchedOff: "Switched off in this picture:", "本图未显示：";
    }
}

#[cfg(test)]
mod tests {
    use super::PictureMessage;
    use crate::locale::messages::tests::check;

    #[test]
    fn every_message_of_a_picture_speaks_both_languages() {
        check(PictureMessage::ALL);
    }
}
