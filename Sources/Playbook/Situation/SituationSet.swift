/// A box of situations: for each input a set of values, one bit per value.
///
/// Rows of rules, gaps and single situations are boxes. So matching is one mask operation, and the checker can subtract
/// boxes instead of enumerating combinations.
package struct SituationSet: Hashable, Sendable {
    /// A range of bits per input, in the order of `SituationInput`.
    package private(set) var bits: UInt128

    /// All situations.
    package static let all = SituationSet(bits: masks.reduce(0, |))

    /// The lowest bit of each input.
    private static let firstBits: [Int] = {
        var next = 0
        return SituationInput.allCases.map { input in
            defer { next += input.values.count }
            return next
        }
    }()

    private init(bits: UInt128) { self.bits = bits }

    /// A single situation. O(inputs), without allocation.
    package init(_ situation: Situation) {
        let first: [Int] = Self.firstBits
        bits = 0
        for raw in 0..<UInt8(first.count) {
            guard let input = SituationInput(rawValue: raw) else { continue }
            bits |= 1 << (first[Int(raw)] + situation.value(of: input))
        }
    }

    private static let masks: [UInt128] = zip(SituationInput.allCases, firstBits).map { input, first in
        ((1 << input.values.count) - 1) << first
    }

    private static func mask(of input: SituationInput) -> UInt128 { masks[Int(input.rawValue)] }

    /// The possible values of an input, from the lowest bit.
    package subscript(_ input: SituationInput) -> UInt128 {
        get { (bits & Self.mask(of: input)) >> Self.firstBits[Int(input.rawValue)] }
        set {
            let mask: UInt128 = Self.mask(of: input)
            bits = bits & ~mask | (newValue << Self.firstBits[Int(input.rawValue)]) & mask
        }
    }

    /// Whether an input can have every value.
    package func leavesOpen(_ input: SituationInput) -> Bool {
        let mask: UInt128 = Self.mask(of: input)
        return bits & mask == mask
    }

    /// Whether every situation of another non-empty box is in this one. O(1).
    package func contains(_ other: SituationSet) -> Bool { other.bits & ~bits == 0 }

    /// The intersection; nil if it is empty.
    package func intersection(_ other: SituationSet) -> SituationSet? {
        let common: UInt128 = bits & other.bits
        for mask in Self.masks where common & mask == 0 { return nil }
        return SituationSet(bits: common)
    }

    /// The difference, as disjoint boxes. O(inputs).
    package func subtracting(_ other: SituationSet) -> [SituationSet] {
        guard let common: SituationSet = intersection(other) else { return [self] }
        var pieces: [SituationSet] = []
        // Each piece differs from the intersection in one input, and agrees with it in the inputs before.
        var rest: SituationSet = self
        for mask in Self.masks {
            let outside: UInt128 = rest.bits & mask & ~common.bits
            if outside != 0 { pieces.append(SituationSet(bits: rest.bits & ~mask | outside)) }
            rest.bits = rest.bits & ~mask | common.bits & mask
        }
        return pieces
    }

    /// The smallest box that contains all of some boxes.
    static func hull(of boxes: [SituationSet]) -> SituationSet { SituationSet(bits: boxes.reduce(0) { $0 | $1.bits }) }

    /// The number of combinations of some inputs in this box; floating-point, because it can exceed 2^64.
    package func count(of inputs: [SituationInput]) -> Double {
        inputs.reduce(1) { $0 * Double(self[$1].nonzeroBitCount) }
    }

    /// The index of the first possible value of an input.
    package func firstValue(of input: SituationInput) -> Int { self[input].trailingZeroBitCount }
}
