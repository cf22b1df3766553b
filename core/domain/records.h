// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/buildingcode.h"
#include "core/domain/position.h"
#include "core/domain/record.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace markaz {

/// Typed views of the records. Getters only: what a field may hold stands in recordspec.cpp.
class Owner final : public CheckedRecord<Owner, Entity::Owner>
{
public:
    QString name() const { return str("name"); }
    QString kind() const { return str("kind"); }
    QString province() const { return str("province"); }
    QString cnicOrNtn() const { return str("cnic_ntn"); }
    QString phone() const { return str("phone"); }
    QString email() const { return str("email"); }
    QString postalAddress() const { return str("postal_address"); }
};

class Building final : public CheckedRecord<Building, Entity::Building>
{
public:
    BuildingCode code() const { return BuildingCode::parse(str("code")).value(); }
    QString name() const { return str("name"); }
    QString address() const { return str("address"); }
    int cityId() const { return static_cast<int>(num("city")); } ///< GeoNames id
    QString ownerId() const { return str("owner"); }
    QString tenure() const { return str("tenure"); }
    int coveredAreaSqft() const { return static_cast<int>(num("covered_area_sqft")); }
    int storeys() const { return static_cast<int>(num("storeys")); }
    int plannedSeats() const { return static_cast<int>(num("planned_seats")); } ///< 0 = not known
    int yearBuilt() const { return static_cast<int>(num("year_built")); }       ///< 0 = not known
    QDate idleSince() const { return QDate::fromString(str("idle_since"), Qt::ISODate); }
    QString condition() const { return str("condition"); }
    QString notes() const { return str("notes"); }
    std::optional<Position> position() const { return Position::fromFields(fields()); }
    bool sample() const { return flag("sample"); }
};

class Assignment final : public CheckedRecord<Assignment, Entity::Assignment>
{
public:
    QString buildingId() const { return str("building"); }
    QString inspectorId() const { return str("inspector"); }
    QString kind() const { return str("kind"); }
    QDate due() const { return QDate::fromString(str("due"), Qt::ISODate); }
    QString instructions() const { return str("instructions"); }
    QString state() const { return str("state"); }
};

class Inspection final : public CheckedRecord<Inspection, Entity::Inspection>
{
public:
    QString buildingId() const { return str("building"); }
    QString inspectorId() const { return str("inspector"); }
    QString assignmentId() const { return str("assignment"); }
    QString previousId() const { return str("previous"); } ///< the returned revision, or the visit that is followed up
    QString kind() const { return str("kind"); }
    QString standard() const { return str("standard"); }
    int standardVersion() const { return static_cast<int>(num("standard_version")); }
    QString standardHash() const { return str("standard_hash"); }
    int revision() const { return static_cast<int>(num("revision")); }
    QString visitOutcome() const { return str("visit_outcome"); } ///< empty while the visit goes on
    QString visitNote() const { return str("visit_note"); }       ///< of a visit that could not be made: what was found
    QString visitMet() const { return str("visit_met"); }         ///< and who was met
    QDate nextVisit() const { return QDate::fromString(str("next_visit"), Qt::ISODate); } ///< from when it may work
    QString state() const { return str("state"); }
    QJsonObject answers() const { return fields().value(QStringLiteral("answers")).toObject(); }
    /// Answers that its standard no longer asks for, by item and version: "C-02@1".
    QJsonObject keptAnswers() const { return fields().value(QStringLiteral("kept")).toObject(); }
    QJsonObject notes() const { return fields().value(QStringLiteral("notes")).toObject(); }
    QJsonObject score() const { return fields().value(QStringLiteral("score")).toObject(); }
    QString startedAt() const { return str("started_at"); }
    QString finishedAt() const { return str("finished_at"); }
    bool isDraft() const { return state() == QLatin1String("draft"); }
};

