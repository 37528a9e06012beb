package import CaseModel

/// A defect that the checker found in a playbook, with an example situation if there is one.
package struct Finding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// No rule matches a situation.
        case gap
        /// Two rules match: forbidden with `unique`, and with `any` if their effects differ.
        case overlap(with: Int)
        /// Earlier rules with other effects match all its situations (`first`), so it never applies.
        case covered(by: [Int])
        /// No situation leads to it from the start table.
        case unreached
        /// It refers to a missing table.
        case missingTable(String)
        /// These tables form a cycle.
        case circle([Int])
        /// Tables refer to each other more deeply than an advice can record.
        case tooDeep(limit: Int)
        /// A text is missing in a language.
        case missingText(Language)
        /// The action needs this key.
        case missingOutput(String)
        /// No rule of the table tests the input.
        case inputNotUsed(SituationInput)
        /// No table has the input.
        case inputNotAsked(SituationInput)
        /// The check exceeded its limits.
        case notProvable
    }

    package enum Place: Hashable, Sendable {
        case playbook
        case table(Int)
        case rule(Int)
    }

    package var kind: Kind
    package var place: Place
    /// A situation that shows it: the inputs of the table with their values.
    package var example: [AdviceStep.InputValue] = []
}

extension Finding {
    /// One sentence with place, problem and example. Names from the YAML are not translated.
    package func sentence(in playbook: Playbook, _ language: Language = .english) -> String {
        let what: String =
            switch language {
            case .english: what(in: playbook)
            case .spanish: spanish(in: playbook)
            }
        let (line, table, rule): (String, String, String) =
            switch language {
            case .english: ("line", "table", "rule")
            case .spanish: ("línea", "tabla", "regla")
            }
        switch place {
        case .playbook: return what
        case .table(let number):
            return "\(line) \(playbook.tables[number].line), \(table) \(playbook.tables[number].id): \(what)"
        case .rule(let number):
            return "\(line) \(playbook.rules[number].line), \(rule) \(playbook.rules[number].id): \(what)"
        }
    }

    private func what(in playbook: Playbook) -> String {
        switch kind {
        case .gap: "a gap, no rule matches \(shown("any situation"))"
        case .overlap(let other): "it and rule \(playbook.rules[other].id) both match \(shown("any situation"))"
        case .covered(let earlier):
            "it can never match, since \(ids(earlier, playbook)) \(earlier.count == 1 ? "covers" : "cover") all of it"
        case .unreached: "no situation leads here from the start"
        case .missingTable(let table): "there is no table \(table)"
        case .circle(let tables):
            "the tables \(tables.map { playbook.tables[$0].id }.joined(separator: " → ")) go in a circle"
        case .tooDeep(let limit): "more than \(limit) tables may lead on from one another"
        case .missingText(let language): "the text in \(language == .english ? "English" : "Spanish") is missing"
        case .missingOutput(let key): "the action needs \(key)"
        case .inputNotUsed(let input): "no rule uses the input \(input.name)"
        case .inputNotAsked(let input): "no table asks the input \(input.name)"
        case .notProvable:
            "its rules cut the situations into too many pieces to be proved; divide it into smaller tables"
        }
    }

    private func spanish(in playbook: Playbook) -> String {
        switch kind {
        case .gap: "un hueco, ninguna regla se cumple con \(shown("situación alguna"))"
        case .overlap(let other):
            "tanto ella como la regla \(playbook.rules[other].id) se cumplen con \(shown("cualquier situación"))"
        case .covered(let earlier):
            "nunca puede cumplirse, porque \(ids(earlier, playbook)) la \(earlier.count == 1 ? "cubre" : "cubren") entera"
        case .unreached: "ninguna situación lleva hasta aquí desde el comienzo"
        case .missingTable(let table): "no hay ninguna tabla \(table)"
        case .circle(let tables):
            "las tablas \(tables.map { playbook.tables[$0].id }.joined(separator: " → ")) dan vueltas en círculo"
        case .tooDeep(let limit): "no pueden encadenarse más de \(limit) tablas"
        case .missingText(let language): "falta el texto en \(language == .english ? "inglés" : "español")"
        case .missingOutput(let key): "a la acción le falta \(key)"
        case .inputNotUsed(let input): "ninguna regla usa la entrada \(input.name)"
        case .inputNotAsked(let input): "ninguna tabla pregunta la entrada \(input.name)"
        case .notProvable:
            "sus reglas parten las situaciones en demasiados trozos para demostrarlas; divídelas en tablas más pequeñas"
        }
    }

    private func shown(_ anything: String) -> String {
        example.isEmpty
            ? anything
            : example.map { "\($0.input.name): \($0.input.values[$0.value].name)" }.joined(separator: ", ")
    }

    private func ids(_ rules: [Int], _ playbook: Playbook) -> String {
        rules.map { playbook.rules[$0].id }.joined(separator: ", ")
    }
}
