// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/evidencefiles.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordaudit.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace markaz::server::test {
namespace {

class UploadsOnServer : public EvidenceFiles
{
protected:
    QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int audited(const char *action)
    {
        return server
            .value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"%1\"%'")
                       .arg(QLatin1String(action)))
            .toInt();
    }
    /// The receiver of a chunk under way, as another request would have it.
    std::unique_ptr<BodyReceiver> chunkUnderWay(const QString &location, qint64 offset, const HttpHeaders &more = {})
    {
        ApiRequest request;
        request.method = "PATCH";
        request.path = location;
        request.headers = {{"tus-resumable", "1.0.0"},
                           {"authorization", "Bearer " + inspector.token.toLatin1()},
                           {"content-type", "application/offset+octet-stream"},
                           {"upload-offset", QByteArray::number(offset)}};
        request.headers.insert(more);
        auto opened = server.core().router().streamed().open(request);
        if (auto *receiver = std::get_if<std::unique_ptr<BodyReceiver>>(&opened))
            return std::move(*receiver);
        ADD_FAILURE() << std::get<ApiResponse>(opened).body.constData();
        return nullptr;
    }
    QString record = attach(visit, photo);
};

TEST_P(UploadsOnServer, options_sayWhatIsSpokenToAnybody)
{
    const ApiResponse reply = server.call("OPTIONS", kFiles);
    EXPECT_EQ(reply.status, 204);
    EXPECT_EQ(reply.headers.value("Tus-Version"), "1.0.0");
    EXPECT_EQ(reply.headers.value("Tus-Resumable"), "1.0.0");
    EXPECT_EQ(reply.headers.value("Tus-Max-Size"), "104857600");
    EXPECT_EQ(reply.headers.value("Tus-Extension"), "creation,checksum,expiration,termination");
    EXPECT_EQ(reply.headers.value("Tus-Checksum-Algorithm"), "sha1,sha256");
}

