internal import CaseModel

extension TimePattern {
    /// Reads a time that fills `bytes`; nil where it has another form or the calendar lacks it.
    func read(_ bytes: UnsafeRawBufferPointer) -> (civil: CivilTime, offset: Int?)? {
        var scanner = TimeScanner(bytes)
        var reading = Reading()
        for part in parts {
            guard reading.take(part, from: &scanner) else { return nil }
        }
        guard scanner.isAtEnd else { return nil }
        return reading.time
    }
}

/// What has been read of a time so far.
private struct Reading {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0
    var offset: Int?
    var isAfternoon: Bool?
    var epochSeconds: Int?

    var time: (civil: CivilTime, offset: Int?)? {
        if let epochSeconds {
            guard epochSeconds <= maximumEpochSeconds else { return nil }
            let microseconds = Int64(epochSeconds) * 1_000_000 + Int64(microsecond)
            return (CivilTime(Timestamp(microseconds: microseconds)), 0)
        }
        var hour = hour
        if let isAfternoon {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let civil = CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, microsecond: microsecond)
        return civil.map { ($0, offset) }
    }

    mutating func take(_ part: TimePattern.Part, from scanner: inout TimeScanner) -> Bool {
        switch part {
        case .year: return Self.store(scanner.number(4, 4), in: &year)
        case .shortYear: return Self.store(scanner.number(2, 2).map { $0 < 69 ? 2000 + $0 : 1900 + $0 }, in: &year)
        case .month: return Self.store(scanner.number(1, 2), in: &month)
        case .monthName: return Self.store(nameIndex(monthNames, &scanner), in: &month)
        case .day:
            _ = scanner.take(UInt8(ascii: " "))
            return Self.store(scanner.number(1, 2), in: &day)
        case .weekday: return nameIndex(weekdayNames, &scanner) != nil
        case .hour, .halfDayHour: return Self.store(scanner.number(1, 2), in: &hour)
        case .minute: return Self.store(scanner.number(2, 2), in: &minute)
        case .second: return Self.store(scanner.number(2, 2), in: &second)
        case .fraction: return Self.store(scanner.fraction(), in: &microsecond)
        case .halfDay:
            let word = scanner.word(2)
            isAfternoon = word == pack("pm")
            return isAfternoon == true || word == pack("am")
        case .offset:
            offset = scanner.offset()
            return offset != nil
        case .zoneName:
            offset = 0
            let word = scanner.word(3)
            return word == pack("utc") || word == pack("gmt") || word == pack("z")
        case .epochSeconds:
            epochSeconds = scanner.number(1, 12)
            return epochSeconds != nil
        case .spaces: return scanner.takeSpaces() > 0
        case .literal(let byte): return scanner.take(byte)
        }
    }

    private static func store(_ value: Int?, in part: inout Int) -> Bool {
        guard let value else { return false }
        part = value
        return true
    }
}

/// 9999-12-31T23:59:59Z.
private let maximumEpochSeconds = 253_402_300_799

private typealias PackedWord = (packed: UInt64, count: Int)

private func pack(_ word: String) -> PackedWord {
    (word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, word.utf8.count)
}

private let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
].map(pack)

private let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(pack)

/// Takes a name, short (three letters) or in full; its place in the list from 1.
private func nameIndex(_ names: [PackedWord], _ scanner: inout TimeScanner) -> Int? {
    let word = scanner.word(9)
    for (index, name) in names.enumerated() {
        if word == name { return index + 1 }
        let short = name.packed >> UInt64(8 * (min(name.count, 8) - 3))
        if word.count == 3, word.packed == short { return index + 1 }
    }
    return word == pack("sept") ? 9 : nil
}
