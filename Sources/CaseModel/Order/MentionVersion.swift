/// A version of a mention's text: captured or revised.
package struct MentionVersion: Hashable, Sendable {
    /// The event whose content has the text.
    package var position: Position
    /// The network's version mark.
    package var edit: String?
    /// When it was written, according to the source.
    package var at: Timestamp

    package init(position: Position, edit: String?, at: Timestamp) {
        self.position = position
        self.edit = edit
        self.at = at
    }

    /// Whether its text replaces that of a version recorded before. The higher version mark wins; a version with a mark
    /// beats one without. With equal or no marks the later written wins, then the later recorded.
    package func replaces(_ other: MentionVersion) -> Bool {
        switch (edit, other.edit) {
        case (let edit?, let standing?) where edit != standing: Self.isLower(standing, than: edit)
        case (nil, _?): false
        case (_?, nil): true
        default: at >= other.at
        }
    }

    /// Whether one version mark precedes another. Runs of digits compare as numbers, everything else bytewise: 9 < 10,
    /// 1.9 < 1.10, and ISO 8601 times chronologically. Different marks are never equal.
    package static func isLower(_ a: String, than b: String) -> Bool {
        let (first, second): ([UInt8], [UInt8]) = (Array(a.utf8), Array(b.utf8))
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            let (left, right) = (run(in: first, from: i), run(in: second, from: j))
            if let left, let right {
                let (x, y) = (first[left].drop { $0 == zero }, second[right].drop { $0 == zero })
                if x.count != y.count { return x.count < y.count }
                if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
                (i, j) = (left.upperBound, right.upperBound)
            } else {
                if first[i] != second[j] { return first[i] < second[j] }
                (i, j) = (i + 1, j + 1)
            }
        }
        if i < first.count || j < second.count { return j < second.count }
        return first.lexicographicallyPrecedes(second)
    }

    private static let zero = UInt8(ascii: "0")

    /// The run of digits that begins at an index; nil if there is none.
    private static func run(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        let end: Int = bytes[start...].firstIndex { $0 &- zero > 9 } ?? bytes.count
        return end == start ? nil : start..<end
    }
}
