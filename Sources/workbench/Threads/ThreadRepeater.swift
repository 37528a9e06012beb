import Basics

/// The rows of a file over and over, each time as if other people had written them at another time.
struct ThreadRepeater {
    private let rows: [ThreadFile.Row]
    private let seed: UInt64
    /// What message ids and customers' numbers grow by with each repetition.
    private let idStep: Int
    private let authorStep: Int
    private let customers: Set<String>
    private var count = 0

    private static let secondsBetween = 40_620
    private static let jitter = 21_600
    /// So that times stay in our days, however many rows are wanted.
    private static let periods = 2000

    init(_ file: ThreadFile, seed: UInt64) {
        rows = file.rows
        self.seed = seed
        customers = Set(rows.filter(\.isTheirs).map(\.author))
        idStep = Self.powerOfTen(over: rows.reduce(0) { max($0, $1.id, $1.parent ?? 0, $1.responses.max() ?? 0) })
        authorStep = Self.powerOfTen(over: customers.compactMap { Int($0) }.max() ?? 0)
    }

    /// The next row as it stands in the file, line feed included.
    mutating func next() -> [UInt8] {
        let (repetition, index) = count.quotientAndRemainder(dividingBy: rows.count)
        let row: ThreadFile.Row = rows[index]
        let shift: Int = repetition * idStep
        var line: [UInt8] = Array(
            "\(count),\(row.id + shift),\(row.isTheirs ? renamed(row.author, repetition) : row.author),".utf8)
        line += (row.isTheirs ? "True," : "False,").utf8
        line += ThreadTime.text(row.time - earlier(row.root, repetition)).utf8
        line.append(UInt8(ascii: ","))
        append(text(row.text, repetition), to: &line)
        line.append(UInt8(ascii: ","))
        append(Array(row.responses.map { String($0 + shift) }.joined(separator: ",").utf8), to: &line)
        line.append(UInt8(ascii: ","))
        if let parent = row.parent { line += "\(parent + shift).0".utf8 }
        line.append(UInt8(ascii: "\n"))
        count += 1
        return line
    }

    /// How much earlier a conversation is than in the file, in seconds.
    private func earlier(_ root: Int, _ repetition: Int) -> Int {
        guard repetition > 0 else { return 0 }
        var random = SplitMix64(seed: seed, UInt64(repetition), UInt64(bitPattern: Int64(root)))
        return repetition % Self.periods * Self.secondsBetween + random.integer(below: Self.jitter)
    }

    private func renamed(_ customer: String, _ repetition: Int) -> String {
        guard repetition > 0 else { return customer }
        return Int(customer).map { String($0 + repetition * authorStep) } ?? "\(customer)-\(repetition)"
    }

    /// The words, with the customers' numbers in `@115712` as they are now.
    private func text(_ text: [UInt8], _ repetition: Int) -> [UInt8] {
        guard repetition > 0, text.contains(UInt8(ascii: "@")) else { return text }
        var out: [UInt8] = []
        var i = 0
        while i < text.count {
            out.append(text[i])
            i += 1
            guard text[i - 1] == UInt8(ascii: "@") else { continue }
            let end: Int = text[i...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? text.count
            let number = String(decoding: text[i..<end], as: UTF8.self)
            guard customers.contains(number) else { continue }
            out += renamed(number, repetition).utf8
            i = end
        }
        return out
    }

    /// In quotes where it has to be; a lone carriage return stands as it is, as in the real file.
    private func append(_ field: [UInt8], to line: inout [UInt8]) {
        let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n")]
        guard field.contains(where: special.contains) else {
            line += field
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }

    private static func powerOfTen(over number: Int) -> Int {
        var power = 10
        while power <= number { power *= 10 }
        return power
    }
}
