/// Puts messages that carry the same time into the order of DOMAIN.md, section 8, rule 4: what is answered before what
/// answers it; then the source's own order; then by weight, the heavier later.
///
/// `Timeline` orders the messages of a case by it, and figures order evidence of several cases by it.
///
/// The order depends on what the messages are and answer, never on how they are handed over: it is built from its end, where
/// the heaviest of those that nothing else has to follow come last. Messages that are equally heavy there share a rank:
/// nothing is known of their order.
package enum InstantOrder {
    /// The rank of each of `count` messages; the lower came first. O(n log n).
    ///
    /// Where the source's order contradicts what answers what, it isn't believed for this instant. Messages that answer
    /// each other in a circle answer nothing.
    ///
    /// - Parameters:
    ///   - answers: which of the messages a message answers, if it is one of them.
    ///   - sequence: the place that its source gives a message.
    ///   - isLighter: a strict weak order: whether the first of two messages comes first where nothing else says so.
    package static func ranks(
        of count: Int, answers: (Int) -> Int?, sequence: (Int) -> SourceSequence?, isLighter: (Int, Int) -> Bool
    ) -> [Int32] {
        if count < 2 { return [Int32](repeating: 0, count: count) }
        let weights: [Int] = weights(of: count, isLighter)
        let parents: [Int?] = withoutCircles((0..<count).map(answers))
        let steps: [Step] = steps((0..<count).map(sequence))
        return Placing(weights, parents, steps).ranks ?? Placing(weights, parents, []).ranks ?? weights.map(Int32.init)
    }

    /// Each message's weight as a number from 0.
    private static func weights(of count: Int, _ isLighter: (Int, Int) -> Bool) -> [Int] {
        let sorted: [Int] = (0..<count).sorted(by: isLighter)
        var weights = [Int](repeating: 0, count: count)
        var weight = 0
        for (lighter, heavier) in zip(sorted, sorted.dropFirst()) {
            if isLighter(lighter, heavier) { weight += 1 }
            weights[heavier] = weight
        }
        return weights
    }

    private static func withoutCircles(_ parents: [Int?]) -> [Int?] {
        var parents: [Int?] = parents
        var walks = [Int](repeating: -1, count: parents.count)
        for start in parents.indices {
            var next: Int? = start
            while let message = next, walks[message] < 0 {
                walks[message] = start
                next = parents[message]
            }
            guard let met = next, walks[met] == start else { continue }
            var circle: Int? = met
            while let message = circle, let parent = parents[message] {
                parents[message] = nil
                circle = parent
            }
        }
        return parents
    }

    /// Messages of one list, all of which come before some others of it.
    fileprivate struct Step {
        var earlier: [Int]
        var later: [Int]
    }

    private static func steps(_ sequences: [SourceSequence?]) -> [Step] {
        var lists: [UInt64: [Int64: [Int]]] = [:]
        for (message, sequence) in sequences.enumerated() {
            if let sequence { lists[sequence.list, default: [:]][sequence.place, default: []].append(message) }
        }
        return lists.values.flatMap { places in
            let levels: [[Int]] = places.sorted { $0.key < $1.key }.map(\.value)
            return zip(levels, levels.dropFirst()).map { Step(earlier: $0, later: $1) }
        }
    }
}

/// Places messages from the last to the first. A step of a list stands between its messages as one more to be placed.
private struct Placing {
    /// Nil where what has to come before what runs in a circle.
    private(set) var ranks: [Int32]?

    private let parents: [Int?]
    private let steps: [InstantOrder.Step]
    private let weights: [Int]
    /// The step before which a message has to be placed, since it is one of the later ones.
    private var stepBefore: [Int?]
    /// How many that come right after it are still to be placed: of messages, then of steps.
    private var followers: [Int]
    private var free = WeightHeap()

    init(_ weights: [Int], _ parents: [Int?], _ steps: [InstantOrder.Step]) {
        self.weights = weights
        self.parents = parents
        self.steps = steps
        stepBefore = [Int?](repeating: nil, count: weights.count)
        followers = [Int](repeating: 0, count: weights.count + steps.count)
        for parent in parents { if let parent { followers[parent] += 1 } }
        for (place, step) in steps.enumerated() {
            followers[weights.count + place] = step.later.count
            for message in step.earlier { followers[message] += 1 }
            for message in step.later { stepBefore[message] = weights.count + place }
        }
        place()
    }

    private mutating func place() {
        var turns = [Int32](repeating: 0, count: weights.count)
        var turn: Int32 = 0
        var placed = 0
        for message in weights.indices where followers[message] == 0 { free.push(message, weight: weights[message]) }
        while let heaviest = free.pop() {
            var equal: [Int] = [heaviest]
            while free.weight == weights[heaviest], let next = free.pop() { equal.append(next) }
            for message in equal { turns[message] = turn }
            placed += equal.count
            turn += 1
            for message in equal {
                if let parent = parents[message] { release(parent) }
                if let step = stepBefore[message] { release(step) }
            }
        }
        if placed == weights.count { ranks = turns.map { turn - 1 - $0 } }
    }

    /// One that comes right after it was placed.
    private mutating func release(_ node: Int) {
        followers[node] -= 1
        guard followers[node] == 0 else { return }
        if node < weights.count { return free.push(node, weight: weights[node]) }
        for message in steps[node - weights.count].earlier { release(message) }
    }
}

/// Messages by weight, the heaviest on top.
private struct WeightHeap {
    private var nodes: [(message: Int, weight: Int)] = []

    /// The heaviest's weight.
    var weight: Int? { nodes.first?.weight }

    mutating func push(_ message: Int, weight: Int) {
        nodes.append((message, weight))
        var child: Int = nodes.count - 1
        while child > 0, nodes[(child - 1) / 2].weight < nodes[child].weight {
            nodes.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Int? {
        guard let top = nodes.first, let last = nodes.popLast() else { return nil }
        if nodes.isEmpty { return top.message }
        nodes[0] = last
        var parent = 0
        while true {
            var heaviest: Int = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < nodes.count && nodes[child].weight > nodes[heaviest].weight { heaviest = child }
            if heaviest == parent { return top.message }
            nodes.swapAt(parent, heaviest)
            parent = heaviest
        }
    }
}
