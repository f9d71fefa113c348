"""The ring and the store of case keys: who opens what, and what is left after a change or a destruction."""

import json
import unicodedata

import pytest

from panah.sealing import casekeys, recovery, rings
from panah.sealing.errors import DamagedError, KeyGoneError, MistypedError, WrongKeyError
from panah.sealing.passphrases import HIGHEST, USUAL, Cost, key_of

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "ёлка й зима семь"


@pytest.fixture
def ring():
    return rings.new_ring(WORDS, CHEAP)


def test_argon2id_is_the_one_of_the_reference():
    # the reference program: echo -n password | argon2 somesaltsomesalt -id -t 2 -m 16 -p 1 -l 32 -r, as the C library
    # behind argon2-cffi and RFC 9106 agree; here held against an independent implementation
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    mine = key_of("password", b"somesaltsomesalt", Cost(memory_kib=256, passes=2, lanes=1))
    theirs = Argon2id(salt=b"somesaltsomesalt", length=32, iterations=2, lanes=1, memory_cost=256).derive(b"password")
    assert mine == theirs


def test_a_passphrase_is_the_same_in_every_unicode_form(ring):
    kept, root, _ = ring
    for form in ("NFC", "NFD"):
        assert rings.open_with_passphrase(kept, f" {unicodedata.normalize(form, WORDS)}\n") == root


def test_only_the_passphrase_and_the_recovery_key_open(ring):
    kept, root, key = ring
    assert rings.open_with_recovery(kept, key) == root
    assert rings.open_with_recovery(kept, key.replace("-", " ")) == root
    with pytest.raises(WrongKeyError):
        rings.open_with_passphrase(kept, WORDS.upper())
    with pytest.raises(WrongKeyError):
        rings.open_with_recovery(kept, recovery.written(bytes(16)))


def test_the_file_of_a_ring_reads_back_and_shows_no_key(ring):
    kept, root, key = ring
    content = rings.write_ring(kept)
    assert rings.read_ring(content) == kept
    assert root.hex().encode() not in content
    assert key.replace("-", "").encode() not in content


@pytest.mark.parametrize("name", ["memory_kib", "passes", "lanes"])
@pytest.mark.parametrize("asked", [0, -1, max(HIGHEST) + 1])
def test_a_ring_that_asks_for_too_much_is_refused_before_anything_is_computed(ring, name, asked):
    told = json.loads(rings.write_ring(ring[0]))
    told["argon2id"][name] = asked
    with pytest.raises(DamagedError):
        rings.read_ring(json.dumps(told).encode())


def test_no_ring_may_ask_for_more_than_a_small_laptop_has():
    assert HIGHEST.memory_kib <= 1024 * 1024
    # as many times the usual second as the product of memory and passes says
    assert HIGHEST.memory_kib * HIGHEST.passes <= 16 * USUAL.memory_kib * USUAL.passes


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"panah-ring": 2}', b"\xff", b'{"panah-ring": 1, "argon2id": 3}', b"[" * 100_000]
)
def test_what_is_no_ring_is_refused(content):
    with pytest.raises(DamagedError):
        rings.read_ring(content)


def test_after_a_new_passphrase_the_old_one_opens_nothing(ring):
    kept, root, key = ring
    changed = rings.with_passphrase(kept, root, "другие слова", CHEAP)
    assert rings.open_with_passphrase(changed, "другие слова") == root
    assert rings.open_with_recovery(changed, key) == root
    with pytest.raises(WrongKeyError):
        rings.open_with_passphrase(changed, WORDS)


def test_after_a_new_recovery_key_the_old_one_opens_nothing(ring):
    kept, root, key = ring
    changed, new = rings.with_recovery(kept, root)
    assert rings.open_with_recovery(changed, new) == root
    with pytest.raises(WrongKeyError):
        rings.open_with_recovery(changed, key)


