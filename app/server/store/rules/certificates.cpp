// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/certificates.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/counters.h"
#include "app/server/store/recordtable.h"
#include "core/domain/certificateterms.h"
#include "core/security/certificatepayload.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

namespace markaz::server {
namespace {

constexpr int kPlaceInCode = 120; // characters; the printed place may be longer

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

QString numberOf(int year, qint64 number)
{
    return QStringLiteral("PK-%1-%2").arg(year).arg(number, 6, 10, QLatin1Char('0'));
}

} // namespace

Result<StoredRecord> makeCertificate(Database &database, const Reference &reference, const SigningKey &key,
                                     const CertificateRequest &request)
{
    const City *city = reference.gazetteer.city(static_cast<int>(request.building.number("city")));
    const Province *province = city == nullptr ? nullptr : reference.gazetteer.province(city->province);
    if (province == nullptr)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("its city is unknown"), QStringLiteral("city"));
    const QJsonObject score = request.inspection.record.fields.value(QStringLiteral("score")).toObject();
    const bool sample = request.inspection.record.fields.value(QStringLiteral("sample")).toBool() ||
                        request.building.record.fields.value(QStringLiteral("sample")).toBool();
    const auto grade = issueAction(request.grade);
    if (!grade)
        return grade.error();
    const QDate from = programmeDay(request.now);
    const QDate until = lastValidDay(*grade, from);
    const QString cityAndProvince = city->name + QStringLiteral(", ") + province->nameEn;

    CertificateClaims claims;
    claims.number = numberOf(from.year(), 0); // in the place of the one that is taken when all else is right
    claims.buildingCode = request.building.text("code");
    claims.buildingName = request.building.text("name");
    claims.buildingPlace = cityAndProvince.left(kPlaceInCode);
    claims.grade = request.grade;
    claims.seats = request.seats;
    claims.tier = request.tier.value_or(city->tier);
    claims.scoreBp = score.value(QStringLiteral("total_bp")).toInt();
    claims.validFrom = from;
    claims.validUntil = until;
    claims.standard = request.inspection.text("standard");
    claims.standardVersion = static_cast<int>(request.inspection.number("standard_version"));
    claims.issuedAt = request.now.toUTC();
    claims.sample = sample;
    auto payload = encodeCertificate(claims, key);
    if (!payload)
        return payload.error();

    StoredRecord certificate;
    certificate.record.entity = Entity::Certificate;
    certificate.record.id = request.id;
    certificate.record.rev = 1;
    certificate.province = request.building.province;
    certificate.parent = request.building.id();
    const QString place = request.building.text("address") + QStringLiteral(", ") + cityAndProvince;
    QJsonObject fields{{QStringLiteral("number"), claims.number},
                       {QStringLiteral("building"), request.building.id()},
                       {QStringLiteral("inspection"), request.inspection.id()},
                       {QStringLiteral("issued_by"), request.officer},
                       {QStringLiteral("grade"), request.grade},
                       {QStringLiteral("seats"), request.seats},
                       {QStringLiteral("tier"), claims.tier},
                       {QStringLiteral("score_bp"), claims.scoreBp},
                       {QStringLiteral("building_name"), claims.buildingName},
                       {QStringLiteral("building_place"), place.left(500)},
                       {QStringLiteral("valid_from"), iso(from)},
                       {QStringLiteral("valid_until"), iso(until)},
                       {QStringLiteral("state"), token(CertificateState::Issued)},
                       {QStringLiteral("payload"), *payload},
                       {QStringLiteral("key_id"), key.keyId()},
                       {QStringLiteral("issued_at"), toIso(request.now)}};
    // Inspectors see no decisions: until the next one the certificate itself says why it was issued. When and by whom
    // stand in issued_at and issued_by; state_at and state_by are of what became of it since.
    if (!request.reason.trimmed().isEmpty())
        fields.insert(QStringLiteral("state_reason"), request.reason.trimmed());
    if (*grade == CertificateAction::IssueFull)
        fields.insert(QStringLiteral("surveillance_due"), iso(from.addMonths(kSurveillanceMonths)));
    if (sample)
        fields.insert(QStringLiteral("sample"), true);
    if (auto checked = specOf(Entity::Certificate).check(fields); !checked)
        return makeError(ErrorCode::InvalidValue, checked.error().detail, checked.error().where);

    // Last of all, so that a decision that is refused takes no number: the year's numbers have no gap.
    auto number = addToCounter(database, QStringLiteral("certificate-%1").arg(from.year()), 1);
    if (!number)
        return number.error();
    if (*number > 999'999)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the year has no number left"),
                         QStringLiteral("number"));
    claims.number = numberOf(from.year(), *number);
    payload = encodeCertificate(claims, key);
    if (!payload)
        return payload.error();
    fields.insert(QStringLiteral("number"), claims.number);
    fields.insert(QStringLiteral("payload"), *payload);
    certificate.ukey = claims.number;
    certificate.record.fields = fields;
    return certificate;
}

CertificateStage stageOf(const StoredRecord &certificate, const QDate &day)
{
    const auto state = parse<CertificateState>(certificate.text("state"));
    const QDate until = QDate::fromString(certificate.text("valid_until"), Qt::ISODate);
    return state ? stageAt(*state, until, day) : CertificateStage::None; // never: the record was checked
}

void setAppeal(StoredRecord &certificate, const QString &decision)
{
    setValueAt(certificate.record.fields, QStringLiteral("appeal"),
               decision.isEmpty() ? QJsonValue() : QJsonValue(decision));
    ++certificate.record.rev;
}

void setStage(StoredRecord &certificate, CertificateStage stage, const QString &reason, const QDateTime &now,
              const QString &by)
{
    QJsonObject &fields = certificate.record.fields;
    fields.insert(QStringLiteral("state"), token(stage));
    setValueAt(fields, QStringLiteral("state_by"), by.isEmpty() ? QJsonValue() : QJsonValue(by));
    if (stage != CertificateStage::Suspended && stage != CertificateStage::Revoked)
        fields.remove(QStringLiteral("appeal"));
    fields.insert(QStringLiteral("state_at"), toIso(now));
    setValueAt(fields, QStringLiteral("state_reason"), reason.isEmpty() ? QJsonValue() : QJsonValue(reason));
    ++certificate.record.rev;
}

Result<int> expireCertificates(Database &database, const QDateTime &now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked)
        return locked.error();
    auto certificates = table.expired(iso(programmeDay(now)));
    if (!certificates)
        return certificates.error();
    QList<RecordWrite> writes;
    QList<AuditEvent> events;
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        StoredRecord over = certificate;
        const CertificateStage stage = stageOf(over, programmeDay(now));
        if (stage != CertificateStage::Expired)
            continue; // the query and the life cycle say the same
        setStage(over, stage, {}, now);
        AuditEvent event = auditEvent(toIso(now), QStringLiteral("server"), {}, AuditAction::Expire);
        event.insert(QStringLiteral("entity"), token(Entity::Certificate));
        event.insert(QStringLiteral("id"), over.id());
        event.insert(QStringLiteral("rev"), over.record.rev);
        events.append(event);
        writes.append({certificate, over});
    }
    auto written = table.write(writes, toIso(now));
    if (!written)
        return written.error();
    if (auto logged = AuditLog(database).append(events, *written); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(writes.size());
}

} // namespace markaz::server
