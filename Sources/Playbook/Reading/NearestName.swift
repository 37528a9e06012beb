/// The candidate most like `name`, if one is alike at all: capitals and punctuation don't count, and up to a third of the
/// letters may differ (Levenshtein distance). O(candidates · length²).
func nearestName(to name: String, in candidates: [String]) -> String? {
    let wanted: [UInt8] = letters(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let scored = candidates.compactMap { candidate -> (name: String, distance: Int)? in
        let letters: [UInt8] = letters(candidate)
        let distance: Int = distance(wanted, letters)
        return distance * 3 <= max(wanted.count, letters.count) ? (candidate, distance) : nil
    }
    return scored.min { $0.distance < $1.distance }?.name
}

private func letters(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter {
        $0 >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
}

private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row: [Int] = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var diagonal: Int = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() {
            let changed: Int = diagonal + (x == y ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
