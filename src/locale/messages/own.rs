//! Fixed texts of *Your data*: what the reader brings, and what becomes of it.

use super::Phrase;
use crate::address::Language;

messages! {
    /// A fixed text about what the reader brings, which only late parts say.
    OwnMessage {
    Stays: "Nothing is uploaded: what you choose here is read in this browser, and the page's header policy lets it go nowhere.", "文件仅在本浏览器中读取，不会上传；页面的安全策略也不允许向外发送。";
    List: "Your trial list", "我的试验清单";
    ListLead: "Drop a list of trials, one in each row, and see it counted by the same filters and figures as the nation's: an export of ClinicalTrials.gov, ICTRP, ChiCTR, CDE's platform or of your own database, as CSV (UTF-8, GBK, UTF-16; comma, semicolon or tab) or XLSX.", "将试验清单（每行一项试验）拖到此处，即可按相同的筛选条件和图表统计，并与全国数据对照。支持ClinicalTrials.gov、ICTRP、ChiCTR、药审中心登记平台或自有数据库的导出文件，格式为CSV（UTF-8、GBK、UTF-16；逗号、分号或制表符分隔）或XLSX。";
    ChooseList: "Choose a list (CSV or XLSX)", "选择清单文件（CSV或XLSX）";
    Reading: "Reading", "正在读取";
    RowsPerSecond: "rows per second", "行/秒";
    Cancel: "Cancel", "取消";
    Cancelled: "Cancelled. Nothing of the list was kept.", "已取消，未保留任何内容。";
    NotRead: "The browser could not read the file: it may have been moved or changed since it was chosen. Choose it again.", "浏览器无法读取该文件，可能已被移动或修改，请重新选择。";
    Stopped: "Reading stopped in the middle: the list may need more memory than the browser gives. Close other pages, or keep only the columns that are needed.", "读取中断，可能是内存不足。请关闭其他页面，或仅保留所需的列后重试。";
    Mapping: "Which column says what", "各列含义";
    MappingLead: "Suggested from the names of the columns and from what stands in them. Correct what is wrong, then count.", "根据列名与内容自动判断，如有误请更正后再统计。";
    Column: "Column", "列";
    Samples: "For example", "示例";
    Says: "Says", "含义";
    NotLookedAt: "not looked at", "不使用";
    Recognised: "Recognised", "已识别";
    Sheet: "Sheet", "工作表";
    EncodingLabel: "Encoding", "编码";
    SeparatorLabel: "Separator", "分隔符";
    Found: "as found", "自动识别";
    Comma: "comma", "逗号";
    Semicolon: "semicolon", "分号";
    Tab: "tab", "制表符";
    PhasesInEach: "A trial in two phases counts under each of them", "跨期试验分别计入各期";
    OtherwiseNewDrug: "A trial that is not said to be of bioequivalence is a new-drug trial", "未注明为生物等效性试验的，视为新药临床试验";
    Count: "Count the list", "开始统计";
    SaveProfile: "Save these decisions", "保存设置";
    OpenProfile: "Open saved decisions", "打开已存设置";
    ProfileOpened: "The decisions were opened.", "设置已打开。";
    Forget: "Forget the list", "移除清单";
    Back: "Change what the columns say", "修改各列含义";
    Rows: "rows", "行";
    Trials: "trials", "项试验";
    RepeatedRows: "rows that repeat a trial", "重复行";
    FlawedRows: "broken rows, set aside", "格式有误、未计入的行";
    DamagedRows: "rows with letters that could not be read", "含无法识别字符的行";
    WithoutYear: "trials without a year, in no number", "无年份、未计入的试验";
    NotAssigned: "Not assigned", "未归类";
    Rules: "How the list is counted", "统计规则";
    BrokenRows: "Broken rows", "有误的行";
    Line: "Line", "第";
    LineEnd: "", "行";
    Unmatched: "Values that mean nothing here", "未识别的取值";
    Yours: "Your list", "我的清单";
    Nation: "The nation (CDE)", "全国（药审中心）";
    NeverAdded: "Both are counted apart and never added: the nation's numbers are those that CDE printed, yours are counted from your list. Trials of your list may be among the nation's.", "两者分别统计，不作合计：全国数据为药审中心公布数，清单数据据所提供的清单计算，清单中的试验可能已包含在全国数据中。";
    AsCounts: "Counts", "数量";
    AsShares: "Shares", "占比";
    NoFigure: "No figure can be counted from this list under these filters.", "当前筛选条件下，清单无法生成任何图表。";
    TrialsBehind: "Trials behind the number", "该数值对应的试验";
    ShowTrials: "Show the trials", "查看试验";
    SearchTrials: "Search in these trials", "在这些试验中查找";
    ExportTrials: "Save these trials (CSV)", "保存这些试验（CSV）";
    FirstOf: "the first", "前";
    FirstOfEnd: "are shown; all are in the file.", "项，全部见文件。";
    Numbers: "All numbers, and the trials behind them", "全部数值及对应的试验";
    Close: "Close", "关闭";
    WorksHere: "This place of the page has no second thread: the list is read here, in pieces.", "此环境不支持后台线程，将在页面内分段读取。";
    }
}

#[cfg(test)]
mod tests {
    use super::OwnMessage;
    use crate::locale::messages::tests::check;

    #[test]
    fn every_message_of_your_data_speaks_both_languages() {
        // The end of "Line 5" has no English.
        let all: Vec<OwnMessage> = OwnMessage::ALL.iter().copied().filter(|one| *one != OwnMessage::LineEnd).collect();
        check(&all);
    }
}