TEST_P(UploadsOnServer, fileInChunks_isStoredByItsHashAndEveryLaptopLearnsOfIt)
{
    QString cursor;
    server.pull(officer, cursor);
    const ApiResponse begun = begin(inspector, photo);
    ASSERT_EQ(begun.status, 201);
    EXPECT_EQ(offsetOf(begun), 0);
    EXPECT_EQ(begun.headers.value("Upload-Expires"), "Thu, 24 Dec 2026 06:00:00 GMT");
    const QString at = QString::fromLatin1(begun.headers.value("Location"));
    const ApiResponse first = send(inspector, at, 0, photo.left(100'000));
    EXPECT_EQ(first.status, 204);
    EXPECT_EQ(offsetOf(first), 100'000);
    const ApiResponse head = tus("HEAD", at, inspector);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(offsetOf(head), 100'000);
    EXPECT_EQ(head.headers.value("Upload-Length"), QByteArray::number(photo.size()));
    EXPECT_FALSE(received(record));
    EXPECT_FALSE(QFile::exists(pathOf(photo)));
    EXPECT_TRUE(server.pull(officer, cursor).isEmpty());

    EXPECT_EQ(offsetOf(send(inspector, at, 100'000, photo.mid(100'000))), photo.size());
    EXPECT_TRUE(contentOf(pathOf(photo)) == photo);
    EXPECT_FALSE(QFile::exists(partialOf(at)));
    const auto items = server.pull(officer, cursor);
    ASSERT_EQ(items.size(), 1);
    EXPECT_EQ(items.first().id, record);
    EXPECT_EQ(items.first().rev, 2);
    EXPECT_EQ(items.first().fields().value(QStringLiteral("received_at")), QStringLiteral("2026-11-24T06:00:00.000Z"));
    EXPECT_EQ(items.first().fields().value(QStringLiteral("received_rev")), 2);
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), photo.size()); // a lost reply can be asked for again
    EXPECT_EQ(audited("upload"), 1);
    EXPECT_EQ(audited("receive"), 1);
    Database &database = server.core().stores().ofThisThread().value()->database();
    EXPECT_TRUE(AuditLog(database).verify());
    const auto records = compareRecords(database);
    EXPECT_TRUE(records && records->findings.isEmpty() && records->unhashed == 0);
}

TEST_P(UploadsOnServer, fileThatNoRecordNames_comesLater)
{
    const QByteArray other = jpegOf(10, 10, 500, 'o');
    EXPECT_EQ(begin(inspector, other).status, 409);
    EXPECT_EQ(codeOf(begin(inspector, other)), QStringLiteral("unrecorded"));
    attach(visit, other);
    EXPECT_EQ(begin(inspector, other).status, 201);
    // Somebody else's record is none of his.
    EXPECT_EQ(codeOf(begin(officer, photo)), QStringLiteral("unrecorded"));
    // Nor one that was removed.
    const QByteArray gone = jpegOf(10, 10, 500, 'g');
    const QString id = attach(visit, gone);
    ASSERT_EQ(server.pushOne(inspector, patch(server.ids(), Entity::Evidence, id, 1, {}, ChangeKind::Delete)).outcome,
              Outcome::Applied);
    EXPECT_EQ(codeOf(begin(inspector, gone)), QStringLiteral("unrecorded"));
}

TEST_P(UploadsOnServer, claimThatIsNotTheRecords_isRefused)
{
    EXPECT_EQ(codeOf(begin(inspector, photo, QStringLiteral("image/png"))), QStringLiteral("differs"));
    const HttpHeaders right{{"upload-length", QByteArray::number(photo.size())},
                            {"upload-metadata", "sha256 " + sha256Of(photo).toLatin1().toBase64() + ",filetype " +
                                                    QByteArray("image/jpeg").toBase64()}};
    struct Wrong
    {
        QByteArray field;
        QByteArray value;
        int status;
    };
    const QByteArray type = ",filetype " + QByteArray("image/jpeg").toBase64();
    for (const Wrong &wrong :
         {Wrong{"upload-length", "299999", 422},
          {"upload-length", "-1", 400},
          {"upload-length", "", 400},
          {"upload-length", "+5", 400},
          {"upload-length", "3e5", 400},
          {"upload-length", "99999999999999999999", 400},
          {"upload-length", "104857601", 413},
          {"upload-metadata", "", 400},
          {"upload-metadata", "sha256 !!!", 400},
          {"upload-metadata", "sha256 " + QByteArray("../../etc/passwd").toBase64() + type, 400},
          {"upload-metadata", "sha256 " + sha256Of(photo).toUpper().toLatin1().toBase64() + type, 400},
          {"upload-metadata", "sha256 " + sha256Of(photo).toLatin1().toBase64(), 415},
          {"upload-metadata",
           "sha256 " + sha256Of(photo).toLatin1().toBase64() + ",filetype " + QByteArray("text/html").toBase64(), 415},
          {"tus-resumable", "0.2.2", 412},
          {"tus-resumable", "", 412}}) {
        HttpHeaders headers = right;
        headers.insert(wrong.field, wrong.value);
        const ApiResponse reply = tus("POST", kFiles, inspector, headers);
        EXPECT_EQ(reply.status, wrong.status) << wrong.field.constData() << ": " << wrong.value.constData();
        EXPECT_EQ(reply.headers.value("Tus-Resumable"), "1.0.0");
    }
    EXPECT_EQ(tus("POST", kFiles, inspector, right, "bytes").status, 400);
    EXPECT_EQ(tus("POST", kFiles, inspector, right).status, 201);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM upload")).toInt(), 1);
}

TEST_P(UploadsOnServer, chunkThatDoesNotFit_movesNothing)
{
    const QString at = location(inspector, photo);
    ASSERT_EQ(send(inspector, at, 0, photo.left(1000)).status, 204);
    const QByteArray next = photo.mid(1000, 10);
    for (const char *offset : {"0", "999", "1001", "300000", "9223372036854775807"}) {
        const ApiResponse reply = send(inspector, at, 0, next, {{"upload-offset", offset}});
        EXPECT_EQ(reply.status, 409) << offset;
        EXPECT_EQ(codeOf(reply), QStringLiteral("offset"));
        EXPECT_EQ(offsetOf(reply), 1000);
    }
    for (const char *offset : {"-1", "", "abc", "1000.0", "0x3e8", "9223372036854775808", " 1000 1"})
        EXPECT_EQ(send(inspector, at, 0, next, {{"upload-offset", offset}}).status, 400) << offset;
    EXPECT_EQ(send(inspector, at, 1000, next, {{"content-type", "application/octet-stream"}}).status, 415);
    EXPECT_EQ(send(inspector, at, 1000, next, {{"tus-resumable", "2.0.0"}}).status, 412);
    EXPECT_EQ(send(inspector, at, 1000, photo).status, 413); // by its announcement
    HttpHeaders unannounced{{"content-type", "application/offset+octet-stream"}, {"upload-offset", "1000"}};
    EXPECT_EQ(tus("PATCH", at, inspector, unannounced, photo).status, 413); // and without one
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), 1000);
    EXPECT_EQ(offsetOf(send(inspector, at, 1000, {})), 1000); // nothing is a chunk too
    EXPECT_EQ(offsetOf(send(inspector, at, 1000, next)), 1010);
}

