import Basics
import CaseModel

/// Batches of decisions as a desk might record them, at random: every event that changes a row, in any order of time.
struct RandomLog {
    private var random: SplitMix64
    private var people: Int64 = 0
    /// Where judgements stand, and in which stream.
    private var judgements: [(Position, StreamName)] = []
    /// Who is known as whom.
    private var links: [Int64: Int64] = [:]
    private var nextKey: UInt64 = 0
    private var cases: [Int64: Sketch] = [:]
    private var waiting: [(key: UInt64, position: Int64)] = []
    private var position: Int64 = 0

    /// What has to be known of a case so that the next event makes sense.
    private struct Sketch {
        var person: Int64
        var root: UInt64
        var mentions: [UInt64] = []
        var followUps: Int64 = 0
        var episode: Int64 = 1
        var mergedInto: Int64?
        var absorbed: [Int64] = []
    }

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The next batches.
    mutating func batches(_ count: Int) -> [[Decision]] { (0..<count).map { _ in next() } }

    private mutating func next() -> [Decision] {
        let batch: [Decision] = chance(4) ? correct() : propose()
        for (offset, decision) in batch.enumerated() {
            if case .mentionClassified = decision.event {
                judgements.append((Position(position + Int64(offset) + 1), decision.stream))
            }
        }
        position += Int64(batch.count)
        return batch
    }

