import Basics
import CaseModel
import Intake
import JSON
import Playbook
import ServiceLevels

/// A kind of text that comes from outside, and the readers that take it, in this process: whatever the text, they return
/// or throw.
enum TextTrial: String, CaseIterable {
    case mapping, rows, lines, json, payload, playbook, calendar, serviceLevel, iCalendar, words

    private var specimens: [String] {
        switch self {
        case .mapping: Specimens.mappings
        case .rows: Specimens.rows
        case .lines: Specimens.lines
        case .json, .payload: Specimens.lines + Specimens.commands
        case .playbook: Specimens.playbooks
        case .calendar: Specimens.calendars
        case .serviceLevel: Specimens.serviceLevels
        case .iCalendar: Specimens.iCalendars
        case .words: HostileValues.times + HostileValues.numbers
        }
    }

    /// Reads the text that a seed makes; the same seed, the same text.
    static func run(seed: UInt64) {
        var random = SplitMix64(seed: seed, 1)
        // Playbooks are long, and checking them costs most.
        let kinds: [(TextTrial, weight: Double)] = allCases.map { ($0, $0 == .playbook ? 0.1 : 1) }
        let kind: TextTrial = random.pick(kinds)
        let specimens: [[UInt8]] = kind.specimens.map { Array($0.utf8) }
        let input: [UInt8] = random.pick(specimens)
        var mutator = Mutator(random)
        kind.read(mutator.mutated(input, others: specimens), &mutator.random)
    }

    private func read(_ bytes: [UInt8], _ random: inout SplitMix64) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .mapping:
            guard let mapping = try? SourceMapping(yaml: text, name: "mutated") else { return }
            for rows in Specimens.rows { Self.parse(Array(rows.utf8), mapping, &random) }
        case .rows:
            guard let yaml = Specimens.mappings.dropLast().randomElement(using: &random),
                let mapping = try? SourceMapping(yaml: yaml, name: "rows")
            else { return }
            Self.parse(bytes, mapping, &random)
        case .lines: Self.parse(bytes, .canonical, &random)
        case .json:
            guard let value = try? JSONValue.parse(bytes) else { return }
            _ = (value.int64Value, value.doubleValue, value.objectValue?["confidence"]?.doubleValue)
        case .payload:
            let type: EventType = random.pick(EventType.allCases)
            bytes.withUnsafeBytes { bytes in
                guard let event = try? EventCodec.decode(type, bytes) else { return }
                _ = event.brokenInvariant(at: Timestamp(seconds: 1_770_000_000))
            }
        case .playbook:
            guard let playbook = try? Playbook(yaml: text, source: "mutated") else { return }
            _ = PlaybookCheck(playbook, effort: 20_000)
            _ = playbook.advise(Situation())
        case .calendar:
            guard let calendar = try? WorkingCalendar(yaml: text) else { return }
            Self.reckon(WorkingTime(calendar), &random)
        case .serviceLevel: _ = try? ServiceLevelPolicy(yaml: text)
        case .iCalendar:
            guard let calendar = try? WorkingCalendar(yaml: Specimens.calendars[0]),
                let holidays = try? ICalendarHolidays.read(text)
            else { return }
            var own: WorkingCalendar = calendar
            own.holidays += holidays
            Self.reckon(WorkingTime(own), &random)
        case .words:
            let time: Timestamp? = TimeText.parse(rfc3339: text, defaultOffset: random.integer(below: 100_000) - 50_000)
            _ = (time.map(TimeText.format), WorkingDuration(text), DayInterval(text), CalendarDay(text))
            _ = (
                StreamName(text), Actor(text),
                (try? Zone(named: text)).map { $0.offset(whenClockShows: (time ?? .latest).microseconds / 1_000_000) }
            )
        }
    }

    private static func parse(_ bytes: [UInt8], _ mapping: SourceMapping, _ random: inout SplitMix64) {
        var splitter = RecordSplitter(format: mapping.format, maximumRecordBytes: 1 << 16)
        let options = IntakeOptions(brandAccounts: ["lunabrisa"], now: Timestamp(seconds: 1_790_000_000))
        var parser: RecordParser?
        func take(_ record: Record) {
            if parser == nil {
                let header: Record? = mapping.format.hasHeader ? record : nil
                parser = try? RecordParser(mapping: mapping, header: header, options: options)
                if header != nil { return }
            }
            _ = parser?.message(of: record)
        }
        // In pieces, as a file is read.
        var rest: ArraySlice<UInt8> = bytes[...]
        while !rest.isEmpty {
            let piece: ArraySlice<UInt8> = rest.prefix(1 + random.integer(below: 500))
            piece.withUnsafeBytes { splitter.feed($0, take) }
            rest = rest.dropFirst(piece.count)
        }
        splitter.finish(take)
    }

    private static func reckon(_ time: WorkingTime, _ random: inout SplitMix64) {
        let moments: [Timestamp] = [
            .earliest, .latest, Timestamp(seconds: 1_770_000_000),
            Timestamp(microseconds: Int64(bitPattern: random.next())),
        ]
        for moment in moments {
            let length = Int64(random.integer(below: 1 << 40))
            _ = time.adding(length, to: moment)
            _ = time.explain(adding: length, to: moment)
            _ = time.working(from: moment, to: random.pick(moments))
            _ = time.day(time.localDay(of: moment))
        }
    }
}
