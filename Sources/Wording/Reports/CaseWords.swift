package import CaseModel
import Playbook
import Terminal

/// The words in which a case is shown: its heading, its conversation, lists of cases.
package struct CaseWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: The heading

    package func tracking(_ code: String) -> String {
        language.text("tracking code \(code)", "código de seguimiento \(code)")
    }

    package func title(_ number: CaseNumber) -> String { text("Case \(number)", "Caso \(number)") }

    package func goesOn(_ asked: CaseNumber, in number: CaseNumber) -> String {
        text("Case \(asked) goes on in case \(number).", "El caso \(asked) continúa en el caso \(number).")
    }

    package func mergedInto(_ number: CaseNumber) -> String {
        text(", goes on in case \(number)", ", continúa en el caso \(number)")
    }

    /// `complaint about product and brand`
    package func judged(_ polarity: Polarity?, _ targets: TargetSet) -> String {
        guard let polarity else { return text("not judged yet", "sin evaluar") }
        return polarity.word(language) + (targets.isEmpty ? "" : text(" about ", " sobre ") + targets.phrase(language))
    }

    package func person(_ number: PersonNumber, _ who: String, on channel: Channel) -> String {
        text(
            "; person \(number) (\(who)) on \(channel.name)", "; persona \(number) (\(who)) en \(channel.name)")
    }

    /// Stands for an account whose name was erased.
    package var erasedAccount: String { text("erased", "borrada") }

    package func brand(_ name: String) -> String { text("; brand \(name)", "; marca \(name)") }

    package func topics(_ names: [String]) -> String {
        text("; topics ", "; temas: ") + names.joined(separator: ", ")
    }

    package func opened(_ moment: String) -> String { text("opened \(moment)", "abierto \(moment)") }

    package func counts(mentions: Int64, replies: Int64, publicReplies: Int64, episode: Int64) -> String {
        text(
            "; \(EnglishNoun.counted(mentions, "mention")), \(EnglishNoun.counted(replies, "reply", "replies")) "
                + "(\(publicReplies) public); episode \(episode)",
            "; \(SpanishNoun.mención.counted(mentions)), \(SpanishNoun.respuesta.counted(replies)) "
                + "(\(publicReplies) en público); episodio \(episode)")
    }

    /// What `--expecting` takes.
    package func version(_ version: Int64) -> String { text("version \(version)", "versión \(version)") }

    /// Why a case was let be.
    package func dismissed(as ground: DismissalGround) -> String {
        text("; dismissed ", "; desestimado ") + ground.label[language]
    }

    /// A state in a list, with what the case was dismissed as.
    package func state(_ status: CaseStatus, dismissedAs ground: DismissalGround?) -> String {
        status.word(language) + (ground.map { " (" + text($0.rawValue, $0.label.spanish) + ")" } ?? "")
    }

    package func outcome(_ outcome: Outcome) -> String {
        text("; outcome \(outcome.rawValue)", "; desenlace \(outcome.spanish)")
    }

    package func nextFollowUp(_ moment: String) -> String {
        text("; next follow-up \(moment)", "; próximo seguimiento \(moment)")
    }

    /// Who of the house has it, how urgent it is, its tags, until when it is out of sight; nothing of what isn't set.
    package func work(assignee: String?, _ priority: Priority, tags: [String], snoozedUntil moment: String?) -> String?
    {
        var said: [String] = []
        if let assignee { said.append(text("with \(assignee)", "a cargo de \(assignee)")) }
        if priority != .normal { said.append(text("priority \(priority.rawValue)", "prioridad \(priority.spanish)")) }
        if !tags.isEmpty { said.append(text("tags ", "etiquetas: ") + tags.joined(separator: ", ")) }
        if let moment { said.append(text("snoozed until \(moment)", "aplazado hasta \(moment)")) }
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }

    package func conversation(_ root: String, _ origin: Origin) -> String {
        text("conversation \(root); \(origin.rawValue)", "conversación \(root); \(origin.spanish)")
    }

    // MARK: The conversation

    package var we: String { text("we", "la casa") }
    package var they: String { text("they", "la persona") }

    /// - Parameter channel: where the message stands, where the conversation stands on several.
    package func place(_ visibility: Visibility?, on channel: Channel?) -> String {
        text(", in \(visibility?.rawValue ?? "-")", ", \(visibility?.phrase.spanish ?? "-")")
            + (channel.map { text(" on \($0.name)", " en \($0.name)") } ?? "")
    }

    /// Heads what was done about it that isn't a message.
    package var houseWork: String { text("What the house did", "Lo que hizo la casa") }

    package var wordsErased: String { text("(its words were erased)", "(sus palabras se borraron)") }

    // MARK: Lists

    package var number: String { text("case", "caso") }
    package var state: String { text("state", "estado") }
    package var judgement: String { text("judged", "tipo") }
    package var channel: String { text("channel", "canal") }
    package var brandColumn: String { text("brand", "marca") }
    package var personColumn: String { text("person", "persona") }
    package var assigneeColumn: String { text("assignee", "a cargo de") }
    package var openedColumn: String { text("opened", "abierto") }
    /// What came in: mentions.
    package var incoming: String { text("in", "entran") }
    /// What went out: our replies.
    package var outgoing: String { text("out", "salen") }
    package var firstWords: String { text("first words", "primeras palabras") }
    package var erased: String { text("(erased)", "(borrado)") }
    /// Stands for what came in by an import that was retracted.
    package var takenBack: String { text("(import taken back)", "(importación retirada)") }

    /// `complaint/both`
    package func judgedBriefly(_ polarity: Polarity?, _ targets: TargetSet) -> String {
        (polarity?.word(language) ?? "-") + (targets.isEmpty ? "" : "/" + targets.word(language))
    }

    /// The last line of a list.
    package func listed(_ shown: Int, of total: Int64) -> String {
        if Int64(shown) == total {
            return text(EnglishNoun.counted(total, "case"), SpanishNoun.caso.counted(total))
        }
        return text(
            "\(NumberText.grouped(shown)) of \(NumberText.grouped(total)) cases; --limit 0 shows all",
            "\(NumberText.grouped(shown)) de \(SpanishNoun.caso.counted(total)); --limit 0 los muestra todos")
    }
}
