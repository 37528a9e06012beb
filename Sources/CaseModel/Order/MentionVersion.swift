/// One wording of a mention: as it was captured, or as it was revised.
package struct MentionVersion: Hashable, Sendable {
    /// The event whose content has the words.
    package var position: Position
    /// The network's own edit mark.
    package var edit: String?
    /// When it was written, as the source says.
    package var at: Timestamp

    package init(position: Position, edit: String?, at: Timestamp) {
        self.position = position
        self.edit = edit
        self.at = at
    }

    /// Whether its words stand instead of another's that was recorded before: those of the network's higher version do. Words
    /// without a version never stand instead of words that have one. Of one version, or without any, the later written
    /// ones stand, and of one time those that were recorded last.
    package func replaces(_ other: MentionVersion) -> Bool {
        switch (edit, other.edit) {
        case (let edit?, let standing?) where edit != standing: Self.isLower(standing, than: edit)
        case (nil, _?): false
        case (_?, nil): true
        default: at >= other.at
        }
    }

    /// Whether one edit mark comes before another: runs of digits compare as numbers, everything else by its bytes, so that
    /// 9 comes before 10, 1.9 before 1.10, and a time in ISO 8601 before a later one. No two different marks are equal.
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

    /// The digits that begin at a place, if any do.
    private static func run(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        let end: Int = bytes[start...].firstIndex { $0 &- zero > 9 } ?? bytes.count
        return end == start ? nil : start..<end
    }
}
