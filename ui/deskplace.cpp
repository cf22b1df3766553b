// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person stands, over a change of language or colours.
#include "ui/desk.h"

#include "ui/deskpages.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QApplication>

namespace markaz::ui {
namespace {

constexpr const char *kPlace = "markaz.place"; ///< of the application: outlives a desk

} // namespace

/// Another language and other colours make every page anew: what the person was at is taken up again by the next desk
/// of the same account. A form or a signature that is half done is not kept; its page is then the one before it.
void Desk::keepPlace()
{
    QVariantMap place{{QStringLiteral("account"), m_services.actor.accountId},
                      {QStringLiteral("page"), m_frame.current()},
                      {QStringLiteral("inspection"), m_inspection->inspectionId()},
                      {QStringLiteral("item"), m_inspection->currentItem()},
                      {QStringLiteral("sync"), m_sync->place()}};
    if (m_review != nullptr)
        place.insert(QStringLiteral("review"), m_review->inspectionId());
    QVariantMap cameFrom;
    for (auto it = m_cameFrom.cbegin(); it != m_cameFrom.cend(); ++it)
        cameFrom.insert(it.key(), it.value());
    place.insert(QStringLiteral("cameFrom"), cameFrom);
    qApp->setProperty(kPlace, place);
}

void Desk::returnToPlace()
{
    const QVariantMap place = qApp->property(kPlace).toMap();
    qApp->setProperty(kPlace, {}); // once
    if (place.value(QStringLiteral("account")).toString() != m_services.actor.accountId)
        return;
    const auto said = [&place](const char *key) { return place.value(QLatin1String(key)).toString(); };
    const QVariantMap cameFrom = place.value(QStringLiteral("cameFrom")).toMap();
    for (auto it = cameFrom.cbegin(); it != cameFrom.cend(); ++it)
        m_cameFrom.insert(it.key(), it.value().toString());
    QString id = said("page");
    if (id == page::kSubmit)
        id = page::kInspection;
    if (id == page::kForm || id == page::kCertificate || id == page::kPassphrase || id == page::kPassword)
        id = m_cameFrom.value(id, page::kBuildings);
    if (id == page::kInspection && !said("inspection").isEmpty() && !closedToReading(said("inspection"))) {
        m_inspection->open(said("inspection"));
        m_inspection->goToItem(said("item"));
    } else if (id == page::kReview && m_review != nullptr) {
        m_review->open(said("review"));
    }
    m_sync->returnTo(place.value(QStringLiteral("sync")).toMap());
    m_frame.showPage(id);
}

} // namespace markaz::ui
