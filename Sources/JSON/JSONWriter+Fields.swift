/// Whole fields: a key and its value. A nil value leaves the field out.
extension JSONWriter {
    /// Writes a field that holds a string.
    public mutating func field(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes a field that holds an integer.
    public mutating func field(_ key: StaticString, _ value: Int64) {
        self.key(key)
        integer(value)
    }

    /// Writes a field that holds an integer.
    public mutating func field(_ key: StaticString, _ value: Int) {
        self.key(key)
        integer(Int64(value))
    }

    /// Writes a field that holds a number; the value must be finite.
    public mutating func field(_ key: StaticString, _ value: Double) {
        self.key(key)
        number(value)
    }

    /// Writes a field that holds `true` or `false`.
    public mutating func field(_ key: StaticString, _ value: Bool) {
        self.key(key)
        boolean(value)
    }

    /// Writes a field that holds a string, or nothing when the value is nil.
    public mutating func field(_ key: StaticString, _ value: String?) {
        if let value { field(key, value) }
    }

    /// Writes a field that holds an integer, or nothing when the value is nil.
    public mutating func field(_ key: StaticString, _ value: Int64?) {
        if let value { field(key, value) }
    }

    /// Writes a field that holds an integer, or nothing when the value is nil.
    public mutating func field(_ key: StaticString, _ value: Int?) {
        if let value { field(key, value) }
    }

    /// Writes a field that holds a number, or nothing when the value is nil; the value must be finite.
    public mutating func field(_ key: StaticString, _ value: Double?) {
        if let value { field(key, value) }
    }

    /// Writes a field that holds `true` or `false`, or nothing when the value is nil.
    public mutating func field(_ key: StaticString, _ value: Bool?) {
        if let value { field(key, value) }
    }

    /// Writes a field that holds an array of strings, also when it is empty.
    public mutating func field(_ key: StaticString, _ values: [String]) {
        self.key(key)
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    /// Writes a field that holds an array of integers, also when it is empty.
    public mutating func field(_ key: StaticString, _ values: [Int64]) {
        self.key(key)
        beginArray()
        for value in values { integer(value) }
        endArray()
    }

    /// Writes a field that holds 128 bits as a string of 32 lower-case hexadecimal digits.
    public mutating func field(_ key: StaticString, hex high: UInt64, _ low: UInt64) {
        self.key(key)
        hex(high, low)
    }
}