TEST_P(UploadsOnServer, checksum_countsTheWholeChunkOrNothingOfIt)
{
    const QString at = location(inspector, photo);
    const QByteArray chunk = photo.left(200'000);
    const auto checksum = [](const char *name, QCryptographicHash::Algorithm algorithm, const QByteArray &bytes) {
        return HttpHeaders{
            {"upload-checksum", name + QByteArray(" ") + QCryptographicHash::hash(bytes, algorithm).toBase64()}};
    };
    for (const auto &[name, algorithm] :
         {std::pair{"sha1", QCryptographicHash::Sha1}, std::pair{"sha256", QCryptographicHash::Sha256}}) {
        const ApiResponse damaged = send(inspector, at, 0, chunk, checksum(name, algorithm, photo.left(199'999)));
        EXPECT_EQ(damaged.status, 460);
        EXPECT_EQ(codeOf(damaged), QStringLiteral("checksum_mismatch"));
        EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), 0);
    }
    EXPECT_EQ(send(inspector, at, 0, chunk, {{"upload-checksum", "md5 XUFAKrxLKna5cZ2REBfFkg=="}}).status, 400);
    EXPECT_EQ(send(inspector, at, 0, chunk, {{"upload-checksum", "sha1"}}).status, 400);
    EXPECT_EQ(send(inspector, at, 0, chunk, checksum("sha1", QCryptographicHash::Sha1, chunk)).status, 204);
    const QByteArray rest = photo.mid(200'000);
    EXPECT_EQ(send(inspector, at, 200'000, rest, checksum("sha256", QCryptographicHash::Sha256, rest)).status, 204);
    EXPECT_TRUE(received(record));
}

TEST_P(UploadsOnServer, clientThatLeaves_findsWhatItSentButNoHalfOfACheckedChunk)
{
    const QString at = location(inspector, photo);
    {
        auto cut = chunkUnderWay(at, 0);
        ASSERT_FALSE(cut->take(photo.left(5000)));
    }
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), 5000);
    {
        auto cut = chunkUnderWay(at, 5000, {{"upload-checksum", "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="}});
        ASSERT_FALSE(cut->take(photo.mid(5000, 5000)));
    }
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), 5000);
}

TEST_P(UploadsOnServer, twoAtOnce_oneWritesAndTheOtherWaits)
{
    const QString at = location(inspector, photo);
    auto writing = chunkUnderWay(at, 0);
    ASSERT_FALSE(writing->take(photo.left(5000)));
    for (const ApiResponse &reply : {send(inspector, at, 0, photo), send(inspector, at, 5000, photo.mid(5000)),
                                     tus("HEAD", at, inspector), tus("DELETE", at, inspector)}) {
        EXPECT_EQ(reply.status, 423);
        EXPECT_EQ(codeOf(reply), QStringLiteral("locked"));
    }
    // Another server of the same folder sees the lock as well.
    const auto other = server.another();
    ApiRequest head;
    head.method = "HEAD";
    head.path = at;
    head.headers = {{"tus-resumable", "1.0.0"}, {"authorization", "Bearer " + inspector.token.toLatin1()}};
    EXPECT_EQ(other->router().handle(head).status, 423);
    ASSERT_FALSE(writing->take(photo.mid(5000)));
    EXPECT_EQ(writing->whole().status, 204);
    EXPECT_TRUE(contentOf(pathOf(photo)) == photo);
}

TEST_P(UploadsOnServer, answeredChunk_leavesTheUploadFree)
{
    const QString at = location(inspector, photo);
    const auto answered = chunkUnderWay(at, 0); // still there, as while its connection sends the answer
    ASSERT_FALSE(answered->take(photo.left(5000)));
    ASSERT_EQ(answered->whole().status, 204);
    EXPECT_EQ(tus("HEAD", at, inspector).headers.value("Upload-Offset"), "5000");

    const auto refused = chunkUnderWay(at, 5000);
    const std::optional<ApiResponse> tooMuch = refused->take(photo);
    ASSERT_TRUE(tooMuch);
    EXPECT_EQ(tooMuch->status, 413);
    EXPECT_EQ(send(inspector, at, 5000, photo.mid(5000)).status, 204);
    EXPECT_TRUE(contentOf(pathOf(photo)) == photo);
}

TEST_P(UploadsOnServer, wholeOfAnotherHash_isDroppedAndMayComeAgain)
{
    QByteArray damaged = photo;
    damaged[200'000] = static_cast<char>(damaged.at(200'000) ^ 1);
    const QString at = location(inspector, photo);
    const ApiResponse reply = send(inspector, at, 0, damaged);
    EXPECT_EQ(reply.status, 460);
    EXPECT_EQ(codeOf(reply), QStringLiteral("hash_mismatch"));
    EXPECT_EQ(tus("HEAD", at, inspector).status, 404);
    EXPECT_FALSE(QFile::exists(partialOf(at)));
    EXPECT_FALSE(QFile::exists(pathOf(photo)));
    EXPECT_FALSE(received(record));
    EXPECT_EQ(audited("refuse_upload"), 1);
    upload(inspector, photo);
    EXPECT_TRUE(received(record));
}

