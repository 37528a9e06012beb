internal import CaseModel

extension PlaybookSection.Scalar {
    /// One of a closed vocabulary by its name.
    func value<Value: CaseIterable & RawRepresentable<String>>() throws(PlaybookError) -> Value {
        guard let value = Value(rawValue: text) else { throw unknown(Value.allCases.map(\.rawValue)) }
        return value
    }

    func input() throws(PlaybookError) -> SituationInput {
        guard let input = SituationInput(named: text) else { throw unknown(SituationInput.allCases.map(\.name)) }
        return input
    }

    /// The bit of one of an input's values.
    func bit(of input: SituationInput) throws(PlaybookError) -> UInt128 {
        let names: [String] = input.values.map(\.name)
        guard let index = names.firstIndex(of: text) else { throw unknown(names) }
        return 1 << index
    }

    /// A parameter's value: `3 days`, `10000 people`.
    func amount(in unit: PlaybookParameter.Unit) throws(PlaybookError) -> Int64 {
        let parts: [Substring] = text.split(separator: " ")
        guard parts.count == 2, let number = Int64(parts[0]), number > 0, let factor = unit.factor(String(parts[1])),
            case let (value, overflow) = number.multipliedReportingOverflow(by: factor), !overflow,
            value <= unit.greatest
        else { throw error(.wrongShape(expected: unit.example)) }
        return value
    }

    func clock() throws(PlaybookError) -> Clock.Choice {
        if text == "response" { return .response }
        guard let clock = Clock(rawValue: text) else { throw unknown(Clock.allCases.map(\.rawValue) + ["response"]) }
        return .fixed(clock)
    }

    /// `S4` as 4.
    func theme() throws(PlaybookError) -> Int {
        guard text.utf8.first == UInt8(ascii: "S"), let number = Int(text.dropFirst()), (1...18).contains(number) else {
            throw error(.wrongShape(expected: "S1 to S18"))
        }
        return number
    }

    func unknown(_ allowed: [String]) -> PlaybookError {
        error(.notAllowed(text, allowed: allowed, nearest: nearestName(to: text, in: allowed)))
    }
}

extension PlaybookParameter.Unit {
    /// What one of a written unit is worth; nil for another kind of unit.
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
