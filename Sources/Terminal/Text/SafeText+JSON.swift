import Basics

extension SafeText {
    /// A JSON text with everything unsafe written as `\uXXXX`: the same JSON, and safe to print.
    ///
    /// JSON has nothing unsafe outside its strings but line breaks, which stay. O(n); no copy where nothing is to be
    /// changed.
    public static func safe(json text: String) -> String {
        if text.unicodeScalars.allSatisfy({ $0.isPrintable || $0 == "\n" }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isPrintable || scalar == "\n" {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 { result += "\\u" + Hexadecimal.text(unit, digits: 4) }
            }
        }
        return result
    }
}
