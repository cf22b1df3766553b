#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/nginx/markaz.conf in a real nginx before a real markaz-server: a laptop's work goes through it over TLS, and nothing that
a client claims about itself does. Usage: nginx_test.py MARKAZ_SERVER NGINX CONFIGURATION
"""
import base64
import concurrent.futures
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import uuid
import warnings

from markazserver import Server

NAME = "markaz.test"


class Nginx:
    """The configuration as it is delivered, but for its name, its ports and its files."""

    def __init__(self, program, configuration, upstream):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        # nginx inherits these, as from a binary before an upgrade: nobody else can take a port meanwhile, and who connects waits
        # in the queue until nginx is there. To try a port that nobody listens at until somebody does can meet one's own connection.
        listeners = [socket.create_server(("127.0.0.1", 0), backlog=511) for _ in range(3)]
        self.port, self.plain, self.told = (listener.getsockname()[1] for listener in listeners)
        self.certificate = self.root / "fullchain.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-keyout", self.root / "privkey.pem", "-out", self.certificate, "-days", "2", "-subj", f"/CN={NAME}",
                        "-addext", f"subjectAltName=DNS:{NAME}"], check=True, capture_output=True)
        text = pathlib.Path(configuration).read_text()
        for old, new in ((r"listen 80;", f"listen 127.0.0.1:{self.plain};"), (r"listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
                         (r"listen \[::\]:\S+( ssl)?;", ""), (r"markaz\.example", NAME), (r"/etc/markaz/tls", str(self.root)),
                         (r"127\.0\.0\.1:8480", f"127.0.0.1:{upstream}")):
            text, found = re.subn(old, new, text)
            assert found, f"the configuration has no {old}"
        counted = re.search(r"limit_conn_zone (\$\w+) ", text).group(1)
        (self.root / "markaz.conf").write_text(text)
        temporary = "".join(f"{kind}_temp_path {self.root}/{kind};\n"
                            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.root / "nginx.conf").write_text(
            f"pid {self.root}/pid;\nerror_log {self.root}/error.log info;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{temporary}include {self.root}/markaz.conf;\n"
            # A server that says what connections are counted by, for an address that is claimed.
            f"server {{\nlisten 127.0.0.1:{self.told};\nset_real_ip_from 127.0.0.1;\nreal_ip_header Test-Address;\n"
            f"location / {{\nreturn 200 {counted};\n}}\n}}\n}}\n")
        inherited = [listener.fileno() for listener in listeners]
        self.process = subprocess.Popen([program, "-p", str(self.root), "-c", str(self.root / "nginx.conf"), "-e",
                                         str(self.root / "error.log"), "-g", "daemon off;"], pass_fds=inherited,
                                        env={**os.environ, "NGINX": "".join(f"{number};" for number in inherited)})
        for listener in listeners:
            listener.close()
        self.tls = ssl.create_default_context(cafile=str(self.certificate))

    def connect(self, source="127.0.0.1", tls=None):
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=30, source_address=(source, 0))
        return (tls or self.tls).wrap_socket(plain, server_hostname=NAME)

    def request(self, method, path, headers=None, body=None, source="127.0.0.1"):
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self.connect(source)
        connection.request(method, path, body=body, headers={"Markaz-Protocol": "1", "Markaz-Nonce": "n", **(headers or {})})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.folder.cleanup()


class Laptop:
    def __init__(self, nginx, server):
        self.nginx = nginx
        answer, content = sign_in(nginx, server.INSPECTOR, server.PASSWORD)
        assert answer.status == 201, content
        assert answer.getheader("Markaz-Nonce") == "n" and answer.getheader("Markaz-Instance"), "the server's own reply"
        session = json.loads(content)
        self.account = session["account"]["id"]
        self.authorized = {"Authorization": "Bearer " + session["access_token"]}

    def ask(self, method, path, headers=None, body=None):
        return self.nginx.request(method, path, {**self.authorized, **(headers or {})}, body)


def sign_in(nginx, name, password, source="127.0.0.1", headers=None):
    body = {"username": name, "password": password, "device": {"id": str(uuid.uuid4()), "name": "Sample laptop"}}
    return nginx.request("POST", "/api/v1/session", {"Content-Type": "application/json", **(headers or {})}, json.dumps(body),
                         source)


def change(entity, fields):
    return {"op_id": str(uuid.uuid4()), "entity": entity, "id": str(uuid.uuid4()), "kind": "create", "base_rev": 0, "schema": 1,
            "made_at": "2026-11-23T09:00:00.000Z", "fields": {name: {"old": None, "new": new} for name, new in fields.items()}}


def check_work(laptop):
    """Push, pull and a file whose line breaks in the middle; then the public page."""
    content = b"%PDF-1.7\n" + bytes(range(256)) * 8192 + b"%%EOF"
    digest = hashlib.sha256(content).hexdigest()
    building = change("building", {"code": "SKT-0001", "name": "Sample building", "address": "1 Sample Road", "city": 1164909,
                                   "covered_area_sqft": 4000, "storeys": 2})
    visit = change("inspection", {"building": building["id"], "inspector": laptop.account, "kind": "initial", "standard": "sample",
                                  "standard_version": 1, "standard_hash": "0" * 64, "revision": 1,
                                  "started_at": "2026-11-23T09:00:00.000Z", "state": "draft"})
    evidence = change("evidence", {"inspection": visit["id"], "kind": "document", "sha256": digest, "size": len(content),
                                   "media_type": "application/pdf"})
    body = json.dumps({"batch_id": str(uuid.uuid4()), "history": "", "changes": [building, visit, evidence]})
    answer, reply = laptop.ask("POST", "/api/v1/changes", {"Content-Type": "application/json"}, body)
    assert answer.status == 200 and [r["outcome"] for r in json.loads(reply)["results"]] == ["applied"] * 3, reply
    answer, reply = laptop.ask("GET", "/api/v1/changes?limit=10", {"Accept-Encoding": "gzip"})
    assert answer.status == 200 and answer.getheader("Content-Encoding") == "gzip", "as the server packed it"

    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}"
                        for key, value in (("sha256", digest), ("filetype", "application/pdf")))
    tus = {"Tus-Resumable": "1.0.0"}
    answer, reply = laptop.ask("POST", "/api/v1/files", {**tus, "Upload-Length": str(len(content)), "Upload-Metadata": metadata})
    assert answer.status == 201, reply
    place = answer.getheader("Location")
    assert place.startswith("/"), "it names no host that the server cannot know"
    half = len(content) // 2
    with laptop.nginx.connect() as line:
        head = {**laptop.authorized, **tus, "Host": NAME, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0",
                "Content-Length": str(len(content))}
        line.sendall(f"PATCH {place} HTTP/1.1\r\n".encode() + "".join(f"{k}: {v}\r\n" for k, v in head.items()).encode() + b"\r\n")
        line.sendall(content[:half])
        offset = await_offset(laptop, place, tus, 1) # while the request is still under way
    offset = await_offset(laptop, place, tus, offset)
    assert 0 < offset <= half, offset
    while True: # the line that broke may still hold the upload for a moment
        answer, reply = laptop.ask("PATCH", place, {**tus, "Content-Type": "application/offset+octet-stream",
                                                    "Upload-Offset": str(offset)}, content[offset:])
        if answer.status not in (409, 423):
            break
        offset = await_offset(laptop, place, tus, offset)
    assert answer.status == 204 and answer.getheader("Upload-Offset") == str(len(content)), (answer.status, reply)
    answer, reply = laptop.ask("GET", f"/api/v1/files/{digest}")
    assert answer.status == 200 and reply == content

    for path, status in (("/verify", 200), ("/verify/PK-2026-000001", 404)):
        answer, page = laptop.nginx.request("GET", path)
        assert answer.status == status and b"<html" in page and answer.getheader("Markaz-Instance"), (path, answer.status, page)
        assert answer.getheader("Strict-Transport-Security"), "a browser stays with TLS"


def await_offset(laptop, place, tus, least):
    """What the server has of an upload, once it is at least that much."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        answer, _ = laptop.ask("HEAD", place, tus)
        if answer.status == 200 and int(answer.getheader("Upload-Offset")) >= least:
            return int(answer.getheader("Upload-Offset"))
    raise AssertionError(f"the server has fewer than {least} bytes: nginx holds them back")


def check_limits(nginx, laptop):
    for path in ("/metrics", "/%6detrics", "//metrics", "/x/../metrics", "/metrics/", "/metrics?x=1"):
        for claimed in ({}, {"X-Forwarded-For": "127.0.0.1"}):
            answer, content = nginx.request("GET", path, claimed)
            assert answer.status in (400, 403, 404) and b"markaz_http" not in content, (path, answer.status)
    answer, _ = laptop.ask("POST", "/api/v1/changes", {"Content-Type": "application/json"}, b"x" * (1024 * 1024 + 1))
    assert answer.status == 413, answer.status
    answer, _ = nginx.request("GET", "/api/v1/health", {"X-Fill": "f" * 9000})
    assert answer.status in (400, 431), answer.status
    warnings.simplefilter("ignore", DeprecationWarning) # that is why
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        old = ssl.create_default_context(cafile=str(nginx.certificate))
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version = old.maximum_version = version
        try:
            nginx.connect(tls=old).close()
            raise AssertionError(f"{version} is spoken")
        except ssl.SSLError:
            pass
    plain = http.client.HTTPConnection("127.0.0.1", nginx.plain, timeout=30)
    for path in ("/verify/PK-1", "/centres?city=1164909"):
        plain.request("GET", path, headers={"Host": "evil.test"})
        answer = plain.getresponse()
        answer.read()
        assert answer.status == 301 and answer.getheader("Location") == f"https://{NAME}{path}", answer.getheader("Location")
    plain.request("POST", "/api/v1/session", body="{}")
    assert plain.getresponse().status == 404
    plain.close()


def check_address(nginx):
    """Failed sign-ins are counted for the address that they came from, whatever is claimed of it."""
    def guess(number, source):
        claimed = {"X-Forwarded-For": f"203.0.113.{number}", "X-Real-IP": f"203.0.113.{number}", "Forwarded": f"for=203.0.113.{number}"}
        return sign_in(nginx, f"nobody.{number}", "not the password at all", source, claimed)[0].status

    statuses = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool: # as many as the server hashes at a time
        while 429 not in statuses and len(statuses) < 40:
            statuses += pool.map(lambda number: guess(number, "127.0.0.2"), range(len(statuses), len(statuses) + 4))
    assert 429 in statuses and statuses.count(401) >= 20, statuses
    assert guess(100, "127.0.0.3") == 401, "another address is not slowed with it"
    forged, _ = sign_in(nginx, "nobody.101", "not the password at all", "127.0.0.3", {"X-Forwarded-For": "127.0.0.2"})
    assert forged.status == 401, "and nobody slows another down"


def check_lines(nginx):
    """Connections are counted by what the configuration makes of an address: an IPv6 one counts as its /64."""
    def counted_as(address):
        connection = http.client.HTTPConnection("127.0.0.1", nginx.told, timeout=30)
        connection.request("GET", "/", headers={"Test-Address": address})
        content = connection.getresponse().read()
        connection.close()
        return content

    of_one_line = {counted_as(address) for address in ("2001:db8:1:2::1", "2001:db8:1:2::a:2", "2001:db8:1:2:ffff:ffff:ffff:ffff")}
    assert of_one_line == {bytes.fromhex("20010db800010002")}, of_one_line
    assert counted_as("2001:db8:1:3::1") == bytes.fromhex("20010db800010003")
    assert counted_as("192.0.2.7") == bytes((192, 0, 2, 7)) and counted_as("192.0.2.8") == bytes((192, 0, 2, 8))


def main():
    program, nginx_program, configuration = sys.argv[1:]
    server = Server(program, ["--trusted-proxy", "127.0.0.1"], sample=False)
    try:
        nginx = Nginx(nginx_program, configuration, server.port)
        try:
            laptop = Laptop(nginx, server)
            check_work(laptop)
            check_limits(nginx, laptop)
            check_address(nginx)
            check_lines(nginx)
        except BaseException:
            print((nginx.root / "error.log").read_text()[-4000:], file=sys.stderr)
            raise
        finally:
            nginx.stop()
    finally:
        code = server.stop()
    assert code == 0, code


if __name__ == "__main__":
    main()
