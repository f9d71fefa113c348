"""`panah serve` as a visitor meets it: a process of its own, and a small browser without a screen."""

import html
import http.cookiejar
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid
from contextlib import contextmanager

PASSPHRASE = "six quiet words of a test only"  # noqa: S105  (of no register but those of tests)


@contextmanager
def served(*options, folder=None, lang="en"):
    """Start the pages on a free port; gives their address."""
    environment = dict(os.environ)
    if folder is not None:
        environment["PANAH_DATA"] = str(folder)
    command = [sys.executable, "-c", "import sys; from panah.cli.main import main; sys.exit(main())"]
    process = subprocess.Popen(
        [*command, "serve", "--port", "0", "--lang", lang, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line + process.stderr.read()
        yield found.group(0)
    finally:
        process.terminate()
        told = process.communicate(timeout=20)
        assert not told[1], told[1]


class Answer:
    """What came back."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.url = response.geturl()
        self.bytes = response.read()

    @property
    def page(self):
        return self.bytes.decode()

    @property
    def words(self):
        """The page as a person reads it, without tags, with single spaces."""
        text = re.sub(r"<(style|svg)\b.*?</\1>", " ", self.page, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


class Visitor:
    """A browser: keeps cookies, follows redirects, fills the hidden field of forms."""

    def __init__(self, address):
        self.address = address
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar, urllib.request.ProxyHandler({}))

    def ask(self, path, data=None, headers=None):
        told = {"Accept-Language": "en", **(headers or {})}
        request = urllib.request.Request(self.address + path, data=data, headers=told)  # noqa: S310  (our own server)
        try:
            return Answer(self.opener.open(request, timeout=60))
        except urllib.error.HTTPError as error:
            return Answer(error)

    def get(self, path, **headers):
        return self.ask(path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def token(self, path):
        return self.hidden(path)["csrfmiddlewaretoken"]

    def hidden(self, path):
        """What the first form of a page sends of itself: its token, and the case as it was when the form was made."""
        return dict(re.findall(r'name="(csrfmiddlewaretoken|seen)" value="([\w.]+)"', self.get(path).page))

    def post(self, path, seen_on=None, **fields):
        """Send a form that was seen on a page (the same address by default)."""
        values = {**self.hidden(seen_on or path), **fields}
        return self.ask(path, urllib.parse.urlencode(values, doseq=True).encode())

    def send_files(self, path, files):
        """Send files by a form, as a browser does: name of the file and its bytes."""
        edge = uuid.uuid4().hex
        token = f'form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.token(path)}'
        parts = [f"--{edge}\r\nContent-Disposition: {token}\r\n".encode()]
        for name, content in files:
            head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            parts.append(head.encode() + content + b"\r\n")
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        return self.ask(path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
