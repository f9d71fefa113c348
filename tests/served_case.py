"""A case of the invented country for tests of pages: the complaint is due on Monday 9 February 2026."""

CASE = b"""panah: 1
case: example
person: {name: {en: Jane Doe, ru: Examplova}}
stays: XX
wanted-by: RU
sources:
  paper: {title: "<b>News</b>", url: "javascript:alert(1)"}
acts:
  - {id: arrest, date: 2026-01-20, act: detained, ground: wanted, sources: [paper], note: "<script>alert(1)</script>"}
  - {id: order, date: 2026-01-30, act: extradition-granted}
  - {date: 2026-02-02, act: served, of: order, to: person}
"""
