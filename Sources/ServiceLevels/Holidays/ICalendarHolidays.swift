/// Reads the holidays of an iCalendar text (RFC 5545): its events that last whole days.
///
/// Read are VEVENT with DTSTART and DTEND or DURATION as dates, SUMMARY, a yearly RRULE, EXDATE and STATUS:CANCELLED;
/// all else is passed over, but nothing that would change which days are free: that is refused with its line.
package enum ICalendarHolidays {
    /// Bytes of a text that are taken.
    package static let longest = 1 << 20
    private static let mostEvents = 5000
    private static let deepest = 8

    /// - Throws: what is wrong first, with its line.
    /// - Complexity: O(length of the text).
    package static func read(_ text: String) throws(ICalendarError) -> [Holiday] {
        guard text.utf8.count <= longest else { throw ICalendarError(.tooLong(limit: longest), line: 1) }
        let lines = try ContentLine.lines(of: text)
        guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR" else {
            throw ICalendarError(.notACalendar, line: 1)
        }
        var open: [String] = []
        var event: HolidayEvent?
        var holidays: [Holiday] = []
        var events = 0
        for line in lines {
            switch line.name {
            case "BEGIN":
                let name = line.value.uppercased()
                guard open.count < deepest, open.isEmpty == (name == "VCALENDAR") else {
                    throw ICalendarError(.wrongNesting, line: line.line)
                }
                open.append(name)
                guard name == "VEVENT", open.count == 2 else { continue }
                events += 1
                guard events <= mostEvents else { throw ICalendarError(.tooMany(limit: mostEvents), line: line.line) }
                event = HolidayEvent(line: line.line)
            case "END":
                guard open.popLast() == line.value.uppercased() else {
                    throw ICalendarError(.wrongNesting, line: line.line)
                }
                guard open.count == 1, let finished = event else { continue }
                if let holiday = try finished.holiday() { holidays.append(holiday) }
                event = nil
            default:
                guard !open.isEmpty else { throw ICalendarError(.wrongNesting, line: line.line) }
                if open.count == 2 { try event?.take(line) }
            }
        }
        guard open.isEmpty else { throw ICalendarError(.cutShort, line: lines.last?.line ?? 1) }
        return holidays
    }
}
