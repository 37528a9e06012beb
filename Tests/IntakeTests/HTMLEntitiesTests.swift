import Testing

@testable import Intake

@Suite("Character references in texts")
struct HTMLEntitiesTests {
    @Test(
        "undone once; what is none stays",
        arguments: [
            ("a &amp; b", "a & b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&#39;&#x27;&#X27;", "'''"),
            ("1&nbsp;2", "1\u{A0}2"), ("&#128512;&#x1F600;", "😀😀"), ("&amp;lt;", "&lt;"), ("&&amp;&", "&&&"),
            ("AT&T; R&D", "AT&T; R&D"),
            ("&#0;&#xD800;&#1114112;&#;&#x;&#+65;&;", "&#0;&#xD800;&#1114112;&#;&#x;&#+65;&;"),
            ("&amp", "&amp"), ("", ""), ("é&amp;\u{301}", "é&\u{301}"),
        ])
    func decodes(text: String, decoded: String) {
        #expect(Array(decodingHTML(text).unicodeScalars) == Array(decoded.unicodeScalars))
    }
}
