"""Mail as a server receives it: a server of our own, in this process, that keeps what it is told."""

import socketserver
import threading
from email import message_from_bytes, policy
from types import SimpleNamespace

import pytest

import register_folders as folders
from moments import on
from panah.register import keyholder, opening
from panah.watch import mail, rounds
from panah.watch.models import Security, Ways, ways
from panah.web.desk import Desk, sit_down
from panah.web.reminders.rounds import mail_round


class _Smtp(socketserver.StreamRequestHandler):
    farewell = "221 bye"

    def handle(self):
        def say(words):
            self.wfile.write(words.encode() + b"\r\n")

        say("220 here")
        for raw in self.rfile:
            line = raw.decode(errors="replace").strip()
            self.server.heard.append(line)
            word = line.upper().split()[0]
            if word == "DATA":
                say("354 go on")
                body = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    body += part
                self.server.mails.append(message_from_bytes(body, policy=policy.default))
                say("250 taken")
            elif word == "QUIT":
                say(self.farewell)
                return
            elif word == "AUTH":
                say("235 known" if "AHVzZXIAcGFzcw==" in line else "535 no")  # \0user\0pass
            elif word == "EHLO":
                self.wfile.write(b"250-here\r\n250 AUTH PLAIN\r\n")
            elif word == "RCPT" and "nobody@" in line:
                say("550 nobody here")
            else:
                say("250 ok")


class _Farewell(_Smtp):
    farewell = "500 not yet"


@pytest.fixture
def server(request):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), getattr(request, "param", _Smtp)) as running:
        running.heard, running.mails = [], []
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ways_to(server, **more):
    given = {"mail_host": "127.0.0.1", "mail_port": server.server_address[1], "mail_security": Security.PLAIN}
    return Ways(**{**given, "mail_to": "me@example.org", "mail_from": "panah@example.org", **more})


def test_the_mail_has_numbers_aliases_and_days_and_no_word_of_the_case(register, law, server):
    case = register.take()
    chosen = ways_to(server)
    chosen.pk = ways().pk
    chosen.save()
    now = on(1, 26)
    sent = rounds.send_mail(register.stands(now.day), law, now)
    assert sent >= 1
    (received,) = server.mails
    whole = received.as_string() + received.get_content() + received["Subject"] + "\n".join(server.heard)
    assert f"дело {case.slug} · пн 2 февраля 2026 · через 7 дней" in received.get_content()
    assert received.get_content().count(f"дело {case.slug}") == sent
    for told in (*folders.MARKERS, "Верховн", "суд", "УПК", "kz/", "выдач", "жалоб", folders.PASSPHRASE):
        assert told not in whole


def test_the_name_of_the_machine_is_not_told(server):
    import socket

    chosen = ways_to(server)
    mail.post(mail.message(["x"], chosen, on(1, 26).at), chosen)
    assert server.heard[0] == "ehlo localhost"
    assert socket.gethostname() not in server.mails[0].as_string()


def test_a_name_and_a_password_are_given_where_they_are_set(server, register):
    chosen = ways_to(server, mail_user="user", mail_password="pass")  # noqa: S106  (of the server above)
    mail.post(mail.message(["x"], chosen, on(1, 26).at), chosen)
    assert len(server.mails) == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"mail_user": "user", "mail_password": "other"}, "refused-login"),
        ({"mail_to": "nobody@example.org"}, "refused"),
        ({"mail_security": Security.STARTTLS}, "refused"),
        ({"mail_security": Security.TLS}, "certificate"),
        ({"mail_host": "mail.example.org"}, "plain-elsewhere"),
    ],
)
def test_what_does_not_go_out_says_why_and_nothing_else(server, register, more, code):
    chosen = ways_to(server, **more)
    with pytest.raises(mail.MailError) as caught:
        mail.post(mail.message(["x"], chosen, on(1, 26).at), chosen)
    assert str(caught.value) == code
    assert server.mails == []


def test_a_server_that_is_not_there(server):
    chosen = ways_to(server)
    server.shutdown()
    server.server_close()
    with pytest.raises(mail.MailError, match="not-reached"):
        mail.post(mail.message(["x"], chosen, on(1, 26).at), chosen)


class _Dripping(socketserver.BaseRequestHandler):
    """Greets sign by sign, faster than any wait for one sign, and never comes to an end."""

    def handle(self):
        self.request.sendall(b"220-")
        self.server.greeted.set()
        while not self.server.ended.wait(0.02):
            try:
                self.request.sendall(b"x\r\n220-")
            except OSError:
                self.server.left.set()
                return


@pytest.fixture
def dripping():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Dripping) as running:
        running.greeted, running.left, running.ended = threading.Event(), threading.Event(), threading.Event()
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.ended.set()
        running.shutdown()
        thread.join()


def test_a_server_that_never_comes_to_an_end_is_left(dripping, monkeypatch):
    monkeypatch.setattr(mail, "_SECONDS_IN_ALL", 0.2)
    caught = []

    def post():
        try:
            mail.post(mail.message(["x"], ways_to(dripping), on(1, 26).at), ways_to(dripping))
        except mail.MailError as error:
            caught.append(error.code)

    posting = threading.Thread(target=post, daemon=True)
    posting.start()
    posting.join(10)
    assert caught == ["not-reached"]
    assert dripping.left.wait(10)


def test_sealing_does_not_wait_for_a_server_of_mail(register, law, dripping, monkeypatch):
    from panah.web import serving

    register.take()
    chosen = ways_to(dripping)
    chosen.pk = ways().pk
    chosen.save()
    desk = Desk(register.folder, law, fixed_day=on(1, 26).day)
    sit_down(desk)
    desk.take_choices()
    monkeypatch.setattr(serving, "_LOOK_EVERY_SECONDS", 0.02)
    monkeypatch.setattr(serving, "_MAIL_EVERY_SECONDS", 0.02)
    ended = threading.Event()
    threading.Thread(target=serving._remind, args=(mail_round, ended), daemon=True).start()
    assert dripping.greeted.wait(20)
    ended.set()
    counted = SimpleNamespace(end_when_quiet=lambda still: still())
    watching = threading.Thread(target=serving._watch, args=(counted,), daemon=True)
    watching.start()
    opening.mark_sealed(register.folder)
    watching.join(10)
    assert not watching.is_alive()
    assert not keyholder.is_open()
    assert not dripping.left.is_set()  # and all the while the mail was under way


@pytest.mark.parametrize("server", [_Farewell], indirect=True)
def test_a_mail_that_was_taken_is_sent_even_if_the_farewell_fails(server):
    mail.post(mail.message(["x"], ways_to(server), on(1, 26).at), ways_to(server))
    assert len(server.mails) == 1


def test_the_pages_mail_by_themselves_while_open_and_not_while_sealed(register, law, server):
    register.take()
    chosen = ways_to(server)
    chosen.pk = ways().pk
    chosen.save()
    desk = Desk(register.folder, law, fixed_day=on(1, 26).day)
    sit_down(desk)
    for _ in range(3):
        mail_round()
    assert len(server.mails) == 1
    desk.fixed_day = on(1, 30).day
    desk.seal()
    mail_round()
    assert len(server.mails) == 1
    folders.reopen(register.folder)
    mail_round()
    assert len(server.mails) == 2


def test_the_demonstration_mails_nothing(register, law, server):
    register.take()
    chosen = ways_to(server)
    chosen.pk = ways().pk
    chosen.save()
    sit_down(Desk(register.folder, law, fixed_day=on(1, 26).day, demo=True))
    mail_round()
    assert server.mails == []
