package import CaseModel

extension Visibility {
    /// `in public`, `in private`.
    package var phrase: LocalizedText {
        switch self {
        case .isPublic: LocalizedText(en: "in public", es: "en público")
        case .isPrivate: LocalizedText(en: "in private", es: "en privado")
        }
    }
}

extension Visibility {
    /// As in "move the conversation to private".
    package var direction: LocalizedText {
        switch self {
        case .isPublic: LocalizedText(en: "to public", es: "a público")
        case .isPrivate: LocalizedText(en: "to private", es: "a privado")
        }
    }
}

extension ReplyPurpose {
    /// What a message is for, as in "reply, to thank".
    package var label: LocalizedText {
        switch self {
        case .thank: LocalizedText(en: "to thank", es: "para agradecer")
        case .engage: LocalizedText(en: "to go on talking", es: "para seguir conversando")
        case .acknowledge: LocalizedText(en: "to acknowledge", es: "para acusar recibo")
        case .help: LocalizedText(en: "to help", es: "para ayudar")
        case .guide: LocalizedText(en: "to give guidance", es: "para dar pautas")
        case .clarify: LocalizedText(en: "to clarify", es: "para aclarar")
        case .explain: LocalizedText(en: "to explain", es: "para explicar")
        case .apologise: LocalizedText(en: "to apologise", es: "para pedir disculpas")
        case .close: LocalizedText(en: "to end it", es: "para terminar")
        }
    }
}

extension FollowUpPurpose {
    /// What a follow-up looks for.
    package var label: LocalizedText {
        switch self {
        case .recurrence: LocalizedText(en: "whether it comes back", es: "por si vuelve")
        case .evolution: LocalizedText(en: "how it goes on", es: "para ver cómo evoluciona")
        }
    }
}

extension DismissalGround {
    /// What something is dismissed as.
    package var label: LocalizedText {
        switch self {
        case .troll: LocalizedText(en: "as a troll's", es: "por troll")
        case .spam: LocalizedText(en: "as spam", es: "por spam")
        case .offTopic: LocalizedText(en: "as off topic", es: "por no venir al caso")
        case .duplicate: LocalizedText(en: "as a duplicate", es: "por duplicado")
        }
    }
}

extension HitPolicy {
    /// What it means for the reader of a table.
    package var label: LocalizedText {
        switch self {
        case .first: LocalizedText(en: "the first rule that matches", es: "la primera regla que se cumple")
        case .unique: LocalizedText(en: "exactly one rule matches", es: "se cumple exactamente una regla")
        case .any: LocalizedText(en: "rules that match agree", es: "las reglas que se cumplen coinciden")
        }
    }
}
