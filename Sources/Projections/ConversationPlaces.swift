internal import CaseModel

/// The numbers of cases by the message that their conversation starts at, and by person. `CaseFold` keeps one of the cases
/// in memory: thousands may answer one post, and each has to be found among them at once.
struct ConversationPlaces {
    private var numbers: [SourceKey: [PersonNumber: Set<CaseNumber>]] = [:]

    init() {}

    /// Adds a case. O(1).
    mutating func add(_ state: CaseState) {
        numbers[state.root, default: [:]][state.person, default: []].insert(state.number)
    }

    /// Removes a case from the conversation that it was added to. O(1).
    mutating func remove(_ number: CaseNumber, of person: PersonNumber, rootedAt root: SourceKey) {
        numbers[root]?[person]?.remove(number)
        guard numbers[root]?[person]?.isEmpty ?? false else { return }
        numbers[root]?[person] = nil
        if numbers[root]?.isEmpty ?? false { numbers[root] = nil }
    }

    /// The cases of everybody in a conversation, in no order. O(cases found).
    func cases(rootedAt root: SourceKey) -> [CaseNumber] { numbers[root]?.values.flatMap { $0 } ?? [] }

    /// The cases of one person in a conversation, in no order. O(cases found).
    func cases(of person: PersonNumber, rootedAt root: SourceKey) -> Set<CaseNumber> { numbers[root]?[person] ?? [] }
}
