package import CaseModel
package import EventStore
internal import JSON

/// Turns rows of the log into events of the domain, brought up to today's schema.
package struct EventDecoder: Sendable {
    private let upcasters: UpcasterChain

    package init(upcasters: UpcasterChain = .current) { self.upcasters = upcasters }

    /// Decodes what a fold needs of a row. O(size of the payload).
    package func decode(_ row: FoldRow) throws(ReplayError) -> (event: Event, stream: StreamName, moment: EventMoment) {
        let position = Position(row.position)
        guard let stream = StreamName(bytes: row.streamBytes) else {
            throw .unknownStream(String(decoding: row.streamBytes, as: UTF8.self), position)
        }
        let event: Event = try self.event(row.typeBytes, Int(row.schemaVersion), row.payloadBytes, position)
        let moment = EventMoment(
            position: position, version: row.version, occurredAt: Timestamp(microseconds: row.occurredAt))
        return (event, stream, moment)
    }

    /// Decodes one event of a row that was read whole.
    package func event(of row: EventRow) throws(ReplayError) -> Event {
        try event(row.typeBytes, Int(row.schemaVersion), row.payloadBytes, Position(row.position))
    }

    /// Decodes one event of a row that was read whole, and keeps its payload's bytes in today's form.
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
