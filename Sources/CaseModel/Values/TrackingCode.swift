/// What a customer is told to name a case by: short enough to be told on the phone, and safe against a slip.
///
/// Letters and digits of Crockford's base 32 (<https://www.crockford.com/base32.html>), which has no I, L, O and U. The last is
/// a check character: with the places weighted by different powers of a primitive element of GF(32), the sum of all is 0. So
/// each single wrong character, and each two that changed places, are found out (a Reed-Solomon code with one check symbol;
/// I. S. Reed, G. Solomon: "Polynomial Codes over Certain Finite Fields", 1960). A code is never all digits, or it would look
/// like a case's number.
///
/// Codes are not drawn by lot: the number of the case goes through a permutation that depends on the store's secret. So no two
/// cases of a store have the same, none tells how many there are, and the case is found without a search.
package enum TrackingCode {
    /// Characters of a code, and of those that were drawn by lot before and have no check character.
    package static let length = 7
    package static let formerLength = 8
    /// Characters of a code where a store has more cases than the short ones can tell apart.
    package static let longLength = 13

    /// The code of a case.
    ///
    /// - Parameter secret: the store's, by which its codes differ from those of others.
    package static func code(of number: CaseNumber, secret: UInt64) -> String {
        let number = UInt64(clamping: number.rawValue)
        let payload: Int = number < limit(length - 1) ? length - 1 : longLength - 1
        let value: UInt64 = permuted(number & (limit(payload) - 1), payload, secret, isForward: true)
        // Eight letters to begin with, so that no code is all digits.
        var symbols: [UInt8] = (1..<payload).map { UInt8(value >> (5 * UInt64(payload - 1 - $0)) & 31) }
        symbols.insert(firstLetter + UInt8(value >> (5 * UInt64(payload - 1))), at: 0)
        return String(decoding: (symbols + [check(symbols)]).map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// The number whose code this is, in a store with this secret; nil where none has it.
    package static func number(of code: String, secret: UInt64) -> CaseNumber? {
        guard code.utf8.count != formerLength, fits(code), let symbols = symbols(of: code), let first = symbols.first,
            firstLetter..<(firstLetter + 8) ~= first
        else { return nil }
        let payload: Int = symbols.count - 1
        let value: UInt64 = symbols[1..<payload].reduce(UInt64(first - firstLetter)) { $0 << 5 | UInt64($1) }
        let number = CaseNumber(Int64(permuted(value, payload, secret, isForward: false)))
        return self.code(of: number, secret: secret) == code ? number : nil
    }

    /// A code as somebody typed it, as it is kept: capitals, no spaces and hyphens, O for zero and I or L for one; nil where
    /// it is none by its length or its characters.
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

    /// Whether the check character fits; codes of the former length have none.
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

    /// The place of `A`.
    private static let firstLetter: UInt8 = 10

    /// The sum of the symbols, each times a power of x of its own; the check character's is x⁰.
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

    /// Numbers below this have codes of so many characters before the check character: a letter tells 3 bits, the others 5.
    private static func limit(_ payload: Int) -> UInt64 { 1 << (3 + 5 * UInt64(payload - 1)) }

    /// A Feistel network over two halves: backwards with the rounds in the other order.
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

    /// The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood: "Fast Splittable Pseudorandom Number Generators", 2014):
    /// scatters, and protects no secret; a code opens nothing.
    private static func mixed(_ half: UInt64, _ secret: UInt64, _ round: Int) -> UInt64 {
        var z: UInt64 = half &+ secret &+ UInt64(round + 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
