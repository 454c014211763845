//! Message catalogue: everything that the page says by itself. One entry holds both languages, so that none can be forgotten.

use crate::address::Language;

/// A fixed text in both languages.
pub trait Phrase {
    /// The text in a language.
    fn text(self, language: Language) -> &'static str;
}

macro_rules! messages {
    ($(#[$doc:meta])* $list:ident { $($name:ident: $en:literal, $zh:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[expect(missing_docs, reason = "each message is its own documentation")]
        pub enum $list { $($name),* }

        impl $list {
            /// All messages.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }

        impl Phrase for $list {
            fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::En) => $en, (Self::$name, Language::Zh) => $zh,)*
                }
            }
        }
    };
}

pub(super) mod brief;
pub(super) mod file;
pub(super) mod own;
pub(super) mod picture;

messages! {
    /// A fixed text of the page.
    Message {
    AppTitle: "China Trials Explorer", "中国临床试验数据";
    OtherLanguage: "中文", "English";
    ThemeLight: "Light", "浅色";
    ThemeDark: "Dark", "深色";
    Filters: "Filters", "筛选";
    AllYears: "All years", "全部年份";
    RangeOfYears: "Range of years …", "年份区间…";
    From: "From", "起";
    Until: "To", "止";
    All: "All", "全部";
    SeveralChosen: "Several", "多项";
    NothingPrinted: "nothing printed for this choice", "当前条件下未见公布";
    Reset: "Reset", "重置";
    Takeaways: "Five findings of the 2024 report", "2024年度报告的五项主要发现";
    ShowNumbers: "Show the chart", "查看图表";
    HeadlineNumbers: "Headline numbers", "主要数据";
    Population: "Population", "口径";
    Unit: "Unit", "单位";
    Sources: "Sources", "来源";
    Chart: "Chart", "图表";
    Table: "Table", "表格";
    Share: "Share (%)", "占比";
    Count: "Count", "数量";
    Growth: "Growth", "增长";
    Mean: "Mean", "均值";
    ViewAs: "View as", "显示方式";
    ShowAs: "Show", "显示内容";
    Legend: "Legend: switch series on and off", "图例：点击可显示或隐藏";
    AllRegisteredTrials: "All registered trials", "全部登记试验";
    Total: "Total", "合计";
    ListComma: ", ", "，";
    To: " to ", "至";
    NotPrinted: "not printed", "未见 公布";
    NotInList: "not in the list", "清单 未含";
    BoundOnly: "bound only", "仅有 上下限";
    OtherBase: "other base", "口径 不同";
    NotApplicable: "not applicable", "不 适用";
    ReasonOtherBase: "printed only as a share of something else", "仅以其他分母的占比公布";
    DerivedMark: "derived", "推算";
    OwnMark: "own entry", "本人录入";
    NoEdition: "no edition of the report", "未见于任何年度报告";
    NotOfReports: "Not a number of CDE's reports", "非药审中心报告数据";
    AllDiseaseAreas: "all disease areas", "全部适应症领域";
    Unmet: "Not narrowed to", "本图未细分至";
    WhyNotPrinted: "no source found prints this figure that way", "来源未公布";
    WhySeveralChosen: "choose one to narrow the figure", "请仅选一项";
    WhyOtherSubject: "the figure is about something else", "与本图主题不同";
    WhyOnlyCoarser: "only the larger group is printed", "仅公布其上级类别";
    WhyNotOfYears: "not printed for the chosen years", "所选年份未公布";
    LatestPrinted: "the latest of the chosen years that is printed", "所选年份中最近公布的一年";
    NotPrintedBy: "not printed by", "未按以下分类公布：";
    SeveralNotSummed: "several chosen, not added up:", "已选多项，未作加总：";
    WithoutFilter: "all:", "总体：";
    OfAll: "of", "占";
    OnYearBefore: "on", "较";
    ChartFailed: "The chart could not be drawn; the table has the same numbers.", "图表未能绘制，表格中数据相同。";
    LoadingPage: "Loading …", "正在载入……";
    PartFailed: "This part of the page could not be loaded. Check the connection; if the page was updated meanwhile, reload it.", "页面的这一部分未能载入。请检查网络连接；如页面刚刚更新，请重新载入。";
    TryAgain: "Try again", "重试";
    SkipToAnswer: "Skip to the answer", "跳至结论";
    SkipToContent: "Skip to the content", "跳至正文";
    Questions: "Questions", "问题导航";
    MoreFilters: "More filters", "更多筛选";
    ShownAtTop: "At the top of the page:", "见页首：";
    OpenAllFigures: "Open all figures", "展开全部图表";
    FoldFigures: "Fold figures", "收起图表";
    Check: "Check", "核对";
    ListSemicolon: "; ", "；";
    RemainderKey: "Dashed outline: not printed, or not broken down", "虚线框：未见公布或未细分";
    NotBrokenDown: "not broken down", "未细分";
    NewBasis: "new basis", "口径变更";
    EarlierBasis: "earlier basis", "变更前口径";
    ChartRole: "chart; arrow keys walk through its numbers, Enter proves one, T shows the table", "图表；用方向键逐项浏览，按回车键查看依据，按T键显示表格";
    AllAsTables: "All as tables", "全部以表格显示";
    AllAsCharts: "All as charts", "全部以图表显示";
    Explore: "Explore", "浏览";
    Data: "Data", "数据";
    Coverage: "Coverage", "覆盖情况";
    Compare: "Compare", "对比";
    Methods: "Sources and methods", "来源与方法";
    Own: "Your data", "我的数据";
    Brief: "Brief", "简报";
    Views: "Views", "视图";
    }
}

