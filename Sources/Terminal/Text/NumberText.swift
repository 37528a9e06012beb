/// Numbers as people read them: grouped by thousands with commas, with a decimal point.
public enum NumberText {
    /// A whole number in groups of three digits: `1,234,567`.
    public static func grouped(_ number: some BinaryInteger) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var bytes: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
            bytes.append(digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number with a fixed count of decimals (0 to 9), rounded half away from zero: `1,234.50`; `–` where it is no
    /// finite number.
    public static func fixed(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return "–" }
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        guard let scaled = Int(exactly: (number * Double(scale)).rounded()) else { return "\(number)" }
        let whole = grouped(scaled.magnitude / scale.magnitude)
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return sign + whole }
        let fraction = String(scaled.magnitude % scale.magnitude)
        return sign + whole + "." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
    }

    /// How many there are in a second: `456,789/s`, `9.5/s` below ten, `0.04/s` below one.
    public static func rate(perSecond rate: Double) -> String {
        let decimals = rate >= 9.95 || rate == 0 ? 0 : rate >= 0.995 ? 1 : 2
        return fixed(rate, decimals: decimals) + "/s"
    }

    /// A size in binary units (IEC 80000-13): `512 B`, `1.5 KiB`, `64.0 MiB`.
    public static func bytes(_ count: Int64) -> String {
        guard count.magnitude >= 1024 else { return "\(grouped(count)) B" }
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var size = Double(count) / 1024
        var unit = 0
        while abs(size) >= 1023.95, unit < units.count - 1 {
            size /= 1024
            unit += 1
        }
        return "\(fixed(size, decimals: 1)) \(units[unit])"
    }
}
