"""Two registers served at once on one machine, in one browser: neither throws the other out."""

from serving import Visitor, served


def test_what_one_browser_chose_in_one_register_outlives_a_visit_to_another():
    with served("--demo") as one, served("--demo") as other:
        first, second = Visitor(one), Visitor(other)
        second.opener = first.opener
        first.get("/?lang=en")
        first.post("/names", seen_on="/", back="/")
        assert "Hide names" in first.get("/").words
        assert "Show names" in second.get("/?lang=en").words
        second.post("/names", seen_on="/", back="/")
        assert "Hide names" in second.get("/").words
        assert "Hide names" in first.get("/").words
