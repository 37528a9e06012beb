/// The fields of one record, whatever its format.
protocol SourceRow {
    /// Lends the bytes of a field as they are meant, without quotes and escapes; nil where the source has no such field.
    func withBytes<Result>(
        of field: SourceField, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result?

    /// Lends each element of a field that may hold several.
    func forEachElement(
        of field: SourceField, separator: UInt8?, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Void
    ) throws(RejectionReason)
}

extension SourceRow {
    func forEachElement(
        of field: SourceField, separator: UInt8?, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Void
    ) throws(RejectionReason) {
        _ = try withBytes(of: field) { (bytes) throws(RejectionReason) -> Void? in
            var rest = bytes[...]
            while let separator, let end = rest.firstIndex(of: separator) {
                try body(UnsafeRawBufferPointer(rebasing: rest[..<end]))
                rest = rest[(end + 1)...]
            }
            try body(UnsafeRawBufferPointer(rebasing: rest))
            return nil
        }
    }
}
