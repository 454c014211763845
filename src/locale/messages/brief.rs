//! Fixed texts of the brief: what a reader pins, the memo made of it, and its file.

use super::Phrase;
use crate::address::Language;

messages! {
    /// A fixed text about the brief, which only late parts say.
    BriefMessage {
    Pin: "Pin to the brief", "加入简报";
    Unpin: "Remove from the brief", "移出简报";
    Full: "The brief is full with twelve pins. Remove one to pin another.", "简报已满12项，请先移除一项。";
    Pinned: "Pinned: ", "已加入简报：";
    Unpinned: "Removed from the brief.", "已移出简报。";
    OfTwelve: " of 12", "/12项";
    UnreadCount: "parts that could not be read: ", "无法读取的部分：";
    Lost: "This brief is too long for a link, and this browser does not have it. Ask for its file, and open that here.", "该简报过长，链接中未包含其内容，本浏览器也未保存。请索取其文件并在此打开。";
    Lead: "What you pin on the page stands here, as a memo of at most two pages. It is kept in the address of this page, and on no server.", "在页面上加入的内容集中于此，形成不超过两页的备忘录。内容仅保存在本页网址中，不上传服务器。";
    Nothing: "Nothing is pinned yet. Pin a figure from its menu Share, a number from its proof, the sentence at the top, or one of the five findings.", "尚无内容。可从图表的“分享”菜单、数值的依据、页首结论或五项主要发现中加入。";
    OnlyWholePage: "The brief is for the whole page, not for a page in a frame.", "简报仅适用于完整页面，不适用于嵌入框架。";
    UnreadParts: "These parts of the brief could not be read as they stand:", "简报中以下部分无法按原样读取：";
    WhyUnknown: "not known here; left out", "无法识别，已略去";
    WhyRepeated: "stands there twice; the first counts", "重复，以首次为准";
    WhyTooMany: "beyond the twelfth; left out", "超过12项，已略去";
    WhyNoteCut: "its line is longer than 200 characters; cut", "附注超过200字，已截断";
    Pins: "Pinned", "已加入的内容";
    Note: "Your line (at most 200 characters)", "附注（不超过200字）";
    Up: "Up", "上移";
    Down: "Down", "下移";
    Remove: "Remove", "移除";
    MovedTo: "Moved to place ", "已移至第";
    OfPlaces: " of ", "位，共";
    Removed: "Removed: ", "已移除：";
    Undo: "Undo", "撤销";
    Undone: "The brief is as it was before.", "简报已恢复。";
    TooLong: "This brief is too long for a link. Save it as a file to hand it on or to keep it.", "该简报过长，无法用链接传递。请保存为文件，以便转交或留存。";
    Print: "Print or save as PDF", "打印或存为PDF";
    ChartsNotDrawn: "It has tables in the place of pictures: the charts could not be drawn.", "其中以表格代替图表：图表未能生成。";
    NoRoomToPaint: "It has tables in the place of pictures: this browser has no room to paint them.", "其中以表格代替图表：本浏览器没有足够空间生成图片。";
    MayNotPaint: "It has tables in the place of pictures: this browser or frame keeps pages from painting them.", "其中以表格代替图表：本浏览器或框架不允许网页生成图片。";
    NotSaved: "The browser refused the file.", "浏览器拒绝保存文件。";
    SaveFile: "Save the brief as a file", "保存简报文件";
    OpenFile: "Open a brief (or drop its file here)", "打开简报（或将文件拖放至此）";
    Opened: "Opened. Pins: ", "已打开，项数：";
    NotOpened: "Not opened, the brief is as it was. ", "未打开，简报保持原样。";
    FileTooLarge: "The file is larger than 64 kB: it is no brief.", "文件超过64 KB，不是简报文件。";
    FileUnreadable: "The browser could not read the file.", "浏览器未能读取该文件。";
    At: "At ", "位置：";
    Expected: "expected ", "应为";
    Found: "found ", "实为";
    FoundNothing: "found nothing", "未见内容";
    ExpectedJson: "JSON", "有效的JSON文本";
    ExpectedObject: "one JSON object", "一个JSON对象";
    ExpectedText: "a text in quotes", "带引号的文本";
    MemoTitle: "Brief: drug trials registered in China", "简报：中国登记的药物临床试验";
    Memo: "The memo", "备忘录";
    Footnotes: "Notes", "注释";
    Gone: "This number is not in the data any more, or not for this selection.", "数据中已无该数值，或当前条件下无该数值。";
    NoNumbers: "Nothing is printed for this selection.", "当前条件下未见公布数据。";
    RowsLeftOut: "rows left out: ", "未列出行数：";
    ColumnsLeftOut: "columns left out: ", "未列出列数：";
    Key: "Italics: derived from printed numbers, between the bounds that rounding leaves. –: no number. †: another value is printed too.", "斜体为推算值，区间为四舍五入的可能范围；–为无数据；†为另有不同数值。";
    NumbersOfPictures: "The numbers behind a chart are at the address in its footnote, and in the spreadsheet and the evidence pack of this brief.", "图表所据数值见其脚注所列网址，以及本简报的电子表格和证据包。";
    Others: " and others, named in the view", "等，其余见原视图";
    }
}

#[cfg(test)]
mod tests {
    use super::BriefMessage;
    use crate::locale::messages::tests::check;

    #[test]
    fn every_message_of_the_brief_speaks_both_languages() {
        check(&BriefMessage::ALL.iter().copied().filter(|one| *one != BriefMessage::OfTwelve).collect::<Vec<_>>());
    }
}
