extension MeasureDefinition {
    /// What the report on conformance means.
    package static let conformance = MeasureDefinition(
        "conformance", version: 1,
        [
            "measure": "How often the work kept to the rules about the order of decisions.",
            "unit": """
            One activation: an event that calls for a rule. A case takes in the cases that were merged into it; events \
            count in the order of the world, then of the log.
            """,
            "fitness": """
            Satisfied activations over activations. What was overridden counts as not kept. What is pending, since it \
            can still be done, is no activation yet.
            """,
            "response": "Pending until the target comes; violated where the case closes without it.",
            "acknowledgement": """
            By the service level that the case runs under: acknowledged or answered by the deadline. An episode that ends \
            before its deadline owes none.
            """,
            "overridden": "Not kept, and whoever did it recorded why. Shown with the reason, and counted apart.",
            "imported": """
            Replies and complaints of imported history. It carries no decisions, so they are counted and not judged.
            """,
            "window": "Cases whose first mention lies in the window, its start included, its end not.",
            "false-troll rate": """
            Dismissals as a troll after which the person, under whatever account, was judged to be a customer, over all \
            dismissals as a troll.
            """,
            "forecast accuracy": """
            Forecasts, favourable or unfavourable, that were the worst outcome of their episode's resolutions, over all \
            such forecasts of episodes that were resolved.
            """,
        ])
}
