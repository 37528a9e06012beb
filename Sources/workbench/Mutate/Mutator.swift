import Basics

/// Changes an input at random, the same for the same generator: a few bytes, words, lines or fields.
struct Mutator {
    /// No input grows beyond so many bytes.
    static let longest = 1 << 17

    var random: SplitMix64

    init(_ random: SplitMix64) { self.random = random }

    /// The input with 1 to 6 changes; `others` are inputs of its kind, from which pieces are taken.
    mutating func mutated(_ input: [UInt8], others: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = input
        for _ in 0...random.integer(below: 6) {
            change(&bytes, others)
            if bytes.count > Self.longest { bytes.removeLast(bytes.count - Self.longest) }
        }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
        let place: Int = random.integer(below: bytes.count + 1)
        switch random.integer(below: 12) {
        case 0:
            guard place < bytes.count else { return }
            bytes[place] ^= 1 << UInt8(random.integer(below: 8))
        case 1: bytes.insert(contentsOf: HostileValues.any(&random), at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.integer(below: 40)))
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.integer(below: 80))], at: place)
        case 4...6: replaceWord(in: &bytes, at: place)
        case 7: replaceNumber(in: &bytes, at: place)
        case 8: bytes.removeLast(bytes.count - place)
        case 9:
            let other: [UInt8] = random.pick(others)
            let start: Int = random.integer(below: other.count + 1)
            bytes.insert(contentsOf: other[start..<min(other.count, start + random.integer(below: 200))], at: place)
        case 10: repeatWord(in: &bytes, at: place)
        default: moveLine(in: &bytes)
        }
    }

    /// Puts a hostile value into the place of a word, so that the input keeps its form.
    private mutating func replaceWord(in bytes: inout [UInt8], at place: Int) {
        let range: Range<Int> = Self.run(in: bytes, at: place, where: Self.isWord)
        bytes.replaceSubrange(range, with: HostileValues.any(&random))
    }

    private mutating func replaceNumber(in bytes: inout [UInt8], at place: Int) {
        guard let start = bytes[place...].firstIndex(where: Self.isDigit) else { return }
        let range: Range<Int> = Self.run(in: bytes, at: start, where: Self.isDigit)
        bytes.replaceSubrange(range, with: Array(random.pick(HostileValues.numbers).utf8))
    }

    private mutating func repeatWord(in bytes: inout [UInt8], at place: Int) {
        let range: Range<Int> = Self.run(in: bytes, at: place, where: Self.isWord)
        let word: [UInt8] = range.isEmpty ? HostileValues.any(&random) : Array(bytes[range])
        let times: Int = random.chance(0.1) ? 2_000 : 1 + random.integer(below: 40)
        bytes.insert(contentsOf: (0..<times).flatMap { _ in word }, at: range.upperBound)
    }

    private mutating func moveLine(in bytes: inout [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.remove(at: random.integer(below: lines.count))
        for _ in 0..<random.integer(below: 3) { lines.insert(line, at: random.integer(below: lines.count + 1)) }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func run(in bytes: [UInt8], at place: Int, where belongs: (UInt8) -> Bool) -> Range<Int> {
        var start: Int = place
        var end: Int = place
        while start > 0, belongs(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, belongs(bytes[end]) { end += 1 }
        return start..<end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 || byte == 0x2D || byte == 0x2E
    }
}
