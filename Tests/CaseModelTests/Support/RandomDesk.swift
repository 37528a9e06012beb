import Basics
import CaseModel
import JSON

/// Several cases of two persons, on which anything is tried.
struct RandomDesk {
    /// Something tried, and what came of it.
    struct Step {
        var number: CaseNumber
        var command: CaseCommand
        var override: String?
        var before: CaseState
        var result: Result<[Decision], Refusal>
    }

    private(set) var cases: [CaseNumber: CaseState] = [:]
    private(set) var log: [(stream: CaseNumber, event: Event, moment: EventMoment)] = []
    private(set) var refused: Set<Refusal.Code> = []
    private(set) var clock: Int64 = 0
    private(set) var nextKey: UInt64 = 1
    var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        for number: Int64 in 1...4 {
            let opened = CaseOpened(
                number: CaseNumber(number), tracking: "K", person: PersonNumber(number == 4 ? 2 : 1),
                channel: Channel("twitter"), root: key(0), origin: .live)
            record([Decision(.case(CaseNumber(number)), .caseOpened(opened), at: minute(0))])
            capture(in: CaseNumber(number))
        }
    }

    /// A case as it goes on.
    func combined(_ number: CaseNumber) -> CaseState? {
        guard let own = cases[number] else { return nil }
        var members: [CaseState] = []
        var waiting: [CaseNumber] = own.absorbed
        while let next = waiting.popLast(), let member = cases[next], members.count < cases.count {
            members.append(member)
            waiting += member.absorbed
        }
        return own.combined(with: members)
    }

    /// Tries one thing; nil where it was no command on one case.
    mutating func step() -> Step? {
        clock += Int64.random(in: 0...3, using: &random)
        let number = CaseNumber(.random(in: 1...4, using: &random))
        switch Int.random(in: 0..<30, using: &random) {
        case 0...2: capture(in: number)
        case 3: merge(number, back: false)
        case 4: merge(number, back: true)
        default: return tryCommand(on: number)
        }
        return nil
    }

    private mutating func tryCommand(on number: CaseNumber) -> Step? {
        guard let state = combined(number) else { return nil }
        let command: CaseCommand = command()
        let early: Bool = Int.random(in: 0..<10, using: &random) == 0
        let at: Timestamp = minute(early ? .random(in: -1...clock, using: &random) : clock)
        let override: String? = isOneIn(6) ? "they agreed by telephone" : nil
        let cases = self.cases
        do throws(Refusal) {
            let decisions = try CaseDecider.decide(
                command, state, home: { key in cases.first { $0.value.mention(key) != nil }?.key },
                CommandContext(at: at, override: override))
            record(decisions)
            return Step(
                number: number, command: command, override: override, before: state, result: .success(decisions))
        } catch {
            refused.insert(error.code)
            return Step(
                number: number, command: command, override: override, before: state, result: .failure(error))
        }
    }

    mutating func label(_ targets: TargetSet) -> Label {
        let polarity: Polarity =
            targets.isEmpty || Int.random(in: 0..<8, using: &random) == 0 ? any(Polarity.self) : .complaint
        let confidence: Double = [0, 0.5, 1, 1.5].randomElement(using: &random) ?? 1
        return Label(polarity: polarity, targets: targets, confidence: confidence, method: .human)
    }

    private mutating func capture(in number: CaseNumber) {
        let captured = MentionCaptured(
            key: key(nextKey), parent: nil, edit: nil, channel: Channel("twitter"), brand: nil,
            visibility: any(Visibility.self), kind: .post, language: nil, reach: nil, isLive: true)
        nextKey += 1
        let at: Timestamp = minute(.random(in: 0...clock, using: &random))
        record([Decision(.case(number), .mentionCaptured(captured), at: at)])
        if let state = combined(number), state.mergedInto == nil {
            record(CaseDecider.arrived(isOneIn(3) ? .praise : nil, at: at, in: state))
        }
    }

    private mutating func merge(_ number: CaseNumber, back: Bool) {
        let other = CaseNumber(.random(in: 1...4, using: &random))
        guard let from = combined(number), let into = combined(other) else { return }
        do throws(Refusal) {
            record(
                back
                    ? try MergeDecider.unmerge(from, from: into, reason: nil, CommandContext(at: minute(clock)))
                    : try MergeDecider.merge(from, into: into, reason: nil, CommandContext(at: minute(clock))))
        } catch {
            refused.insert(error.code)
        }
    }

    private mutating func record(_ decisions: [Decision]) {
        for decision in decisions {
            guard case .case(let number) = decision.stream else { continue }
            let moment = EventMoment(
                position: Position(Int64(log.count) + 1), version: (cases[number]?.version ?? 0) + 1,
                occurredAt: decision.occurredAt)
            log.append((number, decision.event, moment))
            CaseState.evolve(&cases[number], decision.event, moment)
        }
    }

    mutating func any<E: CaseIterable>(_ type: E.Type) -> E {
        guard let element = type.allCases.randomElement(using: &random) else { preconditionFailure("an empty set") }
        return element
    }
}
