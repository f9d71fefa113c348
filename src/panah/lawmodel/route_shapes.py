"""The shape of ``routes.yaml``: steps, filings and routes. Whether the names used exist is not asked here."""

from typing import Annotated, Literal

from panah.lawmodel.rule_shapes import Dated, GuardShape, Patterns, PatternShape
from panah.lawmodel.shape_kinds import Id, Length, OneOrMany, Shape, Slug, Texts


class WaitShape(Shape):
    """Until the end of a limit, or for a time counted by a regime."""

    end_of: Id = ""
    for_: Length = ""
    counting: Id = ""


Waits = Annotated[list[WaitShape | Literal["same-day", "no-term"]], OneOrMany()]
Guards = Annotated[list[GuardShape], OneOrMany()]
Names = Annotated[list[Slug], OneOrMany()]


class StepShape(Dated):
    """What an authority does on the way to a return, or a term that runs out."""

    gives: Slug = ""
    by: Slug
    act: PatternShape | None = None
    needs: Names = []
    unless_filed: Names = []
    done: Guards = []
    shortest: Waits
    longest: Waits = []
    words: Texts


class FilingShape(Dated):
    """What the defence can file, and what it must come before."""

    remedy: Id
    act: PatternShape
    needs: Names = []
    done: Guards = []
    before: Id = ""
    asked: bool = False
    answered_by: Patterns = []
    words: Texts


class RouteShape(Dated):
    """A way of return."""

    id: Id
    title: Texts
    words: Texts
    against: Slug
    goal: Slug = ""
    lawful: bool = True
    in_sight: Guards = []
    without_days: bool = False
    filings: Names = []


class RoutesShape(Shape):
    """The steps, filings and routes of a pack."""

    defaults: Dated = Dated()
    steps: dict[Slug, StepShape] = {}
    filings: dict[Slug, FilingShape] = {}
    routes: dict[Slug, RouteShape]
