#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The public page about a certificate in a real Chromium before a real markaz-server: every state that there is, in English and Urdu, light
and dark, on a phone of 360 pixels, without scripts and without a word of complaint from its Content-Security-Policy.
Usage: verifypage_test.py MARKAZ_SERVER CHROMEDRIVER CHROMIUM [FOLDER for pictures]
"""
import datetime
import json
import pathlib
import re
import sqlite3
import sys
import urllib.parse

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from browser import Browser
from markazserver import Server
from pagecheck import HEIGHT, TODAY, WIDTH, arrived, contrast, expect_months, expect_sound, luminance, prove_that_faults_are_seen

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from certificatecode import packed, payload_of, sign1  # noqa: E402

LOOKS = ((False, False), (False, True), (True, False), (True, True))  # Urdu and dark


def by_another_key(code):
    """The same claims under a key that nobody knows."""
    return packed(sign1(Ed25519PrivateKey.generate(), "1999-Z", payload_of(code)))


def set_states(data):
    """Certificates of the sample data in every state, written into the database itself; and what to ask to see each."""
    database = sqlite3.connect(pathlib.Path(data) / "markaz.sqlite")
    rows = database.execute("SELECT id, ukey, data FROM record WHERE entity = 'certificate' AND deleted = 0 "
                            "AND data->>'state' = 'issued' AND data->>'valid_until' >= ? ORDER BY ukey", (str(TODAY),)).fetchall()
    assert len(rows) >= 8, len(rows)
    month = datetime.timedelta(days=31)
    asked = {}

    def make(verdict, **fields):
        record, number, text = rows.pop()
        database.execute("UPDATE record SET data = ? WHERE id = ?", (json.dumps({**json.loads(text), **fields}), record))
        asked[verdict] = {"number": number}
        return json.loads(text)["payload"]

    for state in ("suspended", "revoked", "superseded"):
        make(state, state=state, state_at="2026-11-20T06:00:00.000Z")
    make("expired", valid_from=str(TODAY - 2 * month), valid_until=str(TODAY - month))
    make("not_begun", valid_from=str(TODAY + month), valid_until=str(TODAY + 2 * month))
    make("damaged", payload="MKZ1:NONSENSE")
    code = make("valid")
    database.commit()
    database.close()
    middle = len(code) // 2
    asked["unknown"] = {"number": "PK-2026-999999"}
    asked["tampered"] = {"code": code[:middle] + ("A" if code[middle] != "A" else "B") + code[middle + 1:]}
    asked["differs"] = {**asked["revoked"], "code": code}
    asked["unknown signature"] = {"code": by_another_key(code)}
    asked["key_revoked"] = {"code": code}
    return asked


class Check:
    DATED = ("valid", "suspended", "revoked", "superseded", "expired", "not_begun")  # as of today

    def __init__(self, browser, base, pictures):
        self.browser, self.base, self.pictures = browser, base, pictures
        self.faces = {}
        self.cells = 0

    def expect_sound(self, what):
        expect_sound(self.browser, what)
        self.cells += 1

    def see(self, verdict, fields, urdu, dark):
        look = "urdu" if urdu and not dark else "urdu-dark" if urdu else "dark" if dark else "light"
        browser, what = self.browser, f"{verdict}, {look}"
        browser.look(WIDTH, HEIGHT, dark)
        browser.open(self.base + "/verify?" + urllib.parse.urlencode({**fields, **({"lang": "ur"} if urdu else {})}, quote_via=urllib.parse.quote))
        self.expect_sound(what)
        first = browser.node(".verdict")
        assert browser.attribute(first, "data-verdict") == verdict.split()[0], what
        title = browser.node(".verdict b")
        assert browser.attribute(title, "lang") == ("ur" if urdu else "en"), what
        mark = browser.node(".verdict .mark")
        colours = browser.style(first, "background-color"), browser.style(first, "color")
        assert contrast(*colours) >= 4.5, f"{what}: {colours}"
        face = (re.sub("<[^>]*>", "", browser.html(title)), re.sub("<[^>]*>", "", browser.html(mark)) + colours[0])
        for other, has in self.faces.setdefault(look, {}).items():
            assert face[0] != has[0] and face[1] != has[1], f"{verdict} looks like {other} ({look}): {face}"
        self.faces[look][verdict] = face
        direction = browser.style(browser.node("html"), "direction")
        assert direction == ("rtl" if urdu else "ltr"), what
        of_mark, of_words = browser.box(mark), browser.box(browser.node(".verdict > div"))
        assert (of_mark[0] >= of_words[2]) if urdu else (of_mark[2] <= of_words[0]), f"{what}: {of_mark} {of_words}"
        for node in browser.nodes("bdi"):
            assert browser.style(node, "direction") == "ltr", f"{what}: a number or a date is turned round"
        page = luminance(browser.style(browser.node("body"), "background-color"))
        assert (page < 0.1) if dark else (page > 0.7), f"{what}: {page}"
        expect_months(browser, urdu, what, *([TODAY] if verdict in self.DATED else []))
        if self.pictures and not (urdu and dark):
            name = verdict.replace(" ", "-").replace("_", "-")
            browser.picture(pathlib.Path(self.pictures) / f"page-public-{name}-{look}.png", WIDTH, dark)

    def use_the_form(self, number, urdu):
        """As somebody does who holds the paper: types the number, taps the button, and takes the other language."""
        browser = self.browser
        browser.look(WIDTH, HEIGHT, False)
        browser.open(self.base + "/verify" + ("?lang=ur" if urdu else ""))
        self.expect_sound("the form")
        if self.pictures:
            for look, dark in (("urdu", False),) if urdu else (("light", False), ("dark", True)):
                browser.look(WIDTH, HEIGHT, dark)
                browser.picture(pathlib.Path(self.pictures) / f"page-public-{look}.png", WIDTH, dark)
            browser.look(WIDTH, HEIGHT, False)
        browser.type("#number", number.lower())
        browser.tap("button")
        arrived(browser, lambda: browser.nodes(".verdict"))
        self.expect_sound("the answer to the form")
        assert browser.attribute(browser.node(".verdict"), "data-verdict") == "revoked"
        assert browser.attribute(browser.node("html"), "lang") == ("ur" if urdu else "en")
        browser.tap("header a")
        arrived(browser, lambda: browser.attribute(browser.node("html"), "lang") == ("en" if urdu else "ur"))
        assert browser.attribute(browser.node(".verdict"), "data-verdict") == "revoked", "the other language, of the same"

    def send_too_much(self, urdu):
        """More than the server reads: a page says so, in the language of the form, and has the form again."""
        browser = self.browser
        browser.look(WIDTH, HEIGHT, False)
        browser.open(self.base + "/verify" + ("?lang=ur" if urdu else ""))
        browser.set("#code", "maxlength", "2000000")
        browser.type("#code", "A" * 1_100_000)
        browser.tap("button")
        arrived(browser, lambda: browser.nodes(".verdict"))
        self.expect_sound("the answer to too much")
        assert browser.attribute(browser.node("html"), "lang") == ("ur" if urdu else "en")
        said = {browser.attribute(title, "lang"): browser.html(title) for title in browser.nodes(".verdict b")}
        assert "This is too much to be a certificate" in said["en"] and "بہت زیادہ" in said["ur"], said
        assert browser.nodes("form #number"), "the way on"
        for look, dark in (("urdu", False),) if urdu else (("light", False), ("dark", True)):
            if self.pictures:
                browser.look(WIDTH, HEIGHT, dark)
                browser.picture(pathlib.Path(self.pictures) / f"page-public-too-much-{look}.png", WIDTH, dark)


def main():
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    if pictures:
        pathlib.Path(pictures).mkdir(parents=True, exist_ok=True)
    server = Server(sys.argv[1])
    browser = None
    try:
        asked = set_states(server.data)
        browser = Browser(sys.argv[2], sys.argv[3])
        prove_that_faults_are_seen(browser)
        check = Check(browser, f"http://127.0.0.1:{server.port}", pictures)
        stolen = asked.pop("key_revoked")
        for verdict, fields in asked.items():
            for urdu, dark in LOOKS:
                check.see(verdict, fields, urdu, dark)
        kid = json.loads(server.request("GET", "/api/v1/public/keys")[1])["keys"][0]["kid"]
        server.command("keys", "rotate")
        server.command("keys", "revoke", kid)
        for urdu, dark in LOOKS:
            check.see("key_revoked", stolen, urdu, dark)
        for urdu in (False, True):
            check.use_the_form(asked["revoked"]["number"], urdu)
            check.send_too_much(urdu)
        print(f"{check.cells} pages, {len(check.faces['light'])} states, Chromium {browser.version}")
    finally:
        if browser:
            browser.close()
        server.stop()


main()
