// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/certificateview.h"

#include "app/server/store/accounts.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/reference.h"
#include "app/server/store/rules/certificates.h"
#include "app/server/store/sessiontokens.h"
#include "app/server/store/signedkeys.h"
#include "core/security/certificatecheck.h"
#include "core/support/programmeday.h"

#include <QRegularExpression>

namespace markaz::server {
namespace {

Verdict ofStage(CertificateStage stage)
{
    switch (stage) {
    case CertificateStage::Suspended:
        return Verdict::Suspended;
    case CertificateStage::Revoked:
        return Verdict::Revoked;
    case CertificateStage::Expired:
        return Verdict::Expired;
    case CertificateStage::Superseded:
        return Verdict::Superseded;
    case CertificateStage::Issued:
        return Verdict::Valid;
    case CertificateStage::None:
        break;
    }
    return Verdict::Damaged;
}

Verdict ofEnd(CertificateState state)
{
    if (state == CertificateState::Suspended)
        return Verdict::Suspended;
    return state == CertificateState::Superseded ? Verdict::Superseded : Verdict::Revoked;
}

/// Of a code that does not verify.
Verdict ofRefused(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return Verdict::UnknownKey;
    return error.code == ErrorCode::NotTrusted ? Verdict::KeyRevoked : Verdict::Tampered;
}

/// What the root signed; a store that was never started has nothing, and trusts nothing.
Result<IssuerKeys> trusted(Store &store)
{
    auto keys = signedKeys(store);
    if (!keys)
        return keys.error();
    return keys->value_or(IssuerKeys());
}

/// 2026-11-29: a paper that was printed before its certificate was signed anew bears the moment of the first signature,
/// and was said to differ.
bool sayTheSame(const CertificateClaims &registered, CertificateClaims paper)
{
    paper.issuedAt = registered.issuedAt;
    return paper == registered;
}

void judge(CertificateView &view, const StoredRecord &record, const IssuerKeys &keys, const QDate &today)
{
    view.fields = record.record.fields;
    const QString at = record.text("state_at");
    view.since = at.isEmpty() ? QDate() : programmeDay(at);
    view.verdict = ofStage(stageOf(record, today));
    if (view.verdict == Verdict::Valid && today < QDate::fromString(record.text("valid_from"), Qt::ISODate))
        view.verdict = Verdict::NotBegun;
    const auto claims = verifyCertificate(record.text("payload"), keys);
    if (claims && claims->claims.number == record.ukey) {
        view.claims = *claims;
        return;
    }
    // What is ended stays that, whatever is wrong with its code besides.
    if (view.verdict == Verdict::Valid || view.verdict == Verdict::NotBegun)
        view.verdict = !claims && claims.error().code == ErrorCode::NotTrusted ? Verdict::KeyRevoked : Verdict::Damaged;
}

} // namespace

Result<std::optional<CertificateView>> viewCertificate(Store &store, const QString &number, const Onlooker &onlooker)
{
    static const QRegularExpression form(QStringLiteral("\\APK-[0-9]{4}-[0-9]{6}\\z"));
    if (!form.match(number).hasMatch())
        return std::optional<CertificateView>();
    if (!onlooker.local) {
        const auto sample = Accounts(store.database()).anySample();
        if (!sample || *sample)
            return sample ? sampleElsewhere() : sample.error();
    }
    auto record = RecordTable(store.database()).byKey(Entity::Certificate, number);
    if (!record)
        return record.error();
    const auto end = takenEnd(store, number);
    if (!end)
        return end.error();
    const bool there = record->has_value() && !(*record)->deleted;
    if (!there && !*end)
        return std::optional<CertificateView>();
    CertificateView view;
    const QDate today = programmeDay(onlooker.now);
    if (there) {
        auto keys = trusted(store);
        if (!keys)
            return keys.error();
        judge(view, **record, *keys, today);
    } else {
        view.fields.insert(QStringLiteral("number"), number);
    }
    // One that is over by its date is no longer suspended, as everywhere.
    if (*end && !(view.verdict == Verdict::Expired && (*end)->state == CertificateState::Suspended)) {
        view.verdict = ofEnd((*end)->state);
        view.since = (*end)->since;
    }
    return std::optional<CertificateView>(view);
}

Result<PublicCheck> checkPublicly(Store &store, const QString &number, const QString &code, const Onlooker &onlooker)
{
    PublicCheck check;
    check.number = number;
    check.codeGiven = !code.isEmpty();
    std::optional<VerifiedClaims> said;
    if (check.codeGiven) {
        auto keys = trusted(store);
        if (!keys)
            return keys.error();
        const auto claims = verifyCertificate(code, *keys);
        if (!claims)
            check.code = ofRefused(claims.error());
        else if (check.number.isEmpty()) // it names its certificate itself
            check.number = claims->claims.number;
        if (claims)
            said = *claims;
    }
    if (check.number.isEmpty())
        return check;
    auto view = viewCertificate(store, check.number, onlooker);
    if (!view)
        return view.error();
    check.certificate = *view;
    const bool inRegister = *view && (*view)->isInRegister();
    const bool unreadable = inRegister && !(*view)->claims;
    if (said && said->claims.number == check.number && unreadable)
        check.code = (*view)->verdict == Verdict::KeyRevoked ? Verdict::KeyRevoked : Verdict::Damaged;
    else if (said && (said->claims.number != check.number ||
                      (inRegister && !sayTheSame((*view)->claims->claims, said->claims))))
        check.code = Verdict::Differs;
    return check;
}

} // namespace markaz::server
