package import CaseModel

/// Of a mention (S2), hence feminine.
extension Polarity: Worded {
    package var spanish: String {
        switch self {
        case .positive: "positiva"
        case .complaint: "queja"
        case .question: "pregunta"
        case .neutral: "neutra"
        case .spam: "spam"
        }
    }
}

extension MentionKind: Worded {
    package var spanish: String {
        switch self {
        case .post: "publicación"
        case .reply: "respuesta"
        case .review: "reseña"
        case .direct: "mensaje directo"
        case .repost: "republicación"
        }
    }
}

extension Target: Worded {
    package var spanish: String {
        switch self {
        case .product: "producto"
        case .brand: "marca"
        }
    }
}

extension TargetSet {
    /// `product`, `brand`, `both`, or nothing.
    package func word(_ language: Language) -> String {
        language.text(name, members.count == 2 ? "ambos" : members.map(\.spanish).joined())
    }

    /// What a complaint is about, as it stands behind "about": `product and brand`.
    func phrase(_ language: Language) -> String {
        let words: [String] = members.map { language.text($0.rawValue, $0.withArticle) }
        return words.joined(separator: language.text(" and ", " y "))
    }
}

extension Target {
    fileprivate var withArticle: String {
        switch self {
        case .product: "el producto"
        case .brand: "la marca"
        }
    }
}
