/// One line on a terminal that says how far long work has come, at what rate and how long it will still take.
///
/// The line is drawn after half a second of work, then at most ten times a second, and wiped at the end. Where there is
/// no terminal, nothing is printed. It needs no terminal sequence but CR.
public struct ProgressLine {
    private let label: String
    private let total: Int?
    private let width: Int?
    private let clock: () -> Int64
    private let sink: (String) -> Void
    private let started: Int64
    private var nextDrawing: Int64
    private var drawnWidth = 0

    private static let firstDrawing: Int64 = 500_000
    private static let interval: Int64 = 100_000

    /// Progress of work that begins now.
    ///
    /// `total` is nil where it isn't known. `clock` gives microseconds that never go back, since any moment; `sink`
    /// prints what it is given, as it is and at once.
    public init(
        _ label: String, total: Int?, terminal: TerminalSettings, clock: @escaping () -> Int64,
        sink: @escaping (String) -> Void
    ) {
        self.label = SafeText.safe(label)
        self.total = total
        self.clock = clock
        self.sink = sink
        width = terminal.width
        started = clock()
        nextDrawing = started + Self.firstDrawing
    }

    /// Says that `done` of the total are done by now, and draws the line if it is time to. Costs a reading of the clock
    /// otherwise.
    public mutating func update(done: Int) {
        guard let width else { return }
        let now = clock()
        guard now >= nextDrawing else { return }
        nextDrawing = now + Self.interval
        let line = text(done: done, elapsed: now - started).truncated(toWidth: max(0, width - 1))
        let lineWidth = DisplayWidth.of(line)
        sink("\r" + line.padded(toWidth: drawnWidth) + (lineWidth < drawnWidth ? "\r" + line : ""))
        drawnWidth = lineWidth
    }

    /// Wipes the line, so that what is printed next stands where it stood.
    public mutating func finish() {
        guard drawnWidth > 0 else { return }
        sink("\r" + String(repeating: " ", count: drawnWidth) + "\r")
        drawnWidth = 0
    }

    private func text(done: Int, elapsed: Int64) -> String {
        let rate = elapsed > 0 ? Double(done) * 1_000_000 / Double(elapsed) : 0
        var parts = [label, NumberText.grouped(done)]
        if let total {
            parts[1] += " of \(NumberText.grouped(total))"
            if total > 0 { parts.append("\(Int(min(1, max(0, Double(done) / Double(total))) * 100)) %") }
        }
        parts.append(NumberText.rate(perSecond: rate))
        if let total, rate > 0, done < total {
            let seconds = (Double(total - done) / rate).rounded(.up)
            if seconds < 1_000_000_000 { parts.append("\(DurationText.compact(seconds: Int64(seconds))) left") }
        }
        return parts.joined(separator: "  ")
    }
}
