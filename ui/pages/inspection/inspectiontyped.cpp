// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed in a checklist and no record has yet: kept by its inspection, whichever is shown.
#include "ui/pages/inspection/findingsection.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/answers/itemrow.h"

#include <QSet>

namespace markaz::ui {
namespace {

const QString kFindings = QStringLiteral("findings");
const QString kItems = QStringLiteral("items");

void set(QJsonObject &all, const QString &key, const QJsonObject &words)
{
    if (words.isEmpty())
        all.remove(key);
    else
        all.insert(key, words);
}

} // namespace

/// A row comes and goes with its section; what is half typed in it stays.
void InspectionPage::keepHalfTyped(ItemRow *row)
{
    row->takeUp(m_halfTyped.value(m_inspectionId).value(row->code()).toObject());
    connect(row, &ItemRow::halfTypedChanged, this,
            [this, visit = m_inspectionId](const QString &code, const QJsonObject &halfTyped) {
                set(m_halfTyped[visit], code, halfTyped);
            });
}

/// What is half typed answers no item of another version; the words of a reason hold.
void InspectionPage::dropHalfAnswers()
{
    QJsonObject &items = m_halfTyped[m_inspectionId];
    for (const QString &code : items.keys()) {
        QJsonObject halfTyped = items.value(code).toObject();
        halfTyped.remove(QStringLiteral("typed"));
        set(items, code, halfTyped);
    }
}

QJsonObject InspectionPage::unfinished() const
{
    return m_findings->unfinished();
}

QJsonObject InspectionPage::typed() const
{
    const QHash<QString, QJsonObject> findings = m_findings->typed();
    QHash<QString, QJsonObject> halfTyped = m_halfTyped;
    for (const ItemRow *row : m_rows) // a row says it itself: an answer may have been shown over it
        set(halfTyped[m_inspectionId], row->code(), row->halfTyped());
    QSet<QString> visits(findings.keyBegin(), findings.keyEnd());
    for (auto it = halfTyped.cbegin(); it != halfTyped.cend(); ++it) {
        if (!it->isEmpty())
            visits.insert(it.key());
    }
    QJsonObject all;
    for (const QString &visit : std::as_const(visits)) {
        if (isNoDraft(visit))
            continue;
        QJsonObject of;
        if (findings.contains(visit))
            of.insert(kFindings, findings.value(visit));
        if (const QJsonObject items = halfTyped.value(visit); !items.isEmpty())
            of.insert(kItems, items);
        all.insert(visit, of);
    }
    return all;
}

/// What is submitted, or gone, takes no words any more.
bool InspectionPage::isNoDraft(const QString &inspectionId) const
{
    const auto visit = m_services.workspace.records.requireAs<Inspection>(inspectionId);
    return visit ? !visit->isDraft() : visit.error().code == ErrorCode::NotFound;
}

void InspectionPage::resume(const QJsonObject &typed)
{
    for (auto visit = typed.begin(); visit != typed.end(); ++visit) {
        const QJsonObject of = visit.value().toObject();
        m_findings->resume(visit.key(), of.value(kFindings).toObject());
        const QJsonObject items = of.value(kItems).toObject();
        for (auto item = items.begin(); item != items.end(); ++item) {
            m_halfTyped[visit.key()].insert(item.key(), item.value());
            if (ItemRow *row = visit.key() == m_inspectionId ? rowOf(item.key()) : nullptr; row != nullptr)
                row->takeUp(item.value().toObject());
        }
    }
}

} // namespace markaz::ui
