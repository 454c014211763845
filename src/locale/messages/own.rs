//! Fixed texts of *Your data*: what the reader brings, and what becomes of it.

use super::Phrase;
use crate::address::Language;

messages! {
    /// A fixed text about what the reader brings, which only late parts say.
    OwnMessage {
    Stays: "Nothing is uploaded: what you choose here is read in this browser, and the page's header policy lets it go nowhere.", "文件仅在本浏览器中读取，不会上传；页面的安全策略也不允许向外发送。";
    Figures: "Numbers of your own", "自录数据";
    FiguresLead: "Fill in what public copies of the reports leave out: rows in the format of facts.csv, codes.csv and sources.csv, as CSV or XLSX. They are checked as the shipped data are, have a star wherever they stand, and are never taken for published numbers.", "可补录公开摘要未载明的数据：按facts.csv、codes.csv、sources.csv的格式提供CSV或XLSX文件。自录数据经与内置数据相同的校验，各处均以星号标注，不与已公布数据混同。";
    ChooseFigures: "Choose files (CSV or XLSX)", "选择文件（CSV或XLSX）";
    Problems: "What is wrong", "存在的问题";
    GoodRows: "rows are good", "行无误";
    TakeGood: "Take the good rows", "仅录入无误的行";
    RefuseAll: "Refuse everything", "全部不录入";
    NothingTaken: "Nothing was taken.", "未录入任何数据。";
    NothingGood: "No row can be taken.", "没有可录入的行。";
    RowsNew: "new", "新增";
    RowsKnown: "as in the shipped data", "与内置数据相同";
    RowsDisputed: "contradict a shipped number, which stays; they stand beside it", "与内置数据不一致（两者并列）";
    RowsRepeated: "repeated", "重复";
    RowsUnfilled: "not filled in", "未填写";
    RowsRefused: "refused", "未录入";
    Doubts: "What does not fit together", "数据之间不一致";
    Entered: "What you have entered", "已录入的数据";
    Year: "Year", "年份";
    Number: "Number", "内容";
    Value: "Value", "数值";
    From: "From", "来自";
    Became: "Stands as", "处理";
    AsOwn: "own number", "自录数据";
    AsDispute: "another value beside the printed one", "与已公布数据并列的不同数值";
    AsKnown: "the same as printed", "与已公布数据相同";
    Remove: "Remove", "删除";
    SaveAll: "Save all (XLSX)", "全部导出（XLSX）";
    SaveOne: "Save", "导出";
    ForgetFigures: "Forget all of it", "全部清除";
    Forgotten: "Everything that you had entered is gone from this page.", "自录数据已从页面清除。";
    Templates: "Templates", "填报模板";
    TemplatesLead: "Every number that the reports print for another year and the data lack for this one, already keyed: only the values are typed.", "列出其他年份已载、所选年份缺少的全部数据，编码均已填好，只需填写数值。";
    Lacking: "numbers", "项";
    AsTable: "As Excel (XLSX)", "Excel格式（XLSX）";
    AsText: "As CSV", "CSV格式";
    Form: "Enter a single number", "录入单个数据";
    Qualifier: "Exact, or a bound", "精确值或界限";
    Exact: "exact", "精确值";
    NoteOfRow: "Note (may be empty)", "备注（可不填）";
    Enter: "Enter", "录入";
    Keep: "Keep it in this browser for the next visit", "保存在本浏览器中，下次访问时可用";
    KeptAgain: "Loaded again from this browser.", "已从本浏览器中恢复。";
    NotKept: "The browser keeps nothing here (a private window, a frame without storage, or no room): save a file instead.", "浏览器无法在此保存（隐私窗口、框架限制或空间不足），请导出文件。";
    FromPortal: "Numbers of this portal", "本门户提供的数据";
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
    Values: "What the values mean", "各取值的含义";
    ValuesLead: "Those that mean nothing here stand first. What is corrected is a part of the saved decisions.", "未识别的取值排在前面。更正内容会随设置一并保存。";
    AValue: "Value", "取值";
    Means: "Means", "含义";
    Recount: "Count anew", "重新统计";
    Keywords: "Words by which the list is read", "识别用关键词";
    KeywordsLead: "What stands in titles, conditions, products, sponsors and places is read by these words. Add one, or save the table, edit it in a spreadsheet and open it again. They are a part of the saved decisions.", "题目、适应症、药物、申办者和地点均按关键词识别。可在此添加，也可导出关键词表，用电子表格编辑后再打开。关键词会随设置一并保存。";
    AKeyword: "Word", "关键词";
    KeywordHint: "A star at an end stands for any letters: *mab, vaccine*. Several words are separated by semicolons.", "首尾可用星号代表任意字母，如*mab、vaccine*；多个关键词以分号分隔。";
    StandsFor: "Stands for", "归入";
    AddKeyword: "Add", "添加";
    Words: "words", "个关键词";
    WordsAdded: "of your own", "个为自行添加";
    WordsLeftOut: "of the shipped ones left out", "个内置关键词未采用";
    SaveKeywords: "Save the table (CSV)", "导出关键词表（CSV）";
    OpenKeywords: "Open an edited table (CSV)", "打开编辑后的关键词表（CSV）";
    KeywordsOpened: "The table was opened: the list is read by it when it is counted.", "关键词表已打开，统计时将按此识别。";
    KeywordsTooLong: "The table was not opened: it is larger than 1 MB. It has the columns dimension, code, language, words.", "未能打开关键词表：文件超过1 MB。该表应有dimension、code、language、words四列。";
    ShippedKeywords: "Use the shipped words", "恢复内置关键词";
    LeftOut: "Figures that this list cannot answer", "清单无法生成的图表";
    NoTrialHere: "no trial of the list under these filters", "当前筛选条件下清单中无试验";
    OnlyHere: "The list is kept on this page only: a reload loses it. Saved decisions count it again in one step.", "清单仅保留在当前页面，刷新后需重新选择；已保存的设置可直接用于再次统计。";
    ReadAsList: "Read it as a list of trials", "按试验清单读取";
    MayBeList: "This may be a list of trials, which is counted below.", "该文件可能是试验清单，可在下方统计。";
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
