/// A value with an empty state, for `Rare`.
package protocol Blank: Hashable, Sendable { init() }

/// Copy-on-write box for a field that few cases have; costs 8 bytes when empty.
///
/// Imported cases have no work data, are kept by the million and copied often.
@propertyWrapper
package struct Rare<Value: Blank>: Hashable, Sendable {
    /// At most one element; none while it is empty.
    private var kept: [Value] = []

    package init() {}

    /// Whether it holds the empty value. O(1), creates no value.
    package var isBlank: Bool { kept.isEmpty }

    /// The box itself, for `isBlank`.
    package var projectedValue: Rare { self }

    package var wrappedValue: Value {
        get { kept.first ?? Value() }
        set { kept = newValue == Value() ? [] : [newValue] }
    }
}