def test_a_new_root_knows_the_one_before_and_not_the_other_way_round(ring):
    kept, root, _ = ring
    changed, new_root, key = rings.with_new_root(root, WORDS, CHEAP)
    assert rings.previous_root(changed, new_root) == root
    assert rings.open_with_recovery(rings.read_ring(rings.write_ring(changed)), key) == new_root
    with pytest.raises(DamagedError):
        rings.previous_root(changed, root)
    assert rings.previous_root(kept, root) is None


# ── the recovery key as people write it ─────────────────────────────────────────────────────────────────────────────


def test_a_recovery_key_is_eight_groups_of_16_bits_times_eleven():
    # 0x0000 → 0, 0x0001 → 11, 0x00ff → 255·11 = 2805, 0xffff → 65535·11 = 720885
    secret = bytes.fromhex("0000000100ffffff0000000000001000")
    assert recovery.written(secret) == "000000-000011-002805-720885-000000-000000-000000-045056"
    assert recovery.read(" 000000 000011 002805 720885 / 000000 000000 000000 045056") == secret


def test_every_wrong_digit_and_every_exchange_of_neighbours_is_found_in_its_group():
    key = recovery.written(bytes(range(3, 19)))
    groups = key.split("-")
    for number, group in enumerate(groups):
        wrong = [group[:place] + digit + group[place + 1 :] for place in range(6) for digit in "0123456789"]
        wrong += [group[:place] + group[place + 1] + group[place] + group[place + 2 :] for place in range(5)]
        for other in set(wrong) - {group}:
            with pytest.raises(MistypedError) as caught:
                recovery.read("-".join([*groups[:number], other, *groups[number + 1 :]]))
            assert caught.value.group == number + 1


@pytest.mark.parametrize("text", ["", "1", "000000-" * 7, "000000-" * 9, "абвгде-" * 8])
def test_what_is_no_recovery_key_is_refused(text):
    with pytest.raises(MistypedError) as caught:
        recovery.read(text)
    assert caught.value.group == 0


# ── the store of case keys ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_case_key_is_kept_and_destroyed(tmp_path):
    root = bytes(32)
    key_id, key = casekeys.create(tmp_path, root)
    other_id, other = casekeys.create(tmp_path, root)
    assert casekeys.read(tmp_path, root, key_id) == key
    assert key not in (tmp_path / f"{key_id}.key").read_bytes()
    casekeys.destroy(tmp_path, key_id)
    with pytest.raises(KeyGoneError):
        casekeys.read(tmp_path, root, key_id)
    assert casekeys.read(tmp_path, root, other_id) == other
    assert casekeys.ids(tmp_path) == [other_id]


def test_a_key_put_under_another_name_does_not_open(tmp_path):
    first, _ = casekeys.create(tmp_path, bytes(32))
    second, _ = casekeys.create(tmp_path, bytes(32))
    (tmp_path / f"{first}.key").replace(tmp_path / f"{second}.key")
    with pytest.raises(DamagedError):
        casekeys.read(tmp_path, bytes(32), second)


@pytest.mark.parametrize("key_id", ["", "../ring", "a" * 31, "A" * 32, "../../../../../../etc/passwd0000"])
def test_an_id_never_leads_out_of_the_store(tmp_path, key_id):
    with pytest.raises(KeyGoneError):
        casekeys.read(tmp_path, bytes(32), key_id)


def test_wrapping_anew_may_be_interrupted_and_begun_again(tmp_path):
    old, new = bytes(32), bytes(range(32))
    kept = dict(casekeys.create(tmp_path, old) for _ in range(4))
    half = tmp_path / "half"
    half.mkdir()
    for key_id in list(kept)[:2]:
        (tmp_path / f"{key_id}.key").replace(half / f"{key_id}.key")
    casekeys.wrap_anew(half, old, new)
    for path in half.iterdir():
        path.replace(tmp_path / path.name)
    casekeys.wrap_anew(tmp_path, old, new)
    casekeys.wrap_anew(tmp_path, old, new)
    assert {key_id: casekeys.read(tmp_path, new, key_id) for key_id in kept} == kept
