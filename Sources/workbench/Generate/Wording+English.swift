extension Wording.Parts {
    static let english = Wording.Parts(
        openings: [
            .complaint: [
                "Seriously?", "This is the third time.", "Not good enough.", "Disappointed.", "Still waiting.", "😡",
            ],
            .positive: ["Well done!", "Credit where it's due.", "Lovely.", "So this made my day:", "👏👏", "Thank you!"],
            .question: ["Quick one:", "Hi,", "Hello there,", "Does anybody know", "Sorry to ask again,"],
            .neutral: ["So", "Update:", "For what it's worth,", "Noted.", "ok"],
            .spam: ["WIN NOW 🎁", "Follow for follow!!", "Make money from home,"],
        ],
        middles: [
            .complaint: [
                "The # has been a mess for % days and nobody tells us anything.",
                "I've called % times about the # and got % different answers.",
                "You promised the # would be sorted by Friday, it is now Tuesday.",
                "Paid extra for #, got nothing.", "How is this acceptable, honestly?",
                "My mother is % and had to stand there for an hour because of the #.",
                "The app says “all fine” & the # says otherwise.", "I want my money back, all % of it.",
            ],
            .positive: [
                "The # was sorted in % minutes.", "Whoever looked after the # today deserves a raise.",
                "I moaned about the # last month; I take it back.", "Never had # this smooth before.",
                "Recommended you to % friends already.",
            ],
            .question: [
                "how does # work if I change my plan after % days?", "is # included or is that another % on top?",
                "where do I find the # page?", "who do I write to about #?",
            ],
            .neutral: [
                "trying the # again tonight.", "Sent you the reference in a message, % digits.",
                "The # arrived, I think.",
                "Will let you know about the #.",
            ],
            .spam: ["click http://win.example/% for a free #", "% places left, no questions asked"],
        ],
        tails: [
            "Photo attached.", "#fail", "Anyone there?", "cc @consumerwatch", "Reference KX-%00%.",
            "Thanks, I suppose.",
            "It's past midnight and I'm still on hold with your line, option %, then option %, then music.",
        ],
        greetings: ["Hi", "Hello", "Sorry to read this,", "Thanks for telling us,", "Good morning", "Oh no,"],
        answers: [
            "We've passed this to the # team and they'll be in touch within % hours.",
            "Could you send us a private message with your reference, so that we can look into the #?",
            "The # should be back by tomorrow; we'll keep an eye on it ourselves.",
            "There's a form for # at https://help.example/% and it takes about % minutes.",
            "You're right, and it isn't what we want either.", "That's great to hear, we'll tell the team.",
        ],
        closings: ["^AN", "^TO", "-Nora", "^JO", "Kind regards, the team", "^MB"])
}
