"""Pages of a register of 1 000 cases of 20 acts: docket, case and search, in one process, as ratios.

The docket and the search against a plain Django list: the same lines of all cases as rows of an unencrypted SQLite
table, read by day and written by a template inside the same frame. A case page against the same page of the same
register with nothing encrypted: SQLite of Python, and boxes that hold their content as it is. Ninety-fifth percentiles
of the time of the processor, in turn: the pages wait for nothing, and others use the machine too.

    bench_pages.py [--cases N] [--rounds N]
"""

import argparse
import contextlib
import gc
import os
import shutil
import statistics
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from histories import AS_OF, casefile_of, shipped_law, walks
from rounds import Ratio, verdict

ACTS = 20
AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
PASSPHRASE = "of this measurement only"  # noqa: S105
PLAIN = """{% extends "base.html" %}{% block main %}<h1>list</h1>
{% for section in page %}<h3>{{ section.0 }}</h3><ul class="docket">{% for row in section.1 %}
<li class="{{ row.tone }}"><span class="day">{{ row.day }}</span> <span class="far">{{ row.distance }}</span>
<span class="who">{{ row.slug }}</span>
<span class="what">{{ row.title }} <span class="cite">{{ row.cite }}</span></span> {{ row.details }}</li>{% endfor %}
</ul>{% endfor %}{% endblock %}"""
SHOWN = 25  # lines of a section on the docket
SEARCH, WANTED = "/search", "задержание"
RULE = "/law/kz/expulsion/complaint-before-departure"  # the one with most worked examples
PATHS = ("/", "/cases/K1", SEARCH, "/law", RULE, "/reminders")
PARTS = 6
DIFFERENT = 200  # histories; more cases repeat them


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--cases", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=60)
    asked = asked.parse_args()
    law = shipped_law()
    folder = Path(tempfile.mkdtemp(prefix="panah-bench-"))
    os.environ["PANAH_DATA"] = str(folder / "none")
    try:
        measure(law, folder, asked.cases, asked.rounds)
    finally:
        shutil.rmtree(folder)


def measure(law, folder, count, rounds):
    from panah.web.serving import application

    app = application(folder / "sealed", law, fixed_day=AS_OF, demo=True)
    from django.test import Client

    casefiles = cases_of(law, count)
    browser = Client(SERVER_NAME="127.0.0.1", HTTP_ACCEPT_LANGUAGE="ru")

    def page(path):
        answer = browser.post(path, {"wanted": WANTED}) if path == SEARCH else browser.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
        return answer.content

    registers = {}
    for name in ("sealed", "plain"):
        registers[name] = Register(folder / name, name == "sealed", law)
        with registers[name].open():
            registers[name].fill(casefiles)
    with registers["sealed"].open():
        begin = time.process_time()
        page("/")
        print(f"  the docket right after unsealing, every case worked out: {time.process_time() - begin:.1f} s")
        begin = time.process_time()
        page(SEARCH)
        print(f"  the first search after it, every case looked through: {time.process_time() - begin:.1f} s")
        times = of_the_register(page, PlainRows(browser, folder / "rows.db"), count, rounds)
        sizes = {path: len(page(path)) for path in PATHS}
        elsewhere = [path for path in PATHS if b'="http' in without_links(page(path))]
        paint = first_paint(app)
    anew, kept = of_a_case(page, registers, count, rounds)
    report({**times, "case, worked out anew": anew["sealed"], "the same, nothing encrypted": anew["plain"]})
    told = [
        ("docket against the plain list", times["docket"], times["plain list"], 2.5),
        ("search against the plain list (no target)", times["search"], times["plain list"], None),
        ("case worked out anew against nothing encrypted", anew["sealed"], anew["plain"], 1.5),
        ("case asked for again against nothing encrypted", kept["sealed"], kept["plain"], 1.5),
    ]
    for what, ours, theirs, most in told:
        one = compare(ours, theirs)
        verdict(f"{what}, p95", one, f"at most {most}", reached=most is None or one.median <= most)
    for path, size in sizes.items():
        print(f"  {path:30s} {size / 1000:7.1f} kB")
    largest = max(sizes.values())
    print(
        f"largest page: {largest / 1000:.0f} kB; target under 150: {'reached' if largest < 150_000 else 'NOT REACHED'}"
    )
    print(f"pages that ask elsewhere: {elsewhere or 'none'}")
    if paint is None:
        print("first paint: no Chromium here, not measured")
    else:
        reached = "reached" if paint < 1000 else "NOT REACHED"
        print(f"first contentful paint of the docket: {paint:.0f} ms; target under 1 000: {reached}")


