import JSON
import Measures
import Terminal
import Wording

extension Proportion {
    /// The share with its interval: `6.34 % [5.58 %, 7.19 %]`; `*` where a person counts more than once.
    func sentence(_ interval: ShareInterval?) -> String {
        guard let value, let interval else { return "-" }
        let mark: String = interval.method == .wilson ? "" : " *"
        return "\(value.percent) [\(interval.interval.lower.percent), \(interval.interval.upper.percent)]\(mark)"
    }

    /// The share with Wilson's interval, where each trial is independent of the others.
    var sentence: String {
        guard let value, let wilson95 else { return "-" }
        return "\(value.percent) [\(wilson95.lower.percent), \(wilson95.upper.percent)]"
    }

    /// The share, its interval and the interval's method and seed as cells of a table for spreadsheets; empty of nothing.
    func columns(_ interval: ShareInterval?) -> [String] {
        let ends: [Double?] = [value, interval?.interval.lower, interval?.interval.upper]
        return ends.map { $0.map { "\($0)" } ?? "" }
            + [interval?.method.name ?? "", interval?.method.seed.map { "\($0)" } ?? ""]
    }
}

extension ShareInterval {
    /// What heads all but the first of `Proportion.columns`.
    static func columnNames(_ prefix: String) -> [String] {
        ["interval95_lower", "interval95_upper", "interval_method", "interval_seed"].map { prefix + $0 }
    }
}

extension JSONWriter {
    /// An interval with its method, or null.
    mutating func interval95(_ interval: ShareInterval?) {
        key("interval95")
        guard let interval else { return null() }
        beginObject()
        number("lower", interval.interval.lower)
        number("upper", interval.interval.upper)
        field("method", interval.method.name)
        key("seed")
        if let seed = interval.method.seed { integer(Int64(clamping: seed)) } else { null() }
        endObject()
    }

    /// A number or null.
    mutating func number(_ name: String, _ value: Double?) {
        key(name)
        if let value { number(value) } else { null() }
    }
}

extension Double {
    /// `6.34 %`
    var percent: String { NumberText.fixed(self * 100, decimals: 2) + " %" }
}
