package import CaseModel

/// One thing to do next. Small and without references: its words are the playbook's, found by its rule.
package struct Advice: Hashable, Sendable {
    package var action: Action
    /// Who is to read what is said, where something is.
    package var visibility: Visibility?
    /// The rule that says who is to read it, by its place among the playbook's rules.
    package var placedBy: Int?
    /// The clock it has to beat.
    package var clock: Clock
    /// The issue it is for, where it is for one of them only.
    package var issue: Target?
    /// The rules that led here, from the start table on; the last of them advises this.
    package var path: RulePath

    /// The rule that advises it, by its place among the playbook's rules.
    package var rule: Int { path.last }
}

/// Places of rules among a playbook's rules, at most sixteen: as deep as tables can lead on.
package struct RulePath: Hashable, Sendable {
    static let capacity = 16

    private var rules = SIMD16<UInt16>()
    private(set) var count = 0

    /// Whether another rule finds room.
    var hasRoom: Bool { count < Self.capacity }

    mutating func append(_ rule: Int) {
        rules[count] = UInt16(truncatingIfNeeded: rule)
        count += 1
    }

    /// The rule it ends with.
    var last: Int { count == 0 ? 0 : Int(rules[count - 1]) }

    /// The rules in order.
    package var members: [Int] { (0..<count).map { Int(rules[$0]) } }
}
