extension MeasureDefinition {
    /// What `FirstResponse` means.
    package static let firstResponse = MeasureDefinition(
        "first-response", version: 1,
        [
            Clause(
                en: ("measure", "How long people wait for our first response."),
                es: ("medida", "Cuánto esperan las personas nuestra primera respuesta.")),
            Clause(
                en: (
                    "unit",
                    """
                    One episode: a case from its opening, or from a reopening, to its end. How many cases and persons \
                    the episodes are of stands beside them; somebody whom nobody knows is no person.
                    """
                ),
                es: (
                    "unidad",
                    """
                    Un episodio: un caso desde su apertura, o desde que se reabrió, hasta su final. Al lado figura de \
                    cuántos casos y personas son los episodios; alguien a quien nadie conoce no es ninguna persona.
                    """
                )),
            Clause(
                en: (
                    "clock start",
                    """
                    The person's first mention in it. An episode that we began, and in which they said nothing, is not \
                    counted.
                    """
                ),
                es: (
                    "inicio del reloj",
                    """
                    La primera mención de la persona en él. Un episodio que abrimos nosotros y en el que no dijo nada no \
                    se cuenta.
                    """
                )),
            Clause(
                en: (
                    "clock stop",
                    "Our first human reply in it that the person can see, at or after the first mention."
                ),
                es: (
                    "parada del reloj",
                    """
                    Nuestra primera respuesta humana en él que la persona puede ver, en el momento de la primera mención \
                    o después.
                    """
                )),
            Clause(
                en: (
                    "window",
                    "Episodes whose first mention lies in the window, its start included, its end not."
                ),
                es: (
                    "ventana",
                    """
                    Los episodios cuya primera mención cae dentro de la ventana, su inicio incluido, su fin no.
                    """
                )),
            Clause(
                en: ("horizon", "None: the clock runs until the answer or the end of the data."),
                es: ("plazo", "Ninguno: el reloj corre hasta la respuesta o hasta el final de los datos.")),
            Clause(
                en: (
                    "median and p90",
                    """
                    Over the answered alone, by linear interpolation (Hyndman and Fan's type 7); how many are \
                    unanswered stands beside them.
                    """
                ),
                es: (
                    "mediana y p90",
                    """
                    Solo sobre los contestados, por interpolación lineal (tipo 7 de Hyndman y Fan); al lado figura \
                    cuántos están sin contestar.
                    """
                )),
            Clause(
                en: (
                    "censoring",
                    """
                    The censored median takes in the unanswered: each is right-censored at the end of the data less \
                    its first mention. It is the first time at which Kaplan and Meier's estimate is at most one half. \
                    Where nobody is unanswered it is the median itself.
                    """
                ),
                es: (
                    "censura",
                    """
                    La mediana censurada incluye los no contestados: cada uno está censurado por la derecha en el \
                    final de los datos menos su primera mención. Es el primer tiempo en el que la estimación de Kaplan \
                    y Meier no pasa de un medio. Si no queda nadie sin contestar, es la propia mediana.
                    """
                )),
            Clause(
                en: (
                    "target",
                    """
                    Answered within the target, over all whose time is up: answered, or unanswered for longer than the \
                    target by the end of the data. The others are pending and counted apart.
                    """
                ),
                es: (
                    "objetivo",
                    """
                    Contestados dentro del objetivo, sobre todos aquellos cuyo tiempo ha pasado: contestados, o sin \
                    contestar durante más que el objetivo al final de los datos. Los demás están pendientes y se \
                    cuentan aparte.
                    """
                )),
            Clause(
                en: (
                    "interval",
                    """
                    Of the share within the target: Wilson, 95 %, where every person has one decided episode; else the \
                    bootstrap by person, 95 % percentile, its seed printed. Where every person has the same share: Wilson, each \
                    person one trial.
                    """
                ),
                es: (
                    "intervalo",
                    """
                    De la proporción dentro del objetivo: Wilson, 95 %, cuando cada persona tiene un solo episodio \
                    decidido; si no, remuestreo por persona (bootstrap), percentiles del 95 %, con su semilla indicada. \
                    Si todas las personas tienen la misma proporción: Wilson, con cada persona como un solo ensayo.
                    """
                )),
            Clause(
                en: (
                    "left out",
                    """
                    Messages of ours that belong to no case answer nobody here; how many of them lie in the window is \
                    printed.
                    """
                ),
                es: (
                    "no incluidos",
                    """
                    Los mensajes nuestros que no pertenecen a ningún caso no contestan aquí a nadie; se indica cuántos \
                    caen dentro de la ventana.
                    """
                )),
        ])
}
