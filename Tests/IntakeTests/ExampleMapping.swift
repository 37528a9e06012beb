/// A mapping as a person writes it, with every key that CSV has.
let exampleMapping = """
    # Mentions as our listening tool exports them.
    format: csv
    delimiter: ";"
    columns:
      id: Message Id
      parent: In Reply To
      author: Account Id
      handle: Account
      name: Display Name
      text: Body
      time: Created
      direction: Inbound
      brand: Page
      channel: Network
      visibility: Access
      kind: Type
      language: Lang
      reach: Followers
      link: Url
      version: Edit
      sequence: Nr
      polarity: Sentiment
      targets: Reason
      topics: Tags
      severity: Priority
      confidence: Score
      method: Source
      methodVersion: Model
    values:
      direction: {True: theirs, False: ours}
      brand: {AcmeES: Acme}
      channel: {X: twitter}
      visibility: {open: public, dm: private}
      kind: {rt: repost, default: post}
      language: {Spanish: es}
      polarity: {neg: complaint, pos: positive, "": neutral}
      targets: {Staff: brand, Queue: both, none: "", default: product}
      topics: {Other: ""}
      severity: {P1: critical, P2: high}
      method: {bot: model, team: human}
    constants:
      channel: twitter
      visibility: public
    listSeparator: ","
    time:
      format: "%d/%m/%Y %H:%M"
      zone: Europe/Madrid
    numericIDs: [In Reply To, Followers]
    decodeHTML: true
    brandFrom: handle
    """
