import Basics
import JSON
import Testing

@Suite("JSONValue")
struct JSONValueTests {
    private func error(_ bytes: [UInt8]) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue.parse(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("a nested text is read as it stands, in its order")
    func nested() throws {
        let value = try JSONValue.parse(Array(#" {"b":[1,2.50,{"a":null}],"a":true,"":"\u00e9\/"} "#.utf8))
        #expect(
            value
                == .object(
                    JSONObject([
                        .init(
                            key: "b",
                            value: .array([
                                .number("1"), .number("2.50"), .object(JSONObject([.init(key: "a", value: .null)])),
                            ])),
                        .init(key: "a", value: .bool(true)),
                        .init(key: "", value: .string("é/")),
                    ])))
        #expect(value["a"]?.boolValue == true)
        #expect(value["b"]?.arrayValue?.last?["a"]?.isNull == true)
        #expect(value["c"] == nil)
    }

    @Test(
        "scalars may stand alone",
        arguments: [
            ("0", .number("0")), ("-0.0e+0", .number("-0.0e+0")), ("true", .bool(true)), ("\tnull\r\n", .null),
            (#""""#, .string("")),
            (#""\ud83d\ude21""#, .string("😡")), (#""\u0000""#, .string("\u{0}")),
            (#""\uFFFF\uffff""#, .string("\u{FFFF}\u{FFFF}")),
            ("\"\u{301}\"", .string("\u{301}")), (#""\"́""#, .string("\"\u{301}")), ("[]", .array([])),
            ("{}", .object(JSONObject())),
        ] as [(String, JSONValue)])
    func scalars(text: String, expected: JSONValue) throws {
        #expect(try JSONValue.parse(Array(text.utf8)) == expected)
    }

    @Test(
        "hostile text is refused where it breaks",
        arguments: [
            ("", .truncated, 0), (" ", .truncated, 1), ("[", .truncated, 1), ("{", .truncated, 1),
            ("[1", .truncated, 2),
            ("[1,", .truncated, 3), ("{\"a\"", .truncated, 4), ("{\"a\":", .truncated, 5), ("\"a", .truncated, 2),
            ("\"\\", .truncated, 2),
            ("tru", .truncated, 3), ("-", .truncated, 1), ("1.", .truncated, 2), ("1e", .truncated, 2),
            ("1e+", .truncated, 3),
            ("[1,]", .malformed, 3), ("[,1]", .malformed, 1), ("[1 2]", .malformed, 3), ("{\"a\":1,}", .malformed, 7),
            ("{a:1}", .malformed, 1), ("{1:1}", .malformed, 1), ("{\"a\" 1}", .malformed, 5),
            ("{'a':1}", .malformed, 1),
            ("[1}", .malformed, 2), ("{\"a\":1]", .malformed, 6), ("]", .malformed, 0), ("nul!", .malformed, 0),
            ("True", .malformed, 0),
            ("NaN", .malformed, 0), ("Infinity", .malformed, 0), ("-Infinity", .malformed, 1), ("01", .malformed, 1),
            ("-01", .malformed, 2),
            ("+1", .malformed, 0), (".1", .malformed, 0), ("1.e1", .malformed, 2), ("1a", .malformed, 1),
            ("0x1", .malformed, 1),
            ("\"\t\"", .malformed, 1), ("\"\u{0}\"", .malformed, 1), ("\u{0}", .malformed, 0),
            ("\"\\a\"", .malformed, 1),
            ("\"\\u12\"", .malformed, 1), ("\"\\u12g4\"", .malformed, 5), ("\"\\u 123\"", .malformed, 3),
            ("\"\\ud800\"", .malformed, 1), ("\"\\udc00\"", .malformed, 1), ("\"\\ud800\\u0041\"", .malformed, 1),
            ("\"\\ud800x\"", .malformed, 1), ("\"\\ud800\\n\"", .malformed, 7), ("\"\\ud800\\ud800\"", .malformed, 1),
            ("\u{FEFF}1", .malformed, 0), ("/**/1", .malformed, 0), ("[1]//", .trailingBytes, 3),
            ("1 2", .trailingBytes, 2),
            ("{}{}", .trailingBytes, 2), ("null\u{0}", .trailingBytes, 4), ("1\u{A0}", .malformed, 1),
            ("{\"a\":1,\"a\":2}", .duplicateKey, 7),
            ("{\"a\":1,\"\\u0061\":2}", .duplicateKey, 7), ("[{\"\":1,\"\":2}]", .duplicateKey, 7),
        ] as [(String, JSONError.Code, Int)])
    func hostileText(text: String, code: JSONError.Code, offset: Int) {
        #expect(error(Array(text.utf8)) == JSONError(code: code, offset: offset))
    }

    @Test(
        "strings must be UTF-8",
        arguments: [
            [0x80], [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFF], [0xFE], [0x61, 0x62, 0xE2, 0x82],
        ] as [[UInt8]])
    func invalidUTF8(string: [UInt8]) {
        #expect(error([0x22] + string + [0x22])?.code == .invalidUTF8)
        #expect(error(Array(#"{"\n"#.utf8) + string + Array(#"":1}"#.utf8))?.code == .invalidUTF8)
    }

    @Test("64 levels are read and 65 refused")
    func depth() {
        func nest(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(error(nest(64)) == nil)
        #expect(error(nest(65)) == JSONError(code: .tooDeep, offset: 64))
        #expect(error(Array(String(repeating: "{\"a\":", count: 1_000_000).utf8))?.code == .tooDeep)
    }

    @Test("many keys are read, and the one that stands twice is found among them")
    func manyKeys() throws {
        let members = (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSONValue.parse(Array("{\(members)}".utf8)).objectValue?.count == 20_000)
        #expect(error(Array("{\(members),\"k7\":0}".utf8))?.code == .duplicateKey)
        #expect(error(Array("{\(members),\"k19999\":0}".utf8))?.code == .duplicateKey)
    }

    @Test("composed and decomposed letters are different strings and different keys")
    func normalisation() throws {
        let value = try JSONValue.parse(Array("{\"\u{E9}\":\"\u{E9}\",\"e\u{301}\":\"e\u{301}\"}".utf8))
        #expect(value.objectValue?.count == 2)
        #expect(value["\u{E9}"] == .string("\u{E9}"))
        #expect(value["\u{E9}"] != .string("e\u{301}"))
    }

    @Test("integers keep their text and are exact where they fit")
    func integers() throws {
        for text in ["9223372036854775807", "-9223372036854775808", "0", "9007199254740993"] {
            #expect(try JSONValue.parse(Array(text.utf8)).int64Value == Int64(text))
        }
        let large = try JSONValue.parse(Array("123456789012345678901234567890".utf8))
        #expect(large.numberText == "123456789012345678901234567890")
        #expect(large.int64Value == nil)
        #expect(large.doubleValue == 123456789012345678901234567890.0)
        #expect(JSONValue.number("1.0").int64Value == nil)
        #expect(JSONValue.number("12 ").int64Value == nil)
        #expect(JSONValue.string("12").int64Value == nil)
    }

    @Test("doubles survive bit by bit, in both readers", arguments: [UInt64(51), 52, 53])
    func doubles(seed: UInt64) throws {
        var generator = RandomJSON(random: SplitMix64(seed: seed))
        for round in 0..<3_000 {
            let decimal = Double(generator.integer() % 1_000_000_000) / [1, 10, 100, 1_000, 1e6, 1e15][round % 6]
            for value in [generator.double(), decimal] {
                var writer = JSONWriter()
                writer.beginObject()
                writer.field("d", value)
                writer.endObject()
                let comment: Comment = "seed \(seed), round \(round)"
                #expect(try JSONValue.parse(writer.bytes)["d"]?.doubleValue?.bitPattern == value.bitPattern, comment)
                let read = try FieldReader.withFields(of: writer.bytes) { fields throws(JSONError) in
                    try fields.double("d")
                }
                #expect(read.bitPattern == value.bitPattern, comment)
            }
        }
    }

    @Test(
        "decimals are read as the nearest double",
        arguments: [
            "0", "-0", "-0.0", "1E5", "1e-7", "123.456", "0.1e1", "9007199254740993", "9007199254740992.5", "1e22",
            "1e23", "8.5e-22",
            "2.2250738585072011e-308", "4.9e-324", "1e-400", "0e99999",
            "0.000000000000000000000000000000000000000000001",
            "1.7976931348623158e308", "100000000000000000000000000000000000000000e-41", "36893488147419103232e-1",
        ])
    func nearest(text: String) throws {
        #expect(try JSONValue.parse(Array(text.utf8)).doubleValue?.bitPattern == Double(text)?.bitPattern)
    }

    @Test("a number beyond the largest double is no double", arguments: ["1e309", "-1e999", "1e99999999999999999999"])
    func beyondDouble(text: String) throws {
        #expect(try JSONValue.parse(Array(text.utf8)).doubleValue == nil)
        #expect(throws: JSONError(code: .numberOutOfRange, offset: 5, field: "d")) {
            try FieldReader.withFields(of: Array("{\"d\":\(text)}".utf8)) { fields throws(JSONError) in
                try fields.double("d")
            }
        }
    }
}
