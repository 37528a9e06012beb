/// A set of situations as a list of boxes, from which boxes can be subtracted.
///
/// Bounded by the effort left to the whole check and by `limit`.
struct BoxList {
    /// The largest number of boxes; beyond it nothing is proved.
    static let limit = 50_000

    private(set) var boxes: [SituationSet]
    private let effort: ProofEffort

    init(_ boxes: [SituationSet], _ effort: ProofEffort) {
        self.boxes = boxes
        self.effort = effort
    }

    var isEmpty: Bool { boxes.isEmpty }

    /// Subtracts a box. Returns false, without a change, if too many boxes would result or the effort is spent. O(boxes
    /// · inputs).
    mutating func subtract(_ box: SituationSet) -> Bool {
        guard effort.spend(boxes.count) else { return false }
        var left: [SituationSet] = []
        left.reserveCapacity(boxes.count)
        for piece in boxes {
            left += piece.subtracting(box)
            if left.count > Self.limit { return false }
        }
        boxes = left
        return true
    }

    /// The intersections with any of some boxes, at most `limit`; nil if the effort is spent. O(boxes · others).
    func intersection(_ others: [SituationSet], atMost limit: Int = .max) -> [SituationSet]? {
        var found: [SituationSet] = []
        for box in boxes {
            guard effort.spend(others.count) else { return nil }
            for other in others {
                guard let common = box.intersection(other) else { continue }
                found.append(common)
                if found.count >= limit { return found }
            }
        }
        return found
    }
}
