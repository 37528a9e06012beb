package import CaseModel
import Playbook
import Terminal

/// The words in which search says what was found, and whose words they are.
package struct SearchWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: Whose words

    /// Somebody by the name that they are known by, else by number.
    package struct Somebody: Hashable, Sendable {
        let name: String?
        let number: PersonNumber

        package init(_ name: String?, _ number: PersonNumber) {
            self.name = name
            self.number = number
        }
    }

    package func theirs(_ person: Somebody, _ visibility: Visibility?) -> String {
        (person.name ?? text("person \(person.number)", "persona \(person.number)"))
            + " (\(text("theirs", "la persona"))\(place(visibility)))"
    }

    package func ours(_ actor: String, to person: Somebody, _ visibility: Visibility?) -> String {
        text("\(actor) to \(object(person)) (ours", "\(actor) a \(object(person)) (la casa") + "\(place(visibility)))"
    }

    /// What somebody of the house wrote down for the house.
    package func house(_ actor: String, on person: Somebody, _ type: EventType) -> String {
        text(
            "\(actor) on \(object(person)) (house, \(type.rawValue))",
            "\(actor) sobre \(object(person)) (interno, \(type.rawValue))")
    }

    private func object(_ person: Somebody) -> String {
        person.name ?? text("person \(person.number)", "la persona \(person.number)")
    }

    private func place(_ visibility: Visibility?) -> String {
        visibility.map { ", " + text($0.rawValue, $0.phrase.spanish) } ?? ""
    }

    // MARK: What was found

    /// The last line of an answer.
    package func found(_ count: Int, isCut: Bool) -> String {
        switch (count, isCut) {
        case (0, _): text("nothing was found", "no se encontró nada")
        case (1, true): text("the newest 1; --limit 0 shows all", "el más reciente; --limit 0 los muestra todos")
        case (_, true):
            text("the newest \(count); --limit 0 shows all", "los \(count) más recientes; --limit 0 los muestra todos")
        case (_, false): text("\(NumberText.grouped(count)) found", SpanishNoun.resultado.counted(count))
        }
    }

    package func madeAnew(through position: Position) -> String {
        text("the index was made anew through #\(position)", "el índice se rehízo hasta #\(position)")
    }
}
