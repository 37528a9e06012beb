/// How a table's columns share a width that is too small for them.
enum ColumnWidths {
    /// The widths that columns get, from those that they would like; fewer than there are columns where some must be
    /// left out.
    ///
    /// The sum of the result and its gaps never exceeds `total`, which is 1 or more.
    static func fitting(_ natural: [Int], of columns: [TextTable.Column], gap: Int, into total: Int) -> [Int] {
        let shown = min(natural.count, (total + gap) / (1 + gap))
        var widths = Array(natural.prefix(shown))
        var excess = widths.reduce(gap * (shown - 1), +) - total
        let orders = Set(columns.prefix(shown).map(\.yielding).filter { $0 > 0 }).sorted(by: >)
        for order in orders where excess > 0 {
            let group = widths.indices.filter { columns[$0].yielding == order }
            narrow(&widths, group, floor: { columns[$0].minimumWidth }, by: &excess)
        }
        if excess > 0 { narrow(&widths, Array(widths.indices), floor: { columns[$0].minimumWidth }, by: &excess) }
        if excess > 0 { narrow(&widths, Array(widths.indices), floor: { _ in 1 }, by: &excess) }
        return widths
    }

    /// Takes `excess` columns from a group, the widest first, so that the group ends as even as it can be, and none
    /// below its floor.
    private static func narrow(_ widths: inout [Int], _ group: [Int], floor: (Int) -> Int, by excess: inout Int) {
        func loss(_ index: Int, at cap: Int) -> Int { max(0, widths[index] - max(cap, floor(index))) }
        var low = 1
        var high = group.reduce(1) { max($0, widths[$1]) }
        while low < high {
            let middle = (low + high + 1) / 2
            if group.reduce(0, { $0 + loss($1, at: middle) }) >= excess { low = middle } else { high = middle - 1 }
        }
        for cap in [low + 1, low] {
            for index in group {
                let lost = min(excess, loss(index, at: cap))
                widths[index] -= lost
                excess -= lost
            }
        }
    }
}
