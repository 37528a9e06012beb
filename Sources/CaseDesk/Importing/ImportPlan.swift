internal import CaseModel

/// The rows of a source in the order in which they are taken in: as they stand, but each after the message it answers.
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

        /// Adds a row.
        ///
        /// - Parameter author: tells authors apart within this run; nil where it doesn't matter who sent it.
        /// - Returns: false where the row's id is that of an earlier row by somebody else; it is not added then.
        mutating func add(_ row: Row, key: SourceKey, parent: SourceKey?, author: Int?) -> Bool {
            let number = Int32(rows.count)
            if let author {
                if let first = index[key] {
                    guard authors[Int(first)] == author else { return false }
                    repeated.insert(last.updateValue(number, forKey: key) ?? first)
                } else {
                    index[key] = number
                }
            }
            rows.append(row)
            parents.append(parent)
            authors.append(author ?? 0)
            return true
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
            plan.rows = rows
            plan.order = order
            plan.repeated = repeated
            return plan
        }
    }
}
