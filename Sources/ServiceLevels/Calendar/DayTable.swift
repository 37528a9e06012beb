internal import Basics

/// A calendar's days, ready to be looked up.
struct DayTable: Sendable {
    private let week: [[DayInterval]]
    private let specialDays: [CalendarDay: WorkingCalendar.SpecialDay]
    /// Holidays that come once, day by day.
    private let once: [Int64: String]
    private let yearly: [Holiday]

    init(_ calendar: WorkingCalendar) {
        week = Weekday.allCases.map { calendar.week[$0] ?? [] }
        specialDays = calendar.specialDays
        yearly = calendar.holidays.filter { $0.recurrence != nil }
        once = calendar.holidays.reduce(into: [:]) { table, holiday in
            guard holiday.recurrence == nil else { return }
            let range = holiday.first.number..<holiday.first.number + Int64(holiday.days)
            for day in holiday.days(in: range) where table[day.number] == nil { table[day.number] = holiday.name }
        }
    }

    /// The holidays among some days. O(days + holidays).
    func holidays(in range: Range<Int64>) -> Set<Int64> {
        var found: Set<Int64> = []
        for number in range where once[number] != nil { found.insert(number) }
        for holiday in yearly { found.formUnion(holiday.days(in: range).map(\.number)) }
        return found
    }

    /// The hours of a day: its own where it is special, none on a holiday, else those of the week. O(1).
    func hours(of day: CalendarDay, isHoliday: Bool) -> [DayInterval] {
        if let special = specialDays[day] { return special.hours }
        if isHoliday { return [] }
        return week[Int(((day.number + 3) % 7 + 7) % 7)]
    }

    /// What a day is called, and whether it is a holiday. O(holidays).
    func name(of day: CalendarDay) -> (text: String?, isHoliday: Bool) {
        let range = day.number..<day.number + 1
        let holiday = once[day.number] ?? yearly.first { !$0.days(in: range).isEmpty }?.name
        let name = specialDays[day].map { $0.name ?? holiday } ?? holiday
        return (name.flatMap { $0.isEmpty ? nil : $0 }, holiday != nil)
    }
}
