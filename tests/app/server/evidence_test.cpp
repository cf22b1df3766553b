// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/evidencefiles.h"

#include "app/server/api/byterange.h"

namespace markaz::server::test {
namespace {

class EvidenceRules : public EvidenceFiles
{
protected:
    protocol::ChangeResult remove(const Session &who, const QString &id, qint64 base)
    {
        return server.pushOne(who, patch(server.ids(), Entity::Evidence, id, base, {}, ChangeKind::Delete));
    }
    protocol::ChangeResult caption(const Session &who, const QString &id, qint64 base, const QString &text)
    {
        return server.pushOne(who, patch(server.ids(), Entity::Evidence, id, base,
                                         one(QStringLiteral("caption"), QStringLiteral("The entrance"), text)));
    }
};

TEST_P(EvidenceRules, evidence_changesAsLongAsItsInspectionIsADraft)
{
    const QString id = attach(visit, photo);
    EXPECT_EQ(caption(inspector, id, 1, QStringLiteral("The gate")).outcome, Outcome::Applied);
    const QString removed = attach(visit, pdfOf(100), QStringLiteral("application/pdf"));
    EXPECT_EQ(remove(inspector, removed, 1).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied);
    const auto late =
        server.pushOne(inspector, create(server.ids(), Entity::Evidence, evidenceFields(visit, pdfOf(200))));
    EXPECT_EQ(late.outcome, Outcome::Rejected);
    EXPECT_EQ(late.code, protocol::code::kWrongState);
    EXPECT_EQ(caption(inspector, id, 2, QStringLiteral("Late")).code, protocol::code::kWrongState);
    EXPECT_EQ(remove(inspector, id, 2).code, protocol::code::kWrongState);
    upload(inspector, photo); // its bytes come whenever they come
    EXPECT_TRUE(received(id));
}

/// A batch whose first change waits: what was made on it waits too, whatever it is.
TEST_P(EvidenceRules, whatStandsOnAHeldFile_isHeldWithIt)
{
    const Change late = create(server.ids(), Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-0077"), QStringLiteral("Late mill")));
    QJsonObject fields = server.stored(visit)->record.fields;
    fields.insert(QStringLiteral("building"), late.id);
    const Change inspection = create(server.ids(), Entity::Inspection, fields);
    const Change made = create(server.ids(), Entity::Evidence, evidenceFields(inspection.id, photo));
    const Change removed = patch(server.ids(), Entity::Evidence, made.id, 0, {}, ChangeKind::Delete);
    for (const protocol::ChangeResult &result : server.push(inspector, {inspection, made, removed}))
        EXPECT_EQ(result.outcome, Outcome::Held) << qPrintable(result.opId);
    for (const protocol::ChangeResult &result : server.push(inspector, {late, inspection, made, removed}))
        EXPECT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.opId);
    EXPECT_TRUE(server.stored(made.id)->deleted);
}

TEST_P(EvidenceRules, submitBehindARefusedFile_waits)
{
    QJsonObject wrong = evidenceFields(visit, photo);
    wrong.insert(QStringLiteral("item"), QStringLiteral("Z-99"));
    const Change refused = create(server.ids(), Entity::Evidence, wrong);
    const Change submitted = submit(visit);
    const Results results = server.push(inspector, {refused, submitted});
    EXPECT_EQ(results[0].outcome, Outcome::Rejected);
    EXPECT_EQ(results[1].outcome, Outcome::Held);
    EXPECT_EQ(results[1].missing, QStringList{refused.id});
    EXPECT_EQ(server.stored(visit)->text("state"), QStringLiteral("draft"));
    // Mended or given up, the file is no longer before it.
    EXPECT_EQ(server.pushOne(inspector, submitted).outcome, Outcome::Applied);
}

TEST_P(EvidenceRules, evidence_isHeldToItsForm)
{
    const auto refusedField = [&](const char *name, const QJsonValue &value) {
        QJsonObject fields = evidenceFields(visit, photo);
        fields.insert(QLatin1String(name), value);
        const auto result = server.pushOne(inspector, create(server.ids(), Entity::Evidence, fields));
        EXPECT_EQ(result.outcome, Outcome::Rejected) << name;
        return result.field;
    };
    for (const auto &[name, value] :
         {std::pair<const char *, QJsonValue>{"sha256", QStringLiteral("../../../etc/passwd")},
          {"size", 104'857'601},
          {"media_type", QStringLiteral("text/html")},
          {"item", QStringLiteral("Z-99")},
          {"received_at", QStringLiteral("2026-11-24T06:00:00.000Z")},
          {"received_rev", 1}})
        EXPECT_EQ(refusedField(name, value), QLatin1String(name));
    const QString id = attach(visit, photo);
    const auto swap = server.pushOne(inspector, patch(server.ids(), Entity::Evidence, id, 1,
                                                      one(QStringLiteral("sha256"), sha256Of(photo), sha256Of("x"))));
    EXPECT_EQ(swap.field, QStringLiteral("sha256"));
    const QString orphan = server.ids().next();
    const auto early = server.pushOne(inspector, create(server.ids(), Entity::Evidence, evidenceFields(orphan, photo)));
    EXPECT_EQ(early.outcome, Outcome::Held);
    EXPECT_EQ(early.missing, QStringList{orphan});
}

TEST_P(EvidenceRules, markedCopy_isOneOfAPhotoOfTheSameItem)
{
    const QString original = attach(visit, photo);
    const auto copyOf = [&](const QString &id, char salt, const QString &inspection) {
        QJsonObject fields = evidenceFields(inspection, jpegOf(10, 10, 500, salt));
        fields.insert(QStringLiteral("marks"), id);
        return create(server.ids(), Entity::Evidence, fields);
    };
    const Change copy = copyOf(original, 'a', visit);
    EXPECT_EQ(server.pushOne(inspector, copy).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(inspector, copyOf(copy.id, 'b', visit)).field, QStringLiteral("marks"));
    QJsonObject elsewhere = evidenceFields(visit, jpegOf(10, 10, 500, 'c'));
    elsewhere.insert(QStringLiteral("marks"), original);
    elsewhere.insert(QStringLiteral("item"), QStringLiteral("A-01"));
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Evidence, elsewhere)).field,
              QStringLiteral("marks"));
    const QString another = draft();
    const auto stranger = server.pushOne(inspector, copyOf(original, 'd', another));
    EXPECT_EQ(stranger.outcome, Outcome::Rejected);
    EXPECT_EQ(stranger.field, QStringLiteral("marks"));
    const QString late = server.ids().next();
    const auto early = server.pushOne(inspector, copyOf(late, 'e', visit));
    EXPECT_EQ(early.outcome, Outcome::Held);
    EXPECT_EQ(early.missing, QStringList{late});
    const auto swap = server.pushOne(inspector, patch(server.ids(), Entity::Evidence, copy.id, 1,
                                                      one(QStringLiteral("marks"), original, QJsonValue::Null)));
    EXPECT_EQ(swap.outcome, Outcome::Rejected);
}

