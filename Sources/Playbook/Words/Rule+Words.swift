package import CaseModel

extension Rule {
    /// Its condition in words: `judged as: a complaint; complains about: the product`; rows are joined by "or".
    /// "Otherwise" if it tests nothing.
    package func condition(asking inputs: [SituationInput], _ language: Language) -> String {
        let or: String = language == .english ? ", or " : ", o "
        let parts: [String] = rows.map { row in
            inputs.filter { !row.leavesOpen($0) }.map { $0.sentence(row[$0], language) }.joined(separator: "; ")
        }
        if parts.contains("") { return language == .english ? "otherwise" : "en otro caso" }
        return parts.joined(separator: or)
    }
}

extension SituationInput {
    /// The possible values in words, or the excluded ones if these are far fewer.
    fileprivate func sentence(_ bits: UInt128, _ language: Language) -> String {
        func words(_ bits: UInt128) -> String {
            values.indices.filter { bits >> $0 & 1 == 1 }.map { values[$0].meaning[language] }
                .joined(separator: language == .english ? " or " : " o ")
        }
        let others: UInt128 = ~bits & ((1 << values.count) - 1)
        let isNegated: Bool = bits.nonzeroBitCount > 2 * others.nonzeroBitCount
        let negation: String = language == .english ? "not " : "no "
        return word.meaning[language] + ": " + (isNegated ? negation + words(others) : words(bits))
    }
}

extension Playbook {
    /// What a rule advises and where it leads, in words: `reply in private, to thank; → T7`. Empty if it does neither.
    package func effect(of rule: Rule, _ language: Language) -> String {
        let effect: Rule.Effect = rule.effect
        var words: String = effect.action == .none ? "" : effect.action.label[language]
        if effect.action == .move, case .fixed(let visibility) = effect.visibility {
            words += " " + visibility.direction[language]
        } else if let place = place(effect.visibility, language) {
            words += words.isEmpty ? place : " " + place
        }
        if let purpose = effect.purpose, effect.action == .reply { words += ", \(purpose.label[language])" }
        if let purpose = effect.looksFor { words += ", \(purpose.label[language])" }
        if let ground = effect.ground { words += " (\(ground.label[language]))" }
        if let delay = effect.delay { words += ", " + PlaybookParameter.length(parameters[delay], language) }
        let next: String = effect.next.map { tables[$0].id }.joined(separator: ", ")
        if !next.isEmpty { words += (words.isEmpty ? "" : "; ") + "→ \(next)" }
        return words
    }

    private func place(_ visibility: Rule.Visibility?, _ language: Language) -> String? {
        switch visibility {
        case .fixed(let visibility): visibility.phrase[language]
        case .asTable(let table):
            language == .english ? "where \(tables[table].id) says" : "donde diga \(tables[table].id)"
        case nil: nil
        }
    }
}

extension PlaybookParameter {
    /// A value with its unit.
    package func text(_ value: Int64, _ language: Language) -> String {
        switch (unit, language) {
        case (.people, .english): "\(value) people"
        case (.people, .spanish): "\(value) personas"
        case (.replies, .english): value == 1 ? "1 reply" : "\(value) replies"
        case (.replies, .spanish): value == 1 ? "1 respuesta" : "\(value) respuestas"
        case (.time, _): Self.length(value, language)
        }
    }

    /// A duration in the largest unit that divides it.
    static func length(_ microseconds: Int64, _ language: Language) -> String {
        let units: [(Int64, LocalizedText)] = [
            (86_400_000_000, LocalizedText(en: "day", es: "día")),
            (3_600_000_000, LocalizedText(en: "hour", es: "hora")),
            (60_000_000, LocalizedText(en: "minute", es: "minuto")),
        ]
        let unit = units.first { microseconds % $0.0 == 0 } ?? (1, LocalizedText(en: "µs", es: "µs"))
        let number: Int64 = microseconds / unit.0
        return "\(number) \(unit.1[language])" + (number == 1 ? "" : "s")
    }
}