    private mutating func key() -> UInt64 {
        nextKey += 1
        return nextKey
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func propose() -> [Decision] {
        let at = Int64.random(in: 0..<10_000, using: &random)
        let die = Int.random(in: 0..<100, using: &random)
        guard die >= 15, let number = cases.keys.sorted().randomElement(using: &random), let sketch = cases[number]
        else {
            return open(at)
        }
        switch die {
        case ..<40: return [mention(in: number, at)]
        case ..<55: return [onAMention(of: number, sketch, at)]
        case ..<65: return [.reply(chance(80) ? key() : nil, in: number, visibility: visibility(), at: at)]
        case ..<72: return [wait(sketch, at)]
        case ..<79: return [attach(to: number, at)]
        case ..<84: return merge(number, sketch, at)
        case ..<87: return unmerge(number, sketch, at)
        case ..<91: return [followUp(of: number, sketch, at)]
        case ..<97: return [course(of: number, sketch, at)]
        case ..<98: return link(at)
        default: return [aside(at)]
        }
    }

    /// Corrects a judgement, whatever was judged since.
    private mutating func correct() -> [Decision] {
        guard let (event, stream) = judgements.randomElement(using: &random) else { return propose() }
        if chance(25) {
            return [Decision(stream, .eventTakenBack(EventTakenBack(events: [event])), at: Timestamp(seconds: 10_000))]
        }
        let correction =
            chance(50)
            ? EventCorrected(event: event, fields: ["polarity", "targets"], values: [#""question""#, "[]"])
            : EventCorrected(event: event, fields: ["polarity", "targets"], values: [#""complaint""#, #"["brand"]"#])
        return [Decision(stream, .eventCorrected(correction), at: Timestamp(seconds: 10_000))]
    }

    /// Links a person who is known as themselves to another, or takes a link back.
    private mutating func link(_ at: Int64) -> [Decision] {
        if people < 2 || chance(40), let (other, person) = links.sorted(by: { $0 < $1 }).randomElement(using: &random) {
            links[other] = nil
            return Decision.unlink(other, from: person, at: at)
        }
        let other = Int64.random(in: 1...people, using: &random)
        let person = Int64.random(in: 1...people, using: &random)
        var last: Int64 = person
        while let next = links[last] { last = next }
        guard links[other] == nil, last != other else { return [aside(at)] }
        links[other] = person
        return Decision.link(other, to: person, at: at)
    }

    private mutating func visibility() -> Visibility { chance(70) ? .isPublic : .isPrivate }

    private mutating func open(_ at: Int64) -> [Decision] {
        let number = Int64(cases.count + 1)
        var batch: [Decision] = []
        var person: Int64 = people > 0 ? Int64.random(in: 1...people, using: &random) : 0
        if person == 0 || chance(60) {
            people += 1
            person = people
            batch.append(.identify(person, account: key(), at: at))
        } else if chance(10) {
            batch.append(.identify(person, account: key(), at: at))
        }
        let root: UInt64 = key()
        cases[number] = Sketch(person: person, root: root, mentions: [root])
        return batch + [.open(number, person: person, root: root, at: at), .mention(root, in: number, at: at)]
    }

    private mutating func mention(in number: Int64, _ at: Int64) -> Decision {
        let key: UInt64 = key()
        cases[number]?.mentions.append(key)
        return .mention(key, in: number, at: at)
    }

    private mutating func onAMention(of number: Int64, _ sketch: Sketch, _ at: Int64) -> Decision {
        let mention: UInt64 = sketch.mentions.randomElement(using: &random) ?? 0
        if chance(20) {
            return .on(number, .mentionRevised(MentionRevised(key: .sample(mention), edit: nil)), at: at)
        }
        if chance(10) {
            return .on(number, .mentionWithdrawn(MentionWithdrawn(key: .sample(mention), by: .author)), at: at)
        }
        let polarity: Polarity = Polarity.allCases.randomElement(using: &random) ?? .neutral
        let targets = TargetSet(rawValue: UInt8.random(in: 1...3, using: &random))
        let topics: [Topic] = ["price", "delivery", "app"].shuffled(using: &random).prefix(
            Int.random(in: 0...2, using: &random)
        )
        .map { Topic($0) }
        let label = Label(
            polarity: polarity, targets: polarity == .complaint ? targets : [], topics: topics, method: .human)
        return .classify(mention, in: number, label, at: at)
    }

    private mutating func wait(_ sketch: Sketch, _ at: Int64) -> Decision {
        let key: UInt64 = key()
        waiting.append((key, position + 1))
        return .wait(key, parent: chance(80) ? sketch.mentions.randomElement(using: &random) : nil, at: at)
    }

    private mutating func attach(to number: Int64, _ at: Int64) -> Decision {
        guard let index = waiting.indices.randomElement(using: &random) else { return mention(in: number, at) }
        let message = waiting.remove(at: index)
        return .attach(message.key, awaited: message.position, to: number, at: at)
    }

    private mutating func merge(_ number: Int64, _ sketch: Sketch, _ at: Int64) -> [Decision] {
        let others: [Int64] = cases.filter { $0.key != number && $0.value.mergedInto == nil }.keys.sorted()
        guard sketch.mergedInto == nil, let other = others.randomElement(using: &random) else {
            return [mention(in: number, at)]
        }
        cases[number]?.mergedInto = other
        cases[other]?.absorbed.append(number)
        var batch: [Decision] = Decision.merge(number, into: other, at: at)
        if chance(50), let root = cases[other]?.root {
            cases[number]?.root = root
            let rerooted = ConversationRerooted(from: .sample(sketch.root), to: .sample(root))
            batch.insert(.on(number, .conversationRerooted(rerooted), at: at), at: 0)
        }
        return batch
    }

    private mutating func unmerge(_ number: Int64, _ sketch: Sketch, _ at: Int64) -> [Decision] {
        guard let into = sketch.mergedInto else { return [mention(in: number, at)] }
        cases[number]?.mergedInto = nil
        cases[into]?.absorbed.removeAll { $0 == number }
        return Decision.unmerge(number, into: into, at: at)
    }

    private mutating func followUp(of number: Int64, _ sketch: Sketch, _ at: Int64) -> Decision {
        if sketch.followUps == 0 || chance(50) {
            cases[number]?.followUps += 1
            let scheduled = FollowUpScheduled(
                followUp: sketch.followUps + 1, due: Timestamp(seconds: at + 86_400), purpose: .evolution)
            return .on(number, .followUpScheduled(scheduled), at: at)
        }
        let followUp = Int64.random(in: 1...sketch.followUps, using: &random)
        return chance(50)
            ? .on(number, .followUpDone(FollowUpDone(followUp: followUp, finding: .quiet)), at: at)
            : .on(number, .followUpCancelled(FollowUpCancelled(followUp: followUp)), at: at)
    }

    private mutating func course(of number: Int64, _ sketch: Sketch, _ at: Int64) -> Decision {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let outcome: Outcome = chance(50) ? .favourable : .unfavourable
            let issues = TargetSet(rawValue: UInt8.random(in: 0...3, using: &random))
            return .on(
                number,
                .caseResolved(CaseResolved(outcome: outcome, solved: .partly, issues: issues, confirmedBy: .agent)),
                at: at)
        case 1: return .on(number, .caseDismissed(CaseDismissed(ground: .troll)), at: at)
        case 2:
            cases[number]?.episode += 1
            return .on(number, .caseReopened(CaseReopened(trigger: .mention, episode: sketch.episode + 1)), at: at)
        case 3: return .on(number, .caseClosed(CaseClosed()), at: at)
        case 4: return .on(number, .guidanceGiven(GuidanceGiven(followUpAt: nil)), at: at)
        default: return .on(number, .caseEscalated(CaseEscalated(to: "team", level: 2)), at: at)
        }
    }

    /// What touches no case: a person's and the book's own events.
    private mutating func aside(_ at: Int64) -> Decision {
        if people > 0, chance(60) {
            let person = PersonNumber(Int64.random(in: 1...people, using: &random))
            if chance(60) {
                let answered = SurveyAnswered(
                    offer: 1, instrument: chance(80) ? .nps : .csat, minimum: 0, maximum: 10,
                    score: Int64.random(in: 0...10, using: &random), case: nil)
                return Decision(.person(person), .surveyAnswered(answered), at: Timestamp(seconds: at))
            }
            let assessed = AuthorAssessed(assessment: .customer, evidence: [], expires: nil)
            return Decision(.person(person), .authorAssessed(assessed), at: Timestamp(seconds: at))
        }
        let incident = Int64.random(in: 1...3, using: &random)
        if chance(50) {
            let members: [CaseNumber] = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                CaseNumber(Int64.random(in: 1...9, using: &random))
            }
            let declared = IncidentDeclared(
                incident: incident, trigger: nil, level: Int64.random(in: 1...4, using: &random), cases: members)
            return Decision(.book, .incidentDeclared(declared), at: Timestamp(seconds: at))
        }
        return Decision(.book, .incidentClosed(IncidentClosed(incident: incident)), at: Timestamp(seconds: at))
    }
}