/// One laptop removes the photo while another's marked copy of it is on its way: who comes second hears it at once.
TEST_P(EvidenceRules, original_staysWhileACopyMarksIt)
{
    const auto copyOf = [&](const QString &id, char salt) {
        QJsonObject fields = evidenceFields(visit, jpegOf(10, 10, 500, salt));
        fields.insert(QStringLiteral("marks"), id);
        return create(server.ids(), Entity::Evidence, fields);
    };
    const QString original = attach(visit, photo);
    const Change copy = copyOf(original, 'a');
    ASSERT_EQ(server.pushOne(inspector, copy).outcome, Outcome::Applied);
    const auto refused = remove(inspector, original, 1);
    EXPECT_EQ(refused.code, protocol::code::kWrongState);
    EXPECT_EQ(refused.field, QStringLiteral("marks"));
    EXPECT_FALSE(server.stored(original)->deleted);
    const Change first = patch(server.ids(), Entity::Evidence, copy.id, 1, {}, ChangeKind::Delete);
    const Change second = patch(server.ids(), Entity::Evidence, original, 1, {}, ChangeKind::Delete);
    for (const protocol::ChangeResult &result : server.push(inspector, {first, second}))
        EXPECT_EQ(result.outcome, Outcome::Applied) << "with the copy it may go";

    const auto late = server.pushOne(inspector, copyOf(original, 'b'));
    EXPECT_EQ(late.outcome, Outcome::Rejected) << "held, it would wait for ever";
    EXPECT_EQ(late.code, protocol::code::kWrongState);
    EXPECT_EQ(late.field, QStringLiteral("marks"));
}

