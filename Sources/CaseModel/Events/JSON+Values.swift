import JSON

extension JSONWriter {
    mutating func field(_ key: StaticString, _ value: SourceKey) { field(key, hex: value.high, value.low) }

    mutating func field(_ key: StaticString, _ value: SourceKey?) {
        if let value { field(key, value) }
    }

    mutating func field(_ key: StaticString, _ value: Position) { field(key, value.rawValue) }
    mutating func field(_ key: StaticString, _ value: Position?) { field(key, value?.rawValue) }
    mutating func field(_ key: StaticString, _ value: CaseNumber) { field(key, value.rawValue) }
    mutating func field(_ key: StaticString, _ value: CaseNumber?) { field(key, value?.rawValue) }
    mutating func field(_ key: StaticString, _ value: PersonNumber) { field(key, value.rawValue) }
    mutating func field(_ key: StaticString, _ value: Timestamp) { field(key, value.microseconds) }
    mutating func field(_ key: StaticString, _ value: Timestamp?) { field(key, value?.microseconds) }
    mutating func field(_ key: StaticString, _ value: Channel) { field(key, value.name) }
    mutating func field(_ key: StaticString, _ value: Brand?) { field(key, value?.name) }

    /// Writes `sequence`, and `sequenceList` if the list isn't the channel's own.
    mutating func field(_ sequence: SourceSequence?, on channel: Channel?) {
        guard let sequence else { return }
        field("sequence", sequence.place)
        if channel.map(SourceSequence.list) != sequence.list {
            field("sequenceList", Int64(bitPattern: sequence.list))
        }
    }

    mutating func field<E: RawRepresentable<String>>(_ key: StaticString, _ value: E) { field(key, value.rawValue) }

    mutating func field<E: RawRepresentable<String>>(_ key: StaticString, _ value: E?) {
        if let value { field(key, value.rawValue) }
    }

    mutating func field(_ key: StaticString, _ value: TargetSet) { field(key, value.members.map(\.rawValue)) }
}

extension FieldReader {
    mutating func sourceKey(_ key: StaticString) throws(JSONError) -> SourceKey {
        let (high, low) = try hex(key)
        return SourceKey(high: high, low: low)
    }

    mutating func optionalSourceKey(_ key: StaticString) throws(JSONError) -> SourceKey? {
        guard let (high, low) = try optionalHex(key) else { return nil }
        return SourceKey(high: high, low: low)
    }

    mutating func sourceKeys(_ key: StaticString) throws(JSONError) -> [SourceKey] {
        var keys: [SourceKey] = []
        for text in try strings(key) {
            guard let sourceKey = SourceKey(hexadecimal: text) else {
                throw JSONError(code: .malformed, offset: 0, field: "\(key)")
            }
            keys.append(sourceKey)
        }
        return keys
    }

    mutating func position(_ key: StaticString) throws(JSONError) -> Position { Position(try int64(key)) }
    mutating func caseNumber(_ key: StaticString) throws(JSONError) -> CaseNumber { CaseNumber(try int64(key)) }
    mutating func personNumber(_ key: StaticString) throws(JSONError) -> PersonNumber { PersonNumber(try int64(key)) }

    mutating func optionalPosition(_ key: StaticString) throws(JSONError) -> Position? {
        try optionalInt64(key).map { Position($0) }
    }

    mutating func optionalCaseNumber(_ key: StaticString) throws(JSONError) -> CaseNumber? {
        try optionalInt64(key).map { CaseNumber($0) }
    }

    /// Throws `.numberOutOfRange` outside the years 0 to 9999.
    mutating func timestamp(_ key: StaticString) throws(JSONError) -> Timestamp {
        try Self.moment(try int64(key), key)
    }

    mutating func optionalTimestamp(_ key: StaticString) throws(JSONError) -> Timestamp? {
        guard let microseconds = try optionalInt64(key) else { return nil }
        return try Self.moment(microseconds, key)
    }

    private static func moment(_ microseconds: Int64, _ key: StaticString) throws(JSONError) -> Timestamp {
        guard let moment = Timestamp(exactly: microseconds) else {
            throw JSONError(code: .numberOutOfRange, offset: 0, field: "\(key)")
        }
        return moment
    }

    mutating func brand(_ key: StaticString) throws(JSONError) -> Brand? { try optionalString(key).map(Brand.init) }

    /// Reads what `field(_:on:)` writes; nil without a place, or without a channel or named list.
    mutating func sequence(on channel: Channel?) throws(JSONError) -> SourceSequence? {
        guard let place = try optionalInt64("sequence") else { return nil }
        let named: UInt64? = try optionalInt64("sequenceList").map { UInt64(bitPattern: $0) }
        guard let list = named ?? channel.map(SourceSequence.list) else { return nil }
        return SourceSequence(place: place, list: list)
    }

    mutating func targets(_ key: StaticString) throws(JSONError) -> TargetSet {
        var targets = TargetSet()
        try forEachEnumeration(key) { (target: Target) in targets.formUnion(TargetSet(CollectionOfOne(target))) }
        return targets
    }
}
