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
    memory = desk.kept  # what is worked out while somebody seals goes into what was thrown away
    stamp = (case.digest, desk.day)
    kept = memory.get(("standing", case.slug))
    if isinstance(kept, tuple) and kept[0] == stamp:
        return kept[1]  # type: ignore[no-any-return]
    casefile, _ = casefiles.load(whole or case, desk.law.vocabulary)
    found = None
    if casefile is not None:
        # the name a file gives its case may be the name of a person: pages know the alias only
        casefile = casefile._replace(case=case.slug, file=case.slug)
        position, here = replay_with_moments(casefile, desk.law, as_of=desk.day)
        found = Standing(case, casefile, position, here, stamp[0], memory)
    memory["standing", case.slug] = (stamp, found)
    return found


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
    stamp = (standing.digest, desk.day)
    kept = standing.memory.get(("routes", standing.case.slug))
    if isinstance(kept, tuple) and kept[0] == stamp:
        return kept[1]  # type: ignore[no-any-return]
    found = find_routes(standing.here, desk.day)
    standing.memory["routes", standing.case.slug] = (stamp, found)
    return found


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
    kept = desk.kept.get(("standing", case.slug))
    return isinstance(kept, tuple) and kept[0] == (case.digest, desk.day)


def beside_all(cases: list[Case]) -> dict[int, Beside]:
    """Give what is kept beside some cases, by primary key; read again only after something of it was written."""
    memory, stamp = the_desk().kept, stamp_of_all()  # sealed meanwhile: into what was thrown away
    kept = memory.get("beside")
    if isinstance(kept, tuple) and kept[0] == stamp and all(case.pk in kept[1] for case in cases):
        return kept[1]  # type: ignore[no-any-return]
    found = beside_of(cases)
    memory["beside"] = (stamp, found)
    return found


def docket_of(standings: list[Standing], lang: str, beside: dict[int, Beside]) -> Docket:
    """Tell the docket of cases, each case once for its digest, day, language and what is kept beside it."""
    desk = the_desk()
    docket = Docket(desk.law, lang, desk.day)
    for standing in standings:
        here = beside[standing.case.pk]
        stamp = (standing.digest, desk.day, lang, here)
        kept = standing.memory.get(("docket", standing.case.slug, lang))
        if isinstance(kept, tuple) and kept[0] == stamp:
            one = kept[1]
        else:
            one = Docket(desk.law, lang, desk.day)
            one.add(standing.casefile, standing.position, here)
            standing.memory["docket", standing.case.slug, lang] = (stamp, one)
        docket.take(one)
    return docket


def short_key(slug: str, key: str) -> str:
    """Give a name for a deadline that can stand in an address: it tells nothing of the case."""
    return "d" + sha256(f"{slug} {key}".encode()).hexdigest()[:10]
