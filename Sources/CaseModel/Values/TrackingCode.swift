/// The code by which a customer can name a case: short enough for the phone, with a check character.
///
/// In Crockford's base 32 (<https://www.crockford.com/base32.html>), without I, L, O and U. The last character makes
/// the sum of all, weighted by powers of a primitive element of GF(32), zero. That detects every single wrong character
/// and every swap of two (a Reed-Solomon code with one check symbol; I. S. Reed, G. Solomon: "Polynomial Codes over
/// Certain Finite Fields", 1960). The first character is a letter, so that a code never looks like a case number.
///
/// The code is a permutation of the case number that depends on the store's secret. So codes are unique within a store,
/// don't reveal how many cases there are, and are decoded without a search.
package enum TrackingCode {
    /// Characters of a code.
    package static let length = 7
    /// Characters of codes by earlier versions: random, without a check character.
    package static let formerLength = 8
    /// Characters of a code once the short ones are used up.
    package static let longLength = 13

    /// The code of a case in the store with this secret.
    package static func code(of number: CaseNumber, secret: UInt64) -> String {
        let number = UInt64(clamping: number.rawValue)
        let payload: Int = number < limit(length - 1) ? length - 1 : longLength - 1
        let value: UInt64 = permuted(number & (limit(payload) - 1), payload, secret, isForward: true)
        // The first character is one of eight letters, so that no code is all digits.
        var symbols: [UInt8] = (1..<payload).map { UInt8(value >> (5 * UInt64(payload - 1 - $0)) & 31) }
        symbols.insert(firstLetter + UInt8(value >> (5 * UInt64(payload - 1))), at: 0)
        return String(decoding: (symbols + [check(symbols)]).map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// The case with a code in the store with this secret; nil if there can't be one.
    package static func number(of code: String, secret: UInt64) -> CaseNumber? {
        guard code.utf8.count != formerLength, fits(code), let symbols = symbols(of: code), let first = symbols.first,
            firstLetter..<(firstLetter + 8) ~= first
        else { return nil }
        let payload: Int = symbols.count - 1
        let value: UInt64 = symbols[1..<payload].reduce(UInt64(first - firstLetter)) { $0 << 5 | UInt64($1) }
        let number = CaseNumber(Int64(permuted(value, payload, secret, isForward: false)))
        return self.code(of: number, secret: secret) == code ? number : nil
    }

    /// A typed code in canonical form: upper case, without spaces and hyphens, 0 for O, 1 for I and L. Nil if its
    /// length or characters are wrong.
    package static func normalized(_ text: String) -> String? {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", " ": continue
            case "o", "O": out += "0"
            case "i", "I", "l", "L": out += "1"
            case "a"..."z": out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) - 32))
            case "A"..."Z", "0"..."9": out.unicodeScalars.append(scalar)
            default: return nil
            }
            if out.utf8.count > longLength { return nil }
        }
        return [length, formerLength, longLength].contains(out.utf8.count) ? out : nil
    }

    /// Whether the check character is correct. Always true for codes of `formerLength`.
    package static func fits(_ code: String) -> Bool {
        guard code.utf8.count != formerLength else { return true }
        guard let symbols = symbols(of: code), let last = symbols.last else { return false }
        return check(Array(symbols.dropLast())) == last
    }

    // MARK: Characters

    private static let alphabet: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static func symbols(of code: String) -> [UInt8]? {
        var symbols: [UInt8] = []
        for byte in code.utf8 {
            guard let symbol = alphabet.firstIndex(of: byte) else { return nil }
            symbols.append(UInt8(symbol))
        }
        return symbols
    }

    /// The index of `A`.
    private static let firstLetter: UInt8 = 10

    /// The check character's index: the sum of the symbols, each times a power of x.
    private static func check(_ symbols: [UInt8]) -> UInt8 {
        var sum: UInt8 = 0
        for symbol in symbols { sum = timesX(sum ^ symbol) }
        return sum
    }

    /// Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1), where x is primitive.
    private static func timesX(_ symbol: UInt8) -> UInt8 {
        let shifted: UInt8 = symbol << 1
        return shifted & 32 == 0 ? shifted : (shifted ^ 0b100101) & 31
    }

    // MARK: Permutation

    /// The number of values of `payload` characters before the check character: 3 bits for the first, 5 for each other.
    private static func limit(_ payload: Int) -> UInt64 { 1 << (3 + 5 * UInt64(payload - 1)) }

    /// A Feistel network. Backwards it runs the rounds in reverse order.
    private static func permuted(_ value: UInt64, _ payload: Int, _ secret: UInt64, isForward: Bool) -> UInt64 {
        let bits = UInt64(3 + 5 * (payload - 1)) / 2
        let half: UInt64 = (1 << bits) - 1
        var (left, right) = ((value >> bits) & half, value & half)
        for round in 0..<6 {
            if isForward {
                (left, right) = (right, left ^ (mixed(right, secret, round) & half))
            } else {
                (left, right) = (right ^ (mixed(left, secret, 5 - round) & half), left)
            }
        }
        return left << bits | right
    }

    /// The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood: "Fast Splittable Pseudorandom Number Generators",
    /// 2014). Scatters; not for security, since a code gives access to nothing.
    private static func mixed(_ half: UInt64, _ secret: UInt64, _ round: Int) -> UInt64 {
        var z: UInt64 = half &+ secret &+ UInt64(round + 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
