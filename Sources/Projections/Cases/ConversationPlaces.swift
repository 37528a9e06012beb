internal import CaseModel

/// Case numbers by root message and person, for the cases that `CaseFold` keeps in memory. Thousands of cases can share
/// a root.
struct ConversationPlaces {
    private var numbers: [SourceKey: [PersonNumber: Set<CaseNumber>]] = [:]

    init() {}

    /// Adds a case. O(1).
    mutating func add(_ state: CaseState) {
        numbers[state.root, default: [:]][state.person, default: []].insert(state.number)
    }

    /// Removes a case from the root it was added with. O(1).
    mutating func remove(_ number: CaseNumber, of person: PersonNumber, rootedAt root: SourceKey) {
        numbers[root]?[person]?.remove(number)
        guard numbers[root]?[person]?.isEmpty ?? false else { return }
        numbers[root]?[person] = nil
        if numbers[root]?.isEmpty ?? false { numbers[root] = nil }
    }

    /// All cases of a conversation, unordered. O(cases found).
    func cases(rootedAt root: SourceKey) -> [CaseNumber] { numbers[root]?.values.flatMap { $0 } ?? [] }

    /// The cases of a person in a conversation, unordered.
    func cases(of person: PersonNumber, rootedAt root: SourceKey) -> Set<CaseNumber> { numbers[root]?[person] ?? [] }
}
