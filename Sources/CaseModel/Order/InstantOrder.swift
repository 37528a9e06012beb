/// Orders simultaneous messages (DOMAIN, section 8, rule 4): what is answered before its answer; then the source's own
/// order; then against us: our messages before theirs, and of theirs the graver later. Example: at 10:00 a complaint,
/// our reply to it and an unrelated question; the complaint is first, then our reply, then the question.
///
/// `Timeline` orders the messages of a case with it, figures the evidence of several cases.
///
/// A topological sort from the end, so the result does not depend on the order of the arguments. The heaviest of their
/// messages that nothing must follow is placed last. If each of theirs still has a reply of ours to be placed, the
/// message with the fewest replies is next, after its replies: so no reply of ours is later than necessary. Messages
/// that nothing distinguishes share a rank.
package enum InstantOrder {
    /// The rank of each of `count` messages; lower ranks come first. O(n log n).
    ///
    /// If the source's order contradicts the answers, it is ignored for these messages. Cycles of answers are ignored.
    ///
    /// - Parameters:
    ///   - isOurs: whether we wrote a message.
    ///   - answers: the index of the message that a message answers, if it is one of these.
    ///   - sequence: its place in the source's own order.
    ///   - isLighter: a strict weak order; decides where nothing else does.
    package static func ranks(
        of count: Int, isOurs: (Int) -> Bool, answers: (Int) -> Int?, sequence: (Int) -> SourceSequence?,
        isLighter: (Int, Int) -> Bool
    ) -> [Int32] {
        if count < 2 { return [Int32](repeating: 0, count: count) }
        let weights: [Int] = weights(of: count, isLighter)
        let parents: [Int?] = withoutCycles((0..<count).map(answers))
        let ours: [Bool] = (0..<count).map(isOurs)
        let steps: [Step] = steps((0..<count).map(sequence))
        return Placing(weights, ours, parents, steps).ranks ?? Placing(weights, ours, parents, []).ranks
            ?? weights.map(Int32.init)
    }

    /// The weights as numbers from 0.
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

    /// Removes the answers that form cycles.
    private static func withoutCycles(_ parents: [Int?]) -> [Int?] {
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

    /// Two consecutive places of one source's list: all of `earlier` precede all of `later`.
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

/// The topological sort. A step between two places of a list is a node too, so that n messages need O(n) edges.
private struct Placing {
    /// Nil if there is a cycle.
    private(set) var ranks: [Int32]?

    private let weights: [Int]
    private let parents: [Int?]
    private let steps: [InstantOrder.Step]
    private let isOurs: [Bool]
    /// The mention that each message answers, directly or through replies of ours; nil if none.
    private let answered: [Int?]
    /// For each mention, the replies of ours to it (see `answered`) that are not placed yet.
    private var answers: [Int]
    /// For each mention, the mentions that answer it (see `answered`) and are not placed yet; they must be placed
    /// before it.
    private var furtherMentions: [Int]
    /// Distinguishes mentions by the chains that they answer; equal for chains of equal weights.
    private let ways: [Int]
    /// The node of the step before a message, if its list has one.
    private var stepBefore: [Int?]
    /// The number of successors that are not placed yet, by node: messages, then steps.
    private var followers: [Int]
    /// Messages without unplaced successors: theirs, ours by the mention they answer, and ours that answer none.
    private var theirs = Heap<Candidate>()
    private var oursByAnswered: [Int: [Int]] = [:]
    private var openAnswered = Heap<Candidate>()
    private var others = Heap<Candidate>()

    /// A message that can be placed next, compared field by field; the greatest is placed.
    fileprivate struct Candidate: Comparable {
        var message: Int
        /// Whether only replies of ours have to follow it.
        var isNext = true
        /// The number of replies to it that are not placed yet, negated.
        var fewness = 0
        var weight: Int
        var way = 0

        static func < (a: Candidate, b: Candidate) -> Bool {
            if a.isNext != b.isNext { return b.isNext }
            return (a.fewness, a.weight, a.way, -a.message) < (b.fewness, b.weight, b.way, -b.message)
        }
    }

    init(_ weights: [Int], _ isOurs: [Bool], _ parents: [Int?], _ steps: [InstantOrder.Step]) {
        self.weights = weights
        self.isOurs = isOurs
        self.parents = parents
        self.steps = steps
        let depths: [Int] = Self.depths(parents)
        let byDepth: [Int] = weights.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
        answered = Self.answered(byDepth, isOurs, parents)
        ways = Self.ways(byDepth, depths, weights, parents)
        answers = [Int](repeating: 0, count: weights.count)
        furtherMentions = answers
        for (message, mention) in answered.enumerated() {
            guard let mention else { continue }
            if isOurs[message] { answers[mention] += 1 } else { furtherMentions[mention] += 1 }
        }
        stepBefore = [Int?](repeating: nil, count: weights.count)
        followers = [Int](repeating: 0, count: weights.count + steps.count)
        for parent in parents { if let parent { followers[parent] += 1 } }
        for (place, step) in steps.enumerated() {
            followers[weights.count + place] = step.later.count
            for message in step.earlier { followers[message] += 1 }
            for message in step.later { stepBefore[message] = weights.count + place }
        }
        for message in weights.indices where followers[message] == 0 { free(message) }
        place()
    }

    private mutating func place() {
        var turns = [Int32](repeating: 0, count: weights.count)
        var turn: Int32 = 0
        var placed = 0
        while true {
            let last: [Int] = next()
            if last.isEmpty { break }
            for message in last { turns[message] = turn }
            placed += last.count
            turn += 1
            for message in last {
                if let mention = answered[message] {
                    if isOurs[message] { answers[mention] -= 1 } else { furtherMentions[mention] -= 1 }
                    open(mention)
                }
                if let parent = parents[message] { release(parent) }
                if let step = stepBefore[message] { release(step) }
            }
        }
        if placed == weights.count { ranks = turns.map { turn - 1 - $0 } }
    }

    /// The messages to place next, from the end; several if nothing distinguishes them.
    private mutating func next() -> [Int] {
        if let first = theirs.pop() { return [first.message] + theirs.popAll { $0.weight == first.weight } }
        while let candidate = openAnswered.pop() {
            // Skip entries that are outdated since another message was placed.
            guard candidate == self.candidate(candidate.message), let ours = oursByAnswered[candidate.message],
                let heaviest = ours.map({ weights[$0] }).max()
            else { continue }
            let rest: [Int] = ours.filter { weights[$0] < heaviest }
            oursByAnswered[candidate.message] = rest.isEmpty ? nil : rest
            return ours.filter { weights[$0] == heaviest }
        }
        guard let first = others.pop() else { return [] }
        return [first.message] + others.popAll { $0.weight == first.weight }
    }

    /// A message has no unplaced successors any more.
    private mutating func free(_ message: Int) {
        let candidate = Candidate(message: message, weight: weights[message])
        guard isOurs[message] else { return theirs.push(candidate) }
        guard let mention = answered[message] else { return others.push(candidate) }
        oursByAnswered[mention, default: []].append(message)
        open(mention)
    }

    private func candidate(_ mention: Int) -> Candidate {
        Candidate(
            message: mention, isNext: furtherMentions[mention] == 0, fewness: -answers[mention],
            weight: weights[mention], way: ways[mention])
    }

    private mutating func open(_ mention: Int) {
        guard oursByAnswered[mention] != nil else { return }
        openAnswered.push(candidate(mention))
    }

    /// A successor of the node was placed.
    private mutating func release(_ node: Int) {
        followers[node] -= 1
        guard followers[node] == 0 else { return }
        if node < weights.count { return free(node) }
        for message in steps[node - weights.count].earlier { release(message) }
    }

    // MARK: Chains of answers

    /// The length of the chain of answers before each message.
    private static func depths(_ parents: [Int?]) -> [Int] {
        var depths = [Int](repeating: -1, count: parents.count)
        for message in parents.indices {
            var chain: [Int] = []
            var next: Int? = message
            while let current = next, depths[current] < 0 {
                chain.append(current)
                next = parents[current]
            }
            var depth: Int = next.map { depths[$0] + 1 } ?? 0
            for current in chain.reversed() {
                depths[current] = depth
                depth += 1
            }
        }
        return depths
    }

    private static func answered(_ byDepth: [Int], _ isOurs: [Bool], _ parents: [Int?]) -> [Int?] {
        var answered = [Int?](repeating: nil, count: parents.count)
        for message in byDepth {
            guard let parent = parents[message] else { continue }
            answered[message] = isOurs[parent] ? answered[parent] : parent
        }
        return answered
    }

    /// A number for each message, equal for messages whose weights, and those of all that they answer, are equal.
    private static func ways(_ byDepth: [Int], _ depths: [Int], _ weights: [Int], _ parents: [Int?]) -> [Int] {
        var ways = [Int](repeating: 0, count: weights.count)
        var start = 0
        var number = 0
        while start < byDepth.count {
            var end: Int = start
            while end < byDepth.count, depths[byDepth[end]] == depths[byDepth[start]] { end += 1 }
            func key(_ message: Int) -> (Int, Int) { (parents[message].map { ways[$0] } ?? 0, weights[message]) }
            let level: [Int] = byDepth[start..<end].sorted { key($0) < key($1) }
            var before: (Int, Int)?
            let keys: [(Int, Int)] = level.map(key)
            for (message, key) in zip(level, keys) {
                if before.map({ $0 != key }) ?? true { number += 1 }
                before = key
                ways[message] = number
            }
            start = end
        }
        return ways
    }
}

/// A binary heap, the greatest element on top.
private struct Heap<Element: Comparable> {
    private var nodes: [Element] = []

    mutating func push(_ element: Element) {
        nodes.append(element)
        var child: Int = nodes.count - 1
        while child > 0, nodes[(child - 1) / 2] < nodes[child] {
            nodes.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Element? {
        guard let top = nodes.first, let last = nodes.popLast() else { return nil }
        if nodes.isEmpty { return top }
        nodes[0] = last
        var parent = 0
        while true {
            var greatest: Int = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < nodes.count && nodes[greatest] < nodes[child] { greatest = child }
            if greatest == parent { return top }
            nodes.swapAt(parent, greatest)
            parent = greatest
        }
    }
}

extension Heap<Placing.Candidate> {
    /// Pops the messages from the top as long as they are alike.
    fileprivate mutating func popAll(_ isAlike: (Placing.Candidate) -> Bool) -> [Int] {
        var messages: [Int] = []
        while let candidate = pop() {
            guard isAlike(candidate) else {
                push(candidate)
                break
            }
            messages.append(candidate.message)
        }
        return messages
    }
}
