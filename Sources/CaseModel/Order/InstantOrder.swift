/// Puts messages that carry the same time into the order of DOMAIN.md, section 8, rule 4: what is answered before what
/// answers it; then the source's own order; then doubt counts against the house: ours before theirs, and of theirs the
/// heavier later.
///
/// `Timeline` orders the messages of a case by it, and figures order evidence of several cases by it.
///
/// The order depends on what the messages are and answer, never on how they are handed over. It is built from its end: the
/// heaviest of theirs that nothing has to follow comes last. Where each of theirs has an answer of ours that is still to be
/// placed, that of theirs comes next to which the fewest answers lead, right before these: so no answer of ours stands
/// later than it must. Messages that nothing tells apart share a rank.
package enum InstantOrder {
    /// The rank of each of `count` messages; the lower came first. O(n log n).
    ///
    /// Where the source's order contradicts what answers what, it isn't believed for this instant. Messages that answer
    /// each other in a circle answer nothing.
    ///
    /// - Parameters:
    ///   - isOurs: whether the house wrote a message.
    ///   - answers: which of the messages a message answers, if it is one of them.
    ///   - sequence: the place that its source gives a message.
    ///   - isLighter: a strict weak order: whether the first of two messages comes first where nothing else says so.
    package static func ranks(
        of count: Int, isOurs: (Int) -> Bool, answers: (Int) -> Int?, sequence: (Int) -> SourceSequence?,
        isLighter: (Int, Int) -> Bool
    ) -> [Int32] {
        if count < 2 { return [Int32](repeating: 0, count: count) }
        let weights: [Int] = weights(of: count, isLighter)
        let parents: [Int?] = withoutCircles((0..<count).map(answers))
        let ours: [Bool] = (0..<count).map(isOurs)
        let steps: [Step] = steps((0..<count).map(sequence))
        return Placing(weights, ours, parents, steps).ranks ?? Placing(weights, ours, parents, []).ranks
            ?? weights.map(Int32.init)
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

    private let weights: [Int]
    private let parents: [Int?]
    private let steps: [InstantOrder.Step]
    private let isOurs: [Bool]
    /// What each message answers of theirs, through answers of ours alone; nil where it answers nobody.
    private let answered: [Int?]
    /// How many of ours lead to each of theirs in this way and are still to be placed.
    private var answers: [Int]
    /// How many of theirs lead to each of theirs in this way and are still to be placed: it can't come before them.
    private var furtherMentions: [Int]
    /// What tells two of theirs apart by what they answer: equal where their ways back are alike.
    private let ways: [Int]
    /// The step before which a message has to be placed, since it is one of the later ones.
    private var stepBefore: [Int?]
    /// How many that come right after it are still to be placed: of messages, then of steps.
    private var followers: [Int]
    /// What nothing has to follow any more: theirs, ours by what they answer, and ours that answer nobody.
    private var theirs = Heap<Candidate>()
    private var oursByAnswered: [Int: [Int]] = [:]
    private var openAnswered = Heap<Candidate>()
    private var others = Heap<Candidate>()

    /// What may come last, the best on top: compared member by member.
    fileprivate struct Candidate: Comparable {
        var message: Int
        /// Whether answers of ours are all that has to follow.
        var isNext = true
        /// Of theirs that wait for answers of ours: how few these are, as a negative number.
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
        let fromTheRoots: [Int] = weights.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
        answered = Self.answered(fromTheRoots, isOurs, parents)
        ways = Self.ways(fromTheRoots, depths, weights, parents)
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

    /// What comes last of all that is to be placed; several where nothing tells them apart.
    private mutating func next() -> [Int] {
        if let first = theirs.pop() { return [first.message] + theirs.popAll { $0.weight == first.weight } }
        while let candidate = openAnswered.pop() {
            // An entry from before something else was placed is out of date.
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

    /// Nothing has to follow a message any more.
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

    /// One that comes right after it was placed.
    private mutating func release(_ node: Int) {
        followers[node] -= 1
        guard followers[node] == 0 else { return }
        if node < weights.count { return free(node) }
        for message in steps[node - weights.count].earlier { release(message) }
    }

    // MARK: What answers what

    /// How many messages lie between each and the one that its chain of answers begins with.
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

    private static func answered(_ fromTheRoots: [Int], _ isOurs: [Bool], _ parents: [Int?]) -> [Int?] {
        var answered = [Int?](repeating: nil, count: parents.count)
        for message in fromTheRoots {
            guard let parent = parents[message] else { continue }
            answered[message] = isOurs[parent] ? answered[parent] : parent
        }
        return answered
    }

    /// A number for each message that is the same for two whose weights, and those of all that they answer, are the same.
    private static func ways(_ fromTheRoots: [Int], _ depths: [Int], _ weights: [Int], _ parents: [Int?]) -> [Int] {
        var ways = [Int](repeating: 0, count: weights.count)
        var start = 0
        var number = 0
        while start < fromTheRoots.count {
            var end: Int = start
            while end < fromTheRoots.count, depths[fromTheRoots[end]] == depths[fromTheRoots[start]] { end += 1 }
            func key(_ message: Int) -> (Int, Int) { (parents[message].map { ways[$0] } ?? 0, weights[message]) }
            let level: [Int] = fromTheRoots[start..<end].sorted { key($0) < key($1) }
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

/// The greatest on top.
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
    /// The messages of all on top that are alike.
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
