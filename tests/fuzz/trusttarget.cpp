// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"
#include "core/security/certificatecheck.h"
#include "tests/fuzz/targets.h"

namespace markaz::fuzz {

/// What GET /public/keys and GET /public/revocations answer, also as the files of `markaz verify`.
void trust(const QByteArray &bytes)
{
    const auto json = protocol::parseBody(bytes);
    if (!json)
        return;
    const auto keys = IssuerKeys::fromJson(*json);
    if (keys) {
        const auto again = IssuerKeys::fromJson(keys->toJson());
        must(again.ok() && *again == *keys, "a set comes back as it was written");
        must(KeySet::fromJson(keys->toJson()).ok(), "a set is a list of keys, too");
        if (verifyIssuerKeys(*keys)) {
            must(mayFollow(*keys, *keys).ok(), "a set that holds may be told once more");
            IssuerKeys older = *keys;
            older.number -= 1;
            must(!verifyIssuerKeys(older).ok(), "one signature is of one number");
        }
        must(!checkCode(QStringLiteral("MKZ1:"), *keys, std::nullopt, QDate(2026, 11, 29)).claims,
             "nothing is no code");
    }
    const auto list = RevocationList::fromJson(*json);
    if (!list)
        return;
    const auto again = RevocationList::fromJson(list->toJson());
    must(again.ok() && *again == *list, "a list comes back as it was written");
    for (const EndedCertificate &one : list->certificates)
        must(list->find(one.number) != nullptr && *list->find(one.number) == one, "what is listed is found");
    must(mayFollow(*list, *list).ok(), "a list may be told once more");
    must(!verifyRevocations(*list, IssuerKeys()).ok(), "without keys no list holds");
}

} // namespace markaz::fuzz
