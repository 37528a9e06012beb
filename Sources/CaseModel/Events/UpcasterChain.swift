/// Brings payloads of older schema versions to the one that this program reads. The log keeps them as they were written.
package struct UpcasterChain: Sendable {
    /// For each type the steps from version 1 on: step n stands at n − 1.
    private let steps: [EventType: [Upcaster]]
    private let versions: [EventType: Int]

    /// The chain of this program.
    package static let current: UpcasterChain = {
        do throws(UpcasterError) {
            return try UpcasterChain([])
        } catch {
            fatalError(error.description)
        }
    }()

    /// Puts a chain together in any order.
    ///
    /// - Throws: `gap`, `duplicate` or `beyondCurrent` unless each type has exactly one step from every version before
    ///   its current one.
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

    /// Brings a payload to the current version of its type; a payload of that version comes back as it is.
    ///
    /// - Throws: `newerLog` or `noSuchVersion` where no chain of steps leads from `version` to the current one, and
    ///   `stepFailed` where a step can't read the payload.
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
