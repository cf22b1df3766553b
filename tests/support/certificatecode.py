# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outer layers of a certificate's code, written down from RFC 9285 (Base45) and RFC 9052 (COSE_Sign1)."""
import zlib

import cbor2

PREFIX = "MKZ1:"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data):
    text = ""
    for i in range(0, len(data), 2):
        pair = data[i:i + 2]
        n = int.from_bytes(pair, "big")
        for _ in range(3 if len(pair) == 2 else 2):
            text += ALPHABET[n % 45]
            n //= 45
    return text


def unbase45(text):
    data = b""
    for i in range(0, len(text), 3):
        group = text[i:i + 3]
        n = sum(ALPHABET.index(c) * 45 ** k for k, c in enumerate(group))
        data += n.to_bytes(2 if len(group) == 3 else 1, "big")
    return data


def sign1(private, kid, payload, header=None):
    """COSE_Sign1 over the bytes, as CBOR; header: the protected one, when it is to be another than EdDSA with the key's id."""
    protected = cbor2.dumps(header or {1: -8, 4: kid.encode()})
    signature = private.sign(cbor2.dumps(["Signature1", protected, b"", payload]))
    return cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))


def packed(signed):
    return PREFIX + base45(zlib.compress(signed))


def payload_of(code):
    return cbor2.loads(zlib.decompress(unbase45(code[len(PREFIX):]))).value[2]
