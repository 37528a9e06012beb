/// One of the two places a projection's tables can stand in: a new build is made beside the old one.
package enum Slot: String, CaseIterable, Sendable {
    case a, b

    /// The other place.
    var other: Slot { self == .a ? .b : .a }

    /// The text of a statement with its tables' names completed: `{slot}` is the only thing ever put into SQL, and it is
    /// one of two letters.
    func named(_ sql: String) -> String { sql.replacingSlot(with: rawValue) }
}

extension String {
    fileprivate func replacingSlot(with letter: String) -> String {
        var result = ""
        var rest = self[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            rest = rest[open...].dropFirst("{slot}".count)
            result += letter
        }
        return result + rest
    }
}
