/// Versions of the definition. They differ in what counts as promotion.
package enum ConversionVersion: Int, CaseIterable, Sendable {
    /// A positive public mention is promotion unless it answers a reply of ours itself.
    case first = 1
    /// A positive public mention is promotion only before any reply of ours in its case; after one it is thanks.
    case second = 2

    /// The default.
    package static let current = ConversionVersion.second
}
