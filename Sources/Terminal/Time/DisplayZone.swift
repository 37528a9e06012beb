internal import Foundation

/// The time zone that times are printed in and days are cut in.
public struct DisplayZone: Sendable, Equatable {
    private enum Rule: Equatable {
        case fixed(seconds: Int)
        case named(TimeZone)
    }

    private let rule: Rule

    /// The zone's name: `UTC`, an IANA name, or an offset such as `+02:00`.
    public let name: String

    /// Coordinated universal time.
    public static let utc = DisplayZone(rule: .fixed(seconds: 0), name: "UTC")

    private init(rule: Rule, name: String) {
        self.rule = rule
        self.name = name
    }

    /// The zone that `--tz` names: an IANA name in its own spelling (`Europe/Madrid`), an offset `±HH:MM` up to 14
    /// hours, or `UTC` or `Z`.
    ///
    /// Names without a region are refused: `IST` and `CST` mean several zones.
    public init(parsing text: String) throws(UnknownZone) {
        if text == "UTC" || text == "Z" {
            self = .utc
        } else if let zone = Self.offset(text) ?? Self.named(text) {
            self = zone
        } else {
            throw UnknownZone(name: text)
        }
    }

    /// The zone of the system: the one that the environment variable `TZ` names, else the machine's; UTC where that has
    /// none.
    public static func system(TZ: String?) -> DisplayZone {
        if let TZ, !TZ.isEmpty {
            let name = TZ.utf8.first == UInt8(ascii: ":") ? String(TZ.dropFirst()) : TZ
            if let zone = try? DisplayZone(parsing: name) { return zone }
        }
        let current = TimeZone.current
        return named(current.identifier) ?? DisplayZone(rule: .named(current), name: current.identifier)
    }

    /// How many seconds the zone's clocks are ahead of UTC at a moment. O(1); about 0.1 µs for a named zone.
    public func offset(atSecondsSinceEpoch seconds: Int64) -> Int {
        switch rule {
        case .fixed(let offset): offset
        case .named(let zone): zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
    }

    private static func named(_ text: String) -> DisplayZone? {
        if text == "Etc/UTC" { return utc }
        guard text.utf8.contains(UInt8(ascii: "/")), !text.utf8.contains(0) else { return nil }
        return TimeZone(identifier: text).map { DisplayZone(rule: .named($0), name: text) }
    }

    private static func offset(_ text: String) -> DisplayZone? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let sign = [0x2B: 1, 0x2D: -1][Int(bytes[0])] else {
            return nil
        }
        let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits[2] * 10 + digits[3]
        guard minutes < 60, hours * 60 + minutes <= 14 * 60 else { return nil }
        return DisplayZone(rule: .fixed(seconds: sign * (hours * 3_600 + minutes * 60)), name: text)
    }
}

/// The refusal of a time zone's name.
public struct UnknownZone: Error, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What was given.
    public let name: String

    /// What is wrong and what to do, without what was given.
    public var description: String {
        "The time zone is not known: give an IANA name such as Europe/Madrid, an offset such as +02:00, or UTC."
    }

    /// The description with what was given.
    public var debugDescription: String { "\(description) Given: \(name.debugDescription)" }
}
