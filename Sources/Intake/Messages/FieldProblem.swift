/// Why a record can't become a message, and because of which field.
struct FieldProblem: Error, Hashable {
    var field: SourceField?
    var reason: RejectionReason
}
