/// The number of box comparisons left to a check, shared by its parts. The author of a playbook decides how finely
/// rules divide the situations, so the time and memory of a check need a bound.
final class ProofEffort {
    private(set) var left: Int

    init(_ most: Int) { left = most }

    var isSpent: Bool { left <= 0 }

    /// Subtracts the cost of the next step; returns false if too little is left.
    func spend(_ comparisons: Int) -> Bool {
        left -= comparisons
        return left >= 0
    }
}