class Evidence final : public CheckedRecord<Evidence, Entity::Evidence>
{
public:
    QString inspectionId() const { return str("inspection"); }
    QString loanId() const { return str("loan"); } ///< of a document of a loan; then it has no inspection
    QString item() const { return str("item"); }   ///< code of an item; empty = of the visit as a whole
    QString kind() const { return str("kind"); }
    QString sha256() const { return str("sha256"); } ///< of the file, lower-case hex
    qint64 size() const { return num("size"); }      ///< bytes
    QString mediaType() const { return str("media_type"); }
    QString filename() const { return str("filename"); } ///< as it was called where it came from; never a path
    QString takenAt() const { return str("taken_at"); }
    QString caption() const { return str("caption"); }
    QString marks() const { return str("marks"); }   ///< id of the photo that this is a marked copy of; mostly empty
    QString signer() const { return str("signer"); } ///< of a signature: inspector or owner
    QString signerName() const { return str("signer_name"); }
    QString receivedAt() const { return str("received_at"); } ///< empty until the whole file is on the server
    bool received() const { return !receivedAt().isEmpty(); }
    std::optional<Position> position() const { return Position::fromFields(fields()); }
    bool sample() const { return flag("sample"); }
};

class Review final : public CheckedRecord<Review, Entity::Review>
{
public:
    QString inspectionId() const { return str("inspection"); }
    QString reviewerId() const { return str("reviewer"); }
    QString decision() const { return str("decision"); }
    QString reason() const { return str("reason"); }
    QJsonObject comments() const { return fields().value(QStringLiteral("comments")).toObject(); }
};

class Decision final : public CheckedRecord<Decision, Entity::Decision>
{
public:
    QString kind() const { return str("kind"); }
    QString inspectionId() const { return str("inspection"); }
    QString certificateId() const { return str("certificate"); }
    QString officerId() const { return str("officer"); }
    QString grade() const { return str("grade"); }
    int seats() const { return static_cast<int>(num("seats")); }
    QString reason() const { return str("reason"); }
};

class Certificate final : public CheckedRecord<Certificate, Entity::Certificate>
{
public:
    QString number() const { return str("number"); }
    QString buildingId() const { return str("building"); }
    QString inspectionId() const { return str("inspection"); }
    QString issuedBy() const { return str("issued_by"); }
    QString grade() const { return str("grade"); }
    int seats() const { return static_cast<int>(num("seats")); }
    int tier() const { return static_cast<int>(num("tier")); }
    int scoreBp() const { return static_cast<int>(num("score_bp")); }
    QString buildingName() const { return str("building_name"); }
    QString buildingPlace() const { return str("building_place"); }
    QDate validFrom() const { return QDate::fromString(str("valid_from"), Qt::ISODate); }
    QDate validUntil() const { return QDate::fromString(str("valid_until"), Qt::ISODate); }
    QDate surveillanceDue() const { return QDate::fromString(str("surveillance_due"), Qt::ISODate); }
    QString state() const { return str("state"); }
    QString stateReason() const { return str("state_reason"); }
    QString payload() const { return str("payload"); } ///< "MKZ1:..." as in the QR code
    QString keyId() const { return str("key_id"); }
    QString issuedAt() const { return str("issued_at"); }
    bool sample() const { return flag("sample"); }
};

class Account final : public CheckedRecord<Account, Entity::Account>
{
public:
    QString name() const { return str("name"); }
    QString displayName() const { return str("display_name"); }
    Role role() const { return parse<Role>(str("role")).value(); }
};

class ConflictRecord final : public CheckedRecord<ConflictRecord, Entity::Conflict>
{
public:
    Entity of() const { return parse<Entity>(str("entity")).value(); }
    QString recordId() const { return str("record"); }
    QString authorId() const { return str("author"); }
    QString state() const { return str("state"); }
    QJsonObject conflictingFields() const { return fields().value(QStringLiteral("fields")).toObject(); }
};

} // namespace markaz
