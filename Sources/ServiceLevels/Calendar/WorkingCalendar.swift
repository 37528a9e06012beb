package import Basics

/// The hours and days on which the house works, in the zone of its clocks. Data alone: `WorkingTime` reckons with it.
package struct WorkingCalendar: Hashable, Sendable {
    /// What people call it, one lower-case word.
    package var name: String
    /// The version as the house says it.
    package var version: String
    package var zone: Zone
    /// What is worked on a day of the week, in order and without overlap; a day that is not there is not worked.
    package var week: [Weekday: [DayInterval]]
    /// Whole days that are not worked.
    package var holidays: [Holiday]
    /// Days with hours of their own; they go before holidays and the week.
    package var specialDays: [CalendarDay: SpecialDay]

    /// A day with hours of its own.
    package struct SpecialDay: Hashable, Sendable {
        /// What people call the day, where it has a name.
        package var name: String?
        /// In order and without overlap; empty for a day that is not worked.
        package var hours: [DayInterval]

        package init(name: String? = nil, hours: [DayInterval]) {
            self.name = name
            self.hours = hours
        }
    }

    /// Puts a calendar together; hours are taken as they are, in order and without overlap.
    package init(
        name: String, version: String, zone: Zone, week: [Weekday: [DayInterval]], holidays: [Holiday] = [],
        specialDays: [CalendarDay: SpecialDay] = [:]
    ) {
        self.name = name
        self.version = version
        self.zone = zone
        self.week = week
        self.holidays = holidays
        self.specialDays = specialDays
    }

    /// All hours of all days, in UTC: what holds where the house has adopted no calendar.
    package static let always = WorkingCalendar(
        name: "always", version: "1", zone: .utc,
        week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [.wholeDay]) }))

    /// The names by which `always` is meant, unless the house adopted a calendar of that name.
    package static let builtInNames = ["always", "24x7"]

    /// The text of `always`, to begin one's own from.
    package static let alwaysText = """
        name: always
        version: "1"
        zone: UTC
        week:
          monday-sunday: 00:00-24:00

        """
}
