import Basics
import JSON

/// Random values, with what breaks readers and writers over-represented.
struct RandomJSON {
    var random: SplitMix64

    mutating func value(depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .number(String(integer()))
        case 3: .number(double().description)
        case 4: .string(string())
        case 5: .array((0..<count()).map { _ in value(depth: depth + 1) })
        default: object(depth: depth)
        }
    }

    mutating func object(depth: Int = 0) -> JSONValue {
        let names = (0..<count()).map { index in "\(index)\(string())" }
        return .object(JSONObject(names.map { JSONObject.Member(key: $0, value: value(depth: depth + 1)) }))
    }

    mutating func string() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}",
            "\u{80}",
            "é", "\u{301}", "ñ", "\u{2028}", "\u{2029}", "\u{FFFD}", "\u{FFFF}", "😡", "👍", "\u{10FFFF}", "\u{E000}",
            "\u{D7FF}",
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...24, using: &random) {
            scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(scalars)
    }

    mutating func integer() -> Int64 {
        let edges: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 53, (1 << 53) + 1, .max - 1, .max]
        guard Bool.random(using: &random) else { return edges[Int.random(in: 0..<edges.count, using: &random)] }
        return Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
    }

    mutating func double() -> Double {
        while true {
            let value = Double(bitPattern: random.next())
            if value.isFinite { return value }
        }
    }

    private mutating func count() -> Int {
        Int.random(in: 0...4, using: &random)
    }
}

extension JSONWriter {
    /// Writes a value of any shape, through the writer's public calls.
    mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): boolean(value)
        case .string(let value): string(value)
        case .number:
            if let integer = value.int64Value { self.integer(integer) } else { number(value.doubleValue ?? 0) }
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object {
                key(member.key)
                self.value(member.value)
            }
            endObject()
        }
    }
}
