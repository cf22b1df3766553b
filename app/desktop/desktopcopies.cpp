// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A cache that was damaged, and the copies that take its place.
#include "app/desktop/desktopapp.h"

#include "ui/text/format.h"

namespace markaz::desktop {

void DesktopApp::restoreFirst(const QList<CacheBackup> &choice)
{
    dropPage();
    const CacheBackups copies = m_session->copies();
    SecretKey key = takeKey(); // nobody has the file open now
    CacheBackup copy = choice.first();
    auto replaced = copies.restore(copy, m_clock);
    for (qsizetype i = 1; i < choice.size() && !replaced; ++i) {
        copy = choice.at(i);
        replaced = copies.restore(copy, m_clock);
    }
    if (auto opened = openSession(m_settings.server, std::move(key)); !opened)
        return fail(opened.error());
    showDesk();
    if (!replaced)
        return say(replaced.error());
    const ui::Message message{ui::Status::Ok,
                              {tr("The records of %1 are back.").arg(ui::format::dateTime(copy.madeAt)),
                               tr("Those of before are kept as %1.").arg(replaced->to),
                               tr("Sync to fetch what the server has since then.")},
                              {},
                              {},
                              true};
    tell(QStringLiteral("restored"), message);
}

void DesktopApp::tellMovedAside()
{
    if (!m_session)
        return;
    const std::optional<MovedAside> &moved = m_session->movedAside();
    const auto known = m_session->account();
    const QList<CacheBackup> copies = m_session->copies().list();
    // A cache that knows nobody beside copies of one that did was begun after damage, now or before. Later on, going
    // back leaves work behind, and the Sync page says how much.
    const bool mayGoBack = known && !known->has_value() && !copies.isEmpty();
    if (!moved && !mayGoBack)
        return;
    ui::Message message;
    message.status = ui::Status::Bad;
    message.sentence.fact = moved ? tr("The file with this laptop’s records was damaged.")
                                  : tr("The records on this laptop were begun anew after damage.");
    if (moved)
        message.sentence.next =
            tr("Keep that file and tell your administrator: changes that were not sent may still be in it.");
    if (!mayGoBack) {
        message.sentence.safe =
            tr("It was kept as %1, and a new one was begun. What the server has comes back with the next sync.")
                .arg(moved->to);
        return tell(QStringLiteral("moved-aside"), message);
    }
    const QString day = ui::format::dateTime(copies.first().madeAt);
    message.sentence.safe =
        moved ? tr("It was kept as %1. This laptop has a copy of %2, which needs no network.").arg(moved->to, day)
              : tr("This laptop has a copy of %1, which needs no network.").arg(day);
    message.action = tr("Go on with the copy");
    message.closable = false;
    tell(QStringLiteral("moved-aside"), message, [this, copies] { // the page goes: its signal is let end first
        QMetaObject::invokeMethod(
            this, [this, copies] { restoreFirst(copies); }, Qt::QueuedConnection);
    });
}

} // namespace markaz::desktop
