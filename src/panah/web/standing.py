"""Where every case stands on the day of the desk, each computed once for its digest and day, in memory only."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404

from panah.procedure.replay import replay_with_moments
from panah.register import casefiles, queries
from panah.register.beside import beside_of, stamp_of_all
from panah.register.errors import NotFoundError
from panah.register.models import Case
from panah.routes.finding import find_routes
from panah.telling.docket import Docket
from panah.web.desk import the_desk
from panah.web.keeping import is_kept, once

if TYPE_CHECKING:
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position
    from panah.procedure.running import Moment
    from panah.routes.values import Routes
    from panah.telling.beside import Beside


class Standing(NamedTuple):
    """Where a case stands.

    Attributes:
        case: The case; whoever records in it gives this object another digest.
        casefile: Its file under its alias.
        position: Its position.
        here: The moments that routes begin from.
        digest: The digest of the case that all of this was worked out of.
        memory: What the desk kept then: whatever is worked out of this goes where it goes, and is dropped with it.
    """

    case: Case
    casefile: CaseFile
    position: Position
    here: list[Moment]
    digest: str
    memory: dict[object, object]


def standing_of(case: Case, whole: Case | None = None) -> Standing | None:
    """Work out where a case stands on the day of the desk; None where its words are not those of the law any more.

    Args:
        case: The case.
        whole: The same with everything read ahead, if it was.
    """
    desk = the_desk()
    memory, digest, day = desk.kept, case.digest, desk.day

    def work() -> Standing | None:
        casefile, _ = casefiles.load(whole or case, desk.law.vocabulary)
        if casefile is None:
            return None
        # the name a file gives its case may be the name of a person: pages know the alias only
        casefile = casefile._replace(case=case.slug, file=case.slug)
        position, here = replay_with_moments(casefile, desk.law, as_of=day)
        return Standing(case, casefile, position, here, digest, memory)

    return once(memory, ("standing", case.slug), (digest, day), work)


def standing_at(slug: str) -> Standing:
    """Give where the case of an address stands; 404 where there is none, or none that may be seen."""
    try:
        standing = standing_of(queries.case(the_desk().member, slug))
    except NotFoundError:
        raise Http404 from None
    if standing is None:
        raise Http404
    return standing


def routes_of(standing: Standing) -> Routes:
    """Find the routes of a case on the day of its position; those of the day of the desk are kept."""
    desk, position = the_desk(), standing.position
    if position.as_of != desk.day or position.known_on is not None:
        return find_routes(standing.here, position.as_of)
    day = position.as_of
    place, stamp = ("routes", standing.case.slug), (standing.digest, day)
    return once(standing.memory, place, stamp, lambda: find_routes(standing.here, day))


def all_standing() -> list[Standing]:
    """Give where every open case stands, oldest case first."""
    desk = the_desk()
    with desk.working:  # of two that ask at once after unsealing, the second finds everything worked out
        cases = queries.cases(desk.member)
        lacking = [case for case in cases if not _is_kept(case)]
        whole = queries.read_whole(lacking) if lacking else {}
        found = [standing_of(case, whole.get(case.pk)) for case in cases]
    return [standing for standing in found if standing is not None]


def _is_kept(case: Case) -> bool:
    desk = the_desk()
    return is_kept(desk.kept, ("standing", case.slug), (case.digest, desk.day))


def beside_all(cases: list[Case]) -> dict[int, Beside]:
    """Give what is kept beside some cases, by primary key; read again only after something of it was written."""
    memory, stamp = the_desk().kept, (stamp_of_all(), [case.pk for case in cases])
    return once(memory, "beside", stamp, lambda: beside_of(cases))


def docket_of(standings: list[Standing], lang: str, beside: dict[int, Beside]) -> Docket:
    """Tell the docket of cases, each case once for its digest, day, language and what is kept beside it."""
    desk = the_desk()
    docket = Docket(desk.law, lang, desk.day)
    for standing in standings:
        docket.take(_docket_of_one(standing, lang, beside[standing.case.pk]))
    return docket


def _docket_of_one(standing: Standing, lang: str, beside: Beside) -> Docket:
    desk = the_desk()

    def work() -> Docket:
        docket = Docket(desk.law, lang, desk.day)
        docket.add(standing.casefile, standing.position, beside)
        return docket

    stamp = (standing.digest, desk.day, beside)
    return once(standing.memory, ("docket", standing.case.slug, lang), stamp, work)


def short_key(slug: str, key: str) -> str:
    """Give a name for a deadline that can stand in an address: it tells nothing of the case."""
    return "d" + sha256(f"{slug} {key}".encode()).hexdigest()[:10]
