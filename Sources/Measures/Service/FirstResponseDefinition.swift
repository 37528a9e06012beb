extension MeasureDefinition {
    /// What `FirstResponse` means.
    package static let firstResponse = MeasureDefinition(
        "first-response", version: 1,
        [
            "measure": "How long people wait for our first response.",
            "unit": "One case, or one episode of it where it was reopened.",
            "clock start": "The person's first mention in it.",
            "clock stop": "Our first human reply that the person can see, at or after the first mention.",
            "window": "Cases whose first mention lies in the window, its start included, its end not.",
            "horizon": "None: the clock runs until the answer or the end of the data.",
            "median and p90": """
            Over the answered alone, by linear interpolation (Hyndman and Fan's type 7); how many are unanswered \
            stands beside them.
            """,
            "censoring": """
            The censored median takes in the unanswered: each is right-censored at the end of the data less its first \
            mention. It is the first time at which Kaplan and Meier's estimate is at most one half.
            """,
            "target": """
            Answered within the target, over all whose time is up: answered, or unanswered for longer than the \
            target by the end of the data. The others are pending and counted apart.
            """,
        ])
}
