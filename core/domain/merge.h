// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"

namespace markaz {

// 2026-11-24: the design lists the merge under sync. It stands here because the server merges too, and core/sync
// brings Qt Network with it, which the server does not link.

/// One field in which two people wanted different things.
struct FieldConflict
{
    QString path;
    QJsonValue base;   ///< what the author of the change saw
    QJsonValue server; ///< what is in force, and stays so
    QJsonValue client; ///< what the author of the change wants
};

struct MergeResult
{
    QJsonObject fields;             ///< the record after the merge
    QList<FieldConflict> conflicts; ///< in the order of the paths
    bool taken = false;             ///< at least one field took the new value
};

/// Field by field: server = before -> take after; server = after -> nothing to do; else a conflict, and the server's
/// value stays. Members of a map merge one by one. A conflict in one field of a group holds back every changed field
/// of that group, so that no position is half one's and half the other's.
MergeResult merge(const RecordSpec &spec, const QJsonObject &server, const FieldChanges &changes);

/// The record as its laptop shows it: the server's fields with the changes that still wait laid over them, in order.
QJsonObject rebased(const QJsonObject &server, const QList<FieldChanges> &pending);

} // namespace markaz
