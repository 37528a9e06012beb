import CaseModel
import ServiceLevels
import Testing

/// Reads a moment; one without an offset is UTC.
func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Timestamp {
    try #require(TimeText.parse(rfc3339: text, defaultOffset: 0), "\(text)", sourceLocation: sourceLocation)
}

/// Minutes in microseconds.
func minutes(_ count: Int64) -> Int64 { count * 60_000_000 }

/// Hours in microseconds.
func hours(_ count: Int64) -> Int64 { count * 3_600_000_000 }

/// The moment as text, or nothing.
func text(_ moment: Timestamp?) -> String? { moment.map { TimeText.format($0) } }

extension WorkingTime {
    /// The working time of a week in UTC, as a calendar's YAML tells it, with further lines of the calendar.
    convenience init(week: String, zone: String = "UTC", _ more: String = "") throws {
        self.init(
            try WorkingCalendar(
                yaml: """
                    name: test
                    version: "1"
                    zone: \(zone)
                    week:
                      \(week.split(separator: "\n").joined(separator: "\n  "))
                    \(more)
                    """))
    }
}

/// The text of an iCalendar with the lines of one event.
func iCalendar(event lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR", ""])
        .joined(separator: "\r\n")
}
