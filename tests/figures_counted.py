"""Figures of cases of Zedland: many in, numbers out by id."""

from panah.figures import Tally
from panah.procedure import replay
from zedland import LAW, casefile, day


def case(name, *acts, **head):
    return casefile(acts, case=name, **head)


def tallied(cases, as_of, known_on=None, law=LAW):
    """The figures of cases as of a day, by id."""
    tally = Tally(law, as_of=as_of, known_on=known_on)
    for one in cases:
        tally.add(one, replay(one, law, as_of=as_of, known_on=known_on))
    return {figure.id: figure for figure in tally.figures()}


class Counted:
    """The numbers of cases on a day: `(low, high)` by id, (0, 0) where nothing counts."""

    def __init__(self, cases, as_of, known_on=None):
        self.figures = tallied(cases, day(as_of), None if known_on is None else day(known_on))

    def __getitem__(self, name):
        figure = self.figures.get(name)
        return (0, 0) if figure is None else (figure.number.low, figure.number.high)

    def cases(self, name):
        number = self.figures[name].number
        return [f"{one}?" if one in number.uncertain else one for one in number.cases]

    def family(self, name):
        """What is not nought among the figures of a family."""
        found = {figure: self[figure] for figure in self.figures if figure.startswith(f"{name}/")}
        return {figure.partition("/")[2]: number for figure, number in found.items() if number != (0, 0)}