TEST_P(EvidenceRules, evidence_isItsInspectorsAlone)
{
    const QString id = attach(visit, photo);
    for (const Session &who :
         {server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")}), officer,
          server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")}),
          server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")})}) {
        EXPECT_EQ(server.pushOne(who, create(server.ids(), Entity::Evidence, evidenceFields(visit, pdfOf(9)))).code,
                  protocol::code::kNotAllowed);
        EXPECT_EQ(caption(who, id, 1, QStringLiteral("Not mine")).code, protocol::code::kNotAllowed);
        EXPECT_EQ(remove(who, id, 1).code, protocol::code::kNotAllowed);
    }
    EXPECT_EQ(server.stored(id)->record.rev, 1);
}

TEST_P(EvidenceRules, removal_isNoClashWithTheServersOwnWord)
{
    const QString id = attach(visit, photo);
    upload(inspector, photo); // revision 2, which the laptop has not seen
    EXPECT_EQ(remove(inspector, id, 1).outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(id)->deleted);
    // With another laptop's caption in between it is one.
    const QByteArray second = jpegOf(10, 10, 500, 'k');
    const QString captioned = attach(visit, second);
    upload(inspector, second);
    ASSERT_EQ(caption(inspector, captioned, 1, QStringLiteral("The gate")).outcome, Outcome::Merged);
    EXPECT_EQ(remove(inspector, captioned, 1).outcome, Outcome::Conflict);
    EXPECT_EQ(remove(inspector, captioned, 2).outcome, Outcome::Conflict);
    EXPECT_EQ(remove(inspector, captioned, 3).outcome, Outcome::Applied);
}

TEST_P(EvidenceRules, draftWithFiles_isDiscardedAfterThem)
{
    const QString id = attach(visit, photo);
    const auto discard = [&] {
        return server.pushOne(inspector, patch(server.ids(), Entity::Inspection, visit, 1, {}, ChangeKind::Delete))
            .outcome;
    };
    EXPECT_EQ(discard(), Outcome::Rejected);
    ASSERT_EQ(remove(inspector, id, 1).outcome, Outcome::Applied);
    EXPECT_EQ(discard(), Outcome::Applied);
}

TEST_P(EvidenceRules, certificate_waitsForEveryFileOfItsInspection)
{
    const QByteArray lease = pdfOf(5000);
    attach(visit, photo);
    attach(visit, lease, QStringLiteral("application/pdf"));
    ASSERT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(visit, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);

    const Change decision = issue(visit);
    auto waits = server.pushOne(officer, decision);
    EXPECT_EQ(waits.outcome, Outcome::Held);
    EXPECT_EQ(waits.code, protocol::code::kMissing);
    EXPECT_EQ(QSet<QString>(waits.missing.begin(), waits.missing.end()),
              (QSet<QString>{sha256Of(photo), sha256Of(lease)}));
    upload(inspector, photo);
    waits = server.pushOne(officer, decision);
    EXPECT_EQ(waits.missing, QStringList{sha256Of(lease)});
    EXPECT_FALSE(certificateOf(visit));
    upload(inspector, lease, QStringLiteral("application/pdf"));
    EXPECT_EQ(server.pushOne(officer, decision).outcome, Outcome::Applied);
    EXPECT_TRUE(certificateOf(visit));
    EXPECT_EQ(server.pushOne(officer, decision).outcome, Outcome::Duplicate);

    // And so does its renewal.
    const QString next = draft();
    const QByteArray plan = jpegOf(30, 30, 700, 'n');
    attach(next, plan);
    ASSERT_EQ(server.pushOne(inspector, submit(next)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(next, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    const Change renewal = issue(next, QStringLiteral("full"), QStringLiteral("renew"));
    EXPECT_EQ(server.pushOne(officer, renewal).outcome, Outcome::Held);
    upload(inspector, plan);
    EXPECT_EQ(server.pushOne(officer, renewal).outcome, Outcome::Applied);
}

/// A returned inspection and its next revision: the certificate of that rests on the photos of both.
TEST_P(EvidenceRules, certificate_waitsForTheFilesOfTheReturnedRevision)
{
    attach(visit, photo);
    QJsonObject signature = evidenceFields(visit, pngOf(100, 100, 400), QStringLiteral("image/png"));
    signature.insert(QStringLiteral("kind"), QStringLiteral("signature"));
    signature.insert(QStringLiteral("signer"), QStringLiteral("inspector"));
    ASSERT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Evidence, signature)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(visit, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    QJsonObject fields = draftFields(server.stored(visit)->text("inspector"));
    fields.insert(QStringLiteral("previous"), visit);
    fields.insert(QStringLiteral("revision"), 2);
    const Change next = create(server.ids(), Entity::Inspection, fields);
    ASSERT_EQ(server.pushOne(inspector, next).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(inspector, submit(next.id)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(next.id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    const Change decision = issue(next.id);
    const auto waits = server.pushOne(officer, decision);
    EXPECT_EQ(waits.outcome, Outcome::Held);
    EXPECT_EQ(waits.missing, QStringList{sha256Of(photo)}) << "not the signature, which the next one has anew";
    upload(inspector, photo);
    EXPECT_EQ(server.pushOne(officer, decision).outcome, Outcome::Applied);
}

/// The photo of a laptop that was lost holds nobody's certificate for ever.
TEST_P(EvidenceRules, certificate_doesNotWaitForWhatANewerFileReplaced)
{
    attach(visit, photo);
    const QByteArray lease = pdfOf(5000);
    attach(visit, lease, QStringLiteral("application/pdf"));
    ASSERT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(visit, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    QJsonObject fields = draftFields(server.stored(visit)->text("inspector"));
    fields.insert(QStringLiteral("previous"), visit);
    fields.insert(QStringLiteral("revision"), 2);
    const Change next = create(server.ids(), Entity::Inspection, fields);
    ASSERT_EQ(server.pushOne(inspector, next).outcome, Outcome::Applied);
    const QByteArray again = jpegOf(30, 30, 700, 'n');
    attach(next.id, again);
    ASSERT_EQ(server.pushOne(inspector, submit(next.id)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, review(next.id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    const Change decision = issue(next.id);
    auto waits = server.pushOne(officer, decision);
    EXPECT_EQ(QSet<QString>(waits.missing.begin(), waits.missing.end()),
              (QSet<QString>{sha256Of(again), sha256Of(lease)}))
        << "its own, and the document in whose place nothing stands";
    upload(inspector, again);
    upload(inspector, lease, QStringLiteral("application/pdf"));
    EXPECT_EQ(server.pushOne(officer, decision).outcome, Outcome::Applied) << "the first photo never came";
}

/// Roles x {own, another's, another province, moved away} x {signed in, expired, revoked} at the doors of files.
TEST_P(EvidenceRules, everyDoorOfFiles_isOpenToThoseItIsFor)
{
    attach(visit, photo);
    upload(inspector, photo);
    const QByteArray second = jpegOf(10, 10, 500, 'w');
    attach(visit, second);
    const QString under = location(inspector, second);
    const QString file = kFiles + QLatin1Char('/') + sha256Of(photo);

    const Session colleague = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const Session admin = server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});
    const Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    const Session farOfficer = server.join(QStringLiteral("officer.far"), Role::Officer, {QStringLiteral("PK-SD")});
    const Session farAuditor = server.join(QStringLiteral("auditor.far"), Role::Auditor, {QStringLiteral("PK-SD")});
    const auto nobody = [](const QString &token) { return Session{token, {}, {}}; };
    const Session revoked = server.signIn(QStringLiteral("inspector.one"));
    server.run(QStringLiteral("UPDATE device SET revoked = 1 WHERE id = (SELECT max(id) FROM device)"));
    struct Row
    {
        const char *who;
        Session session;
        int get, head, post, headUpload, patch, remove, wrongPatch;
    };
    const QList<Row> rows{{"own", inspector, 200, 200, 200, 200, 409, 405, 409},
                          {"another inspector", colleague, 404, 404, 409, 404, 404, 405, 404},
                          {"officer", officer, 200, 200, 409, 404, 404, 405, 409},
                          {"administrator", admin, 404, 404, 409, 404, 404, 405, 404},
                          {"auditor", auditor, 200, 200, 409, 404, 404, 405, 409},
                          {"officer elsewhere", farOfficer, 404, 404, 409, 404, 404, 405, 404},
                          {"auditor elsewhere", farAuditor, 404, 404, 409, 404, 404, 405, 404},
                          {"nobody", nobody({}), 401, 401, 401, 401, 401, 401, 401},
                          {"a made-up token", nobody(QStringLiteral("abc")), 401, 401, 401, 401, 401, 401, 401},
                          {"revoked", revoked, 401, 401, 401, 401, 401, 401, 401}};
    const auto expectRow = [&](const Row &row) {
        EXPECT_EQ(server.call("GET", file, {}, row.session.token).status, row.get) << row.who;
        EXPECT_EQ(server.call("HEAD", file, {}, row.session.token).status, row.head) << row.who;
        EXPECT_EQ(begin(row.session, photo).status, row.post) << row.who;
        EXPECT_EQ(tus("HEAD", under, row.session).status, row.headUpload) << row.who;
        EXPECT_EQ(send(row.session, under, 1, second.left(10)).status, row.patch) << row.who;
        EXPECT_EQ(tus("DELETE", file, row.session).status, row.remove) << row.who;
        EXPECT_EQ(send(row.session, file, 0, photo).status, row.wrongPatch) << row.who;
    };
    for (const Row &row : rows)
        expectRow(row);
    // The building moves to another province, and its files with it.
    ASSERT_EQ(server
                  .pushOne(server.join(QStringLiteral("officer.both"), Role::Officer,
                                       {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}),
                           patch(server.ids(), Entity::Building, building, 1,
                                 one(QStringLiteral("city"), kSialkot, kKarachi)))
                  .outcome,
              Outcome::Applied);
    expectRow({"own, moved away", inspector, 404, 404, 409, 200, 409, 405, 404});
    expectRow({"officer, moved away", officer, 404, 404, 409, 404, 404, 405, 404});
    expectRow({"officer, moved to", farOfficer, 200, 200, 409, 404, 404, 405, 409});
    server.clock().advance(16 * 60 * 1000);
    expectRow({"expired", farOfficer, 401, 401, 401, 401, 401, 401, 401});
}

TEST_P(EvidenceRules, anyClient_needsNothingButItsAuthorization)
{
    attach(visit, photo);
    ApiRequest request;
    request.method = "POST";
    request.path = kFiles;
    request.headers = {{"tus-resumable", "1.0.0"},
                       {"authorization", "Bearer " + inspector.token.toLatin1()},
                       {"upload-length", QByteArray::number(photo.size())},
                       {"upload-metadata", "sha256 " + sha256Of(photo).toLatin1().toBase64() + ",filetype " +
                                               QByteArray("image/jpeg").toBase64()}};
    ApiResponse reply = server.core().router().handle(request);
    EXPECT_EQ(reply.status, 201);
    EXPECT_FALSE(reply.headers.contains("Markaz-Nonce"));
    EXPECT_EQ(reply.headers.value("Markaz-Instance"), server.core().instanceId().toLatin1());
    request.headers.insert("markaz-protocol", "0"); // where it is sent it counts
    EXPECT_EQ(server.core().router().handle(request).status, 426);
    request.headers.insert("markaz-protocol", "1");
    request.headers.insert("markaz-nonce", "n-7");
    EXPECT_EQ(server.core().router().handle(request).headers.value("Markaz-Nonce"), "n-7");
}

TEST_P(EvidenceRules, download_comesWholeOrInOneRange)
{
    attach(visit, photo);
    upload(inspector, photo);
    const ApiResponse whole = download(officer, photo);
    EXPECT_EQ(whole.status, 200);
    EXPECT_TRUE(bodyOf(whole) == photo);
    EXPECT_EQ(whole.mediaType, "image/jpeg");
    EXPECT_TRUE(whole.headers.value("Content-Disposition").startsWith("attachment; filename=\""));
    EXPECT_EQ(whole.headers.value("Accept-Ranges"), "bytes");
    const QByteArray tag = whole.headers.value("ETag");
    const ApiResponse part = download(officer, photo, {{"range", "bytes=1000-1999"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_TRUE(bodyOf(part) == photo.mid(1000, 1000));
    EXPECT_EQ(part.headers.value("Content-Range"), "bytes 1000-1999/300000");
    EXPECT_TRUE(bodyOf(download(officer, photo, {{"range", "bytes=299990-"}, {"if-range", tag}})) == photo.right(10));
    EXPECT_EQ(download(officer, photo, {{"range", "bytes=0-9"}, {"if-range", "\"another\""}}).status, 200);
    const ApiResponse beyond = download(officer, photo, {{"range", "bytes=300000-"}});
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.headers.value("Content-Range"), "bytes */300000");
    EXPECT_EQ(server.call("GET", kFiles + QLatin1Char('/') + sha256Of("unknown"), {}, officer.token).status, 404);
}

MARKAZ_ON_BOTH(EvidenceRules);

TEST(ByteRange, everyFormOfAField)
{
    struct Case
    {
        const char *field;
        qint64 first, length; ///< -1 = the whole, -2 = not satisfiable
    };
    for (const Case &one : {Case{"bytes=0-0", 0, 1},
                            {"bytes=0-", 0, 100},
                            {"bytes=99-", 99, 1},
                            {"bytes=10-1000000000000", 10, 90},
                            {"bytes=-1", 99, 1},
                            {"bytes=-1000", 0, 100},
                            {"Bytes= 5 - 6 ", 5, 2},
                            {"bytes=100-", -2, 0},
                            {"bytes=100-200", -2, 0},
                            {"bytes=-0", -2, 0},
                            {"", -1, 0},
                            {"bytes=", -1, 0},
                            {"bytes=-", -1, 0},
                            {"bytes=5", -1, 0},
                            {"bytes=6-5", -1, 0},
                            {"bytes=0-1,4-5", -1, 0},
                            {"bytes=a-b", -1, 0},
                            {"bytes=--5", -1, 0},
                            {"bytes=99999999999999999999-", -1, 0},
                            {"lines=0-1", -1, 0}}) {
        const auto range = rangeOf(one.field, 100);
        EXPECT_EQ(std::holds_alternative<WholeFile>(range), one.first == -1) << one.field;
        EXPECT_EQ(std::holds_alternative<NotSatisfiable>(range), one.first == -2) << one.field;
        if (const auto *part = std::get_if<ByteRange>(&range)) {
            EXPECT_EQ(part->first, one.first) << one.field;
            EXPECT_EQ(part->length, one.length) << one.field;
        }
    }
}

} // namespace
} // namespace markaz::server::test
