/// Situations as boxes, which may be taken away from until nothing is left.
///
/// What it does is bounded: by the effort that is left to the whole check, and by how many boxes it may become.
struct BoxList {
    /// Beyond so many pieces nothing is proved.
    static let limit = 50_000

    private(set) var boxes: [SituationSet]
    private let effort: ProofEffort

    init(_ boxes: [SituationSet], _ effort: ProofEffort) {
        self.boxes = boxes
        self.effort = effort
    }

    var isEmpty: Bool { boxes.isEmpty }

    /// Takes a box away; false where too many pieces would be left, or the effort is spent: then the list is as it was.
    /// O(boxes · inputs).
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

    /// What of it lies in any of some boxes, but no more pieces than that; nil where the effort is spent.
    /// O(boxes · others).
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
