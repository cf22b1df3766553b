// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "core/protocol/checkpoints.h"
#include "core/protocol/pushbody.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace markaz::fuzz {

using namespace markaz::protocol;

namespace {

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// What decodes is written as something that decodes to the same.
template <class T>
void backAndForth(const QJsonObject &json)
{
    const auto value = decode<T>(json);
    if (!value)
        return;
    const QJsonObject written = encode(*value);
    const auto again = decode<T>(written);
    must(again.ok() && encode(*again) == written, "a message comes back as it was written");
}

} // namespace

/// A push as the server reads it, and each change as it keeps it.
void pushBody(const QByteArray &bytes)
{
    const auto body = readPushBody(bytes);
    if (!body)
        return;
    must(bytes.size() <= kMaxBody && body->changes.size() <= kMaxChanges, "a batch is within its bounds");
    for (const PushedChange &pushed : body->changes) {
        if (!pushed.change)
            continue;
        const Change whole = pushed.draft ? wholeOf(*pushed.change, *pushed.draft) : *pushed.change;
        const QString hash = bodyHash(whole);
        must(!pushed.draft || pushed.draft->hash == hash, "a draft that was read as text has the hash of the change");
        const auto again = readPushBody(bytesOf(encode(PushRequest{body->batchId, body->history, {whole}})));
        must(again.ok() && again->changes.size() == 1, "a change that was read can be sent on");
        if (again->changes[0].change) {
            const PushedChange &sent = again->changes[0];
            must(bodyHash(sent.draft ? wholeOf(*sent.change, *sent.draft) : *sent.change) == hash,
                 "and is the same operation");
        }
    }
}

/// Every other message, whichever of them the bytes may be, and a page of the feed.
void messages(const QByteArray &bytes)
{
    if (const auto page = readPullReply(bytes)) {
        const auto again = readPullReply(write(*page));
        must(again.ok() && again->changes.size() == page->changes.size() && again->cursor == page->cursor,
             "a page comes back as it was written");
    }
    if (const auto witnesses = readWitnesses(bytes)) {
        const auto again = readWitnesses(writeWitnesses(*witnesses));
        must(again.ok() && again->checkpoints.size() == witnesses->checkpoints.size(), "witnesses come back");
    }
    const auto json = parseBody(bytes);
    if (!json)
        return;
    backAndForth<Health>(*json);
    backAndForth<SessionRequest>(*json);
    backAndForth<SessionReply>(*json);
    backAndForth<Change>(*json);
    backAndForth<PushRequest>(*json);
    backAndForth<PushReply>(*json);
    backAndForth<ChangeResult>(*json);
    backAndForth<Actor>(*json);
    static_cast<void>(decode<Problem>(*json));
    backAndForth<EnrolRequest>(*json);
    backAndForth<PasswordRequest>(*json);
    backAndForth<AccountRequest>(*json);
    backAndForth<AccountList>(*json);
    backAndForth<CodeReply>(*json);
    backAndForth<DeviceList>(*json);
    static_cast<void>(decode<AccountChange>(*json));
}

/// What a QR code of an enrolment says, and a code as somebody types it.
void enrolment(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (const auto read = readEnrolment(text)) {
        const auto written = writeEnrolment(*read);
        must(written.ok() && *written == text, "one enrolment has one text");
    }
    if (const auto code = readEnrolmentCode(text)) {
        const auto again = readEnrolmentCode(*code);
        must(again.ok() && *again == *code, "a code stays what it is");
    }
}

} // namespace markaz::fuzz
