"""Twenty positions of Zedland solved on paper: (name, acts, day asked, route, days, smallest sets).

The days are those of return: at once and at full terms if nothing is filed, then the same if everything is. Of each
`(day, sets)` the sets are all smallest ones with which no return comes before that day; None: no set does.
"""

GRANTED = ["2025-03-02 extradition-granted id=g"]
SERVED = [*GRANTED, "2025-03-03 served of=g to=person"]
COMPLAINED = [*SERVED, "2025-03-05 extradition-complaint-filed"]
DISMISSED = [*COMPLAINED, "2025-03-09 extradition-complaint-decided outcome=dismissed"]
HELD = ["2025-03-02 detained ground=wanted", "2025-03-03 custody-ordered kind=temporary"]
ORDERED = ["2025-03-02 expulsion-ordered leave-by=2025-03-12"]
NEVER = None

# Weekends of Zedland are Friday and Saturday; 10 March is off. 2 March 2025 is a Sunday.
POSITIONS = [
    # grant, copy 2.3; 9.3 lapse. All: filed 9.3, ruling after 12.3, review by 15→16.3, after 20.3, bars after 23.3
    (
        "requested",
        ["2025-03-02 extradition-requested"],
        "2025-03-02",
        "extradition",
        ("2025-03-10", NEVER, "2025-03-24", NEVER),
        [
            ("2025-03-13", "complaint | bars"),
            ("2025-03-14", "complaint"),
            ("2025-03-21", "complaint review"),
            ("2025-03-24", "complaint review bars"),
            ("2025-03-25", None),
        ],
    ),
    # lapse 10→11.3. All: 11.3, 14→16, 19, 23, 26. Slowly: 12, 26.3; 28→30.3; 9.4; 14.4; 14.5
    (
        "served",
        SERVED,
        "2025-03-04",
        "extradition",
        ("2025-03-12", "2025-04-13", "2025-03-27", "2025-05-14"),
        [("2025-03-12", ""), ("2025-03-20", "complaint"), ("2025-03-21", "complaint review | complaint bars")],
    ),
    # as if served on 2.3. Slowly, all: 9, 10, 24.3; 26.3; 5→6.4; 11→13.4; 13.5
    ("service not seen", GRANTED, "2025-03-06", "extradition", ("2025-03-10", NEVER, "2025-03-24", "2025-05-13"), []),
    # perhaps in force long ago; today too: no filing is surely first. Slowly, filed 26.3: 27; 10.4; 13; 23; 28.4; 28.5
    (
        "service not seen, long after",
        GRANTED,
        "2025-03-26",
        "extradition",
        ("2025-03-26", NEVER, "2025-03-26", "2025-05-28"),
        [("2025-03-27", None)],
    ),
    # ruling after 8→9.3, review 12.3. All: 12, 16, 19. Slowly: 6, 20; 22→23; 24.4; all: 2.4, 7.4, 7.5
    (
        "complaint pending",
        COMPLAINED,
        "2025-03-06",
        "extradition",
        ("2025-03-13", "2025-04-24", "2025-03-20", "2025-05-07"),
        [],
    ),
    # review 11.3; window 9.4. All: 15, 18
    (
        "dismissed",
        DISMISSED,
        "2025-03-10",
        "extradition",
        ("2025-03-12", "2025-04-09", "2025-03-19", "2025-04-09"),
        [("2025-03-16", "review"), ("2025-03-17", "review bars")],
    ),
    # reviewed after 14.3; then bars after 17.3
    (
        "review asked",
        [*DISMISSED, "2025-03-10 court-complaint-filed"],
        "2025-03-12",
        "extradition",
        ("2025-03-15", "2025-04-09", "2025-03-18", "2025-04-09"),
        [],
    ),
    # lapsed 11.3; window from 12.3: 12→13.4. Surrender may come this very moment: bars of today are not surely first
    (
        "lapsed",
        SERVED,
        "2025-03-20",
        "extradition",
        ("2025-03-20", "2025-04-13", "2025-03-20", "2025-04-13"),
        [("2025-03-20", ""), ("2025-03-21", None)],
    ),
    # lapse 12.3. All: 12, 15→16, 19, 23, 26, 28. Slowly: 13, 27; 29→30; 9.4; 14.4; 17.4; 17→18.5
    (
        "in custody",
        [
            *HELD,
            "2025-03-04 extradition-requested",
            "2025-03-05 extradition-granted id=g",
            "2025-03-05 served of=g to=person",
        ],
        "2025-03-05",
        "extradition",
        ("2025-03-13", "2025-04-13", "2025-03-29", "2025-05-18"),
        [("2025-03-15", "complaint | bars | custody-complaint"), ("2025-03-16", "complaint | bars")],
    ),
    # resumed, granted and served on 6.3; 13.3. All: 13; 16; 19; 23; 26
    (
        "suspended",
        ["2025-03-02 extradition-requested", "2025-03-05 extradition-suspended"],
        "2025-03-06",
        "extradition",
        ("2025-03-14", NEVER, "2025-03-27", NEVER),
        [],
    ),
    # barred to 10.3.2026; grant and copy 11.3, lapse 18.3. All: 18; 21→22; 25; 29; 1.4
    (
        "status",
        ["2025-03-02 extradition-requested", "2025-03-10 asylum-granted"],
        "2025-03-20",
        "extradition",
        ("2026-03-19", NEVER, "2026-04-02", NEVER),
        [("2026-03-19", "")],
    ),
    # nothing but the day to leave holds: an early objection hastens. 5.3, 6.3; bars 9.3. Slowly 11; 16; 16.4
    (
        "ordered, far day",
        ORDERED,
        "2025-03-03",
        "expulsion",
        ("2025-03-13", "2025-04-13", "2025-03-10", "2025-04-16"),
        [("2025-03-13", ""), ("2025-03-16", "bars"), ("2025-03-17", None)],
    ),
    # filed 4.3, after 5.3; bars after 8.3
    (
        "ordered, near day",
        ["2025-03-02 expulsion-ordered leave-by=2025-03-04"],
        "2025-03-02",
        "expulsion",
        ("2025-03-05", "2025-04-06", "2025-03-09", "2025-04-16"),
        [("2025-03-06", "objection | bars"), ("2025-03-07", "bars"), ("2025-03-09", "objection bars")],
    ),
    (
        "objected",
        [*ORDERED, "2025-03-03 expulsion-appealed"],
        "2025-03-04",
        "expulsion",
        ("2025-03-05", "2025-04-09", "2025-03-08", "2025-04-16"),
        [],
    ),
    # in force 6.3, a month from it
    (
        "objection refused",
        [*ORDERED, "2025-03-03 expulsion-appealed", "2025-03-06 expulsion-appeal-decided outcome=upheld"],
        "2025-03-09",
        "expulsion",
        ("2025-03-09", "2025-04-06", "2025-03-09", "2025-04-06"),
        [],
    ),
    # the day to leave is not on record: it may be at once, before any filing
    (
        "no day to leave",
        ["2025-03-02 expulsion-ordered"],
        "2025-03-02",
        "expulsion",
        ("2025-03-02", "2025-04-02", "2025-03-02", "2025-04-02"),
        [("2025-03-03", None)],
    ),
    # extradition 12.3, expulsion 7.3; one filing for both
    (
        "both",
        [*SERVED, "2025-03-04 expulsion-ordered leave-by=2025-03-06"],
        "2025-03-04",
        "expulsion",
        ("2025-03-07", "2025-04-07", "2025-03-11", "2025-04-17"),
        [
            ("2025-03-08", "objection | bars"),
            ("2025-03-10", "bars"),
            ("2025-03-11", "objection bars"),
            ("2025-03-12", None),
        ],
    ),
    # in force 12.3, answered after 14.3: days ago
    (
        "bars long submitted",
        [*SERVED, "2025-03-04 bars-submitted"],
        "2025-03-20",
        "extradition",
        ("2025-03-20", "2025-04-13", "2025-03-20", "2025-04-13"),
        [],
    ),
    # the person's 7 days end 11.3, counsel's 16.3; window from 17.3
    (
        "counsel later",
        [*SERVED, "2025-03-09 served of=g to=counsel"],
        "2025-03-09",
        "extradition",
        ("2025-03-12", "2025-04-17", "2025-03-27", "2025-05-14"),
        [],
    ),
    # asked in vain: in force 13.3 on the review's answer
    (
        "review answered",
        [*DISMISSED, "2025-03-10 court-complaint-filed", "2025-03-13 court-complaint-decided outcome=dismissed"],
        "2025-03-16",
        "extradition",
        ("2025-03-16", "2025-04-09", "2025-03-16", "2025-04-09"),
        [],
    ),
]
