/// Which definition of the conversion a figure is reckoned by. They differ in what a positive message shows.
package enum ConversionVersion: Int, CaseIterable, Sendable {
    /// Praise is whatever answers no reply of ours itself.
    case first = 1
    /// Praise comes before any reply of ours: what comes after one is thanks.
    case second = 2

    /// The one that is asked where none is named.
    package static let current = ConversionVersion.second
}
