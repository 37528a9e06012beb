import CustomDump
import Testing

/// Records what differs, if anything does.
func expectSame<Value: Equatable>(
    _ found: Value, _ expected: Value, _ note: String = "", location: SourceLocation = #_sourceLocation
) {
    guard found != expected else { return }
    let lines: String = diff(expected, found) ?? "they print the same"
    Issue.record("\(note) − expected, + found:\n\(lines)", sourceLocation: location)
}
