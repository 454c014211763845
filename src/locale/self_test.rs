//! What the self-test says: for each check what it is, and what to ask of those who run the portal.

use super::messages::Phrase;
use crate::address::Language;

macro_rules! checks {
    ($($name:ident: $en:literal, $zh:literal; ask $ask_en:literal, $ask_zh:literal;)*) => {
        /// Something that the self-test looks at.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[expect(missing_docs, reason = "each check names itself")]
        pub enum Check { $($name),* }

        impl Check {
            /// All checks, in the order of the report.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What to ask of those who run the portal where it does not work.
            pub const fn ask(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::En) => $ask_en, (Self::$name, Language::Zh) => $ask_zh,)*
                }
            }
        }

        impl Phrase for Check {
            fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::En) => $en, (Self::$name, Language::Zh) => $zh,)*
                }
            }
        }
    };
}

checks! {
    WebAssembly: "WebAssembly runs", "WebAssembly 可运行";
        ask "Allow WebAssembly in the browser policy, and 'wasm-unsafe-eval' in script-src.", "请在浏览器策略中允许 WebAssembly，并在 script-src 中允许 'wasm-unsafe-eval'。";
    Mime: "The module has the type application/wasm, and is compiled while it arrives", "模块类型为 application/wasm，可边传输边编译";
        ask "Serve .wasm files as application/wasm: the page works without, but starts later.", "请以 application/wasm 类型提供 .wasm 文件；否则页面仍可运行，但启动较慢。";
    Compression: "The module arrives compressed", "模块以压缩方式传输";
        ask "Serve the .br or .gz copies that lie beside the files.", "请提供文件旁的 .br 或 .gz 压缩副本。";
    Caching: "Files with a hash in their name are kept by the browser", "带哈希文件名的文件可被浏览器长期缓存";
        ask "Send Cache-Control: public, max-age=31536000, immutable for files with a hash in their name.", "对文件名含哈希的文件，请发送 Cache-Control: public, max-age=31536000, immutable。";
    Policy: "A content security policy is sent, and names the host beside 'self'", "已发送内容安全策略（CSP），并在 'self' 旁写明本站";
        ask "Send the Content-Security-Policy of docs/hosting.md, with the page's own origin beside each 'self': Safari needs it in a sandboxed frame.", "请按 docs/hosting.md 发送 Content-Security-Policy，并在每个 'self' 旁写明本站地址：Safari 的沙盒框架需要。";
    FrameAncestors: "The policy names who may frame the page", "策略已限定可嵌入本页面的站点";
        ask "Name the portal in frame-ancestors.", "请在 frame-ancestors 中列出门户网站。";
    Fonts: "Chinese characters are drawn", "可显示中文字符";
        ask "Install a font with Chinese characters.", "请安装中文字体。";
    Storage: "The chosen language is remembered", "可记住所选语言";
        ask "Add allow-same-origin to the frame's sandbox, or allow site data; the page works without.", "请在框架的 sandbox 中加入 allow-same-origin，或允许保存网站数据；否则页面仍可使用。";
    Clipboard: "Text is copied by one click", "可一键复制文本";
        ask "Add allow=\"clipboard-write\" to the frame; without it the text is shown to be copied.", "请为框架加入 allow=\"clipboard-write\"；否则将显示文本供手动复制。";
    Downloads: "Files can be saved", "可保存文件";
        ask "Add allow-downloads to the frame's sandbox; without it the file is shown as text.", "请在框架的 sandbox 中加入 allow-downloads；否则文件内容以文本显示。";
    FullScreen: "A figure may fill the screen", "图可全屏显示";
        ask "Add allow=\"fullscreen\" to the frame.", "请为框架加入 allow=\"fullscreen\"。";
    Messages: "The page around can be answered", "可与外层页面通信";
        ask "Name the portal's origin in config.json (origins), or send the message hello first; see docs/embedding.md.", "请在 config.json 的 origins 中列出门户网站，或先发送 hello 消息；见 docs/embedding.md。";
    Worker: "Long lists are read in a thread of their own", "可在后台线程中读取大型清单";
        ask "Name worker-src 'self' in the policy; without it a list is read on the page, in pieces.", "请在安全策略中加入 worker-src 'self'；否则将在页面内分段读取清单。";
    Settings: "config.json is as it should be", "config.json 格式正确";
        ask "Mend what is named.", "请更正所列问题。";
}
