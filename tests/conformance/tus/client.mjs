// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Drives tus-js-client, a tus client that knows nothing of Markaz. Prints one line for each thing that happens, for
// tus_test.cpp to read.
//
// node client.mjs MODULES URL TOKEN FILE SHA256 STORE [--leave-at BYTES] [--wait-at BYTES] [--override]
//   MODULES     folder with node_modules/tus-js-client
//   STORE       file that remembers the upload's address between two runs
//   --leave-at  ends the program once so many bytes, heads included, were handed to the network
//   --wait-at   says "reached" once so many were, and waits for a byte on its standard input
//   --override  POST with X-HTTP-Method-Override instead of PATCH and DELETE
import { createRequire } from 'node:module';
import { createReadStream, readSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';

const [modules, endpoint, token, file, sha256, store, ...options] = process.argv.slice(2);
const tus = createRequire(join(modules, 'node_modules', 'x.js'))('tus-js-client');
const numberAfter = (name) => (options.includes(name) ? Number(options[options.indexOf(name) + 1]) : Infinity);
const leaveAt = numberAfter('--leave-at');
const waitAt = numberAfter('--wait-at');
const say = (line) => process.stdout.write(line + '\n');


// The client's own progress is told ten times a second; what goes to the network is counted here, piece by piece.
const write = Socket.prototype.write;
let handedOver = 0;
let waited = false;
Socket.prototype.write = function (...piece) {
    const written = write.apply(this, piece);
    if (this === process.stdout)
        return written;
    handedOver += piece[0].length;
    if (handedOver >= leaveAt) {
        say(`left at ${handedOver}`);
        process.exit(7);
    }
    if (handedOver >= waitAt && !waited) {
        waited = true;
        say(`reached ${handedOver}`);
        readSync(0, Buffer.alloc(1)); // nothing goes on until the test says so
    }
    return written;
};

const upload = new tus.Upload(createReadStream(file), {
    endpoint,
    headers: { Authorization: `Bearer ${token}` },
    metadata: { sha256, filetype: 'application/pdf', filename: 'sample.pdf' },
    chunkSize: 1024 * 1024,
    retryDelays: Array(200).fill(100),
    overridePatchMethod: options.includes('--override'),
    urlStorage: new tus.FileUrlStorage(store),
    fingerprint: async () => `sample-${sha256}`,
    onUploadUrlAvailable: () => say(`url ${upload.url}`),
    onAfterResponse: (request, response) =>
        say(`${request.getMethod()} ${response.getStatus()} offset ${response.getHeader('Upload-Offset') ?? '-'}`),
    onSuccess: () => say('success'),
    onError: (error) => {
        say(`error ${error.message.replaceAll('\n', ' ')}`);
        process.exitCode = 1;
    },
});
const previous = await upload.findPreviousUploads();
say(`previous ${previous.length}`);
if (previous.length > 0)
    upload.resumeFromPreviousUpload(previous[0]);
upload.start();
