import CustomDump
import Testing

/// Expects two values to be equal, and shows line by line where they differ.
///
/// CustomDump's own `expectNoDifference` passes whatever it is given unless a library of its own is linked into the tests.
func expectSame<Value: Equatable>(
    _ actual: Value, _ expected: Value, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    guard actual != expected else { return }
    let difference: String = diff(expected, actual) ?? "they are unequal but look the same"
    Issue.record("\(comment)\n\(difference)", sourceLocation: sourceLocation)
}
