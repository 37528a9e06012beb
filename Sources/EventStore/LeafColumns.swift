/// The columns that an event's leaf hash covers, in this order. Texts and the commitment are borrowed.
struct LeafColumns {
    var position: Int64
    var stream: UnsafeRawBufferPointer
    var version: Int64
    var type: UnsafeRawBufferPointer
    var schemaVersion: Int64
    var occurredAt: Int64
    var recordedAt: Int64
    var actor: UnsafeRawBufferPointer
    var causation: Int64?
    var correlation: Int64
    var payload: UnsafeRawBufferPointer
    var commitment: UnsafeRawBufferPointer?
}
