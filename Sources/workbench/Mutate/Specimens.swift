import Playbook
import ServiceLevels

/// Inputs that are right, of each kind, from which mutations begin. All of it is invented.
enum Specimens {
    static let mappings = [
        """
        format: csv
        columns: {id: post_id, parent: reply_to, author: user, text: message, time: posted, polarity: sentiment,
                  targets: reason, topics: reason, reach: seen, confidence: sure}
        constants: {channel: forum}
        values:
          polarity: {negative: complaint, positive: positive, default: neutral}
          targets: {Staff: brand, default: product}
        time: {format: "%d/%m/%Y %H:%M", zone: Europe/Madrid}
        decodeHTML: true

        """,
        """
        format: csv
        delimiter: ";"
        columns: {id: id, author: who, text: said, time: at, channel: where, direction: side, link: url}
        values:
          direction: {out: ours, default: theirs}
        numericIDs: [id]
        listSeparator: "|"
        time: {format: unix}

        """,
        """
        format: ndjson
        columns: {id: a, author: b, text: c, time: d}
        constants: {channel: mail, language: es, visibility: private}
        time: {format: iso8601, zone: "+02:00"}

        """,
    ]

    static let rows = [
        """
        post_id,reply_to,user,message,posted,sentiment,reason,seen,sure
        1,,ana,"Broken, again &amp; again",01/02/2026 10:00,negative,Staff,12,0.5
        2,1,brand,"Sorry ""ana""
        we look into it",01/02/2026 10:30,neutral,,,1
        3,1,bo,thanks,29/03/2026 02:30,positive,Price,1000,0

        """,
        """
        id;who;said;at;where;side;url
        10;ana;words;1769940000;twitter;in;https://x.example/1
        11.0;we;more words;1769940060.5;twitter;out;

        """,
    ]

    static let lines = [
        #"{"channel":"twitter","id":"1","author":"ana","handle":"ana","name":"Ana","brand":"Lunabrisa","time":"2026-01-07T08:02:50+01:00","text":"late again","visibility":"public","kind":"post","language":"es","reach":33,"link":"https://x.example/1","polarity":"complaint","targets":["product"],"topics":["punctuality"],"severity":"low","confidence":0.95,"method":"model","methodVersion":"3"}"#,
        #"{"channel":"twitter","id":"2","parent":"1","author":"lunabrisa","direction":"ours","time":"2026-01-07T19:10:33+01:00","text":"We are on it","visibility":"public","kind":"reply","version":"2"}"#,
        #"{"channel":"mail","id":"3","author":"bo","time":"2026-01-08T00:00:00Z","text":"thank you","polarity":"positive"}"#,
    ]

    static let calendars = [
        """
        name: office
        version: "2026.1"
        zone: Europe/Madrid
        week:
          monday-thursday: [09:00-14:00, 15:00-18:00]
          friday: 09:00-15:00
        holidays:
          - 2026-10-12
          - {date: 2026-12-25, name: Navidad, yearly: true}
          - {date: 2026-08-10, until: 2026-08-14, name: Vacaciones}
        specialDays:
          - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}

        """, WorkingCalendar.alwaysText,
    ]

    static let serviceLevels = [ServiceLevelPolicy.standardText]

