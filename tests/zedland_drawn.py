"""Cases of Zedland drawn at random: acts in an order its law allows, each some days after another."""

from datetime import date, timedelta

from hypothesis import strategies as st


class _Acts:
    """The acts of one case as they are drawn."""

    def __init__(self, draw):
        self.draw = draw
        self.start = date(2025, self.one_to(12), self.one_to(28))
        self.acts = []

    def one_to(self, last):
        return self.draw(st.integers(1, last))

    def rarely(self, times):
        return self.one_to(times) == times

    def told(self, when, words, times=3):
        """Add an act some days after a day and give its own; now and then neither it nor what follows is told."""
        day = when and when + timedelta(self.one_to(10) - 1)
        if day is None or self.rarely(times):
            return None
        self.acts.append((day, words))
        return day

    def extradition(self):
        begun = "extradition-requested" if self.draw(st.booleans()) else "wanted-listed"
        day = self.told(self.start, begun)
        if begun == "extradition-requested" and self.rarely(10):
            self.told(day, "extradition-suspended")
            return
        for grant in ("grant", "grant-2"):
            ruled = self.complained(self.told(day, f"extradition-granted id={grant}", 6), grant)
            if ruled is None:
                return
            day, outcome = ruled
            if outcome == "dismissed":
                asked = self.told(day, "court-complaint-filed")
                self.told(asked, "court-complaint-decided outcome=dismissed", 2)
                return

    def complained(self, granted, grant):
        """Serve a grant, complain of it, and give the day and the outcome of the ruling."""
        day = granted
        for whom in self.draw(st.sampled_from([["person"], ["person"], ["counsel"], ["person", "counsel"], [""], []])):
            served = self.told(granted, f"served of={grant}" + (f" to={whom}" if whom else ""), 10)
            day = max(day, served) if served else day
        day = self.told(day, "extradition-complaint-filed")
        if grant == "grant":
            day = self.told(day, "extradition-complaint-received") or day
        outcome = "cancelled" if self.rarely(3) else "dismissed"
        day = self.told(day, f"extradition-complaint-decided outcome={outcome}")
        return day and (day, outcome)

    def expulsion(self):
        day = self.start + timedelta(self.one_to(30))
        leave = "" if self.rarely(3) else f" leave-by={day + timedelta(9 + self.one_to(20))}"
        day = self.told(day, f"expulsion-ordered{leave}")
        day = self.told(day, "expulsion-appealed", 2)
        self.told(day, f"expulsion-appeal-decided outcome={'cancelled' if self.rarely(3) else 'upheld'}", 2)

    def custody(self):
        day = self.told(self.start, "detained ground=wanted", 10)
        day = self.told(day, "custody-ordered kind=temporary", 10)
        day = self.told(day, "custody-appealed", 2)
        self.told(day, "custody-appeal-decided outcome=upheld", 2)

    def beside(self):
        if self.acts and self.rarely(4):
            self.told(self.draw(st.sampled_from(self.acts))[0], "bars-submitted")
        if self.rarely(10):
            day = self.told(self.start, "asylum-granted")
            self.told(day and day + timedelta(9), "asylum-ended", 2)


@st.composite
def cases(draw):
    """Draw the acts of a case, the day asked, and whether what is alleged is no crime in Zedland."""
    drawn = _Acts(draw)
    drawn.extradition()
    if draw(st.booleans()):
        drawn.expulsion()
    if draw(st.booleans()):
        drawn.custody()
    drawn.beside()
    acts = sorted(drawn.acts, key=lambda act: act[0])
    acts = acts[: draw(st.integers(0, len(acts))) or len(acts)]
    last = acts[-1][0] if acts else drawn.start
    today = last + timedelta(draw(st.integers(0, 12) | st.integers(0, 60)))
    return [f"{when} {words}" for when, words in acts], today, drawn.rarely(15)
