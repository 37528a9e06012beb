extension MeasureDefinition {
    /// What `FirstResponse` means.
    package static let firstResponse = MeasureDefinition(
        "first-response", version: 1,
        [
            Clause(
                en: ("measure", "How long people wait for our first response."),
                es: ("medida", "Cuánto esperan las personas nuestra primera respuesta.")),
            Clause(
                en: ("unit", "One case, or one episode of it where it was reopened."),
                es: ("unidad", "Un caso, o un episodio suyo si se reabrió.")),
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
                    "Cases or episodes whose first mention lies in the window, its start included, its end not."
                ),
                es: (
                    "ventana",
                    """
                    Los casos o episodios cuya primera mención cae dentro de la ventana, su inicio incluido, su fin no.
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
                    its first mention. It is the first time at which Kaplan and Meier's estimate is at most one half.
                    """
                ),
                es: (
                    "censura",
                    """
                    La mediana censurada incluye los no contestados: cada uno está censurado por la derecha en el \
                    final de los datos menos su primera mención. Es el primer tiempo en el que la estimación de Kaplan \
                    y Meier no pasa de un medio.
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
        ])
}
