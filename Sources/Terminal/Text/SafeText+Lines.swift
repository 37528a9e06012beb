extension SafeText {
    /// A finished line as it may go to a terminal: what nobody has made safe before is made safe here, line breaks are kept.
    ///
    /// The last gate of everything that is printed, so that no place can forget it. Whoever puts a line together still
    /// makes each stranger's text safe for itself: only there is it known whether it may have line breaks, and once colour
    /// is on a sequence of the palette's inside it would be taken for the palette's own.
    ///
    /// - Parameter colour: whether the sequences of `Palette` stay; no others do.
    /// - Complexity: O(n); no copy where nothing is to be changed.
    public static func safe(line text: String, colour: Bool) -> String {
        if text.unicodeScalars.allSatisfy({ $0.isPrintable || $0 == "\n" }) { return text }
        guard colour else { return safe(text, newlines: .keep) }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var rest = text.unicodeScalars[...]
        while let escape = rest.firstIndex(of: "\u{1B}") {
            result += safe(String(rest[..<escape]), newlines: .keep)
            rest = rest[escape...]
            let sequence = Palette.sequences.first { rest.starts(with: $0.unicodeScalars) } ?? ""
            result += sequence.isEmpty ? safe("\u{1B}") : sequence
            rest = rest.dropFirst(max(1, sequence.unicodeScalars.count))
        }
        return result + safe(String(rest), newlines: .keep)
    }
}
