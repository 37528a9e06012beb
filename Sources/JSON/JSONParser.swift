/// The strict reader behind `JSONValue.parse`.
struct JSONParser {
    private var cursor: ByteCursor

    init(_ bytes: UnsafeRawBufferPointer) {
        cursor = ByteCursor(bytes: bytes, offset: 0)
    }

    mutating func document() throws(JSONError) -> JSONValue {
        cursor.skipWhitespace()
        let value = try value(depth: 0)
        cursor.skipWhitespace()
        guard cursor.isAtEnd else { throw cursor.failure(.trailingBytes) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch cursor.byte {
        case UInt8(ascii: "\""): return .string(try cursor.text(of: try cursor.scanString()))
        case UInt8(ascii: "{"): return .object(try object(depth: try descend(depth)))
        case UInt8(ascii: "["): return .array(try array(depth: try descend(depth)))
        case UInt8(ascii: "t"):
            try cursor.consumeLiteral("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try cursor.consumeLiteral("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try cursor.consumeLiteral("null")
            return .null
        default:
            let number = try cursor.scanNumber()
            return .number(String(decoding: cursor.bytes[number.start..<number.end], as: UTF8.self))
        }
    }

    private func descend(_ depth: Int) throws(JSONError) -> Int {
        guard depth < JSONValue.maximumDepth else { throw cursor.failure(.tooDeep) }
        return depth + 1
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        cursor.offset += 1
        cursor.skipWhitespace()
        guard cursor.byte != UInt8(ascii: "]") else {
            cursor.offset += 1
            return elements
        }
        while true {
            elements.append(try value(depth: depth))
            if try endsContainer(with: UInt8(ascii: "]")) { return elements }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        var members: [JSONObject.Member] = []
        var keys = SeenKeys()
        cursor.offset += 1
        cursor.skipWhitespace()
        guard cursor.byte != UInt8(ascii: "}") else {
            cursor.offset += 1
            return JSONObject()
        }
        while true {
            let place = cursor.offset
            let key = try cursor.text(of: try cursor.scanKey())
            guard keys.insert(key, among: members) else { throw cursor.failure(.duplicateKey, at: place) }
            cursor.skipWhitespace()
            try cursor.consume(UInt8(ascii: ":"))
            cursor.skipWhitespace()
            members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
            if try endsContainer(with: UInt8(ascii: "}")) { return JSONObject(members) }
        }
    }

    /// Consumes the comma after an element and returns false, or the closing bracket and returns true.
    private mutating func endsContainer(with bracket: UInt8) throws(JSONError) -> Bool {
        cursor.skipWhitespace()
        if cursor.byte == bracket {
            cursor.offset += 1
            return true
        }
        try cursor.consume(UInt8(ascii: ","))
        cursor.skipWhitespace()
        return false
    }
}

/// The keys of one object, to find duplicates: a linear search while they are few, then a set. Compared as bytes,
/// because `String` equality ignores normalisation.
private struct SeenKeys {
    private static let few = 16
    private var hashed: Set<[UInt8]> = []

    /// Returns false if `key` is one of those in `members`.
    mutating func insert(_ key: String, among members: [JSONObject.Member]) -> Bool {
        if members.count < Self.few {
            return !members.contains { member in member.key.utf8.elementsEqual(key.utf8) }
        }
        if hashed.isEmpty { hashed = Set(members.map { Array($0.key.utf8) }) }
        return hashed.insert(Array(key.utf8)).inserted
    }
}