TEST_P(UploadsOnServer, bytes_areWhatTheySayAndNoLargerThanAPictureMayBe)
{
    struct File
    {
        QByteArray bytes;
        const char *type;
        int status;
    };
    QByteArray preview = jpegOf(100, 100, 400).chopped(2); // the end mark of a preview, and none of its own
    preview.insert(2, QByteArray("\xff\xe1\x00\x06\xff\xd8\xff\xd9", 8));
    const QList<File> files{{pngOf(100, 100, 400), "image/png", 204},
                            {pdfOf(400), "application/pdf", 204},
                            {jpegOf(8000, 5000, 400), "image/jpeg", 204}, // 40 megapixels
                            {jpegOf(8001, 5000, 400), "image/jpeg", 422},
                            {pngOf(100'000, 100'000, 400), "image/png", 422},
                            {pngOf(0x80000000U, 1, 400), "image/png", 415},
                            {pngOf(0, 5, 400), "image/png", 415},
                            {pngOf(100, 100, 20), "image/png", 415}, // cut before its size
                            {pngOf(100, 100, 400, 'a'), "image/jpeg", 415},
                            {jpegOf(100, 100, 80), "image/jpeg", 415}, // cut before its size
                            {jpegOf(100, 100, 400).chopped(2) + QByteArray(90, 'x'), "image/jpeg", 415}, // no end
                            // What laptops before 2026-11-29 took and may still have to send.
                            {preview, "image/jpeg", 204},
                            {pdfOf(400) + QByteArray(2000, '\n'), "application/pdf", 204},
                            {"<html><script>alert(1)</script></html>", "image/jpeg", 415},
                            {QByteArray("\xff\xd8\xff\xda", 4) + QByteArray(50, 's'), "image/jpeg", 415},
                            {QByteArray("\xff\xd8\xff\xe0\x00\x00", 6) + QByteArray(50, '0'), "image/jpeg", 415},
                            {QByteArray("\xff\xd8") + QByteArray(400, '\xff'), "image/jpeg", 415},
                            {" %PDF-1.7 ", "application/pdf", 415}};
    for (const File &file : files) {
        const QString type = QLatin1String(file.type);
        const QString id = attach(visit, file.bytes, type);
        const QString at = location(inspector, file.bytes, type);
        EXPECT_EQ(send(inspector, at, 0, file.bytes).status, file.status) << file.bytes.left(40).toHex().constData();
        EXPECT_EQ(received(id), file.status == 204);
        EXPECT_EQ(QFile::exists(pathOf(file.bytes)), file.status == 204);
    }
}

