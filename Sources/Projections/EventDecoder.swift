package import CaseModel
package import EventStore
internal import JSON

/// Decodes rows of the log to events of the domain, with upcasting.
package struct EventDecoder: Sendable {
    private let upcasters: UpcasterChain

    package init(upcasters: UpcasterChain = .current) { self.upcasters = upcasters }

    /// Decodes a row for folding. O(size of the payload).
    package func decode(_ row: FoldRow) throws(ReplayError) -> (event: Event, stream: StreamName, moment: EventMoment) {
        let position = Position(row.position)
        try check(position, row.version, row.occurredAt)
        guard let stream = StreamName(bytes: row.streamBytes) else {
            throw .unknownStream(String(decoding: row.streamBytes, as: UTF8.self), position)
        }
        let event: Event = try self.event(row.typeBytes, Int(row.schemaVersion), row.payloadBytes, position)
        let moment = EventMoment(
            position: position, version: row.version, occurredAt: Timestamp(microseconds: row.occurredAt))
        return (event, stream, moment)
    }

    /// Decodes the event of a row.
    package func event(of row: EventRow) throws(ReplayError) -> Event {
        try check(Position(row.position), row.version, row.occurredAt)
        return try event(row.typeBytes, Int(row.schemaVersion), row.payloadBytes, Position(row.position))
    }

    /// Decodes the event of a row, with its payload in the current schema version.
    package func recorded(_ row: EventRow, in stream: StreamName) throws(ReplayError) -> RecordedEvent {
        let position = Position(row.position)
        let event: Event = try event(of: row)
        var payload: [UInt8] = Array(row.payloadBytes)
        if Int(row.schemaVersion) != event.type.schemaVersion {
            do {
                payload = try upcasters.upcast(event.type, from: Int(row.schemaVersion), payload: payload)
            } catch {
                throw .upcast(position, error)
            }
        }
        return RecordedEvent(
            position: position, stream: stream, occurredAt: Timestamp(microseconds: row.occurredAt), event: event,
            payload: payload)
    }

    /// Refuses numbers that this program never writes, so that later arithmetic can't overflow. A few nanoseconds.
    @inline(__always)
    private func check(_ position: Position, _ version: Int64, _ occurredAt: Int64) throws(ReplayError) {
        let numbers: ClosedRange<Int64> = 1...EventStore.largestNumber
        guard numbers ~= position.rawValue, numbers ~= version, Self.times ~= occurredAt else {
            throw .absurdNumbers(position)
        }
    }

    /// The years 0 to 9999, in microseconds since 1970.
    private static let times: ClosedRange<Int64> = -62_167_219_200_000_000...253_402_300_799_999_999

    private func event(
        _ typeBytes: UnsafeRawBufferPointer, _ schemaVersion: Int, _ payload: UnsafeRawBufferPointer,
        _ position: Position
    ) throws(ReplayError) -> Event {
        guard let type = EventType(bytes: typeBytes) else {
            throw .unknownType(String(decoding: typeBytes, as: UTF8.self), position)
        }
        do {
            if schemaVersion == type.schemaVersion { return try EventCodec.decode(type, payload) }
        } catch {
            throw .unreadablePayload(type, position, error)
        }
        return try upcast(type, from: schemaVersion, Array(payload), position)
    }

    private func upcast(
        _ type: EventType, from schemaVersion: Int, _ payload: [UInt8], _ position: Position
    ) throws(ReplayError) -> Event {
        let raised: [UInt8]
        do { raised = try upcasters.upcast(type, from: schemaVersion, payload: payload) } catch {
            throw .upcast(position, error)
        }
        let decoded: Result<Event, JSONError> = raised.withUnsafeBytes { bytes in
            do throws(JSONError) { return .success(try EventCodec.decode(type, bytes)) } catch {
                return .failure(error)
            }
        }
        switch decoded {
        case .success(let event): return event
        case .failure(let error): throw .unreadablePayload(type, position, error)
        }
    }
}
