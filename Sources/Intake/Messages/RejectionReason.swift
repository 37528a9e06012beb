/// Why a record can't become a message.
///
/// The description is a sentence for the person who mends the record; it never shows what stands in the record.
public enum RejectionReason: Error, Hashable, Sendable {
    /// The record is longer than the limit.
    case tooLong(bytes: Int, limit: Int)
    /// A quote is opened and never closed.
    case unterminatedQuote
    /// Something follows a field's closing quote.
    case textAfterClosingQuote
    /// The record has another number of fields than the header.
    case wrongNumberOfFields(expected: Int, found: Int)
    /// A byte is 0.
    case nulByte
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// The line is no JSON object.
    case malformedJSON(problem: String, byte: Int)
    /// The object has a key that the mapping doesn't know; nil where the key is not fit to be shown.
    case unknownKey(String?)
    /// The value has another JSON type.
    case wrongType(expected: String)
    /// A value that every message needs is not there.
    case missingValue
    /// The value is none of those that the mapping knows.
    case unknownValue(allowed: [String])
    /// The value is longer than it may be.
    case valueTooLong(limit: Int)
    /// The value has a control character in it.
    case controlCharacter
    /// The channel's name has a character that such names don't have.
    case badChannel
    /// The language is no BCP 47 tag.
    case badLanguage
    /// The time has another form, or no calendar has it.
    case badTime(expected: String)
    /// The time doesn't say how far from UTC it is, and the mapping doesn't either.
    case timeWithoutOffset
    /// The time lies outside the years 1970 to 9999.
    case timeOutOfRange
    /// The time lies more than a day ahead of now.
    case inTheFuture
    /// The value is no number.
    case notANumber
    /// The number is negative, or too large.
    case numberOutOfRange
    /// The place in an order is too large or too small for a 64-bit integer.
    case placeOutOfRange
    /// The confidence lies outside 0 to 1.
    case confidenceOutOfRange
    /// The id is a number in scientific notation, with decimals or with thousands marked, so digits may have been lost.
    case damagedID
    /// A message with this id is there, and somebody else wrote it.
    case idOfAnother
    /// A complaint without a target.
    case complaintWithoutTarget
    /// Targets on something that is no complaint.
    case targetsWithoutComplaint
    /// Parts of a judgement without the judgement itself.
    case labelWithoutPolarity
    /// More elements than a list may have.
    case tooManyElements(limit: Int)
    /// The record begins further down than lines are counted.
    case tooFarDown(lastLine: Int)

    /// A stable name of the reason, for programs.
    public var code: String {
        switch self {
        case .tooLong: "too-long"
        case .unterminatedQuote: "unterminated-quote"
        case .textAfterClosingQuote: "text-after-closing-quote"
        case .wrongNumberOfFields: "wrong-number-of-fields"
        case .nulByte: "nul-byte"
        case .invalidUTF8: "invalid-utf-8"
        case .malformedJSON: "malformed-json"
        case .unknownKey: "unknown-key"
        case .wrongType: "wrong-type"
        case .missingValue: "missing-value"
        case .unknownValue: "unknown-value"
        case .valueTooLong: "value-too-long"
        case .controlCharacter: "control-character"
        case .badChannel: "bad-channel"
        case .badLanguage: "bad-language"
        case .badTime: "bad-time"
        case .timeWithoutOffset: "time-without-offset"
        case .timeOutOfRange: "time-out-of-range"
        case .inTheFuture: "in-the-future"
        case .notANumber: "not-a-number"
        case .numberOutOfRange: "number-out-of-range"
        case .placeOutOfRange: "place-out-of-range"
        case .confidenceOutOfRange: "confidence-out-of-range"
        case .damagedID: "damaged-id"
        case .idOfAnother: "id-of-another"
        case .complaintWithoutTarget: "complaint-without-target"
        case .targetsWithoutComplaint: "targets-without-complaint"
        case .labelWithoutPolarity: "label-without-polarity"
        case .tooManyElements: "too-many-elements"
        case .tooFarDown: "too-far-down"
        }
    }
}

extension RejectionReason: CustomStringConvertible {
    /// What is wrong and what to do, in a sentence without what stands in the record.
    public var description: String {
        switch self {
        case .tooLong(let bytes, let limit):
            "the record is \(bytes) bytes long, and at most \(limit) are read; look for a quote that is never closed"
        case .unterminatedQuote:
            "a quote is opened and never closed, so all that follows belongs to this record; close or double the quote"
        case .textAfterClosingQuote:
            "text follows a closing quote; double the quotes inside a quoted field"
        case .wrongNumberOfFields(let expected, let found):
            "the record has \(found) \(found == 1 ? "field" : "fields") and the header \(expected); "
                + "quote fields that hold the delimiter"
        case .nulByte: "the record holds a NUL byte; remove it"
        case .invalidUTF8: "the value is not valid UTF-8; convert the file with iconv"
        case .malformedJSON(let problem, let byte): "not a JSON object, at byte \(byte) of the line: \(problem)"
        case .unknownKey(let key?): "the key is unknown: \(key); remove it, or map it"
        case .unknownKey(nil): "a key is unknown; remove it, or map it"
        case .wrongType(let expected): "the value must be \(expected)"
        case .missingValue: "the value is missing"
        case .unknownValue(let allowed):
            "the value is not one of those expected: \(allowed.joined(separator: ", "))"
        case .valueTooLong(let limit): "the value is longer than \(limit) bytes"
        case .controlCharacter: "the value holds a control character; remove it"
        case .badChannel: "a channel's name has 1 to 64 characters of a-z, 0-9, dot, hyphen and underscore"
        case .badLanguage: "a language is a BCP 47 tag such as es or pt-BR"
        case .badTime(let expected): "the time is not of the form \(expected), or no calendar has it"
        case .timeWithoutOffset: "the time doesn't say its offset from UTC; give the mapping a zone under time"
        case .timeOutOfRange: "the time lies outside the years 1970 to 9999"
        case .inTheFuture: "the time lies more than a day in the future; check the clock, the zone and the time's form"
        case .notANumber: "the value is not a number"
        case .numberOutOfRange: "the number is negative or too large"
        case .placeOutOfRange: "the number is too large or too small"
        case .confidenceOutOfRange: "a confidence lies between 0 and 1"
        case .damagedID:
            "the id is written as a spreadsheet writes numbers and may have lost digits; export the column as text again, "
                + "or name the column under idsAsWritten in the mapping if the source writes its ids so"
        case .idOfAnother:
            "another author's message has this id; an id belongs to one message, so look where the ids come from"
        case .complaintWithoutTarget: "a complaint needs a target: product, brand or both"
        case .targetsWithoutComplaint: "only a complaint has targets"
        case .labelWithoutPolarity: "a judgement needs its polarity"
        case .tooManyElements(let limit): "the list has more than \(limit) elements"
        case .tooFarDown(let lastLine): "the record begins after line \(lastLine) of its file; divide the file"
        }
    }
}
