import Terminal

/// A Spanish noun that is counted.
enum SpanishNoun {
    case caso, mención, respuesta, persona, queja, evento, fila, resultado, tabla, regla, problema
    case contenido, diferencia

    /// `1 caso`, `2 casos`, `0 casos`.
    func counted(_ number: some BinaryInteger) -> String {
        "\(NumberText.grouped(number)) \(number == 1 ? singular : plural)"
    }

    private var singular: String {
        switch self {
        case .caso: "caso"
        case .mención: "mención"
        case .respuesta: "respuesta"
        case .persona: "persona"
        case .queja: "queja"
        case .evento: "evento"
        case .fila: "fila"
        case .resultado: "resultado"
        case .tabla: "tabla"
        case .regla: "regla"
        case .problema: "problema"
        case .contenido: "contenido"
        case .diferencia: "diferencia"
        }
    }

    private var plural: String { self == .mención ? "menciones" : singular + "s" }
}
