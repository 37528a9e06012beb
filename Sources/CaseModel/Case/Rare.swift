/// A value that has nothing in it until somebody puts something in.
package protocol Blank: Hashable, Sendable { init() }

/// A value that most owners leave blank: a word until then, kept apart and shared until it changes from there on.
///
/// Millions of imported cases carry no work of ours, and they are copied all the time.
@propertyWrapper
package struct Rare<Value: Blank>: Hashable, Sendable {
    /// At most one; none while it is blank.
    private var kept: [Value] = []

    package init() {}

    /// Whether nothing was ever put in. O(1), without making a value.
    package var isBlank: Bool { kept.isEmpty }

    /// The holder itself, which knows whether it is blank.
    package var projectedValue: Rare { self }

    package var wrappedValue: Value {
        get { kept.first ?? Value() }
        set { kept = newValue == Value() ? [] : [newValue] }
    }
}
