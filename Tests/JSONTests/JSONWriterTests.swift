import JSON
import Testing

@Suite("JSONWriter")
struct JSONWriterTests {
    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("commas stand between members and elements, and nowhere else")
    func commas() {
        let text = written { writer in
            writer.beginObject()
            writer.key("empty")
            writer.beginObject()
            writer.endObject()
            writer.key(String("list"))
            writer.beginArray()
            writer.integer(1)
            writer.beginArray()
            writer.endArray()
            writer.null()
            writer.boolean(false)
            writer.endArray()
            writer.field("last", true)
            writer.endObject()
        }
        #expect(text == #"{"empty":{},"list":[1,[],null,false],"last":true}"#)
    }

    @Test("every kind of field")
    func fields() {
        let text = written { writer in
            writer.beginObject()
            writer.field("s", "text")
            writer.field("i", Int64.min)
            writer.field("n", 7)
            writer.field("d", 0.1)
            writer.field("b", false)
            writer.field("strings", ["a", "b"])
            writer.field("integers", [Int64.max, -1])
            writer.field("none", [String]())
            writer.field("id", hex: 0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210)
            writer.endObject()
        }
        #expect(
            text == #"{"s":"text","i":-9223372036854775808,"n":7,"d":0.1,"b":false,"strings":["a","b"],"#
                + #""integers":[9223372036854775807,-1],"none":[],"id":"0123456789abcdeffedcba9876543210"}"#)
    }

    @Test("a nil value leaves its field out, with its comma")
    func optionalFields() {
        let text = written { writer in
            writer.beginObject()
            writer.field("a", String?.none)
            writer.field("b", Int64?.some(5))
            writer.field("c", Int?.none)
            writer.field("d", Double?.none)
            writer.field("e", Bool?.some(true))
            writer.endObject()
        }
        #expect(text == #"{"b":5,"e":true}"#)
    }

    @Test(
        "strings are escaped by bytes",
        arguments: [
            ("", #""""#),
            ("plain", #""plain""#),
            ("\"", #""\"""#),
            ("\"\u{301}", "\"\\\"\u{301}\""),
            ("\\\u{301}", "\"\\\\\u{301}\""),
            ("\n\u{301}", "\"\\n\u{301}\""),
            ("\r\n", #""\r\n""#),
            ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
            ("\u{0}\u{1}\u{1F}\u{1B}", #""\u0000\u0001\u001f\u001b""#),
            ("a/b\u{7F}", "\"a/b\u{7F}\""),
            ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
            ("¡qué enfado! 😡", "\"¡qué enfado! 😡\""),
            ("seven..\"eight", #""seven..\"eight""#),
            (
                "a long run of plain text before the quote \" and after it",
                #""a long run of plain text before the quote \" and after it""#
            ),
        ])
    func escapes(value: String, expected: String) {
        let text = written { $0.string(value) }
        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test("keys are escaped like strings")
    func keys() {
        let text = written { writer in
            writer.beginObject()
            writer.key("a\"b")
            writer.null()
            writer.endObject()
        }
        #expect(text == #"{"a\"b":null}"#)
    }

    @Test(
        "doubles are the shortest that read back",
        arguments: [
            (0.0, "0.0"), (-0.0, "-0.0"), (0.1, "0.1"), (100, "100.0"), (1e21, "1e+21"),
            (Double.leastNonzeroMagnitude, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"), (0.30000000000000004, "0.30000000000000004"),
        ])
    func doubles(value: Double, expected: String) {
        #expect(written { $0.number(value) } == expected)
    }

    @Test("a writer starts afresh on the next line and after removeAll")
    func reuse() {
        var writer = JSONWriter(reservingCapacity: 16)
        writer.integer(1)
        writer.endLine()
        writer.integer(2)
        writer.endLine()
        #expect(writer.bytes == Array("1\n2\n".utf8))
        writer.removeAll()
        writer.integer(3)
        #expect(writer.bytes == Array("3".utf8))
    }
}
