/// The next message of every conversation that goes on, the earliest first: a binary heap.
struct TurnQueue {
    private var turns: [Turn] = []

    var earliest: Turn? { turns.first }

    /// O(log n).
    mutating func insert(_ turn: Turn) {
        turns.append(turn)
        var child: Int = turns.count - 1
        while child > 0, turns[child] < turns[(child - 1) / 2] {
            turns.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// O(log n).
    mutating func removeEarliest() -> Turn? {
        guard let last = turns.popLast() else { return nil }
        guard let first = turns.first else { return last }
        turns[0] = last
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < turns.count else { return first }
            if child + 1 < turns.count, turns[child + 1] < turns[child] { child += 1 }
            guard turns[child] < turns[parent] else { return first }
            turns.swapAt(child, parent)
            parent = child
        }
    }
}
