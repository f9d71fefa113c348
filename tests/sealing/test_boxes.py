"""Sealed bytes open with their key in their place, and in no other way. Vectors are from the standards."""

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from panah.sealing import boxes
from panah.sealing.errors import DamagedError

KEY = bytes(range(32))
PLACE = ("case 1", "act", "3", "1")


def test_what_was_sealed_opens_in_its_place():
    assert boxes.unseal(KEY, boxes.seal(KEY, "вручено".encode(), PLACE), PLACE) == "вручено".encode()


def test_the_same_bytes_are_never_sealed_alike():
    assert boxes.seal(KEY, b"x", PLACE) != boxes.seal(KEY, b"x", PLACE)


@pytest.mark.parametrize(
    "place",
    [
        ("case 2", "act", "3", "1"),
        ("case 1", "note", "3", "1"),
        ("case 1", "act", "4", "1"),
        ("case 1", "act", "3", "2"),
        ("case 1", "act", "31", ""),
        ("case 1act", "", "3", "1"),
    ],
    ids=["another case", "another table", "another row", "another version", "words moved", "words joined"],
)
def test_a_box_does_not_open_in_another_place(place):
    box = boxes.seal(KEY, b"x", PLACE)
    with pytest.raises(DamagedError):
        boxes.unseal(KEY, box, place)


def test_no_changed_bit_opens():
    box = boxes.seal(KEY, b"secret", PLACE)
    for position in range(len(box)):
        altered = bytearray(box)
        altered[position] ^= 1
        with pytest.raises(DamagedError):
            boxes.unseal(KEY, bytes(altered), PLACE)


@pytest.mark.parametrize("box", [b"", b"\x01", b"\x01" * 28, b"plain text"])
def test_what_is_no_box_is_refused(box):
    with pytest.raises(DamagedError):
        boxes.unseal(KEY, box, PLACE)


def test_another_key_does_not_open():
    with pytest.raises(DamagedError):
        boxes.unseal(bytes(32), boxes.seal(KEY, b"x", PLACE), PLACE)


def test_aes_gcm_is_the_one_of_the_standard():
    # NIST GCM specification, test case 14: key 0, nonce 0, one block of zeros
    sealed = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), b"")
    assert sealed.hex() == "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919"


def test_derived_keys_are_hkdf_sha256_of_rfc_5869():
    # by the two steps of RFC 5869, with the standard library's HMAC and no salt
    import hashlib
    import hmac

    extracted = hmac.new(bytes(32), KEY, hashlib.sha256).digest()
    expanded = hmac.new(extracted, b"panah/1/database" + b"\x01", hashlib.sha256).digest()
    assert boxes.derive(KEY, "database") == expanded
    assert boxes.derive(KEY, "sessions") != expanded
