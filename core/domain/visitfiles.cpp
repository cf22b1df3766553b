// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/visitfiles.h"

#include <QHash>

#include <algorithm>

namespace markaz {

QList<bool> restsOn(const QList<VisitFile> &files, qint64 newest)
{
    QHash<std::pair<QString, QString>, qint64> last; // by item and kind: the newest revision that has one
    for (const VisitFile &file : files) {
        qint64 &revision = last[{file.item, file.kind}];
        revision = std::max(revision, file.revision);
    }
    QList<bool> rests;
    for (const VisitFile &file : files) {
        const bool own = file.revision == newest;
        const bool stands = file.received || last.value({file.item, file.kind}) == file.revision;
        rests.append(own || (file.kind != QLatin1String("signature") && stands));
    }
    return rests;
}

} // namespace markaz
