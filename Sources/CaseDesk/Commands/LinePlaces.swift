internal import CaseModel
internal import JSON

/// A line of a file of commands as it was read.
struct CommandLine {
    /// From 1.
    let line: Int
    let value: Result<JSONValue, Refusal>
    /// What the line is known by where it brings no key of its own; nil where it is recorded each time.
    let place: String?
}

/// What the lines of a file are known by when it is applied again: the file's name, the line's words as they were read,
/// and how manieth line with these words it is.
///
/// So a line can be mended, added or moved, and the others stay what they were; a file of another name is another matter.
/// A pipe has no name: what is said there twice is meant twice.
struct LinePlaces {
    private let name: String?
    /// How often each line was there, by the first half of the SHA-256 of its words: a file may be larger than memory.
    private var counts: [SourceKey: Int] = [:]

    /// - Parameter file: the path as it was named; `-` for standard input.
    init(file: String) {
        name = file == "-" ? nil : file.split(separator: "/").last.map(String.init) ?? file
    }

    /// Where the next line stands. O(bytes).
    mutating func place(of line: some Collection<UInt8>) -> String? {
        guard let name else { return nil }
        let words: [UInt8] = Self.trimmed(line)
        let digest = SourceKey(sha256Of: words)
        let count: Int = (counts[digest] ?? 0) + 1
        counts[digest] = count
        return "line\u{0}\(name)\u{0}\(count)\u{0}\(String(decoding: words, as: UTF8.self))"
    }

    /// Without the blanks around it, so that an editor's line ends change nothing.
    private static func trimmed(_ line: some Collection<UInt8>) -> [UInt8] {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
        var words: [UInt8] = Array(line.drop { blanks.contains($0) })
        while let last = words.last, blanks.contains(last) { words.removeLast() }
        return words
    }
}
