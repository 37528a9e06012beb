/// Why an iCalendar text gives no holidays, and on which line. Its sentence never shows the text.
package struct ICalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The text is longer than so many bytes.
        case tooLong(limit: Int)
        /// An unfolded line is longer than so many bytes.
        case lineTooLong(limit: Int)
        /// There are more than so many events.
        case tooMany(limit: Int)
        /// The line is no `NAME:value`.
        case notAContentLine
        /// The text does not begin with `BEGIN:VCALENDAR`.
        case notACalendar
        /// A component ends that was not begun, or they are nested deeper than they may be.
        case wrongNesting
        /// The text ends before its calendar does.
        case cutShort
        /// The event has no start.
        case noStart
        /// A property that may be there once is there twice.
        case twice(String)
        /// The value is no day `YYYYMMDD`.
        case notADay(String)
        /// The event has a time of day: a holiday is whole days.
        case notWholeDays
        /// The event ends before it starts, or lasts longer than a year.
        case wrongLength
        /// How it comes again is beyond what is read.
        case unsupported(String)
    }

    package let problem: Problem
    /// From 1.
    package let line: Int

    init(_ problem: Problem, line: Int) {
        self.problem = problem
        self.line = line
    }

    package var description: String { "iCalendar, line \(line): \(sentence)" }

    private var sentence: String {
        switch problem {
        case .tooLong(let limit): "the text is longer than \(limit) bytes; give holidays alone"
        case .lineTooLong(let limit): "the line is longer than \(limit) bytes"
        case .tooMany(let limit): "there are more than \(limit) events; give holidays alone"
        case .notAContentLine: "this is no line of an iCalendar, NAME:value"
        case .notACalendar: "an iCalendar begins with BEGIN:VCALENDAR"
        case .wrongNesting: "BEGIN and END don't match"
        case .cutShort: "the text ends before END:VCALENDAR; is the file whole?"
        case .noStart: "the event has no DTSTART"
        case .twice(let name): "\(name) stands twice in one event"
        case .notADay(let name): "\(name) is a day, as in 20261225"
        case .notWholeDays:
            "the event has a time of day, and a holiday is whole days; give DTSTART;VALUE=DATE:20261225, or take it out"
        case .wrongLength: "the event ends before it starts, or lasts longer than 366 days"
        case .unsupported(let what):
            "\(what) is beyond what is read: RRULE with FREQ=YEARLY, INTERVAL, COUNT or UNTIL, BYMONTH, and BYMONTHDAY "
                + "or one BYDAY; write the days out instead"
        }
    }
}
