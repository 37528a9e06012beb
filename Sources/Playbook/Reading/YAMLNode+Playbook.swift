internal import CaseModel
import YAML

extension YAMLNode {
    /// The sections of a list under a key, or the one section there.
    func sections(_ key: String, atMost limit: Int) throws(YAMLError) -> [YAMLNode] {
        let list = try required(key)
        if list.isMapping { return [list] }
        guard list.isList else { throw list.error(.wrongShape(expected: "a list")) }
        let sections = try list.entries(atMost: limit)
        for section in sections where !section.isMapping {
            throw section.error(.wrongShape(expected: "a list whose entries have keys and values"))
        }
        return sections
    }

    /// The case of an enumeration by its raw value.
    func named<Value: CaseIterable & RawRepresentable<String>>() throws(YAMLError) -> Value {
        guard let value = Value(rawValue: text) else { throw unknown(Value.allCases.map(\.rawValue)) }
        return value
    }

    func input() throws(YAMLError) -> SituationInput {
        guard let input = SituationInput(named: text) else { throw unknown(SituationInput.allCases.map(\.name)) }
        return input
    }

    /// The bit of an input's value.
    func bit(of input: SituationInput) throws(YAMLError) -> UInt128 {
        let names: [String] = input.values.map(\.name)
        guard let index = names.firstIndex(of: text) else { throw unknown(names) }
        return 1 << index
    }

    /// A parameter's value with its unit: `3 days`, `10000 people`.
    func amount(in unit: PlaybookParameter.Unit) throws(YAMLError) -> Int64 {
        let parts: [Substring] = text.split(separator: " ")
        guard parts.count == 2, let number = Int64(parts[0]), number > 0, let factor = unit.factor(String(parts[1])),
            case let (value, overflow) = number.multipliedReportingOverflow(by: factor), !overflow,
            value <= unit.greatest
        else { throw error(.wrongShape(expected: unit.example)) }
        return value
    }

    func clock() throws(YAMLError) -> Clock.Choice {
        if text == "response" { return .response }
        guard let clock = Clock(rawValue: text) else { throw unknown(Clock.allCases.map(\.rawValue) + ["response"]) }
        return .fixed(clock)
    }

    /// `S4` as 4.
    func theme() throws(YAMLError) -> Int {
        guard text.utf8.first == UInt8(ascii: "S"), let number = Int(text.dropFirst()), (1...18).contains(number) else {
            throw error(.wrongShape(expected: "S1 to S18"))
        }
        return number
    }

    func unknown(_ allowed: [String]) -> YAMLError {
        error(.notAllowed(text, allowed: allowed, shown: text))
    }
}

extension PlaybookParameter.Unit {
    /// The factor of a unit's word; nil if it doesn't belong to this unit.
    fileprivate func factor(_ word: String) -> Int64? {
        switch (self, word) {
        case (.people, "people"), (.replies, "replies"), (.replies, "reply"): 1
        case (.time, "days"), (.time, "day"): 86_400_000_000
        case (.time, "hours"), (.time, "hour"): 3_600_000_000
        case (.time, "minutes"), (.time, "minute"): 60_000_000
        default: nil
        }
    }
}

extension YAMLError.Problem {
    static func undeclared(_ input: String) -> Self {
        Self("\(input) is not among the table's inputs; name it there first")
    }

    static func incomplete(missing: [String]) -> Self {
        Self("the input can also be \(missing.joined(separator: ", ")); list all its values")
    }

    static func twice(_ name: String) -> Self { Self("\(name) stands twice") }

    static func notWith(action: String) -> Self { Self("this doesn't go with the action \(action); leave it out") }
}
