/// How much a check may still do: comparing two boxes of situations costs one. Whoever writes a playbook chooses how its
/// rules cut situations into pieces, so the work and the memory of a check end at a stated bound. One for a whole check.
final class ProofEffort {
    private(set) var left: Int

    init(_ most: Int) { left = most }

    /// Whether nothing may be done any more.
    var isSpent: Bool { left <= 0 }

    /// Takes away what is to be done next; false where there is not so much left.
    func spend(_ comparisons: Int) -> Bool {
        left -= comparisons
        return left >= 0
    }
}
