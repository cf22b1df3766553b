// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads and makes the codes of certificates with @auth0/cose, a COSE implementation that knows nothing of Markaz; the
// layers around it are written down from RFC 9285 (Base45) and are Node's own (zlib). For cose_test.cpp.
//
// node cose.mjs MODULES check   each line of standard input: JSON {"code", "keys": {KID: x in base64url}}; out:
//                               {"kid", "claims": [[key, value] ...]}, or {"refused": why}
// node cose.mjs MODULES bend    the same lines; out, for each byte of each message with one bit changed:
//                               {"code": with that byte, "holds": bool}
// node cose.mjs MODULES sign    lines {"kid", "x", "d", "claims": [[key, value] ...]}; out: {"code"}
//   MODULES   folder with node_modules/@auth0/cose
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { createPrivateKey, createPublicKey } from 'node:crypto';

const [modules, verb] = process.argv.slice(2);
const require = createRequire(join(modules, 'node_modules', 'x.js'));
const { Algorithms, Headers, Sign1 } = require('@auth0/cose');
const { Encoder } = require('cbor-x');
const cbor = new Encoder({ mapsAsObjects: false, useRecords: false });

const PREFIX = 'MKZ1:';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function base45(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 2) {
        const pair = i + 1 < bytes.length;
        let n = pair ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
        for (let k = 0; k < (pair ? 3 : 2); ++k, n = Math.floor(n / 45))
            text += ALPHABET[n % 45];
    }
    return text;
}

function unbase45(text) {
    const bytes = [];
    for (let i = 0; i < text.length; i += 3) {
        const group = [...text.slice(i, i + 3)];
        const n = group.reduce((sum, c, k) => sum + ALPHABET.indexOf(c) * 45 ** k, 0);
        if (group.length === 3)
            bytes.push(n >> 8);
        bytes.push(n & 255);
    }
    return Buffer.from(bytes);
}

const packed = (message) => PREFIX + base45(deflateSync(message));
const messageIn = (code) => inflateSync(unbase45(code.slice(PREFIX.length)));

/// The message as the library has it, whose signature it found to be that of the key which the message names.
async function verified(message, keys) {
    const sign1 = Sign1.decode(message);
    const kid = Buffer.from(sign1.kid).toString();
    if (!(kid in keys))
        throw new Error(`no key ${kid}`);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keys[kid] }, format: 'jwk' });
    await sign1.verify(key, { algorithms: [Algorithms.EdDSA] });
    return { kid, claims: [...cbor.decode(sign1.payload)].map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v]) };
}

async function* answers({ code, keys, ...key }) {
    if (verb === 'sign') {
        const signing = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x, d: key.d }, format: 'jwk' });
        // cbor-x writes what has more than 32 bits as a float, unless it is told that it is an integer.
        const claims = new Map(key.claims.map(([k, v]) => [k, v > 0xffffffff ? BigInt(v) : v]));
        const header = [[Headers.Algorithm, Algorithms.EdDSA], [Headers.KeyID, Buffer.from(key.kid)]];
        const sign1 = await Sign1.sign(header, undefined, cbor.encode(claims), signing);
        yield { code: packed(sign1.encode()) };
    } else if (verb === 'check') {
        yield await verified(messageIn(code), keys).catch((error) => ({ refused: error.message }));
    } else {
        const message = messageIn(code);
        for (let i = 0; i < message.length; ++i) {
            const bent = Buffer.from(message);
            bent[i] ^= 1 << i % 8;
            const holds = await verified(bent, keys).then(() => true, () => false);
            yield { code: packed(bent), holds };
        }
    }
}

for await (const line of createInterface({ input: process.stdin })) {
    for await (const answer of answers(JSON.parse(line)))
        process.stdout.write(JSON.stringify(answer) + '\n');
}
