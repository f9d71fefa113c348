"""The travel file: what is in it, what is not, and that nothing but its key opens it."""

import hashlib
import json
import re
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import register_folders as folders
from accepting import panah
from panah.assembly.anonymous import without_identity
from panah.procedure import read_casefile
from panah.procedure.replay import replay
from panah.sealing import travelling
from panah.telling.awaited import key_of
from panah.telling.beside import Beside, Dated
from panah.telling.said import Said
from panah.travel.packing import pack
from panah.travel.telling import content

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = 739_645  # Thursday 29 January 2026
FEW = 1_000


@pytest.fixture(scope="module")
def law():
    return folders.law()


def told(law, lang="ru", text=folders.CASE, **more):
    casefile, _ = read_casefile(text, "f.yaml", law.vocabulary)
    return content(casefile, law, lang, as_of=DAY, **{"alias": "K7", **more})


def sealed_of(html):
    found = re.search(r'id="sealed">(.*?)</script>', html.decode(), re.DOTALL)
    return json.loads(found[1])


def test_the_passphrase_opens_it_by_the_standard_algorithms_and_nothing_else_does():
    travel = pack({"title": "дело"}, "ru", FEW)
    sealed = sealed_of(travel.html)
    salt, nonce, box = (b64decode(sealed[name]) for name in ("salt", "nonce", "box"))

    def opened(signs, bound=b"panah travel 1"):
        key = hashlib.pbkdf2_hmac("sha256", signs.encode(), salt, FEW)
        return AESGCM(key).decrypt(nonce, box, bound)

    signs = travel.passphrase.replace("-", "")
    assert json.loads(opened(signs)) == {"title": "дело"}
    other = ("3" if signs[0] == "2" else "2") + signs[1:]
    for wrong in ((other,), (signs[:-1],), (signs, b"panah travel 2")):
        with pytest.raises(InvalidTag):
            opened(*wrong)


def test_a_known_key_of_pbkdf2():
    # RFC 7914, section 11: PBKDF2-HMAC-SHA256, "passwd", "salt", one round; the passphrase there has other letters
    assert hashlib.pbkdf2_hmac("sha256", b"passwd", b"salt", 1).hex()[:16] == "55ac046e56e3089f"
    sealed = travelling.seal(b"x", "abcd-efgh", FEW)
    key = hashlib.pbkdf2_hmac("sha256", b"ABCDEFGH", sealed.salt, FEW)
    assert AESGCM(key).decrypt(sealed.nonce, sealed.box, travelling.BOUND) == b"x"


def test_passphrases_are_of_a_hundred_bits_and_never_the_same():
    found = {travelling.new_passphrase() for _ in range(200)}
    assert len(found) == 200
    assert all(re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}", one) for one in found)
    assert len(set("".join(found))) == 33  # all thirty-two signs are used, and the dash


def test_without_names_there_is_no_name_no_place_and_no_free_word(law):
    for lang in ("ru", "kk", "en"):
        said = json.dumps(told(law, lang), ensure_ascii=False)
        assert [word for word in folders.MARKERS if word in said] == []
        assert "K7" in said
    named = json.dumps(told(law, alias=""), ensure_ascii=False)
    assert "Доу-Маркер" in named


def test_it_says_the_position_the_deadline_and_the_acts(law):
    page = told(law)
    lines = [(one["lead"], one["text"]) for section in page["sections"] for one in section["lines"]]
    # served on 22 January; ten days end on Sunday 1 February: the last day is Monday 2 February
    assert any(lead == "пн  2 фев" and "жалоба в Верховный Суд" in text for lead, text in lines)
    assert lines[-1][0] == "31 декабря 2025"
    assert "29 января 2026" in page["made"]
    assert "5 февраля 2026" in page["made"]
    assert page["until"] == DAY + 7
    assert not re.search(r"через \d", json.dumps(page, ensure_ascii=False))


def test_nothing_of_the_case_and_no_address_is_readable_in_the_file(law):
    page = told(law, alias="")
    html = pack(page, "ru", FEW).html.decode()
    box = sealed_of(html.encode())["box"]  # chance writes "K7" there too
    for word in (*folders.MARKERS, "K7", "2026", "Верховн", "выдач"):
        assert word not in html.replace(box, "")
    assert "http" not in html.replace("http-equiv", "")
    assert "[[" not in html


def test_only_what_is_in_the_file_may_run(law):
    html = pack(told(law), "en", FEW).html.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert (len(scripts), len(styles)) == (1, 1)
    for name, inside in (("script-src", scripts[0]), ("style-src", styles[0])):
        digest = b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "innerHTML" not in scripts[0]


def test_its_size_does_not_tell_how_much_is_in_it(law):
    sizes = {len(b64decode(sealed_of(pack({"title": "x" * n}, "ru", FEW).html)["box"])) for n in (1, 500, 9_000)}
    assert len(sizes) == 1


def test_the_command_writes_a_file_once_and_prints_its_key(tmp_path):
    target = tmp_path / "t.html"
    done = panah("travel", "emelyanova-yulia", "-o", str(target), "--as-of", "2026-01-29", folder=EXAMPLES)
    key = done.out.splitlines()[-1]
    assert done.code == 0
    assert re.fullmatch(r"(\w{4}-){4}\w{4}", key)
    assert target.stat().st_mode & 0o077 == 0
    assert key.encode() not in target.read_bytes()
    again = panah("travel", "emelyanova-yulia", "-o", str(target), folder=EXAMPLES)
    assert again.code == 1
    assert panah("travel", "emelyanova-yulia", "-o", str(tmp_path / "t.txt"), folder=EXAMPLES).code == 2


@pytest.mark.parametrize("alias", ["K7", ""])
def test_a_day_the_lawyer_set_and_a_hearing_are_taken_along_with_their_words_only_where_names_are(law, alias):
    casefile, _ = read_casefile(folders.CASE, "f.yaml", law.vocabulary)
    key = next(key_of(one) for one in replay(casefile, law, as_of=DAY).deadlines if one.safe == DAY + 4)
    said = Said("overridden", "2026-01-30", "2026-02-02", "marker-reason")
    beside = Beside({key: said}, (Dated("hearing", 1, DAY + 5, "10:30", "marker-subject", "supreme-court"),))
    page = json.dumps(told(law, "en", alias=alias, beside=beside), ensure_ascii=False)
    assert "by you Fri 30 Jan 2026 (computed Mon 2 Feb 2026)" in page
    assert "hearing at 10:30 · Supreme Court" in page
    for words in ("marker-reason", "marker-subject"):
        assert (words in page) == (not alias)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_was_said_of_a_deadline_finds_it_again_without_identity(law, path):
    casefile, _ = read_casefile(path.read_bytes(), path.name, law.vocabulary)
    both = [replay(one, law, as_of=DAY).deadlines for one in (casefile, without_identity(casefile, law))]
    told_of = [[(one.limit.id, one.safe, one.run) for one in deadlines] for deadlines in both]
    assert told_of[0] == told_of[1]
