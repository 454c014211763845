//! Fixed texts of the files that readers take away.

use super::Phrase;
use crate::address::Language;

messages! {
    /// A fixed text that only files say, which are made on demand.
    FileMessage {
    ContentsSheet: "Contents", "目录";
    CellsSheet: "Cells", "数据明细";
    FactsSheet: "Facts", "公布数值";
    Key: "Pale italics: derived from printed numbers; where both bounds are shown, the cell holds the middle of them. Hatched: no number. †: another value is printed too. *: entered by the reader. Bounds, and why a number is missing, are on the sheet Cells; other values on the sheet Notes.", "浅色斜体为推算值，显示区间者单元格内为区间中值；斜线底纹为无数据；†为另有不同数值；*为本人录入。上下限及无数据的原因见“数据明细”，其他数值见“注释”。";
    LowerBound: "lower bound", "下限";
    UpperBound: "upper bound", "上限";
    KindPrinted: "printed", "原文公布";
    KindDerived: "derived", "推算";
    KindEmpty: "no number", "无数据";
    FieldFigure: "Figure", "图表编号";
    FieldRow: "Row", "行";
    FieldColumn: "Column", "列";
    FieldMeasure: "Measure", "统计指标";
    FieldStatistic: "Statistic", "统计量";
    FieldShareOf: "Share of", "占比的分母";
    FieldQualifier: "Bound or approximation", "上下限或约数";
    FieldExplanation: "How derived, or why missing", "推算方法或无数据的原因";
    FieldFacts: "Names of the facts", "公布数值编号";
    FieldFact: "Name of the fact", "公布数值编号";
    FieldAddresses: "Addresses", "网址";
    FieldAddress: "Address", "网址";
    FieldNote: "Note", "注释";
    FieldSource: "Name of the source", "来源编号";
    FieldTitle: "Title", "标题";
    FieldPublisher: "Publisher", "发布者";
    FieldPublished: "Published", "发布日期";
    FieldKind: "Kind of source", "来源类型";
    FieldAboutReport: "Edition it is about", "所涉报告年度";
    AllData: "All data", "全部数据";
    NoFileNoFigure: "No file: the view shows no figure.", "当前视图没有图表，未生成文件。";
    NoFileNoNumbers: "No file: nothing is printed for this view, and empty cells would be taken for zero.", "当前条件下未见公布数据，为避免空格被误作零，未生成文件。";
    Licence: "Licence", "许可";
    LicenceText: "The numbers are facts printed by the sources that are named. The program is under the MIT licence.", "数据为所列来源公布的事实；程序采用MIT许可证。";
    MadeBy: "Made by China Trials Explorer, version ", "由“中国临床试验数据”生成，版本";
    PackTitle: "Evidence pack", "证据包";
    PackView: "The view", "视图";
    PackMade: "Made on", "生成日期";
    PackSpreadsheet: "`data.xlsx`: the tables as shown with their charts, each cell, each fact, each source, and notes.", "`data.xlsx`：所示表格及图表、数据明细、公布数值、来源与注释。";
    PackTables: "`data/`: the same as CSV (UTF-8, comma), described by `datapackage.json` (Frictionless Data Package 2).", "`data/`：相同内容的CSV文件（UTF-8，逗号分隔），字段说明见`datapackage.json`（Frictionless Data Package 2）。";
    PackCitations: "`citations.txt`: a citation of each fact in English and in the form of GB/T 7714; `citations.ris`, `citations.bib` and `citations.json` (CSL-JSON) for reference managers.", "`citations.txt`：各公布数值的英文引文及GB/T 7714格式引文；`citations.ris`、`citations.bib`、`citations.json`（CSL-JSON）供文献管理软件导入。";
    PackPictures: "`pictures/`: the charts, where there are any.", "`pictures/`：图表图片（如有）。";
    PackOfBrief: "This pack is of a brief: what a reader pinned, in the reader's order. Lines under a pin are the reader's own and stand in no source.", "本证据包对应一份简报，内容及顺序由读者选定；各项附注为读者所写，不出自任何来源。";
    PackMemo: "`memo.docx`: the memo with its pictures and footnotes.", "`memo.docx`：备忘录，含图表与脚注。";
    PackBriefFile: "`brief.json`: the brief itself; the page opens it under *Brief*.", "`brief.json`：简报文件，可在网页“简报”中打开。";
    PackSums: "`SHA256SUMS`: the sum of each file. `sha256sum -c SHA256SUMS` tells whether any was changed.", "`SHA256SUMS`：各文件的SHA-256校验值，可用`sha256sum -c SHA256SUMS`核对文件是否被改动。";
    PackData: "SHA-256 of the data files that the numbers come from", "所用数据文件的SHA-256校验值";
    }
}

#[cfg(test)]
mod tests {
    use super::FileMessage;
    use crate::locale::messages::tests::check;

    #[test]
    fn every_message_of_a_file_speaks_both_languages() {
        check(FileMessage::ALL);
    }
}
