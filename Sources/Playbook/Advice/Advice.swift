package import CaseModel

/// An advised action. A small value without references; its texts are those of its rule.
package struct Advice: Hashable, Sendable {
    package var action: Action
    /// Who should be able to read what is said, if the action says anything.
    package var visibility: Visibility?
    /// The rule that decides the visibility, as an index in `Playbook.rules`.
    package var placedBy: Int?
    /// The deadline that applies.
    package var clock: Clock
    /// The issue it is about, if only one.
    package var issue: Target?
    /// The rules that led here from the start table, the advising one last.
    package var path: RulePath

    /// The advising rule, as an index in `Playbook.rules`.
    package var rule: Int { path.last }
}

/// Up to sixteen indices of rules, which bounds how deep tables can refer to each other.
package struct RulePath: Hashable, Sendable {
    static let capacity = 16

    private var rules = SIMD16<UInt16>()
    private(set) var count = 0

    /// Whether another rule fits.
    var hasRoom: Bool { count < Self.capacity }

    mutating func append(_ rule: Int) {
        rules[count] = UInt16(truncatingIfNeeded: rule)
        count += 1
    }

    var last: Int { count == 0 ? 0 : Int(rules[count - 1]) }

    package var members: [Int] { (0..<count).map { Int(rules[$0]) } }
}
