// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/nmeasentence.h"
#include "app/server/api/auditasked.h"
#include "core/finance/policybody.h"
#include "core/security/wrappedkey.h"
#include "core/storage/sealedfile.h"
#include "core/support/clock.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>
#include <QTemporaryFile>

#include <cmath>

namespace markaz::fuzz {
namespace {

/// A file of 0600 that holds \p bytes.
QFile &fileWith(const QByteArray &bytes)
{
    static QTemporaryFile file;
    must((file.isOpen() || file.open()) && file.resize(0) && file.seek(0), "a file to read from");
    must(file.write(bytes) == bytes.size() && file.flush() && file.seek(0), "and its bytes");
    return file;
}

} // namespace

/// The figures of the programme, as any administrator may push them; every screen asks them afterwards.
void policy(const QByteArray &bytes)
{
    const auto read = readPolicy(bytes);
    if (!read)
        return;
    const CentreTarget &target = read->target();
    must(target.by.isValid() && target.centres >= 0, "a target is in force");
    QStringList provinces = target.byProvince.keys();
    provinces.append(QString()); // all of them
    for (const QString &province : std::as_const(provinces)) {
        const int whole = province.isEmpty() ? target.centres : read->quota(province);
        int before = 0;
        for (const QDate &day : {read->start.addDays(-1), read->start, target.by.addDays(-1), target.by}) {
            const int line = read->quotaLine(day, province);
            must(line >= before && line <= whole, "the line rises to the quota");
            before = line;
        }
        must(before == whole, "and reaches it on the target's day");
    }
    must(read->seatRateFloor <= read->seatRateCeiling && read->marketRateLow <= read->marketRateHigh, "rates rise");
    must(!read->programmeFacts().isEmpty(), "scoring has its figures");
    const auto body = readPolicyBody(QJsonDocument::fromJson(bytes).object());
    if (!body)
        return;
    const auto again = readPolicyBody(toJson(*body));
    must(again.ok() && toJson(*again) == toJson(*body), "what is read is written and read back the same");
    must(changesBetween(*body, *again).isEmpty(), "and nothing differs");
}

/// Lines of a GPS receiver, or of whatever else stands at a serial port.
void nmea(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray trimmed = line.trimmed();
        if (!desktop::nmea::isSentence(trimmed))
            continue;
        if (const auto radius = desktop::nmea::radiusOf(trimmed))
            must(std::isfinite(*radius) && *radius > 0, "a radius is a length");
    }
}

/// The query of GET /audit.
void auditQuery(const QByteArray &bytes)
{
    const auto asked = server::auditAskedIn(QUrlQuery(QString::fromUtf8(bytes)));
    if (!asked)
        return;
    must(asked->limit >= 1 && asked->limit <= server::AuditTrail::kMaxLimit, "a page is within its bounds");
    must(asked->from >= 0, "and stands somewhere");
    for (const QString &word : {asked->filter.actor, asked->filter.action, asked->filter.entity, asked->filter.id})
        must(word.size() <= 100, "a word is short");
    for (const QString &time : {asked->filter.from, asked->filter.to})
        must(time.isEmpty() || fromIso(time).ok(), "a time is one");
}

/// A laptop's key file, opened with a key that it was not wrapped with: at no cost but reading.
void keyFile(const QByteArray &bytes)
{
    const QString path = fileWith(bytes).fileName();
    const auto form = keyFileForm(path);
    must(!form || *form != KeyFileForm::Missing, "it is there");
    const auto wrapping = SecretKey::fromBytes(QByteArray(SecretKey::kSize, 'k'));
    must(wrapping.ok(), "a key");
    must(!openWrappedKeyWith(path, *wrapping), "another key opens nothing");
}

/// A file at rest, whose frames' heads may say anything.
void sealedFile(const QByteArray &bytes)
{
    QFile &file = fileWith(bytes);
    const bool sealed = sealedfile::isSealed(file);
    const auto frames = sealedfile::frames(file);
    must(sealed || frames.list.isEmpty(), "frames are of a sealed file");
    must(frames.list.isEmpty() || frames.fileSize() <= bytes.size(), "what counts is there");
    qint64 at = 0;
    for (const auto &frame : frames.list) {
        must(frame.clearAt == at && frame.clear <= sealedfile::kFrame, "frames follow each other");
        must(frame.fileAt + qint64(frame.sealed) <= bytes.size(), "and lie in the file");
        at += frame.clear;
    }
}

} // namespace markaz::fuzz
