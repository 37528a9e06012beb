internal import CaseModel

/// The rows of a source in the order in which they are taken in: as they stand, but each after the message it answers, and
/// those about one message from its first version to its last, whichever row says so. A message of ours is recorded once,
/// so its last version comes first.
///
/// So a conversation's root is known when its first row comes, and within one file no case is opened only to be merged.
/// Memory: about 24 bytes a row, and 90 more a row while it is being made.
struct ImportPlan {
    /// Where a row stands.
    struct Row {
        var offset: Int64
        var length: Int32
        var number: Int32
        var line: Int32
    }

    private var rows: [Row] = []
    private var order: [Int32] = []
    /// The rows that a later row about the same message follows.
    private var repeated: Set<Int32> = []

    /// How many rows are to be taken in.
    var count: Int { rows.count }

    /// The row that comes at a place of the order.
    subscript(place: Int) -> Row { rows[Int(order[place])] }

    /// Whether no later row is about the message of the row at a place of the order.
    func isLastWord(at place: Int) -> Bool { !repeated.contains(order[place]) }

    /// Collects the rows and what they answer.
    struct Builder {
        private var rows: [Row] = []
        private var parents: [SourceKey?] = []
        private var index: [SourceKey: Int32] = [:]
        private var repeated: Set<Int32> = []
        /// The last row so far of each message that more than one is about.
        private var last: [SourceKey: Int32] = [:]
        private var authors: [Int] = []
        private var times: [Timestamp] = []
        /// The edit marks of the rows that have one.
        private var edits: [Int32: String] = [:]
        private var ours: Set<SourceKey> = []
        /// The rows of each message that more than one is about, in their order.
        private var sameMessage: [SourceKey: [Int32]] = [:]

        /// Adds a row.
        ///
        /// - Parameter author: tells authors apart within this run; nil where it doesn't matter who sent it.
        /// - Returns: false where the row's id is that of an earlier row by somebody else; it is not added then.
        mutating func add(
            _ row: Row, key: SourceKey, parent: SourceKey?, author: Int?, _ version: RowReader.MessageVersion
        ) -> Bool {
            let number = Int32(rows.count)
            if let author {
                if let first = index[key] {
                    guard authors[Int(first)] == author else { return false }
                    repeated.insert(last.updateValue(number, forKey: key) ?? first)
                    sameMessage[key, default: [first]].append(number)
                    if version.isOurs { ours.insert(key) }
                } else {
                    index[key] = number
                }
            }
            rows.append(row)
            parents.append(parent)
            authors.append(author ?? 0)
            times.append(version.at)
            if let edit = version.edit { edits[number] = edit }
            return true
        }

        /// The rows, where several are about one message by version: those without one as they stand.
        private func rowsByVersion() -> [Row] {
            var sorted: [Row] = rows
            for (key, places) in sameMessage {
                func version(_ place: Int32) -> MentionVersion {
                    MentionVersion(
                        position: Position(Int64(place)), edit: edits[place], at: times[Int(place)])
                }
                let byVersion: [Int32] = places.sorted { a, b in
                    let (first, second) = (version(a), version(b))
                    let (before, after) = (second.replaces(first), first.replaces(second))
                    return before == after ? a < b : before
                }
                for (place, row) in zip(places, ours.contains(key) ? byVersion.reversed() : byVersion) {
                    sorted[Int(place)] = rows[Int(row)]
                }
            }
            return sorted
        }

        /// Puts parents before what answers them. O(rows). Rows that answer each other in a circle keep their order.
        consuming func plan() -> ImportPlan {
            enum Mark: UInt8 { case untouched, climbing, placed }
            var marks = [Mark](repeating: .untouched, count: rows.count)
            var order: [Int32] = []
            order.reserveCapacity(rows.count)
            var chain: [Int32] = []
            for row in rows.indices where marks[row] == .untouched {
                var current = Int32(row)
                while marks[Int(current)] == .untouched {
                    marks[Int(current)] = .climbing
                    chain.append(current)
                    guard let parent = parents[Int(current)], let above = index[parent] else { break }
                    current = above
                }
                while let next = chain.popLast() {
                    marks[Int(next)] = .placed
                    order.append(next)
                }
            }
            var plan = ImportPlan()
            plan.rows = rowsByVersion()
            plan.order = order
            plan.repeated = repeated
            return plan
        }
    }
}
