import Terminal

/// English words after a number.
package enum EnglishNoun {
    /// `1 case`, `1,204 cases`, `2 replies`.
    ///
    /// - Parameter plural: where it is not the singular and an s.
    package static func counted(_ number: some BinaryInteger, _ singular: String, _ plural: String? = nil) -> String {
        "\(NumberText.grouped(Int64(number))) \(number == 1 ? singular : plural ?? singular + "s")"
    }
}
