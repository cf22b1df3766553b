# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the public pages are held to in a real Chromium: a phone of 360 pixels, no script, no complaint of the Content-Security-Policy, text
that can be read; and a page that breaks all of it, so that a check that sees nothing is seen."""
import datetime
import http.server
import re
import threading

from browser import DriverError

WIDTH, HEIGHT = 360, 740
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)).date()  # in Pakistan
MONTHS = "January February March April May June July August September October November December".split()
URDU_MONTHS = "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split()


def expect_months(browser, urdu, what, *days):
    """Months are called in the page's own language, and those of these days are there."""
    said = re.sub("<[^>]*>", "", browser.html(browser.node("main")) + browser.html(browser.node("footer")))
    for english, other in zip(MONTHS, URDU_MONTHS):
        assert not re.search(rf"\d\s+{english if urdu else other}", said), f"{what}: a month of the other language in {said}"
    for day in days:
        month = (URDU_MONTHS if urdu else MONTHS)[day.month - 1]
        assert re.search(rf"\b{day.day}\s+{month}\s+{day.year}\b", said), f"{what}: {day} is not in {said}"


def expect_sound(browser, what):
    said = browser.complaints()
    # A status of 404 or 422 is what these pages are answered with, and Chromium notes it.
    said = [one for one in said if "Failed to load resource: the server responded with a status of 4" not in one]
    assert said == [], f"{what}: {said}"
    there, window = browser.width()
    assert window == WIDTH and there <= window, f"{what}: {there} pixels wide in a window of {window}"
    assert browser.nodes("script") == [], what


def arrived(browser, there):
    for _ in range(2000):
        try:
            browser.anew()
            if there():
                return
        except DriverError:  # asked in the middle of the change
            pass
    raise AssertionError("the page does not come")


class Stranger(http.server.BaseHTTPRequestHandler):
    """A page that breaks its own policy and would run a script: what the checks below would have seen."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Security-Policy", "default-src 'none'")
        self.end_headers()
        self.wfile.write(b"<title>still</title><script>document.title = 'ran'</script><body style='color: red'>"
                         b"<div><b style='width: 1px'>" + b"wide" * 400 + b"</b></div>")

    def log_message(self, *_):
        pass


def channels(colour):
    return [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]


def luminance(colour):
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2: at least 4.5 for text."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def prove_that_faults_are_seen(browser):
    stranger = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    stranger.daemon_threads = True
    threading.Thread(target=stranger.serve_forever, daemon=True).start()
    browser.look(WIDTH, HEIGHT, False)
    browser.open(f"http://127.0.0.1:{stranger.server_port}/")
    assert any("Content Security Policy" in one for one in browser.complaints()), "a refused style is not seen"
    there, window = browser.width()
    assert there > WIDTH, f"a page that is too wide is not seen: {there} in {window}"
    assert "still" in browser.html(browser.node("title")), "scripts run"
    stranger.shutdown()
    stranger.server_close()
