/// The text with the character references that networks write into it undone, once: `&amp; &lt; &gt; &quot; &apos;
/// &nbsp;` and numeric ones (<https://html.spec.whatwg.org/multipage/syntax.html#character-references>).
///
/// What is no such reference, or names no character, stays as it is. O(n).
func decodingHTML(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
        out += rest[..<ampersand]
        rest = rest[ampersand...]
        if let end = rest.prefix(longestReference).firstIndex(of: UInt8(ascii: ";")),
            let scalar = scalar(of: rest[rest.index(after: ampersand)..<end])
        {
            out += UTF8.encode(scalar).map(Array.init) ?? []
            rest = rest[rest.index(after: end)...]
        } else {
            out.append(UInt8(ascii: "&"))
            rest = rest.dropFirst()
        }
    }
    out += rest
    return String(decoding: out, as: UTF8.self)
}

private let longestReference = "&#x0010FFFF;".utf8.count

private func scalar(of reference: Substring.UTF8View) -> Unicode.Scalar? {
    let name = String(decoding: reference, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = lowercased(name.utf8.dropFirst().first ?? 0) == UInt8(ascii: "x")
    let digits = name.utf8.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10), value != 0
    else { return nil }
    return Unicode.Scalar(value)
}
