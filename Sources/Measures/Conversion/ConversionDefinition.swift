extension MeasureDefinition {
    /// What `Conversion` means.
    package static let conversion = MeasureDefinition(
        "conversion", version: 1,
        [
            "measure": """
            The share of detractors who are promoters a horizon H after their complaint. There is no standard \
            formula for it; this one is ours.
            """,
            "unit": """
            One index complaint of a person: never a mention, never a case.
            """,
            "washout": """
            For 30 days after an index complaint, or H where that is longer, the person has no second one; the first \
            founded complaint after it is the next. So all horizons up to 30 days are about the same complaints.
            """,
            "clock start": """
            t0, the moment of the index complaint: a mention classified as a complaint that is, as of now, neither \
            assessed as unfounded nor dismissed as troll, spam or off topic.
            """,
            "clock stop": "t0 + H, that moment included; never the resolution, or the time before it would not count.",
            "horizon": "H in days of 86,400 seconds.",
            "window": """
            Index complaints are found over the whole history first, and those with t0 in the window (its start \
            included, its end not) are counted afterwards.
            """,
            "evidence": """
            A complaint, founded or not: detractor. An answer to "would you recommend us" of 0 to 6, 7 or 8, 9 or \
            10: detractor, passive, promoter. A positive mention that answers one of our replies: passive. A \
            positive public mention that answers none of ours, or an explicit recommendation: promoter. A question \
            or a neutral mention: no evidence. What we did is no evidence.
            """,
            "stance": """
            That of the latest evidence after the complaint, by time and then by key, at or before t0 + H; unknown \
            (unobserved) where there is none.
            """,
            "converted": "Promoter at t0 + H, over all index complaints.",
            "recovered": "Passive or promoter at t0 + H, over all index complaints.",
            "relapsed": "Promoter within H and detractor at t0 + H, over all who were promoters within H.",
            "censoring": """
            Mature are those with t0 + H at or before the end of the data; the figure over them alone stands beside \
            the one over all. If none, or all, of the unobserved were promoters, the figure would be at its bounds.
            """,
            "denominators": """
            All index complaints (the headline: intention to treat); those answered within H, and those not, to \
            compare; those whose case was resolved within H; those with evidence after that resolution within H.
            """,
            "attribution": """
            Answered, resolved and every group are those of the index complaint and its case. A person's other \
            cases within H share in the outcome and are not counted again.
            """,
            "excluded": """
            Complaints assessed as unfounded or dismissed as troll, spam or off topic start no horizon. How many \
            there are is printed, with the measure as if all were founded.
            """,
            "interval": """
            Wilson, 95 %, where every person has one index complaint; else the bootstrap by person, 95 % \
            percentile, its seed printed.
            """,
        ])
}
