// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace markaz {

/// What a server signed of its audit chain: "entry n of this history had this hash". Whoever keeps one is a witness:
/// the chain cannot be cut below n, or written anew up to n, without contradicting it.
struct Checkpoint
{
    QString history;      ///< of the server when it signed
    qint64 n = 0;         ///< number of the entry, from 1
    QString hash;         ///< of the entry, 64 characters of hex
    QString at;           ///< the server's time, ISO
    QString keyId;        ///< "2026-A"
    QByteArray signature; ///< 64 bytes
    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

} // namespace markaz
