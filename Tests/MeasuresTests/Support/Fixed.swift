import Foundation

/// A number with so many decimals, as a published table has it.
func fixed(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }
