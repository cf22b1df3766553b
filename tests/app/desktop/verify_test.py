#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`markaz verify` against certificates, keys and lists that were made by other hands: CBOR by cbor2, Ed25519 by OpenSSL (cryptography),
COSE_Sign1 written down from RFC 9052, Base45 from RFC 9285, the signed lines from resources/api/openapi.yaml. Usage: verify_test.py MARKAZ
"""
import base64
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from certificatecode import packed, sign1  # noqa: E402

EPOCH = datetime.date(1970, 1, 1)
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)).date()  # in Pakistan
AT = "2026-01-02T09:00:00.000Z"
VALID, FAILED, USAGE, SUSPENDED, REVOKED, EXPIRED, UNKNOWN, TAMPERED, SUPERSEDED, SAMPLE = range(10)


class Key:
    def __init__(self, kid, seed, since="2026-01-01"):
        self.kid, self.since = kid, since
        self.private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.x = b64(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def json(self):
        return {"kid": self.kid, "alg": "EdDSA", "x": self.x, "not_before": self.since}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def claims(number, since=TODAY - datetime.timedelta(days=10), until=TODAY + datetime.timedelta(days=10), sample=False):
    return {1: number, 2: "SKT-0005", 3: "Old mill", 4: "Sialkot, Punjab", 5: "full", 6: 70, 7: 2, 8: 8390, 9: (since - EPOCH).days,
            10: (until - EPOCH).days, 11: "freelancing-centre-facility", 12: 1, 13: 1767430800000, 14: sample}  # 2026-01-03T09:00Z


def code(key, stated, header=None):
    return packed(sign1(key.private, key.kid, cbor2.dumps(stated), header))


def key_set(root, keys, number=1, revoked=None):
    revoked = revoked or {}
    text = f"markaz-issuer-keys-1\nnumber={number}\nat={AT}\nroot={root.kid}\n"
    listed = []
    for key in sorted(keys, key=lambda k: k.kid):
        at = revoked.get(key.kid)
        text += f"key={key.kid} x={key.x} from={key.since} until=- revoked={at or '-'}\n"
        listed.append({**key.json(), **({"revoked_at": at} if at else {})})
    return {"keys": listed, "number": number, "at": AT, "root": root.json(), "handovers": [],
            "signature": b64(root.private.sign(text.encode()))}


def revocations(key, ended, number=1):
    text = f"markaz-revocations-1\nnumber={number}\nat={AT}\nkid={key.kid}\n"
    text += "".join(f"{n} {state} 2026-01-02\n" for n, state in sorted(ended.items()))
    return {"number": number, "at": AT, "kid": key.kid, "signature": b64(key.private.sign(text.encode())),
            "certificates": [{"number": n, "state": state, "since": "2026-01-02"} for n, state in sorted(ended.items())]}


class Check:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.cells = 0

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    def run(self, *arguments, stdin=b""):
        return subprocess.run([self.program, "verify", *arguments], input=stdin, capture_output=True, timeout=60)

    def expect(self, status, word, *arguments, stdin=b"", also=b""):
        ran = self.run(*arguments, stdin=stdin)
        first = ran.stdout.split(b"\n")[0].decode()
        said = f"{arguments}: {ran.returncode} {ran.stdout!r} {ran.stderr!r}"
        assert ran.returncode == status, said
        assert word is None or first == word, said
        assert also in ran.stdout + ran.stderr, said
        self.cells += 1


def main():
    root, issuer, other, thief = Key("root-2026", 1), Key("2026-A", 2), Key("2026-B", 3), Key("2026-A", 4)
    numbers = {"suspended": "PK-2026-000002", "revoked": "PK-2026-000003", "superseded": "PK-2026-000004"}
    with tempfile.TemporaryDirectory() as folder:
        check = Check(sys.argv[1], folder)
        keys = check.put("keys.json", key_set(root, [issuer]))
        ended = check.put("list.json", revocations(issuer, {number: state for state, number in numbers.items()}))
        trust = ["--keys", keys, "--revocations", ended]
        good = code(issuer, claims("PK-2026-000001"))

        check.expect(VALID, "valid", *trust, good, also=b"revocation data as of 2026-01-02 09:00 UTC")
        check.expect(VALID, "valid", *trust, good, also=b"number PK-2026-000001\nbuilding SKT-0005 Old mill\n")
        check.expect(VALID, "valid", *trust, check.put("code.txt", good.encode() + b"\n"))
        check.expect(VALID, "valid", *trust, "-", stdin=good.encode())
        check.expect(VALID, "valid", "--keys", keys, good, also=b"revocation data none")
        for status, state in ((SUSPENDED, "suspended"), (REVOKED, "revoked"), (SUPERSEDED, "superseded")):
            check.expect(status, state, *trust, code(issuer, claims(numbers[state])), also=b"since 2026-01-02")
        day = datetime.timedelta(days=1)
        check.expect(VALID, "valid", *trust, code(issuer, claims("PK-2026-000001", until=TODAY)))
        check.expect(EXPIRED, "expired", *trust, code(issuer, claims("PK-2026-000001", until=TODAY - day)))
        check.expect(EXPIRED, "not_begun", *trust, code(issuer, claims("PK-2026-000001", since=TODAY + day)))
        check.expect(SAMPLE, "sample", *trust, code(issuer, claims("PK-2026-000001", sample=True)))
        check.expect(UNKNOWN, "unknown", *trust, code(other, claims("PK-2026-000001")))
        check.expect(TAMPERED, "tampered", *trust, code(thief, claims("PK-2026-000001")))
        check.expect(TAMPERED, "tampered", *trust, good[:40] + ("A" if good[40] != "A" else "B") + good[41:])
        check.expect(TAMPERED, "tampered", *trust, good + "00")
        check.expect(TAMPERED, "tampered", *trust, code(issuer, claims("PK-2026-000001"), header={1: -7, 4: b"2026-A"}))
        check.expect(TAMPERED, "tampered", *trust, code(issuer, {**claims("PK-2026-000001"), 15: "more"}))
        check.expect(TAMPERED, None, *trust, check.put("page.txt", b"https://markaz.example/verify/PK-2026-000001"))

        stolen = check.put("stolen.json", key_set(root, [issuer, other], 2, {"2026-A": AT}))
        check.expect(TAMPERED, "key_revoked", "--keys", stolen, good)
        check.expect(VALID, "valid", "--keys", stolen, code(other, claims("PK-2026-000001")))

        # Whom nobody vouches for is not believed, and then nothing is said.
        forged = key_set(root, [issuer])
        forged["keys"][0]["x"] = thief.x
        check.expect(FAILED, "", "--keys", check.put("forged.json", forged), good)
        unsigned = check.put("unsigned.json", {"keys": [issuer.json()]})
        check.expect(FAILED, "", "--keys", unsigned, good)
        lie = revocations(issuer, {numbers["revoked"]: "revoked"})
        lie["certificates"] = []
        check.expect(FAILED, "", "--keys", keys, "--revocations", check.put("lie.json", lie), good)
        check.expect(FAILED, "", *trust, str(pathlib.Path(folder) / "nothing.png"))
        check.expect(FAILED, "", "--profile", str(pathlib.Path(folder) / "profile"), good, also=b"sync once")
        check.expect(USAGE, "", *trust)
        check.expect(USAGE, "", "--revocations", ended, good)
        # What is no plain file is refused and waited for by nobody; nobody ever writes to this one.
        pipe = str(pathlib.Path(folder) / "pipe")
        os.mkfifo(pipe)
        for odd in (pipe, "/dev/zero", folder):
            check.expect(FAILED, "", *trust, odd, also=b"no plain file")
        helped = check.run("--help")
        assert b"Usage: markaz verify [options] FILE|CODE" in helped.stdout, helped
        assert helped.returncode == 0 and b"Exit status:" in helped.stdout, helped
        print(f"{check.cells} cases hold")


if __name__ == "__main__":
    main()
