/// A box of situations: for each input the set of values it may take, one bit a value.
///
/// A condition, a rule's row, a gap and a single situation are all such boxes, so matching a row is one masking, and the
/// checker takes boxes apart instead of counting combinations (their number is the product of all inputs' values).
package struct SituationSet: Hashable, Sendable {
    /// One stretch of bits an input, in the order of `SituationInput`.
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

    /// The one situation. O(inputs), no allocation.
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

    /// The values an input may take, one bit each from the lowest.
    package subscript(_ input: SituationInput) -> UInt128 {
        get { (bits & Self.mask(of: input)) >> Self.firstBits[Int(input.rawValue)] }
        set {
            let mask: UInt128 = Self.mask(of: input)
            bits = bits & ~mask | (newValue << Self.firstBits[Int(input.rawValue)]) & mask
        }
    }

    /// Whether an input may take every value.
    package func leavesOpen(_ input: SituationInput) -> Bool {
        let mask: UInt128 = Self.mask(of: input)
        return bits & mask == mask
    }

    /// Whether each of the other's situations is one of these; for boxes that are not empty. O(1).
    package func contains(_ other: SituationSet) -> Bool { other.bits & ~bits == 0 }

    /// The situations of both; nil where there is none.
    package func intersection(_ other: SituationSet) -> SituationSet? {
        let common: UInt128 = bits & other.bits
        for mask in Self.masks where common & mask == 0 { return nil }
        return SituationSet(bits: common)
    }

    /// These situations without the other's, as boxes that don't overlap. O(inputs).
    package func subtracting(_ other: SituationSet) -> [SituationSet] {
        guard let common: SituationSet = intersection(other) else { return [self] }
        var pieces: [SituationSet] = []
        // Each piece differs from the common box in one input, and agrees with it in those taken before.
        var rest: SituationSet = self
        for mask in Self.masks {
            let outside: UInt128 = rest.bits & mask & ~common.bits
            if outside != 0 { pieces.append(SituationSet(bits: rest.bits & ~mask | outside)) }
            rest.bits = rest.bits & ~mask | common.bits & mask
        }
        return pieces
    }

    /// The smallest box around some boxes.
    static func hull(of boxes: [SituationSet]) -> SituationSet { SituationSet(bits: boxes.reduce(0) { $0 | $1.bits }) }

    /// How many situations it has, telling apart only what some inputs say; as a floating-point number, since there may
    /// be more than 2^64.
    package func count(of inputs: [SituationInput]) -> Double {
        inputs.reduce(1) { $0 * Double(self[$1].nonzeroBitCount) }
    }

    /// The first value that an input may take.
    package func firstValue(of input: SituationInput) -> Int { self[input].trailingZeroBitCount }
}