messages! {
    /// A fixed text that only late parts of the page say (`docs/decisions/0006-a-second-module.md`).
    LateMessage {
    PrintedFrom: "Address of this view", "本视图地址";
    PrintedOn: "Printed on", "打印日期";
    OpenFull: "Open in China Trials Explorer", "在“中国临床试验数据”中打开";
    OpenAlone: "Open alone", "单独打开";
    NoFigureNamed: "The address names no figure. Choose one under Explore.", "网址未指明图表。请在“浏览”中选择。";
    PreviousFigure: "Previous", "上一幅";
    NextFigure: "Next", "下一幅";
    ShareMenu: "Share", "分享";
    Embed: "Embed", "嵌入";
    EmbedPage: "Embed this page", "嵌入本页";
    EmbedTitle: "Embed in a portal", "嵌入门户网站";
    EmbedWhat: "What", "嵌入内容";
    EmbedCard: "This figure alone", "仅本图";
    EmbedWhole: "The whole page", "整个页面";
    EmbedMeans: "How", "嵌入方式";
    EmbedIframe: "Frame (any portal)", "框架（适用于任何门户）";
    EmbedElement: "Element (follows the height; needs a script)", "自定义元素（高度自适应，需允许脚本）";
    EmbedFilters: "Chosen filters", "所选条件";
    EmbedLive: "Readers may change them", "读者可更改";
    EmbedFrozen: "Fixed as they are now", "固定为当前条件";
    EmbedLanguage: "Language", "语言";
    EmbedReader: "As the reader's browser", "跟随读者浏览器";
    EmbedTheme: "Theme", "主题";
    EmbedAuto: "As the reader's system", "跟随系统";
    EmbedTransparent: "Transparent ground", "透明背景";
    EmbedWidth: "Width in pixels (empty: all there is)", "宽度（像素，留空为自适应）";
    EmbedHeight: "Height in pixels (empty: as high as needed)", "高度（像素，留空为所需高度）";
    EmbedHide: "Leave out", "隐藏";
    PartHeader: "Head", "页眉";
    PartFilters: "Filters", "筛选栏";
    PartHeadline: "Headline numbers", "主要数据";
    PartFooter: "Last line", "页脚";
    PartDownloads: "Downloads", "下载";
    EmbedCode: "Paste this", "粘贴以下代码";
    CopyCode: "Copy the code", "复制代码";
    EmbedPreview: "Open it as it will look", "打开预览";
    FullScreen: "Full screen", "全屏";
    SelfTest: "What works where this page stands", "本页面所在环境的自检";
    Testing: "Testing …", "正在检测……";
    CheckName: "Check", "检查项";
    CheckResult: "Result", "结果";
    CheckAsk: "What to ask IT for", "需请IT部门处理";
    CopyReport: "Copy the report", "复制报告";
    AnswerYes: "works", "正常";
    AnswerNo: "does not work", "不可用";
    AnswerUnknown: "cannot be told from here", "此处无法判断";
    KeyDerived: "Faded with outline: derived from printed numbers.", "淡化带边框：由公布数据推算。";
    KeyBound: "Dashed, with an open triangle: printed only as a bound.", "虚线加空心三角：仅公布上限或下限。";
    Omitted: "Not printed for:", "以下未见公布：";
    YearsWithout: "Not printed:", "未见公布：";
    GapsAreNotPrinted: "A year without a mark is not printed in any source found; the table says so in its place.", "未标数据点的年份，所查来源均未公布，见表格。";
    Break: "Break in the series:", "口径变化：";
    MethodShareOfCount: "Derived: printed share of a printed count", "推算：由公布的占比与总数得出";
    MethodRatioOfCounts: "Derived: one printed count divided by another", "推算：由两个公布数量相除得出";
    MethodComplement: "Derived: the whole less its other printed parts", "推算：由总体减去其他公布部分得出";
    MethodGrowthOfCounts: "Derived: two printed counts compared", "推算：由两个年份的公布数量得出";
    AsPrinted: "As printed", "按原文公布";
    ReasonNotPrinted: "not printed in any source found", "所查来源均未公布";
    ReasonBoundOnly: "would follow from a number that is printed only as a bound or an approximation", "所依据的数据仅公布上限、下限或约数";
    ReasonNoEarlierYear: "not applicable: the reports cover no earlier year", "不适用：报告未涵盖更早年度";
    ReasonVaccinesAreBiological: "not applicable: preventive vaccines are biological products", "不适用：预防性疫苗属于生物制品";
    Ignored: "Parts of the address were ignored:", "已忽略地址中的以下内容：";
    ProblemUnknownKey: "is not a setting of this page", "不是本页的参数";
    ProblemUnknownValue: "is not a known value", "不是已知的值";
    ProblemWithoutFigure: "belongs to a figure that the address does not name", "所属的图未在地址中指明";
    ProblemRepeated: "stands there more than once; the first counts", "重复出现，以第一个为准";
    ProblemNewerVersion: "was written by a newer version of this page", "由更高版本的页面生成";
    Dismiss: "Dismiss", "关闭";
    OwnShown: "On this page, with a star: numbers that you or this portal entered, and nobody published", "本页含由本人或本门户录入的非公布数据（以星号标注）";
    OwnHidden: "Left out of this page: numbers that you or this portal entered", "本页未纳入由本人或本门户录入的数据";
    OverlaysRefused: "Files of this portal that are left out because something in them is wrong (Your data says what)", "本门户的下列文件有误，未予采用（详见“我的数据”）";
    HideOwn: "Show the page without them", "不显示自录数据";
    ShowOwn: "Show them", "显示自录数据";
    CopyWithCitation: "Copy with citation", "复制（含出处）";
    Copied: "Copied", "已复制";
    ChartLost: "What draws the charts did not arrive; the table has the same numbers.", "绘图程序未能载入，以下表格中数据相同。";
    CopyFailed: "Select and copy this text:", "请选择并复制以下文字：";
    CopyLink: "Copy link", "复制链接";
    NoFigure: "Nothing is printed for this selection.", "所选条件下未见公布数据。";
    Nearest: "Nearest selections with an answer:", "可改看以下有数据的条件：";
    Notes: "Notes", "注释";
    OtherValue: "also given as", "另有来源为";
    By: "by", "见";
    DataFiles: "Data files", "数据文件";
    AboutData: "Facts printed in CDE's annual reports, recovered from public copies, press and law-firm notes; nothing is estimated.", "数据为药审中心年度报告所公布，录自公开转载、媒体及律师事务所文章，未作估算。";
    NotOfficial: "Not an official publication of CDE or NMPA.", "非国家药监局或药审中心官方发布。";
    RowHeading: "Row", "项目";
    YearHeading: "Year", "年份";
    FindFigure: "Find a number or a chart ( / )", "查找数据或图表（按 / 键）";
    FindExample: "Find: 4,900, MRCT 2024, 肿瘤 ( / )", "查找：4900、MRCT 2024、肿瘤（按 / 键）";
    NothingFound: "Nothing found. Try a year, a disease, MRCT, or a number.", "未找到。可尝试年份、适应症、国际多中心或数值。";
    InnovativeIsCategory1: "Category 1 is what most readers call innovative drugs; new-drug trials are more than these.", "通常所说的创新药即1类；新药临床试验范围更大。";
    NewDrugsAreMore: "All new-drug trials, which the source article calls innovative drugs; in the usual sense only category 1 is meant.", "全部新药临床试验，原始文章称之为创新药；通常所说的创新药仅指1类。";
    SearchFacts: "Search in both languages", "中英文检索";
    GroupHeading: "Population and group", "口径与类别";
    ValueHeading: "Value", "数值";
    CoverageLead: "How many facts were recovered for each breakdown and year, and of which grade. A dash is a year for which no source found prints the breakdown; a filled cell is rarely a complete table.", "各分类、各年份已收录的公布数值条数及其证据等级。短横线表示所查来源均未公布；有数值的格并不代表数据完整。";
    Breakdown: "Breakdown", "分类";
    CompareLead: "Only numbers that both sides have. Differences of shares are in percentage points, of counts in percent; where one side is a bound, an approximation or zero, none is given.", "仅列双方均有的数值。占比之差以百分点计，数量之差以百分数计；任一方为上下限、约数或零时不计算差异。";
    CompareWith: "Compare with", "对比对象";
    NothingToCompare: "No figure has a number for both sides.", "没有双方均有数值的图表。";
    Difference: "Difference", "差异";
    HowCollected: "How the data was collected", "数据收集方法";
    Grades: "Grades", "证据等级";
    KindsOfNumber: "Kinds of number, kinds of empty", "数值与空缺类型";
    Reconciliation: "Reconciliation", "数据核对";
    KnownGaps: "What no year has", "各年均未公布的数据";
    Glossary: "Glossary", "术语表";
    HowToCite: "How to cite", "引用方法";
    Keyboard: "Keyboard", "键盘操作";
    SlashKey: "The key / leads to the search field", "按 / 键跳至查找框";
    Versions: "Versions", "版本";
    CheckShares: "Shares against counts", "占比与数量";
    CheckWholeNumbers: "Whole numbers behind shares", "占比对应的整数";
    CheckPartialSums: "Sums that must not exceed their whole", "不得超过总体的部分之和";
    CheckFullSums: "Sums that must close", "应等于总体的部分之和";
    CheckGrowth: "Growth against counts", "增长率与数量";
    CheckDenominators: "Denominators of shares", "占比的分母";
    CheckAddresses: "Addresses of sources", "来源地址";
    CountsGive: "The counts give", "按数量计算为";
    NoWholeNumber: "No whole number gives this share; it would need", "按占比反推约为";
    NoCommonWholeNumber: "No whole number gives all these shares", "无整数可同时对应这些占比";
    PartsGive: "The parts add up to", "各部分之和为";
    GrowthUnchecked: "Growth that cannot be checked, for want of an exact count", "缺少确切数量、无法核对的增长率";
    SeveralDenominators: "Shares of the same group with different denominators", "同组数据的占比采用不同分母";
    NoAddress: "Source without an address", "无网址的来源";
    Denominator: "Part of", "分母";
    HowKnown: "How it is known", "数据性质";
    Edition: "Edition", "报告年度";
    Grade: "Grade", "证据等级";
    OtherValues: "Other values", "其他数值";
    Definition: "Definition", "定义";
    OneResult: "Result: ", "结果：";
    BoundsOfRounding: "Rounding leaves open: ", "四舍五入的可能范围：";
    PrintedInstead: "Printed instead", "已公布的相关数据";
    Close: "Close", "关闭";
    NoSuchNumber: "This figure has no such number for this selection.", "本图在当前条件下无该数值。";
    CopyCitationEnglish: "Copy citation (English)", "复制引文（英文）";
    CopyCitationChinese: "Copy citation (Chinese)", "复制引文（中文）";
    CiteFrom: "Cite from", "引用来源";
    ShowInChart: "Show in its chart", "在图表中查看";
    Download: "Download", "下载";
    DownloadSelection: "Download what answers", "下载当前结果";
    DownloadAllData: "Download all data", "下载全部数据";
    CopyNumber: "Copy number in words", "复制数值表述";
    CopyCitation: "Copy citation", "复制引文";
    ForReferences: "For reference managers", "文献管理软件";
    CopyTable: "Copy table", "复制表格";
    TableCopied: "Table copied", "已复制表格";
    FileSaved: "Saved:", "已保存：";
    MakingFile: "Making the file…", "正在生成文件…";
    BinaryDropped: "No file? Some frames drop downloads, and this one cannot be shown as text: open the page in a window of its own, or take the CSV.", "未收到文件？部分框架会阻止下载，且此文件无法以文本显示：请在独立窗口中打开本页，或改用CSV。";
    DownloadDropped: "No file? Some frames drop downloads: its text", "未收到文件？部分框架会阻止下载，可复制其内容";
    DownloadBlocked: "Downloads may be blocked here. Select and copy this text:", "此处可能不允许下载，请选择并复制以下文字：";
    MainFigures: "The main figures", "主要数据";
    OtherPopulation: "Not CDE's numbers, and not to be added to them or compared with them: CDE counts drug trials registered for China on its own platform, by CTR number, and others count other things.", "非药审中心数据，不得与其相加或比较：药审中心仅统计在其登记平台登记的在华药物临床试验（以CTR号计），其他来源的统计范围不同。";
    OtherPopulations: "Numbers of other populations", "其他口径的数据";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_speaks_both_languages() {
        check(Message::ALL);
        check(LateMessage::ALL);
    }

    pub(super) fn check<T: Phrase + Copy + std::fmt::Debug>(messages: &[T]) {
        for message in messages {
            let name = format!("{message:?}");
            let (en, zh) = (message.text(Language::En), message.text(Language::Zh));
            assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{message:?}");
            let has_chinese = |text: &str| text.chars().any(|char| u32::from(char) >= 0x4E00);
            // The name of the other language is written in that language; the search shows that it reads both; a format has one name.
            if !["OtherLanguage", "FindExample"].contains(&name.as_str()) {
                assert!(!has_chinese(en), "{message:?} in English: {en}");
                assert!(name.starts_with("List") || has_chinese(zh), "{message:?} in Chinese: {zh}");
            }
            assert!(!en.contains('!') && !zh.contains('！'), "{message:?} exclaims");
        }
    }
}
