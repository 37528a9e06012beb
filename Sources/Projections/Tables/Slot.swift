/// One of the two places a projection's tables can stand in: a new build is made beside the old one.
package enum Slot: String, CaseIterable, Sendable {
    case a, b

    /// The other place.
    var other: Slot { self == .a ? .b : .a }

    /// The text of a statement with its tables' names completed: `{slot}` is the only thing ever put into SQL, and it is
    /// one of two letters.
    func named(_ sql: String) -> String { Self.replacing("{slot}", in: sql, with: rawValue) }

    /// The text of a statement on the views instead, whose names end before the slot.
    static func viewed(_ sql: String) -> String { replacing("_{slot}", in: sql, with: "") }

    private static func replacing(_ place: String, in sql: String, with word: String) -> String {
        let place: [UInt8] = Array(place.utf8)
        var result: [UInt8] = []
        var rest: Substring.UTF8View = sql[...].utf8
        while let byte = rest.first {
            if byte == place[0], rest.starts(with: place) {
                result += word.utf8
                rest = rest.dropFirst(place.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