TEST_P(UploadsOnServer, sameFileAgain_hasNothingLeftToSend)
{
    upload(inspector, photo);
    const ApiResponse again = begin(inspector, photo);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(offsetOf(again), photo.size());
    const QString at = QString::fromLatin1(again.headers.value("Location"));
    EXPECT_EQ(at, kFiles + QLatin1Char('/') + sha256Of(photo));
    // A tus client that goes to that Location all the same learns that it is done.
    EXPECT_EQ(send(inspector, at, 0, photo).status, 409);
    const ApiResponse head = tus("HEAD", at, inspector);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(offsetOf(head), photo.size());
    EXPECT_EQ(head.headers.value("Upload-Length"), QByteArray::number(photo.size()));
    // A record that comes later is complete at once, and its laptop is told that the server added to it.
    const Change later = create(server.ids(), Entity::Evidence, evidenceFields(draft(), photo));
    EXPECT_EQ(server.pushOne(inspector, later).outcome, Outcome::Merged);
    EXPECT_TRUE(received(later.id));
    EXPECT_EQ(server.stored(later.id)->number("received_rev"), 1);
    QJsonObject lying = evidenceFields(visit, photo);
    lying.insert(QStringLiteral("size"), photo.size() + 1);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Evidence, lying)).field, QStringLiteral("size"));
}

TEST_P(UploadsOnServer, uploadBegunBefore_isHandedBack)
{
    const QString at = location(inspector, photo);
    ASSERT_EQ(send(inspector, at, 0, photo.left(7000)).status, 204);
    const ApiResponse again = begin(inspector, photo);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.headers.value("Location"), at.toLatin1());
    EXPECT_EQ(offsetOf(again), 7000);
}

TEST_P(UploadsOnServer, hashAlone_opensNobodyElsesFile)
{
    upload(inspector, photo);
    const Session other = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const Change visit2 = create(server.ids(), Entity::Inspection, draftFields(other.actor.accountId));
    ASSERT_EQ(server.pushOne(other, visit2).outcome, Outcome::Applied);
    const Change claim = create(server.ids(), Entity::Evidence, evidenceFields(visit2.id, photo));
    ASSERT_EQ(server.pushOne(other, claim).outcome, Outcome::Applied);
    EXPECT_FALSE(received(claim.id));
    EXPECT_EQ(download(other, photo).status, 404);
    const QString at = location(other, photo); // 201: he has to send it
    EXPECT_EQ(send(other, at, 0, photo.left(1000)).status, 204);
    EXPECT_EQ(download(other, photo).status, 404);
    EXPECT_EQ(send(other, at, 1000, photo.mid(1000)).status, 204);
    EXPECT_TRUE(received(claim.id));
    EXPECT_TRUE(bodyOf(download(other, photo)) == photo);
    EXPECT_TRUE(bodyOf(download(inspector, photo)) == photo);
    EXPECT_FALSE(QFile::exists(partialOf(at)));
}

TEST_P(UploadsOnServer, upload_isItsAccountsAlone)
{
    const QString at = location(inspector, photo);
    const Session other = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    for (const Session &who : {other, officer}) {
        EXPECT_EQ(tus("HEAD", at, who).status, 404);
        EXPECT_EQ(send(who, at, 0, photo).status, 404);
        EXPECT_EQ(tus("DELETE", at, who).status, 404);
    }
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), 0);
    for (const char *name : {"01900000-0000-7000-8000-00000000000a", "..", "nonsense", "%2e%2e", "etc/passwd"}) {
        const QString path = kFiles + QLatin1Char('/') + QLatin1String(name);
        EXPECT_EQ(tus("HEAD", path, inspector).status, 404) << name;
        EXPECT_EQ(send(inspector, path, 0, photo).status, 404) << name;
        EXPECT_EQ(tus("DELETE", path, inspector).status, 404) << name;
    }
    EXPECT_EQ(tus("GET", at, inspector).status, 405);
    EXPECT_EQ(tus("GET", kFiles, inspector).status, 405);
}

TEST_P(UploadsOnServer, termination_dropsTheBytes)
{
    const QString at = location(inspector, photo);
    ASSERT_EQ(send(inspector, at, 0, photo.left(1000)).status, 204);
    EXPECT_EQ(tus("DELETE", at, inspector).status, 204);
    EXPECT_FALSE(QFile::exists(partialOf(at)));
    EXPECT_EQ(tus("HEAD", at, inspector).status, 404);
    EXPECT_EQ(tus("DELETE", at, inspector).status, 404);
    EXPECT_EQ(audited("drop_upload"), 1);
    // Of an upload that is complete the file stays: its record names it.
    const QString whole = location(inspector, photo);
    ASSERT_EQ(send(inspector, whole, 0, photo).status, 204);
    EXPECT_EQ(tus("DELETE", whole, inspector).status, 204);
    EXPECT_TRUE(bodyOf(download(inspector, photo)) == photo);
}

