extension MeasureDefinition {
    /// What `Conversion` means under one version of its definition.
    package static func conversion(_ version: ConversionVersion) -> MeasureDefinition {
        MeasureDefinition(
            "conversion", version: version.rawValue, before + [evidence(version), stance] + after + [versions])
    }

    private static let before = [
        Clause(
            en: (
                "measure",
                """
                The share of detractors who are promoters a horizon H after their complaint. There is no standard \
                formula for it; this one is ours.
                """
            ),
            es: (
                "medida",
                """
                La proporción de detractores que son prescriptores pasado un plazo H desde su queja. No hay una \
                fórmula estándar para ello; esta es nuestra.
                """
            )),
        Clause(
            en: ("unit", "One index complaint of a person: never a mention, never a case."),
            es: ("unidad", "Una queja índice de una persona: nunca una mención, nunca un caso.")),
        Clause(
            en: (
                "washout",
                """
                For 30 days after an index complaint, or H where that is longer, the person has no second one; the \
                first founded complaint after it is the next. So all horizons up to 30 days are about the same \
                complaints.
                """
            ),
            es: (
                "periodo de lavado",
                """
                Durante los 30 días que siguen a una queja índice, o durante H si es más largo, la persona no \
                tiene una segunda; la siguiente es la primera queja fundada después de ese tiempo. Así, todos los \
                plazos de hasta 30 días tratan de las mismas quejas.
                """
            )),
        Clause(
            en: (
                "clock start",
                """
                t0, the moment of the index complaint: a mention classified as a complaint that is, as of now, \
                neither assessed as unfounded nor dismissed as troll, spam or off topic.
                """
            ),
            es: (
                "inicio del reloj",
                """
                t0, el momento de la queja índice: una mención evaluada como queja que, hoy por hoy, no se ha \
                valorado como sin fundamento ni se ha desestimado por troll, por spam o por no venir al caso.
                """
            )),
        Clause(
            en: (
                "clock stop",
                """
                t0 + H, that moment included; never the resolution, or the time before it would not count.
                """
            ),
            es: (
                "parada del reloj",
                """
                t0 + H, ese momento incluido; nunca la resolución, porque entonces no contaría el tiempo anterior \
                a ella.
                """
            )),
        Clause(
            en: ("horizon", "H in days of 86,400 seconds."),
            es: ("plazo", "H en días de 86 400 segundos.")),
        Clause(
            en: (
                "window",
                """
                Index complaints are found over the whole history first, and those with t0 in the window (its \
                start included, its end not) are counted afterwards.
                """
            ),
            es: (
                "ventana",
                """
                Primero se buscan las quejas índice en todo el historial; después se cuentan las que tienen t0 \
                dentro de la ventana (su inicio incluido, su fin no).
                """
            )),
    ]

    private static let after = [
        Clause(
            en: ("converted", "Promoter at t0 + H, over all index complaints."),
            es: ("conversión", "Prescriptor en t0 + H, sobre todas las quejas índice.")),
        Clause(
            en: ("recovered", "Passive or promoter at t0 + H, over all index complaints."),
            es: ("recuperación", "Pasivo o prescriptor en t0 + H, sobre todas las quejas índice.")),
        Clause(
            en: ("relapsed", "Promoter within H and detractor at t0 + H, over all who were promoters within H."),
            es: (
                "recaída",
                """
                Prescriptor dentro de H y detractor en t0 + H, sobre todos los que fueron prescriptores dentro de \
                H.
                """
            )),
        Clause(
            en: (
                "censoring",
                """
                Mature are those with t0 + H at or before the end of the data; the figure over them alone stands \
                beside the one over all. If none, or all, of the unobserved were promoters, the figure would be at \
                its bounds.
                """
            ),
            es: (
                "censura",
                """
                Tienen el plazo cumplido aquellas cuyo t0 + H no pasa del final de los datos; la cifra sobre ellas \
                solas figura junto a la de todas. Si ninguna de las no observadas fuera de un prescriptor, o si lo \
                fueran todas, la cifra estaría en sus límites.
                """
            )),
        Clause(
            en: (
                "denominators",
                """
                All index complaints (the headline: intention to treat); those answered within H, and those not, \
                to compare; those whose case was resolved within H; those with evidence after that resolution \
                within H.
                """
            ),
            es: (
                "denominadores",
                """
                Todas las quejas índice (la cifra principal: por intención de tratar); las contestadas dentro de \
                H, y las que no, para comparar; aquellas cuyo caso se resolvió dentro de H; las que tienen \
                indicios después de esa resolución, dentro de H.
                """
            )),
        Clause(
            en: (
                "attribution",
                """
                Answered, resolved and every group are those of the index complaint and its case. A person's other \
                cases within H share in the outcome and are not counted again.
                """
            ),
            es: (
                "atribución",
                """
                Que esté contestada, que esté resuelta y cada grupo son los de la queja índice y su caso. Los \
                otros casos de la persona dentro de H comparten el desenlace y no se cuentan otra vez.
                """
            )),
        Clause(
            en: (
                "excluded",
                """
                Complaints assessed as unfounded or dismissed as troll, spam or off topic start no horizon: those of the \
                episode that was judged, whichever came first, and only those about the brand alone where they were \
                assessed; an episode reopened without a new message goes on with the one before. How \
                many there are is printed, with the measure as if all were founded. What somebody wrote whom \
                nobody knows is in no figure of persons; how much evidence that is, is printed beside them, and \
                how many messages of ours belong to no case.
                """
            ),
            es: (
                "excluidas",
                """
                Las quejas valoradas como sin fundamento o desestimadas por troll, por spam o por no venir al caso \
                no abren ningún plazo: las del episodio que se juzgó, llegaran antes o después, y si se valoraron, solo \
                las que tratan únicamente de la marca; un episodio reabierto sin mensaje nuevo continúa el anterior. \
                Se indica cuántas hay, con la medida que saldría si todas fueran fundadas. \
                Lo que escribió alguien a quien nadie conoce no entra en ninguna cifra de personas; al lado se \
                indica cuántos indicios son, y cuántos mensajes nuestros no pertenecen a ningún caso.
                """
            )),
        Clause(
            en: (
                "interval",
                """
                Wilson, 95 %, where every person has one index complaint in the group or denominator; else the \
                bootstrap by person, 95 % percentile, its seed printed. Where every person has the same share: Wilson, each person \
                one trial.
                """
            ),
            es: (
                "intervalo",
                """
                Wilson, 95 %, cuando cada persona tiene una sola queja índice en el grupo o denominador; si no, \
                remuestreo por persona (bootstrap), percentiles del 95 %, con su semilla indicada. Si todas las \
                personas tienen la misma proporción: Wilson, con cada persona como un solo ensayo.
                """
            )),
    ]

    private static func evidence(_ version: ConversionVersion) -> Clause {
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

    private static let stance = Clause(
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

    private static let versions = Clause(
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
