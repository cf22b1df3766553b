# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real markaz-server with a folder of its own, and what the scripts here ask it."""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import tempfile
import threading
import uuid


class Server:
    """With sample data; behind a proxy there is none, so that one has the inspector a.khan, whose password is PASSWORD, instead."""
    INSPECTOR, PASSWORD = "a.khan", "correct horse battery"

    def __init__(self, program, more=(), sample=True):
        self.program = program
        self.folder = tempfile.TemporaryDirectory()
        self.data = str(pathlib.Path(self.folder.name) / "data")
        if sample:
            self.command("sample", "--buildings", "40", "--inspections", "120", "--seed", "7")
            accounts = json.loads((pathlib.Path(self.data) / "sample-accounts.json").read_text())["accounts"]
            self.accounts = {entry["name"]: entry for entry in accounts}
        else:
            self.command("account", "add", "--name", self.INSPECTOR, "--role", "inspector", "--provinces", "PK-PB",
                         "--password-stdin", said=self.PASSWORD + "\n")
        self.process = subprocess.Popen([program, "serve", "--data", self.data, "--listen", "127.0.0.1:0", *more],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = self.process.stdout.readline().decode()
        self.port = int(re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", said).group(1))
        self.log = bytearray()
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()

    def _read_log(self):
        for line in self.process.stderr:
            self.log += line

    def command(self, *arguments, data=True, said=""):
        more = ["--data", self.data] if data else []
        return subprocess.run([self.program, *arguments, *more], check=True, capture_output=True, text=True, input=said).stdout

    def request(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        nonce = uuid.uuid4().hex
        sent = {"Markaz-Protocol": "1", "Markaz-Nonce": nonce}
        sent.update(headers or {})
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        assert answer.getheader("Markaz-Nonce") == nonce, f"{method} {path}: the nonce did not come back"
        assert answer.getheader("Markaz-Instance") and answer.getheader("Date"), f"{method} {path}: no instance or date"
        return answer, content

    def sign_in(self, name):
        """The session of a sample account, as the server gave it."""
        body = {"username": name, "password": self.accounts[name]["password"],
                "device": {"id": str(uuid.uuid4()), "name": "Sample laptop"}}
        answer, content = self.request("POST", "/api/v1/session", {"Content-Type": "application/json"}, json.dumps(body))
        assert answer.status == 201, content
        return json.loads(content)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        self._reader.join(timeout=30)
        self.process.stdout.close()
        self.process.stderr.close()
        self.folder.cleanup()
        return self.process.returncode
