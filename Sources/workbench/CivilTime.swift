/// A moment as a calendar and a clock show it in UTC.
struct CivilTime: Hashable {
    var year: Int
    var month: Int
    var day: Int
    /// Seconds since midnight.
    var second: Int
    /// 0 is Monday.
    var weekday: Int

    /// Howard Hinnant's `civil_from_days` (<https://howardhinnant.github.io/date_algorithms.html>).
    init(secondsSinceEpoch seconds: Int) {
        let (days, second) = seconds.flooredDivision(by: 86_400)
        self.second = second
        weekday = (days + 3).flooredDivision(by: 7).remainder
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The inverse, `days_from_civil`.
    static func secondsSinceEpoch(year: Int, month: Int, day: Int, second: Int) -> Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * 86_400 + second
    }

    /// `hh:mm:ss`
    var clock: String { "\(Self.two(second / 3600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))" }

    /// RFC 3339, in UTC.
    var rfc3339: String { "\(year)-\(Self.two(month))-\(Self.two(day))T\(clock)Z" }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int {
    fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
