import Basics
import JSON
import Testing

@Suite("FieldReader")
struct FieldReaderTests {
    private enum Channel: String, CaseIterable { case x, email, googleReviews = "google-reviews", odd = "a\"b" }

    private let mention = Array(
        #"""
        {"id":"0123456789abcdeffedcba9876543210","channel":"google-reviews","at":1712345678901234,"weight":-0.5,
         "public": true ,"topics":["price","delivery \u00e9"],"parents":[1,-2],"note":null,"tags":["x","email"]}
        """#.utf8)

    private func read<R>(_ text: String, _ body: (inout FieldReader) throws(JSONError) -> R) throws(JSONError) -> R {
        try FieldReader.withFields(of: Array(text.utf8), body)
    }

    private func error<R>(_ text: String, _ body: (inout FieldReader) throws(JSONError) -> R) -> JSONError? {
        do throws(JSONError) {
            _ = try read(text, body)
            return nil
        } catch {
            return error
        }
    }

    @Test("fields read the same in any order of asking", arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func anyOrder(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let order = (0..<22).map { $0 % 11 }.shuffled(using: &random)
        try FieldReader.withFields(of: mention) { fields throws(JSONError) in
            for step in order {
                let comment: Comment = "seed \(seed), step \(step)"
                switch step {
                case 0:
                    let id = try fields.hex("id")
                    #expect(id.high == 0x0123_4567_89AB_CDEF && id.low == 0xFEDC_BA98_7654_3210, comment)
                case 1:
                    let channel: Channel = try fields.enumeration("channel")
                    #expect(channel == .googleReviews, comment)
                case 2: #expect(try fields.int64("at") == 1_712_345_678_901_234, comment)
                case 3: #expect(try fields.double("weight") == -0.5, comment)
                case 4: #expect(try fields.bool("public"), comment)
                case 5: #expect(try fields.strings("topics") == ["price", "delivery é"], comment)
                case 6: #expect(try fields.int64s("parents") == [1, -2], comment)
                case 7: #expect(try fields.optionalString("note") == nil, comment)
                case 8:
                    let tags: [Channel] = try fields.enumerations("tags")
                    #expect(tags == [.x, .email], comment)
                case 9: #expect(try fields.optionalHex("absent") == nil, comment)
                default: #expect(try fields.strings("channels") == [], comment)
                }
            }
        }
    }

    @Test("absent and null are nil for optional fields and empty for arrays")
    func absent() throws {
        for text in ["{}", " { } ", #"{"f":null}"#, #"{"g":1,"f":null,"h":2}"#, #"{"ff":1,"g":{"f":1}}"#] {
            try read(text) { fields throws(JSONError) in
                #expect(try fields.optionalString("f") == nil)
                #expect(try fields.optionalInt64("f") == nil)
                #expect(try fields.optionalBool("f") == nil)
                #expect(try fields.optionalHex("f") == nil)
                let channel: Channel? = try fields.optionalEnumeration("f")
                #expect(channel == nil)
                #expect(try fields.strings("f") == [])
                #expect(try fields.int64s("f") == [])
            }
        }
    }

    @Test("white space, escapes in keys and nested values are no obstacle")
    func steppingOver() throws {
        let text =
            " {\n\"n\" : {\"b\":[1,{\"b\":\"}\\\"]\"}], \"c\":\"\\\\\"} ,\r\"\\u0061\\u0062\"\t: \"\\\"\u{301}\", \"b\" : 2 } \n"
        try read(text) { fields throws(JSONError) in
            #expect(try fields.int64("b") == 2)
            #expect(Array(try fields.string("ab").utf8) == Array("\"\u{301}".utf8))
            #expect(try fields.optionalInt64("c") == nil)
        }
    }

    @Test("an escaped name is still a name, and an unknown one is refused without being shown")
    func names() throws {
        let names: [Channel] = try read(#"{"c":["\u0078","a\"b"]}"#) { fields throws(JSONError) in
            try fields.enumerations("c")
        }
        #expect(names == [.x, .odd])
        let refused = error(#"{"a":1,"c":"María"}"#) { fields throws(JSONError) -> Channel in
            try fields.enumeration("c")
        }
        #expect(refused == JSONError(code: .unknownName, offset: 11, field: "c"))
        #expect(refused?.description == #"JSON, field "c", byte 11: the name is none of those known here"#)
    }

    @Test(
        "what is not an object is refused at once",
        arguments: [
            ("", .truncated, 0), ("  ", .truncated, 2), ("{", .truncated, 1), ("{\"a\":1", .truncated, 6),
            ("[]", .unexpectedType, 0), ("1}", .unexpectedType, 0), ("x}", .malformed, 0),
        ] as [(String, JSONError.Code, Int)])
    func noObject(text: String, code: JSONError.Code, offset: Int) {
        #expect(error(text) { _ throws(JSONError) in } == JSONError(code: code, offset: offset))
    }

    @Test(
        "an integer is read exactly or refused",
        arguments: [
            ("9223372036854775807", nil), ("-9223372036854775808", nil), ("-0", nil), ("0", nil),
            ("9223372036854775808", .numberOutOfRange), ("-9223372036854775809", .numberOutOfRange),
            ("18446744073709551616", .numberOutOfRange), ("99999999999999999999999999", .numberOutOfRange),
            ("1.0", .unexpectedType), ("1e3", .unexpectedType), ("\"1\"", .unexpectedType), ("null", .unexpectedType),
            ("true", .unexpectedType), ("[1]", .unexpectedType), ("01", .malformed), ("+1", .malformed),
            ("-", .malformed),
            ("1x", .malformed), ("0x10", .malformed), (".5", .malformed), ("1.", .malformed), ("1e", .malformed),
            ("", .malformed),
            ("1 2", nil),
        ] as [(String, JSONError.Code?)])
    func integers(text: String, code: JSONError.Code?) {
        #expect(error("{\"a\":\(text)}") { fields throws(JSONError) in try fields.int64("a") }?.code == code)
    }

    @Test(
        "every other misfit has its code",
        arguments: [
            (#"{"b":1}"#, .missingField), (#"{"a":1}"#, .unexpectedType), (#"{"a":"x}"#, .truncated),
            (#"{"a":"\}"#, .truncated),
            (#"{"a":"\x"}"#, .malformed), (#"{"a":"\ud83d"}"#, .malformed), ("{\"a\":\"\n\"}", .malformed),
            (#"{"a" "x"}"#, .malformed),
            (#"{"b":1 "a":"x"}"#, .malformed), (#"{"b":1,}"#, .malformed), (#"{,"a":"x"}"#, .malformed),
            (#"{1:2}"#, .malformed),
            (#"{"b":tru,"a":"x"}"#, .malformed), (#"{"b":[1},"a":"x"}"#, .malformed),
            (#"{"b":1}{"a":"x"}"#, .trailingBytes),
            (#"{"b":\#(String(repeating: "[", count: 65))}"#, .tooDeep), (#"{"b":[[}"#, .malformed),
        ] as [(String, JSONError.Code)])
    func misfits(text: String, code: JSONError.Code) {
        let error = error(text) { fields throws(JSONError) in try fields.string("a") }
        #expect(error?.code == code)
        #expect(error?.field == "a")
    }

    @Test("a string that is not UTF-8 is refused")
    func invalidUTF8() {
        let bytes = Array(#"{"a":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        #expect(throws: JSONError(code: .invalidUTF8, offset: 6, field: "a")) {
            try FieldReader.withFields(of: bytes) { fields throws(JSONError) in try fields.string("a") }
        }
    }

    @Test(
        "an identifier has 32 lower-case hexadecimal digits",
        arguments: [
            "", "0123456789abcdef", "0123456789ABCDEFfedcba9876543210", "0123456789abcdeffedcba987654321g",
            "0123456789abcdeffedcba98765432100", "g0000000000000000000000000000000", "o0000000000000000000000000000000",
            "/0000000000000000000000000000000", ":0000000000000000000000000000000", "`0000000000000000000000000000000",
        ])
    func hexRefused(text: String) {
        let error = error("{\"a\":\"\(text)\"}") { fields throws(JSONError) in _ = try fields.hex("a") }
        #expect(error == JSONError(code: .malformed, offset: 5, field: "a"))
    }

    @Test("any 128 bits survive", arguments: [UInt64(31), 32])
    func hexRoundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for round in 0..<2_000 {
            let (high, low) = (random.next() >> UInt64(round % 64), random.next())
            var writer = JSONWriter()
            writer.beginObject()
            writer.field("id", hex: high, low)
            writer.endObject()
            let read = try FieldReader.withFields(of: writer.bytes) { fields throws(JSONError) in try fields.hex("id") }
            #expect(read.high == high && read.low == low, "seed \(seed), round \(round)")
        }
    }

    @Test("broken bytes are refused or read, and never crash", arguments: [UInt64(41), 42, 43])
    func brokenBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var refused = 0
        for _ in 0..<5_000 {
            var bytes = mention
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            do throws(JSONError) {
                try FieldReader.withFields(of: bytes) { fields throws(JSONError) in
                    _ = try fields.strings("topics")
                    _ = try fields.hex("id")
                    _ = try fields.double("weight")
                    _ = try fields.optionalString("absent")
                }
            } catch {
                refused += 1
                #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
            }
            _ = try? JSONValue.parse(bytes)
        }
        #expect(refused > 0)
    }

    private func inOrder<R>(
        _ text: String, _ body: (inout FieldReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try FieldReader.withFields(inOrderOf: UnsafeRawBufferPointer(bytes), body)
        }
    }

    @Test("fields asked for in the order of writing are read in one go, the absent ones among them")
    func writingOrder() throws {
        var goes = 0
        let read: [Int64?] = try inOrder(#"{"b":1,"d":2}"#) { fields throws(JSONError) in
            goes += 1
            return [
                try fields.optionalInt64("a"), try fields.int64("b"), try fields.optionalInt64("c"),
                try fields.int64("d"), try fields.optionalInt64("e"),
            ]
        }
        #expect(read == [nil, 1, nil, 2, nil])
        #expect(goes == 1)
    }

    @Test(
        "another order, and fields that nobody asks for, read the same in a second go",
        arguments: [#"{"d":2,"b":1}"#, #"{"b":1,"z":[1,{"d":3}],"d":2}"#, #"{"b":1,"d":2,"z":0}"#])
    func otherOrder(text: String) throws {
        let read: [Int64?] = try inOrder(text) { fields throws(JSONError) in
            [try fields.int64("b"), try fields.optionalInt64("c"), try fields.optionalInt64("d")]
        }
        #expect(read == [1, nil, 2])
    }

    @Test("errors are the same as those of the reader of any order")
    func wrongInOrder() {
        for text in [#"{"b":"x"}"#, #"{"c":1}"#, #"{"b":1"#, "", #"{"b":1} x"#] {
            let wanted = error(text) { fields throws(JSONError) in try fields.int64("b") }
            var found: JSONError?
            do throws(JSONError) {
                _ = try inOrder(text) { fields throws(JSONError) in try fields.int64("b") }
            } catch { found = error }
            #expect(found == wanted, "\(text)")
        }
    }
}
