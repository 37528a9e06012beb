import Basics
import Foundation
import JSON
import Testing

@Suite("Agreement with Foundation")
struct FoundationAgreementTests {
    @Test("Foundation reads what we write, and we read it back", arguments: [UInt64(1), 2, 3, 4])
    func foundationReadsOurs(seed: UInt64) throws {
        var generator = RandomJSON(random: SplitMix64(seed: seed))
        for round in 0..<500 {
            let value = generator.object()
            var writer = JSONWriter()
            writer.value(value)
            let read = try JSONSerialization.jsonObject(with: Data(writer.bytes))
            let agreed = agrees(value, read)
            #expect(agreed, "seed \(seed), round \(round)")
            #expect(try JSONValue.parse(writer.bytes) == value, "seed \(seed), round \(round)")
        }
    }

    @Test(
        "we read what Foundation writes, plain and spread over lines", arguments: [UInt64(11), 12, 13, 14],
        [JSONSerialization.WritingOptions.sortedKeys, .prettyPrinted])
    func weReadFoundations(seed: UInt64, options: JSONSerialization.WritingOptions) throws {
        var generator = RandomJSON(random: SplitMix64(seed: seed))
        for round in 0..<300 {
            let object = foundation(generator.object())
            let data = try JSONSerialization.data(withJSONObject: object, options: options)
            let agreed = agrees(try JSONValue.parse(Array(data)), object)
            #expect(agreed, "seed \(seed), round \(round)")
        }
    }

    @Test(
        "the field reader and the parser agree on every field of random flat objects", arguments: [UInt64(21), 22, 23])
    func readersAgree(seed: UInt64) throws {
        var generator = RandomJSON(random: SplitMix64(seed: seed))
        for round in 0..<1_000 {
            let text = generator.string()
            let integer = generator.integer()
            let double = generator.double()
            let strings = (0..<round % 4).map { _ in generator.string() }
            let integers = (0..<round % 5).map { _ in generator.integer() }
            var fields: [JSONObject.Member] = [
                .init(key: "text", value: .string(text)), .init(key: "integer", value: .number(String(integer))),
                .init(key: "double", value: .number(double.description)),
                .init(key: "flag", value: .bool(round % 2 == 0)),
                .init(key: "strings", value: .array(strings.map { .string($0) })),
                .init(key: "integers", value: .array(integers.map { .number(String($0)) })),
                .init(key: "nothing", value: .null), .init(key: "nested", value: generator.value()),
            ]
            fields.shuffle(using: &generator.random)
            var writer = JSONWriter()
            writer.value(.object(JSONObject(fields)))
            try FieldReader.withFields(of: writer.bytes) { reader throws(JSONError) in
                let comment: Comment = "seed \(seed), round \(round)"
                #expect(try reader.double("double").bitPattern == double.bitPattern, comment)
                #expect(Array(try reader.string("text").utf8) == Array(text.utf8), comment)
                #expect(try reader.optionalString("nothing") == nil, comment)
                #expect(try reader.int64s("integers") == integers, comment)
                #expect(try reader.optionalInt64("absent") == nil, comment)
                #expect(try reader.strings("strings").map { Array($0.utf8) } == strings.map { Array($0.utf8) }, comment)
                #expect(try reader.int64("integer") == integer, comment)
                #expect(try reader.bool("flag") == (round % 2 == 0), comment)
            }
        }
    }

    private func agrees(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours {
        case .null: return theirs is NSNull
        case .bool(let value): return (theirs as? NSNumber)?.boolValue == value
        case .string(let value): return (theirs as? String).map { Array($0.utf8) == Array(value.utf8) } ?? false
        case .number:
            guard let number = theirs as? NSNumber else { return false }
            if let integer = ours.int64Value { return number.int64Value == integer }
            // JSONSerialization reads decimals by way of Decimal, which costs the last digits of a double.
            guard let double = ours.doubleValue else { return false }
            return abs(double - number.doubleValue) <= 1e-14 * abs(double)
        case .array(let elements):
            guard let theirs = theirs as? [Any], theirs.count == elements.count else { return false }
            return zip(elements, theirs).allSatisfy(agrees)
        case .object(let object):
            guard let theirs = theirs as? [String: Any], theirs.count == object.count else { return false }
            return object.allSatisfy { member in theirs[member.key].map { agrees(member.value, $0) } ?? false }
        }
    }

    private func foundation(_ value: JSONValue) -> Any {
        switch value {
        case .null: NSNull()
        case .bool(let value): value
        case .string(let value): value
        case .number: value.int64Value.map { $0 as Any } ?? (value.doubleValue ?? 0) as Any
        case .array(let elements): elements.map(foundation)
        case .object(let object):
            Dictionary(object.map { ($0.key, foundation($0.value)) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
