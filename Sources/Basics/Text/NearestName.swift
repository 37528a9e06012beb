/// The candidate most similar to a name, for "did you mean"; nil if none is similar. Ignores case, spaces and
/// punctuation, and allows a third of the letters to differ (Levenshtein distance). O(candidates · length²).
package func nearestName(to name: String, in candidates: [String]) -> String? {
    let wanted = letters(name)
    // Too long to resemble any candidate.
    guard !wanted.isEmpty, wanted.count <= 96 else { return nil }
    let scored = candidates.compactMap { candidate -> (String, Int)? in
        let letters = letters(candidate)
        guard !letters.isEmpty, letters.count <= 64 else { return nil }
        let distance = distance(wanted, letters)
        return distance * 3 <= max(wanted.count, letters.count) ? (candidate, distance) : nil
    }
    return scored.min { $0.1 < $1.1 }?.0
}

private func letters(_ name: String) -> [UInt8] {
    name.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 }.filter { byte in
        byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() {
            let changed = diagonal + (x == y ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