TEST_P(UploadsOnServer, methodOverride_standsForAMethodThatAProxyKeepsBack)
{
    const QString at = location(inspector, photo);
    HttpHeaders headers{{"content-type", "application/offset+octet-stream"},
                        {"upload-offset", "0"},
                        {"x-http-method-override", "PATCH"}};
    EXPECT_EQ(offsetOf(tus("POST", at, inspector, headers, photo.left(500))), 500);
    EXPECT_EQ(tus("POST", at, inspector, {{"x-http-method-override", "DELETE"}}).status, 204);
    EXPECT_EQ(tus("HEAD", at, inspector).status, 404);
}

TEST_P(UploadsOnServer, diedBeforeTheStoreKnew_theNextQuestionCompletesIt)
{
    // The last byte was written, and then nothing.
    const QString at = location(inspector, photo);
    QFile partial(partialOf(at));
    ASSERT_TRUE(partial.open(QIODevice::WriteOnly));
    partial.write(photo);
    partial.close();
    EXPECT_EQ(offsetOf(tus("HEAD", at, inspector)), photo.size());
    EXPECT_TRUE(received(record));

    // It was in its place already, and then nothing.
    const QByteArray second = jpegOf(20, 20, 9000, 'q');
    const QString id = attach(visit, second);
    const QString there = location(inspector, second);
    ASSERT_TRUE(QDir().mkpath(QFileInfo(pathOf(second)).path()));
    QFile placed(pathOf(second));
    ASSERT_TRUE(placed.open(QIODevice::WriteOnly));
    placed.write(second);
    placed.close();
    EXPECT_EQ(offsetOf(tus("HEAD", there, inspector)), second.size());
    EXPECT_TRUE(received(id));
}

TEST_P(UploadsOnServer, sweep_takesWhatNobodyWantsAnyMore)
{
    constexpr qint64 kDay = 24 * 3600 * 1000LL;
    const QByteArray slow = jpegOf(10, 10, 5000, 's');
    attach(visit, slow);
    upload(inspector, photo);
    const QString at = location(inspector, slow);
    ASSERT_EQ(send(inspector, at, 0, slow.left(1000)).status, 204);
    QFile orphan(server.location().dataFolder + QStringLiteral("/uploads/") + server.ids().next());
    ASSERT_TRUE(orphan.open(QIODevice::WriteOnly));
    orphan.close();

    server.clock().advance(20 * kDay);
    inspector = server.signIn(QStringLiteral("inspector.one"));
    ASSERT_EQ(send(inspector, at, 1000, slow.mid(1000, 1000)).status, 204); // goes on, so its time begins anew
    ASSERT_EQ(
        server.pushOne(inspector, patch(server.ids(), Entity::Evidence, record, 2, {}, ChangeKind::Delete)).outcome,
        Outcome::Applied);
    server.clock().advance(20 * kDay);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_FALSE(orphan.exists());
    EXPECT_TRUE(QFile::exists(partialOf(at)));
    EXPECT_TRUE(QFile::exists(pathOf(photo))); // a removal may be taken back for a while

    server.clock().advance(11 * kDay);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_FALSE(QFile::exists(partialOf(at)));
    EXPECT_FALSE(QFile::exists(pathOf(photo)));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM upload")).toInt(), 0);
    EXPECT_EQ(audited("expire_upload"), 1);
    EXPECT_EQ(audited("remove"), 1);
    inspector = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(tus("HEAD", at, inspector).status, 404);
    // A record that is brought back waits for its file again.
    const Change back =
        patch(server.ids(), Entity::Evidence, record, 2,
              one(QStringLiteral("caption"), QStringLiteral("The entrance"), QStringLiteral("The gate")));
    EXPECT_EQ(server.pushOne(inspector, back).outcome, Outcome::Conflict);
    EXPECT_FALSE(received(record));
    upload(inspector, photo);
    EXPECT_TRUE(received(record));
}

MARKAZ_ON_BOTH(UploadsOnServer);

} // namespace
} // namespace markaz::server::test
