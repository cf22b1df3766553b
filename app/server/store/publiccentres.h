// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reference.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QHash>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace markaz::server {

/// Whom the office lets anybody call; empty members are not told.
struct PublicContact
{
    QString name;
    QString phone;
    QString email;
};

/// A centre as everybody may see it: nothing of its owner, of its members, or of what it reports.
struct PublicCentre
{
    QString name;
    const City *city = nullptr;
    QString buildingCode;
    QString place;       ///< address, city and province, as its certificate says it to everybody
    QString certificate; ///< its number
    QDate validUntil;
    int seats = 0;
    qint64 seatRatePaisa = 0; ///< a seat a month
    QDate openedOn;           ///< invalid: not known
    QStringList amenities;    ///< tokens of centre::amenities()
    std::optional<qint64> latitudeE6;
    std::optional<qint64> longitudeE6;
    PublicContact contact; ///< empty unless its officer marked it as public
    bool sample = false;
};

/// The centres whose certificate is in force on \p day, by city and name. Suspended ones are not among them.
Result<QList<PublicCentre>> publicCentres(Database &database, const Gazetteer &gazetteer, const QDate &day);

/// What was made of a list for those who ask, by what they ask for: the next in the same minute gets the same bytes.
/// Safe from several threads.
class PublicBodies
{
public:
    QByteArray of(const QString &what, const QDateTime &now, const std::function<QByteArray()> &make);

private:
    std::mutex m_mutex;
    QString m_minute;
    QHash<QString, QByteArray> m_made;
};

/// The list as it stands in the store and on a day.
struct PublicCentreList
{
    qint64 seq = 0; ///< of the newest record of a kind that stands in it
    QDate day;
    QList<PublicCentre> centres;
    qint64 ceilingPaisa = 0; ///< of the seat rate a month, as the newest policy has it
    std::shared_ptr<PublicBodies> bodies = std::make_shared<PublicBodies>();
};

/// The newest list, read anew when a centre, a certificate, a building or a policy has been written since or another
/// day has come, and otherwise shared: who asks has no account, and asks as often as he likes. One reads at a time; who
/// asks meanwhile gets the list that is there. Safe from several threads.
class PublicCentreLists
{
public:
    Result<std::shared_ptr<const PublicCentreList>> on(Database &database, const Reference &reference,
                                                       const QDate &day);

private:
    std::mutex m_mutex;
    std::condition_variable m_read;
    bool m_reading = false;
    std::shared_ptr<const PublicCentreList> m_newest;
};

} // namespace markaz::server
