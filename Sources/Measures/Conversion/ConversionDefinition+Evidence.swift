/// What shows where a person stands: the clauses in which the versions of the conversion differ, and what they have in
/// common of it.
extension MeasureDefinition {
    static func evidence(_ version: ConversionVersion) -> Clause {
        let (english, spanish): (String, String) =
            switch version {
            case .first:
                (
                    """
                    A positive mention that answers one of our replies, or that stands in private: passive. A positive \
                    public mention that answers none of ours, or an explicit recommendation: promoter.
                    """,
                    """
                    Una mención positiva que contesta a una respuesta nuestra, o que está en privado: pasivo. Una mención \
                    positiva y pública que no contesta a ninguna nuestra, o una recomendación explícita: prescriptor.
                    """
                )
            case .second:
                (
                    """
                    A positive mention that comes after a reply of ours in its own case, public or private, or that \
                    answers a reply of ours in any case: thanks, so passive, whichever message its source names as \
                    answered. A positive mention in private: passive. A positive public mention that begins its case, or \
                    comes before any reply of ours in it, and answers none of ours, or an explicit recommendation: \
                    promoter.
                    """,
                    """
                    Una mención positiva que llega después de una respuesta nuestra en su propio caso, pública o privada, \
                    o que contesta a una respuesta nuestra en cualquier caso: agradecimiento, así que pasivo, diga lo que \
                    diga la fuente sobre a qué mensaje contesta. Una mención positiva en privado: pasivo. Una mención \
                    positiva y pública que abre su caso, o que llega antes que cualquier respuesta nuestra en él, y que no \
                    contesta a ninguna nuestra, o una recomendación explícita: prescriptor.
                    """
                )
            }
        return Clause(
            en: (
                "evidence",
                """
                A complaint, founded or not: detractor. An answer to "would you recommend us" of 0 to 6, 7 or 8, 9 or 10: \
                detractor, passive, promoter. \(english) A question or a neutral mention: no evidence. What we did is no \
                evidence.
                """
            ),
            es: (
                "indicios",
                """
                Una queja, fundada o no: detractor. Una respuesta a «¿nos recomendarías?» de 0 a 6, de 7 u 8, de 9 o 10: \
                detractor, pasivo, prescriptor. \(spanish) Una pregunta o una mención neutra: ningún indicio. Lo que \
                hicimos nosotros no es indicio.
                """
            ))
    }

    static let stance = Clause(
        en: (
            "stance",
            """
            That of the latest evidence after the complaint, at or before t0 + H; unknown (unobserved) where there is none. \
            At the same instant what is answered comes before what answers it, then the source's own order counts where it \
            gives one; else our reply comes before their message, and the gravest evidence last. How many complaints rest \
            on such a tie is printed, and the most that the figure could be at their other ends.
            """
        ),
        es: (
            "postura",
            """
            La del último indicio posterior a la queja, en t0 + H o antes; desconocida (no observada) si no hay ninguno. En \
            el mismo instante, lo contestado va antes que lo que lo contesta, y después cuenta el orden de la propia fuente \
            si lo da; si no, nuestra respuesta va antes que su mensaje y el indicio más grave, el último. Se indica cuántas \
            quejas dependen de un empate así, y lo más que la cifra podría ser en los otros extremos.
            """
        ))

    static let versions = Clause(
        en: (
            "versions",
            """
            @2, the current one: a positive message after a reply of ours is thanks, whichever message its source names as \
            answered. @1 (--definition 1) took each positive public message that answered no reply of ours itself for \
            promotion.
            """
        ),
        es: (
            "versiones",
            """
            @2, la actual: un mensaje positivo después de una respuesta nuestra es agradecimiento, diga lo que diga la \
            fuente sobre a qué mensaje contesta. @1 (--definition 1) tomaba por prescripción todo mensaje positivo y público \
            que no contestara él mismo a una respuesta nuestra.
            """
        ))
}
