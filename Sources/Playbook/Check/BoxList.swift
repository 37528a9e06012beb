/// Situations as boxes, which may be taken away from until nothing is left.
struct BoxList {
    /// Beyond so many pieces nothing is proved.
    static let limit = 100_000

    private(set) var boxes: [SituationSet]

    init(_ boxes: [SituationSet]) { self.boxes = boxes }

    var isEmpty: Bool { boxes.isEmpty }

    /// Takes a box away; false where too many pieces would be left. O(boxes · inputs).
    mutating func subtract(_ box: SituationSet) -> Bool {
        boxes = boxes.flatMap { $0.subtracting(box) }
        return boxes.count <= Self.limit
    }

    /// What of it lies in any of some boxes.
    func intersection(_ others: [SituationSet]) -> [SituationSet] {
        boxes.flatMap { box in others.compactMap { box.intersection($0) } }
    }
}
