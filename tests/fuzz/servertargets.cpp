// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifyasked.h"
#include "app/server/api/verifypage.h"
#include "app/server/backup/manifest.h"
#include "app/server/store/feedcursor.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace markaz::fuzz {

using namespace markaz::server;

/// Where a client says that it stands: what it was given, or anything else.
void feedCursor(const QByteArray &bytes)
{
    const auto cursor = FeedCursor::of(QString::fromUtf8(bytes));
    if (!cursor)
        return;
    must(cursor->seq >= 0 && !cursor->history.isEmpty(), "a cursor stands somewhere");
    const auto again = FeedCursor::of(cursor->text());
    must(again && again->seq == cursor->seq && again->kinds == cursor->kinds, "and comes back as it was given out");
}

/// The form of the public page as it is posted, and the page that answers it.
void verifyForm(const QByteArray &bytes)
{
    const auto answer = [](const VerifyAsked &asked) {
        VerifyPage page;
        page.check.number = asked.number;
        page.urdu = asked.urdu;
        page.asOf = QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC);
        return verifyHtml(page);
    };
    const QUrlQuery form = formOf(bytes);
    const VerifyAsked asked = askedIn(form, QStringLiteral("/verify"));
    must(asked.number.size() <= 40, "a number is short");
    const QByteArray html = answer(asked);
    VerifyAsked harmless = asked;
    harmless.number = asked.number.isEmpty() ? QString() : QStringLiteral("PK-2026-000001");
    const QByteArray plain = answer(harmless);
    for (const char mark : {'<', '>', '"'})
        must(html.count(mark) == plain.count(mark), "what was asked is text on the page, and no part of it");
    const VerifyAsked linked = askedIn(form, QStringLiteral("/verify/PK-2026-000001"));
    must(linked.number == QStringLiteral("PK-2026-000001") && linked.code == asked.code, "the address goes first");
}

/// What a backup says of itself: whoever gives an operator a backup wrote it.
void backupManifest(const QByteArray &bytes)
{
    const auto manifest = decodeManifest(bytes);
    if (!manifest)
        return;
    for (const QString &file : manifest->files) {
        const QString member = memberOf(file);
        must(member.size() == 76 && member.count(QLatin1Char('/')) == 3 && !member.contains(QLatin1Char('.')),
             "a file's place is its hash, within the folder");
    }
    const QByteArray written = QJsonDocument(encode(*manifest)).toJson();
    const auto again = decodeManifest(written);
    must(again && QJsonDocument(encode(*again)).toJson() == written, "what was read is written and read the same");
}

} // namespace markaz::fuzz
