// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/certificateview.h"

#include "app/server/store/accounts.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/reference.h"
#include "app/server/store/rules/certificates.h"
#include "app/server/store/sessiontokens.h"
#include "app/server/store/signedkeys.h"
#include "core/support/programmeday.h"

#include <QRegularExpression>

namespace markaz::server {
namespace {

QString stateNow(const StoredRecord &certificate, const QDateTime &now)
{
    const CertificateStage stage = stageOf(certificate, programmeDay(now));
    return stage == CertificateStage::Issued ? QStringLiteral("valid") : token(stage);
}

/// What the root signed; a store that was never started has nothing, and trusts nothing.
Result<IssuerKeys> trusted(Store &store)
{
    auto keys = signedKeys(store.database());
    if (!keys)
        return keys.error();
    return keys->value_or(IssuerKeys());
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
    if (!record->has_value() || (*record)->deleted)
        return std::optional<CertificateView>();
    auto keys = trusted(store);
    if (!keys)
        return keys.error();
    CertificateView view;
    view.fields = (*record)->record.fields;
    view.state = stateNow(**record, onlooker.now);
    auto claims = verifyCertificate(view.fields.value(QStringLiteral("payload")).toString(), *keys);
    if (claims && claims->claims.number == number)
        view.claims = *claims;
    return std::optional<CertificateView>(view);
}

Result<std::pair<QString, std::optional<CertificateView>>> viewOfCode(Store &store, const QString &code,
                                                                      const Onlooker &onlooker)
{
    auto keys = trusted(store);
    if (!keys)
        return keys.error();
    const auto claims = verifyCertificate(code, *keys);
    if (!claims)
        return claims.error();
    auto view = viewCertificate(store, claims->claims.number, onlooker);
    if (!view)
        return view.error();
    return std::pair{claims->claims.number, *view};
}

Result<CodeCheck> checkCode(Store &store, const QString &code, const std::optional<CertificateView> &view)
{
    if (code.isEmpty())
        return CodeCheck::NotGiven;
    auto keys = trusted(store);
    if (!keys)
        return keys.error();
    const auto claims = verifyCertificate(code, *keys);
    if (!claims)
        return CodeCheck::Forged;
    return view && view->claims && view->claims->claims == claims->claims ? CodeCheck::Genuine : CodeCheck::Differs;
}

} // namespace markaz::server