def without_links(page):
    """A page without what a person may follow: links to official texts, the address of the calendar."""
    return page.replace(b'<a href="http', b"").replace(b'value="http://127.0.0.1', b"")


def of_the_register(page, rows, count, rounds):
    """Times of what looks at all cases, and of a case that was looked at before."""
    asked = {
        "plain list": lambda _: rows.page(),
        "docket": lambda _: page("/"),
        "search": lambda _: page(SEARCH),
        "case, kept": page,
    }
    times = {name: [] for name in asked}
    page(SEARCH)
    set_aside()
    for place in range(rounds + 1):
        for name, run in asked.items():
            path = f"/cases/K{1 + place * 37 % count}"
            page(path)
            spent = took(lambda run=run, path=path: run(path))
            if place:  # the first round warms up
                times[name].append(spent)
    return times


def of_a_case(page, registers, count, rounds):
    """Times of a case page worked out anew, and asked for again, in both registers in turn."""
    from panah.web.desk import the_desk

    anew, kept = ({name: [] for name in registers} for _ in range(2))
    for part in range(PARTS):
        for name, register in registers.items():
            with register.open():
                page("/cases/K1")
                set_aside()
                for place in range(rounds // 2):
                    path = f"/cases/K{2 + (place * PARTS + part) * 31 % (count - 2)}"
                    the_desk().kept.clear()
                    anew[name].append(took(lambda path=path: page(path)))
                    kept[name].append(took(lambda path=path: page(path)))
    return anew, kept


def report(times):
    """Print what each took."""
    for name, found in times.items():
        print(f"  {name:30s} p50 {statistics.median(found) * 1e3:7.1f} ms   p95 {p95(found) * 1e3:7.1f} ms")


class Register:
    """A register that can be opened in turn with another one in the same process."""

    def __init__(self, folder, encrypted, law):
        self.folder = folder
        self.encrypted = encrypted
        self.law = law
        self.root = b""

    @contextlib.contextmanager
    def open(self):
        from django.db import connections

        from panah.register import keyholder, opening, sealed
        from panah.sealing import boxes
        from panah.sealing.passphrases import Cost
        from panah.web.desk import the_desk

        desk = the_desk()
        desk.folder = self.folder
        desk.kept.clear()
        if not self.encrypted:
            sealed.seal, sealed.unseal = lambda _key, text, _place: text, lambda _key, box, _place: bytes(box)
        self._database(connections, keyholder)
        try:
            if self.root:
                opening.open_register(self.folder, self.root)
            else:
                beginning = opening.begin(PASSPHRASE, Cost(memory_kib=64, passes=1, lanes=1))
                opening.make(self.folder, beginning, beginning.recovery_key, AT)
                self.root = beginning.root
            yield
        finally:
            opening.seal()
            sealed.seal, sealed.unseal = boxes.seal, boxes.unseal

    def _database(self, connections, keyholder):
        engine = "panah.register.sqlcipher" if self.encrypted else "django.db.backends.sqlite3"
        options = {"transaction_mode": "IMMEDIATE"} | ({"key": keyholder.database_key} if self.encrypted else {})
        options |= {} if self.encrypted else {"init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"}
        given = {"ENGINE": engine, "NAME": ":none:", "OPTIONS": options}
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = connections.configure_settings({"default": given})["default"]

    def fill(self, casefiles):
        from django.db import transaction

        from panah.register import actions, opening

        owner = opening.owner()
        with transaction.atomic():
            for casefile in casefiles:
                actions.create_case(casefile, owner, AT)


class PlainRows:
    """The lines of the docket as rows of a plain table, and the page that lists them."""

    def __init__(self, browser, path):
        from django.db import connections, models
        from django.template import engines

        from panah.register.beside import beside_of
        from panah.web.standing import all_standing, docket_of

        given = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}
        connections.settings["rows"] = connections.configure_settings({"default": given})["default"]

        class Row(models.Model):
            group = models.CharField(max_length=20, db_index=True)
            place = models.IntegerField(db_index=True)
            day, distance, slug = models.TextField(), models.TextField(), models.TextField()
            title, cite, details, tone = models.TextField(), models.TextField(), models.TextField(), models.TextField()

            class Meta:
                app_label = "bench"

            def __str__(self):
                return self.title

        self.rows = Row.objects.using("rows")
        with connections["rows"].schema_editor() as editor:
            editor.create_model(Row)
        standings = all_standing()
        lines = docket_of(standings, "ru", beside_of([one.case for one in standings])).groups()
        self.rows.bulk_create(
            Row(group=group, place=place, day=line.day, distance=line.distance, slug=line.case, title=line.title,
                cite=line.cite, details=" ".join(line.details), tone=line.tone)
            for group, found in lines.items() for place, line in enumerate(found)
        )  # fmt: skip
        print(f"  {sum(map(len, lines.values()))} lines of the docket in {len(lines)} groups")
        self.groups = list(lines)
        self.template = engines["django"].from_string(PLAIN)
        self.browser = browser
        self.is_routed = False

    def page(self):
        """What a list view does: every row is read, those of the first page of each group are written."""
        from django.http import HttpResponse

        from panah.web import urls
        from panah.web.shell import Shell

        if not self.is_routed:
            from django.urls import clear_url_caches, path

            def view(request):
                rows = list(self.rows.order_by("group", "place"))
                page = [(group, [row for row in rows if row.group == group][:SHOWN]) for group in self.groups]
                shell = Shell("ru", "list", "docket", "", (), True, True, False, "/", "")
                return HttpResponse(self.template.render({"page": page, "shell": shell}, request))

            self.is_routed = True
            urls.urlpatterns.append(path("bench-list", view))
            clear_url_caches()
        answer = self.browser.get("/bench-list")
        if answer.status_code != 200:
            raise SystemExit(answer.status_code)
        return answer.content


