// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/storage/database.h"

#include <QDate>

namespace markaz {

/// A record that a search found, with what names it.
struct SearchHit
{
    Entity entity = Entity::Building;
    QString id;
    QString code;  ///< of the building; a certificate's number; empty for an owner
    QString name;  ///< of the building, the owner or the centre
    QString place; ///< address of a building, province of an owner, item of a finding, building of a certificate,
                   ///< city of a centre, bank of a loan
    QString kind;  ///< of an owner or a visit; grade of a certificate; severity of a finding
    QString
        state; ///< of an inspection, a finding, a certificate or a loan; the code of what a building was merged into
    QDate day; ///< of an inspection's start or of a certificate's issue; until when a finding is to be mended
    bool owed = false;
    int cityId = 0; ///< of a building
    QString city;   ///< its Latin name; empty where only a newer program knows it
};

/// Searches the laptop's records as a person types. Sealed fields (phones, CNIC, notes) are not searched: no query ever
/// sees them.
class SearchRepository
{
public:
    explicit SearchRepository(Database &database)
        : m_database(database)
    {
    }
    /// At most \p most of each kind. Buildings by code, name, address and owner, those whose code begins with \p text
    /// first; owners by name; inspections of buildings by code and name, newest first; findings by building and by
    /// item, the most urgent first; certificates by number, code and name; centres by name, by
    /// their building's code and by city; loans by building, owner and bank, those that are open first. Nothing for
    /// fewer than two characters.
    Result<QList<SearchHit>> find(const QString &text, int most) const;

private:
    Database &m_database;
};

} // namespace markaz
