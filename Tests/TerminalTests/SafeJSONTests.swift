import Terminal
import Testing

@Suite("JSON that is safe to print")
struct SafeJSONTests {
    @Test("what a terminal would obey, what hides and what reorders becomes an escape")
    func escaped() {
        #expect(
            SafeText.safe(json: "{\"a\":\"x\u{9B}2J\u{202E}y\u{7F}\"}\n") == "{\"a\":\"x\\u009b2J\\u202ey\\u007f\"}\n")
        #expect(SafeText.safe(json: "\"\u{E0041}\u{FEFF}\"") == "\"\\udb40\\udc41\\ufeff\"")
    }

    @Test("everything else stays as it is")
    func same() {
        let text = "{\"a\":\"¿qué? 😀 \\u001b \\n\",\"b\":[1,2.5,null]}\n"
        #expect(SafeText.safe(json: text) == text)
    }
}