def cases_of(law, count):
    """Invented cases of twenty acts each, of acts that a case file may have alone."""
    from panah.procedure import read_casefile
    from panah.procedure.casefile_writing import write_casefile

    pack = law.packs["kz"]
    told = {}

    def may_stand(event, day):
        key = event.label
        if key not in told:
            text = write_casefile(casefile_of(pack, 0, [(event, day)]))
            told[key] = read_casefile(text, "f.yaml", law.vocabulary)[0] is not None
        return told[key]

    found = []
    histories = walks(pack, min(count, DIFFERENT), ACTS * 3, noise=0.1, seed=7)
    for number in range(count):
        history = histories[number % len(histories)]
        acts = [(event, day) for event, day in history if day <= AS_OF and may_stand(event, day)][:ACTS]
        made = casefile_of(pack, number, acts)
        casefile, problems = read_casefile(write_casefile(made), "f.yaml", law.vocabulary)
        if casefile is None:
            raise SystemExit(problems[0])
        found.append(casefile)
    print(f"  {len(found)} cases of {statistics.mean(len(one.acts) for one in found):.1f} acts")
    return found


def took(run):
    begin = time.process_time()
    run()
    return time.process_time() - begin


def set_aside():
    """Let the collector of garbage look at what the pages make only, not at the register of the measurement."""
    gc.collect()
    gc.freeze()


def p95(times):
    return statistics.quantiles(times, n=20)[-1]


def compare(ours, theirs, parts=5):
    """The ratio of the ninety-fifth percentiles, with the smallest and largest of five parts of the rounds."""
    each = [p95(ours[part::parts]) / p95(theirs[part::parts]) for part in range(parts)]
    return Ratio(p95(ours) / p95(theirs), min(each), max(each))


def first_paint(app):
    """Milliseconds to the first contentful paint of the docket in Chromium, median of five; None without Chromium."""
    program = os.environ.get("PANAH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if program is None:
        return None
    from waitress.server import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=server.run, daemon=True).start()
    found = []
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright runs a loop in this thread
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(5):
            page = chromium.new_page(viewport={"width": 390, "height": 844})
            page.goto(f"http://127.0.0.1:{server.effective_port}/")
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            page.close()
        chromium.close()
    server.close()
    return statistics.median(found)


if __name__ == "__main__":
    main()