    static let iCalendars = [
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261225
        DTEND;VALUE=DATE:20261226
        SUMMARY:Navidad
        RRULE:FREQ=YEARLY;INTERVAL=1;COUNT=30
        EXDATE;VALUE=DATE:20281225
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260406
        DURATION:P2D
        RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO
        STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR

        """
    ]

    static let playbooks = BuiltInPlaybook.allCases.map(\.yaml)

    static let configurations = ["store: cmcase.db\nactor: ana\ntz: Europe/Madrid\nlang: es # for reports\n"]

    /// One line of `case apply` for each command, in an order in which many of them are taken.
    static let commands = [
        #"{"do":"capture","channel":"twitter","id":"100","author":"cleo","text":"it broke","time":"2026-02-01T10:00:00Z","reach":5,"polarity":"complaint","targets":["product"],"confidence":0.5}"#,
        #"{"do":"classify","case":1,"polarity":"complaint","targets":["brand"],"topics":["price"],"severity":"high","confidence":1,"method":"human"}"#,
        #"{"do":"reply","case":1,"text":"We are on it.","visibility":"public","purpose":"acknowledge","id":"900","rule":"T3.2"}"#,
        #"{"do":"move","case":1,"to":"private","consent":true}"#, #"{"do":"assign","case":1,"to":"ana","expecting":3}"#,
        #"{"do":"unassign","case":1}"#, #"{"do":"prioritise","case":1,"priority":"high","reason":"old"}"#,
        #"{"do":"tag","case":1,"tag":"late"}"#, #"{"do":"untag","case":1,"tag":"late"}"#,
        #"{"do":"note","case":1,"note":"calls at noon"}"#,
        #"{"do":"snooze","case":1,"until":"2030-01-01T00:00:00Z","wakesOnReply":true}"#, #"{"do":"wake","case":1}"#,
        #"{"do":"acknowledge","case":1}"#,
        #"{"do":"investigate","case":1,"sources":["public-profile"],"finding":"a customer"}"#,
        #"{"do":"assess","case":1,"founded":true,"grounds":["broken-promise"],"signals":["photo"]}"#,
        #"{"do":"forecast","case":1,"forecast":"favourable","basis":"repair-dated"}"#,
        #"{"do":"identify-problem","case":1,"cause":"ramp-broken","product":"ramp","severity":"high","description":"long"}"#,
        #"{"do":"explain-plan","case":1,"plan":"mend it","by":"2030-01-19T20:00:00+01:00"}"#,
        #"{"do":"help","case":1,"text":"so"}"#,
        #"{"do":"guide","case":2,"text":"ask them","followUp":"2030-01-01T00:00:00Z"}"#,
        #"{"do":"escalate","case":1,"to":"legal","level":2}"#,
        #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"customer","target":"product","followUp":"2030-01-19T20:00:00Z","followUpPurpose":"recurrence"}"#,
        #"{"do":"publish","case":1}"#, #"{"do":"dismiss","case":2,"as":"spam"}"#,
        #"{"do":"reopen","case":1,"trigger":"decision"}"#,
        #"{"do":"close","case":1}"#,
        #"{"do":"schedule-follow-up","case":1,"due":"2030-01-01T00:00:00Z","purpose":"evolution"}"#,
        #"{"do":"complete-follow-up","case":1,"finding":"quiet","followUp":1}"#,
        #"{"do":"cancel-follow-up","case":1,"followUp":1}"#,
        #"{"do":"merge","case":1,"from":3}"#, #"{"do":"unmerge","case":1,"from":3}"#,
        #"{"do":"split","case":1,"mentions":["twitter:1"]}"#,
        #"{"do":"correct","event":5,"fields":["polarity"],"values":["\"neutral\""],"note":"wrong"}"#,
        #"{"do":"link","person":1,"other":2,"basis":"operator"}"#, #"{"do":"unlink","person":1,"other":2}"#,
        #"{"do":"assess-author","person":1,"as":"suspected-troll","evidence":["a","b"],"expires":"2030-01-01T00:00:00Z"}"#,
        #"{"do":"offer-survey","person":1,"instrument":"NPS","case":1}"#,
        #"{"do":"answer-survey","person":1,"score":9,"offer":1,"text":"good"}"#,
        #"{"do":"record-evidence","person":1,"kind":"thanks","case":1,"event":3}"#,
        #"{"do":"declare-incident","cases":[1,2],"level":3,"trigger":"spike"}"#,
        #"{"do":"widen-incident","incident":1,"cases":[3],"level":4}"#,
        #"{"do":"close-incident","incident":1}"#,
    ]
}
