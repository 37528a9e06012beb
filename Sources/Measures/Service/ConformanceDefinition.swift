extension MeasureDefinition {
    /// What the report on conformance means.
    package static let conformance = MeasureDefinition(
        "conformance", version: 1,
        [
            Clause(
                en: ("measure", "How often the work kept to the rules about the order of decisions."),
                es: (
                    "medida",
                    """
                    Con qué frecuencia se ajustó el trabajo a las reglas sobre el orden de las decisiones.
                    """
                )),
            Clause(
                en: (
                    "unit",
                    """
                    One activation: an event that calls for a rule. A case takes in the cases that were merged into \
                    it; events count in the order of the world, then of the log.
                    """
                ),
                es: (
                    "unidad",
                    """
                    Una activación: un evento que hace necesaria una regla. Un caso incluye los que se fusionaron con \
                    él; los eventos cuentan en el orden del mundo y después en el del registro.
                    """
                )),
            Clause(
                en: (
                    "fitness",
                    """
                    Satisfied activations over activations. What was overridden counts as not kept. What is pending, \
                    since it can still be done, is no activation yet.
                    """
                ),
                es: (
                    "ajuste",
                    """
                    Activaciones cumplidas entre activaciones. Lo incumplido con motivo cuenta como no cumplido. Lo \
                    pendiente, puesto que aún se puede hacer, todavía no es una activación.
                    """
                )),
            Clause(
                en: ("response", "Pending until the target comes; violated where the case closes without it."),
                es: (
                    "respuesta",
                    """
                    Pendiente hasta que llega lo que se espera; incumplida si el caso se cierra sin ello.
                    """
                )),
            Clause(
                en: (
                    "acknowledgement",
                    """
                    By the service level that the case runs under: acknowledged or answered by the deadline. An \
                    episode that ends before its deadline owes none.
                    """
                ),
                es: (
                    "acuse de recibo",
                    """
                    Según el nivel de servicio con el que corre el caso: con acuse de recibo o contestado antes de que \
                    venza el plazo. Un episodio que termina antes de su plazo no debe ninguno.
                    """
                )),
            Clause(
                en: (
                    "as known",
                    """
                    What was done is judged by what was known when it was recorded. A violation stays where the forecast, \
                    the judgement or the reply that it rests on was corrected afterwards, and says by whom and when. What \
                    was taken back never was.
                    """
                ),
                es: (
                    "lo sabido",
                    """
                    Lo hecho se juzga por lo que se sabía cuando se registró. Un incumplimiento se mantiene si la \
                    previsión, el juicio o la respuesta en que se apoya se corrigió después, y dice quién y cuándo. Lo \
                    que se retiró no existió.
                    """
                )),
            Clause(
                en: (
                    "recorded late",
                    """
                    Decisions that were recorded later after they happened than the playbook's lateRecord says. They are \
                    judged like others, counted, and listed with --explain.
                    """
                ),
                es: (
                    "registradas tarde",
                    """
                    Decisiones que se registraron más tarde de lo que dice lateRecord del manual después de ocurrir. Se \
                    juzgan como las demás, se cuentan y se enumeran con --explain.
                    """
                )),
            Clause(
                en: (
                    "overridden",
                    """
                    Not kept, and whoever did it recorded why. Shown with the reason, and counted apart.
                    """
                ),
                es: (
                    "con motivo",
                    """
                    No cumplida, y quien lo hizo anotó por qué. Se muestra con el motivo y se cuenta aparte.
                    """
                )),
            Clause(
                en: (
                    "imported",
                    """
                    Replies and complaints of imported history. It carries no decisions, so they are counted and not \
                    judged.
                    """
                ),
                es: (
                    "importadas",
                    """
                    Respuestas y quejas de historial importado. No contiene decisiones, así que se cuentan y no se \
                    juzgan.
                    """
                )),
            Clause(
                en: ("window", "Cases whose first mention lies in the window, its start included, its end not."),
                es: (
                    "ventana",
                    """
                    Los casos cuya primera mención cae dentro de la ventana, su inicio incluido, su fin no.
                    """
                )),
            Clause(
                en: (
                    "false-troll rate",
                    """
                    Dismissals as a troll after which the person, under whatever account, was judged to be a customer, \
                    over all dismissals as a troll.
                    """
                ),
                es: (
                    "tasa de falsos trolls",
                    """
                    Los desestimados por troll de cuya persona, con cualquiera de sus cuentas, se juzgó después que \
                    era un cliente, sobre todos los desestimados por troll.
                    """
                )),
            Clause(
                en: (
                    "forecast accuracy",
                    """
                    Forecasts, favourable or unfavourable, that were the worst outcome of their episode's resolutions, \
                    over all such forecasts of episodes that were resolved.
                    """
                ),
                es: (
                    "acierto de las previsiones",
                    """
                    Las previsiones, favorables o desfavorables, que coincidieron con el peor desenlace de las \
                    resoluciones de su episodio, sobre todas las previsiones así de episodios que se resolvieron.
                    """
                )),
        ])
}
