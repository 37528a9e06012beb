/// Converts payloads to the schema version that this program reads. The log keeps them as written.
package struct UpcasterChain: Sendable {
    /// The upcasters of each type; the one from version n is at index n − 1.
    private let steps: [EventType: [Upcaster]]
    private let versions: [EventType: Int]

    /// This program's upcasters.
    package static let current: UpcasterChain = {
        do throws(UpcasterError) {
            return try UpcasterChain([])
        } catch {
            fatalError(error.description)
        }
    }()

    /// Creates a chain from upcasters in any order.
    ///
    /// - Throws: `gap`, `duplicate`, `beyondCurrent` or `noSuchVersion` unless each type has exactly one upcaster from
    ///   every version below its current one.
    package init(
        _ upcasters: [Upcaster], current: (EventType) -> Int = \.schemaVersion
    ) throws(UpcasterError) {
        let upcasters = Dictionary(grouping: upcasters, by: \.type)
        var steps: [EventType: [Upcaster]] = [:]
        var versions: [EventType: Int] = [:]
        for type in EventType.allCases {
            let version = current(type)
            steps[type] = try Self.ordered(upcasters[type, default: []], of: type, current: version)
            versions[type] = version
        }
        self.steps = steps
        self.versions = versions
    }

    /// Converts a payload to the current version of its type; returns a payload of that version as it is.
    ///
    /// - Throws: `newerLog` or `noSuchVersion` if no chain leads from `version` to the current one, `stepFailed` if an
    ///   upcaster can't read the payload.
    package func upcast(
        _ type: EventType, from version: Int, payload: [UInt8]
    ) throws(UpcasterError) -> [UInt8] {
        let current = versions[type, default: type.schemaVersion]
        func failure(_ code: UpcasterError.Code) -> UpcasterError {
            UpcasterError(code: code, type: type, version: version, current: current)
        }
        if version == current { return payload }
        guard version < current else { throw failure(.newerLog) }
        guard version >= 1 else { throw failure(.noSuchVersion) }
        var payload = payload
        for upcaster in steps[type, default: []].dropFirst(version - 1) {
            do {
                payload = try upcaster.step(payload)
            } catch {
                throw UpcasterError(
                    code: .stepFailed, type: type, version: upcaster.from, current: current, cause: error)
            }
        }
        return payload
    }

    private static func ordered(
        _ upcasters: [Upcaster], of type: EventType, current: Int
    ) throws(UpcasterError) -> [Upcaster] {
        func failure(_ code: UpcasterError.Code, _ version: Int) -> UpcasterError {
            UpcasterError(code: code, type: type, version: version, current: current)
        }
        var expected = 1
        let upcasters = upcasters.sorted { $0.from < $1.from }
        for upcaster in upcasters {
            let version = upcaster.from
            guard version >= 1 else { throw failure(.noSuchVersion, version) }
            guard version < current else { throw failure(.beyondCurrent, version) }
            guard version >= expected else { throw failure(.duplicate, version) }
            guard version == expected else { throw failure(.gap, expected) }
            expected += 1
        }
        guard expected >= current else { throw failure(.gap, expected) }
        return upcasters
    }
}
