/// The rows of all rules in one array of bit masks, for fast matching.
struct CompiledRows: Hashable, Sendable {
    private struct Row: Hashable, Sendable {
        var box: SituationSet
        var rule: Int32
    }

    private let rows: [Row]
    /// The first row of each table, then the number of rows.
    private let starts: [Int]

    init(tables: [DecisionTable], rules: [Rule]) {
        var rows: [Row] = []
        var starts: [Int] = []
        for table in tables {
            starts.append(rows.count)
            for rule in table.rules {
                for box in rules[rule].rows { rows.append(Row(box: box, rule: Int32(rule))) }
            }
        }
        starts.append(rows.count)
        self.rows = rows
        self.starts = starts
    }

    /// The first matching rule of a table; nil in a gap. O(rows of the table).
    func firstMatch(in table: Int, _ situation: SituationSet) -> Int? {
        for index in starts[table]..<starts[table + 1] where rows[index].box.contains(situation) {
            return Int(rows[index].rule)
        }
        return nil
    }
}
