// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/askedevidence.h"

#include "core/workflow/evidence.h"

#include <algorithm>

namespace markaz {
namespace {

struct Attached
{
    int photos = 0;
    int documents = 0;
};

bool isToBeShown(const Item &item, const QJsonObject &answer, const ScoreResult &result)
{
    const ItemScore scored = result.items.value(item.code);
    const bool earns = scored.status == ItemScore::Status::Met || scored.status == ItemScore::Status::Partial;
    return earns && scored.creditBp > 0 && !answer.contains(QStringLiteral("carried"));
}

} // namespace

Result<QHash<QString, AskedEvidence>> missingEvidence(const Workspace &workspace, const Standard &standard,
                                                      const Inspection &inspection, const ScoreResult &result)
{
    const auto files = EvidenceList(workspace).of(inspection.id()); // earlier revisions' too
    if (!files)
        return files.error();
    QHash<QString, Attached> attached;
    for (const EvidenceRow &file : *files) {
        if (file.kind == QLatin1String("photo") && file.marks.isEmpty())
            ++attached[file.item].photos;
        else if (file.kind == QLatin1String("document"))
            ++attached[file.item].documents;
    }
    const QJsonObject answers = inspection.answers();
    QHash<QString, AskedEvidence> missing;
    for (const Item &item : standard.items()) {
        if ((item.photosNeeded == 0 && !item.documentNeeded) ||
            !isToBeShown(item, answers.value(item.code).toObject(), result))
            continue;
        const Attached there = attached.value(item.code);
        const AskedEvidence lacking{std::max(0, item.photosNeeded - there.photos),
                                    item.documentNeeded && there.documents == 0 && there.photos <= item.photosNeeded};
        if (lacking.photos > 0 || lacking.document)
            missing.insert(item.code, lacking);
    }
    return missing;
}

} // namespace markaz
