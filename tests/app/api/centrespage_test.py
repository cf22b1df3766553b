#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The public list of centres in a real Chromium before a real markaz-server: the cities, the centres of one, and none, in English and Urdu,
light and dark, on a phone of 360 pixels, without scripts and without a word of complaint from its Content-Security-Policy.
Usage: centrespage_test.py MARKAZ_SERVER CHROMEDRIVER CHROMIUM [FOLDER for pictures]
"""
import collections
import json
import pathlib
import sqlite3
import sys

from browser import Browser
from markazserver import Server
from pagecheck import HEIGHT, TODAY, WIDTH, arrived, contrast, expect_months, expect_sound, luminance, prove_that_faults_are_seen

LOOKS = (("light", False, False), ("dark", False, True), ("urdu", True, False))


class Check:
    def __init__(self, browser, base, pictures):
        self.browser, self.base, self.pictures = browser, base, pictures
        self.cells = self.opened = 0

    def see(self, name, query, look, urdu, dark):
        browser, what = self.browser, f"{name}, {look}"
        browser.look(WIDTH, HEIGHT, dark)
        self.opened += 1  # a page is kept for a minute, and what lies behind it changes here
        browser.open(self.base + "/centres?" + "&".join(filter(None, (query, "lang=ur" if urdu else "", f"opened={self.opened}"))))
        expect_sound(browser, what)
        self.cells += 1
        assert browser.attribute(browser.node("html"), "lang") == ("ur" if urdu else "en"), what
        assert browser.style(browser.node("html"), "direction") == ("rtl" if urdu else "ltr"), what
        for node in browser.nodes("bdi"):
            assert browser.style(node, "direction") == "ltr", f"{what}: a number or a date is turned round"
        body = browser.node("body")
        page = luminance(browser.style(body, "background-color"))
        assert (page < 0.1) if dark else (page > 0.7), f"{what}: {page}"
        assert contrast(browser.style(body, "background-color"), browser.style(browser.node("main p"), "color")) >= 4.5, what
        for card in browser.nodes("article, .cities a"):
            shade = browser.style(card, "background-color")
            for part in [card] + browser.nodes("dt, dd, h2, .soft, .above, a", card):
                assert contrast(shade, browser.style(part, "color")) >= 4.5, f"{what}: {browser.html(part)}"
        for target in browser.nodes("a, button, select"):
            left, top, right, bottom = browser.box(target)
            inline = (browser.attribute(target, "href") or "").startswith("/verify/")  # in a line of text
            assert inline or bottom - top >= 40, f"{what}: {browser.html(target)} is {bottom - top} pixels high for a thumb"
        sample = "SAMPLE" in browser.html(browser.node("footer"))
        assert sample == (name != "none"), f"{what}: sample data says that it is"
        expect_months(browser, urdu, what, TODAY)
        if self.pictures:
            browser.picture(pathlib.Path(self.pictures) / f"page-public-centres-{name}-{look}.png", WIDTH, dark)

    def choose_a_city(self, city, count):
        """As somebody does who looks for a seat: taps a city, and takes the other language."""
        browser = self.browser
        browser.look(WIDTH, HEIGHT, False)
        browser.open(self.base + "/centres")
        browser.tap(f'.cities a[href^="/centres?city={city}&"]')
        arrived(browser, lambda: browser.nodes("article"))
        expect_sound(browser, "the city that was tapped")
        assert len(browser.nodes("article")) == count
        browser.tap("header a")
        arrived(browser, lambda: browser.attribute(browser.node("html"), "lang") == "ur")
        assert len(browser.nodes("article")) == count, "the other language, of the same city"
        browser.tap('article a[href^="/verify/"]')
        arrived(browser, lambda: browser.nodes(".verdict"))
        assert browser.attribute(browser.node(".verdict"), "data-verdict") == "valid", "each stands on a certificate that is in force"


def main():
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    if pictures:
        pathlib.Path(pictures).mkdir(parents=True, exist_ok=True)
    server = Server(sys.argv[1])
    browser = None
    try:
        answer, content = server.request("GET", "/api/v1/public/centres")
        assert answer.status == 200, content
        centres = [feature["properties"] for feature in json.loads(content)["features"]]
        assert centres and all(centre["sample"] for centre in centres), centres
        city, count = collections.Counter(centre["city_id"] for centre in centres).most_common(1)[0]
        # What somebody may have typed who wants to be seen, and a rate above the ceiling.
        database = sqlite3.connect(pathlib.Path(server.data) / "markaz.sqlite")
        record, text = next(
            (row for row in database.execute("SELECT z.id, z.data FROM record z JOIN record b ON b.id = z.parent WHERE z.entity = 'centre' "
                                             "AND b.data->>'city' = ? ORDER BY z.id", (city,))
             if json.loads(row[1])["name"] in [centre["name"] for centre in centres]))
        fields = {**json.loads(text), "seat_rate_paisa": 450_000, "name": json.loads(text)["name"] + " " + "wide" * 30}
        write = "UPDATE record SET {}, seq = (SELECT max(seq) + 1 FROM record) WHERE id = ?"  # as the server numbers what it writes
        database.execute(write.format("data = ?"), (json.dumps(fields), record))
        database.commit()
        browser = Browser(sys.argv[2], sys.argv[3])
        prove_that_faults_are_seen(browser)
        check = Check(browser, f"http://127.0.0.1:{server.port}", None)
        for look, urdu, dark in LOOKS:
            check.see("a name without a blank", f"city={city}", look, urdu, dark)
        database.execute(write.format("data = ?"), (json.dumps({**fields, "name": json.loads(text)["name"]}), record))
        database.commit()
        check.pictures = pictures
        for look, urdu, dark in LOOKS:
            check.see("cities", "", look, urdu, dark)
            check.see("city", f"city={city}", look, urdu, dark)
        check.choose_a_city(city, count)
        check.pictures = None
        check.see("unknown", "city=7", "light", False, False)
        check.pictures = pictures
        for (centre,) in database.execute("SELECT id FROM record WHERE entity = 'centre'").fetchall():
            database.execute(write.format("deleted = 1"), (centre,))
        database.commit()
        database.close()
        for look, urdu, dark in LOOKS:
            check.see("none", "", look, urdu, dark)
        print(f"{check.cells} pages, {len(centres)} centres, Chromium {browser.version}")
    finally:
        if browser:
            browser.close()
        server.stop()


main()
