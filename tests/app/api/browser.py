# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium, driven over chromedriver's own protocol (W3C WebDriver, and Chromium's DevTools through it) by the standard
library alone. Scripts of pages are off from the first page on, and nothing here runs one."""
import base64
import json
import os
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

ARGUMENTS = ["--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb"]


class DriverError(RuntimeError):
    """What chromedriver, or Chromium through it, said no to."""


class Browser:
    def __init__(self, driver, chromium):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        port = self._start(driver)
        self.base = f"http://127.0.0.1:{port}/session"
        arguments = ARGUMENTS + [f"--user-data-dir={self.folder.name}/profile"]
        if os.geteuid() == 0:  # Chromium's own sandbox refuses root
            arguments.append("--no-sandbox")
        options = {"binary": chromium, "args": arguments}
        made = self._call("POST", "", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.base += "/" + made["sessionId"]
        self.version = made["capabilities"]["browserVersion"]
        for domain in ("DOM", "CSS", "Page"):
            self.cdp(f"{domain}.enable")
        self.cdp("Emulation.setScriptExecutionDisabled", value=True)

    def _start(self, driver):
        """The port that chromedriver listens on. It takes a free one for IPv4, then the same for IPv6, and ends where
        another program has that: it is asked for another port then."""
        said = []
        for _ in range(5):
            self.process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                            env={**os.environ, "HOME": self.folder.name})
            for line in self.process.stdout:
                said.append(line.decode(errors="replace"))
                found = re.search(r"was started successfully on port (\d+)", said[-1])
                if found:
                    return int(found.group(1))
            said.append(f"it ended with {self.process.wait()}\n")
        raise DriverError("chromedriver does not start: " + "".join(said))

    def _call(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method, headers={"Content-Type": "application/json"},
                                         data=json.dumps(body).encode() if body is not None else None)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refusal:
            raise DriverError(refusal.read().decode()[:400]) from refusal

    def cdp(self, command, **parameters):
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def look(self, width, height, dark):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self.cdp("Emulation.setEmulatedMedia", media="screen",
                 features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def open(self, url):
        self._call("POST", "/url", {"url": url})
        self.anew()

    def anew(self):
        """After a change of the page: nodes are numbered anew."""
        self.root = self.cdp("DOM.getDocument", depth=0)["root"]["nodeId"]

    def complaints(self):
        """What the page's console has said since the last time: refused styles and scripts among it."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"})]

    def node(self, selector):
        found = self.cdp("DOM.querySelector", nodeId=self.root, selector=selector)["nodeId"]
        assert found, f"nothing is {selector}"
        return found

    def nodes(self, selector, within=None):
        return self.cdp("DOM.querySelectorAll", nodeId=within or self.root, selector=selector)["nodeIds"]

    def html(self, node):
        return self.cdp("DOM.getOuterHTML", nodeId=node)["outerHTML"]

    def attribute(self, node, name):
        flat = self.cdp("DOM.getAttributes", nodeId=node)["attributes"]
        return dict(zip(flat[::2], flat[1::2])).get(name)

    def style(self, node, name):
        for one in self.cdp("CSS.getComputedStyleForNode", nodeId=node)["computedStyle"]:
            if one["name"] == name:
                return one["value"]
        return None

    def box(self, node):
        """Left, top, right and bottom in CSS pixels."""
        quad = self.cdp("DOM.getBoxModel", nodeId=node)["model"]["border"]
        return min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])

    def width(self):
        """Of what there is, and of the window."""
        sizes = self.cdp("Page.getLayoutMetrics")
        return sizes["cssContentSize"]["width"], sizes["cssLayoutViewport"]["clientWidth"]

    def set(self, selector, name, value):
        self.cdp("DOM.setAttributeValue", nodeId=self.node(selector), name=name, value=value)

    def type(self, selector, text):
        self.cdp("DOM.focus", nodeId=self.node(selector))
        self.cdp("Input.insertText", text=text)

    def tap(self, selector):
        node = self.node(selector)
        self.cdp("DOM.scrollIntoViewIfNeeded", nodeId=node)
        left, top, right, bottom = self.box(node)
        for kind in ("mousePressed", "mouseReleased"):
            self.cdp("Input.dispatchMouseEvent", type=kind, x=(left + right) / 2, y=(top + bottom) / 2, button="left", clickCount=1)

    def url(self):
        return self._call("GET", "/url")

    def picture(self, path, width, dark):
        """All of the page, be it longer than the window."""
        self.look(width, max(320, round(self.cdp("Page.getLayoutMetrics")["cssContentSize"]["height"])), dark)
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.cdp("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        try:
            self._call("DELETE", "")
        finally:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process.stdout.close()
            self.folder.cleanup()
