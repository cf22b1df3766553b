// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace markaz {

/// A file of a visit, be it of the returned revisions before the one that is looked at.
struct VisitFile
{
    qint64 revision = 1; ///< of the inspection that it was attached to
    QString item;        ///< empty = of the visit as a whole
    QString kind;        ///< photo, document, signature
    bool received = false;
};

/// For each of \p files whether revision \p newest of their visit rests on it: such files are counted, and a
/// certificate waits until all of them have come.
///
/// Its own files do. Of an earlier revision's it rests on what has come, and on what has not where it has nothing else
/// to show: where no later revision has a file of that kind at that item. Signatures are given anew each time.
///
/// 2026-11-29: without that a file that never comes, of a laptop that was lost, would hold every later revision's
/// certificate for ever. Now a returned visit's inspector takes the photo again.
QList<bool> restsOn(const QList<VisitFile> &files, qint64 newest);

} // namespace markaz
