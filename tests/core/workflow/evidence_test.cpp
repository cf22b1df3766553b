// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/evidence.h"

#include "core/domain/evidence.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/sampleexif.h"
#include "tests/support/samplefiles.h"

#include <QBuffer>
#include <QCryptographicHash>

using namespace markaz;
using namespace markaz::test;

namespace {

const QString kWhy = QStringLiteral("As seen");

const QString kItem = QStringLiteral("C-02");

class EvidenceFiles : public WorkflowFixture
{
protected:
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_draft = draftOf(visitedBuilding());
        m_signals.clear();
    }

    QString write(const char *name, const QByteArray &bytes)
    {
        return writeFile(m_dir.filePath(QLatin1String(name)), bytes);
    }
    ContentStore store() { return contentStoreOf(*m_workspace); }
    Result<CheckedFile> check(const QString &path) { return checkFile(store(), path); }
    Result<Evidence> attach(const Actor &actor, const QString &path, const QString &item = kItem)
    {
        auto file = check(path);
        if (!file)
            return file.error();
        return AttachEvidence(*m_workspace).run(actor, m_draft, item, std::move(file).value());
    }
    Result<Evidence> attach(const QString &path) { return attach(m_me, path); }
    void expectUncheckable(const QString &path, ErrorCode code, const char *where)
    {
        const auto file = check(path);
        ASSERT_FALSE(file.ok()) << qPrintable(path);
        EXPECT_EQ(file.error().code, code);
        EXPECT_EQ(file.error().where, QLatin1String(where));
        EXPECT_TRUE(QDir(store().folder() + QStringLiteral("/incoming")).isEmpty()) << "no copy is left behind";
    }
    Result<CheckedFile> content(QByteArray bytes, const char *name)
    {
        QBuffer source(&bytes);
        source.open(QIODevice::ReadOnly);
        return checkContent(store(), source, QLatin1String(name), m_clock.now());
    }
    Result<Evidence> mark(const QString &original, const QByteArray &bytes, const QString &item = kItem)
    {
        auto file = content(bytes, "marked.jpg");
        EXPECT_TRUE(file.ok());
        file->marks = original;
        return AttachEvidence(*m_workspace).run(m_me, m_draft, item, std::move(file).value());
    }
    Result<Evidence> sign(const char *signer, const char *name, const QByteArray &bytes)
    {
        auto file = content(bytes, "signature.png");
        EXPECT_TRUE(file.ok());
        file->signer = QLatin1String(signer);
        file->signerName = QLatin1String(name);
        return SignVisit(*m_workspace).run(m_me, m_draft, std::move(file).value());
    }
    QList<FileJob> jobs() { return FileRepository(*m_database).list().value(); }

    QString m_draft;
};

} // namespace

TEST_F(EvidenceFiles, attach_contentRecordOutboxAndQueueTogether)
{
    const QByteArray bytes = jpegHead("sample one");
    const auto evidence = attach(write("door.jpg", bytes));
    ASSERT_TRUE(evidence.ok()) << qPrintable(evidence.error().detail);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    EXPECT_EQ(evidence->sha256(), hash);
    EXPECT_EQ(evidence->size(), bytes.size());
    EXPECT_EQ(evidence->mediaType(), QStringLiteral("image/jpeg"));
    EXPECT_EQ(evidence->kind(), QStringLiteral("photo"));
    EXPECT_EQ(evidence->filename(), QStringLiteral("door.jpg"));
    EXPECT_EQ(evidence->item(), kItem);
    EXPECT_EQ(evidence->sample(), fieldsOf(Entity::Inspection, m_draft).value(QStringLiteral("sample")).toBool());
    EXPECT_EQ(store().read(hash, 0, 1000).value(), bytes);
    ASSERT_EQ(jobs().size(), 1);
    EXPECT_EQ(jobs().first().sha256, hash);
    EXPECT_EQ(jobs().first().size, bytes.size());
    EXPECT_EQ(owed().last().change.entity, Entity::Evidence);
    EXPECT_EQ(owed().last().change.id, evidence->id());
    EXPECT_TRUE(m_signals.contains(QStringLiteral("outbox")));
    const auto count = EvidenceList(*m_workspace).countOf(m_draft);
    EXPECT_EQ(count->all, 1);
    EXPECT_EQ(count->received, 0);
    EXPECT_EQ(evidence->takenAt(), QString()) << "when the file was written says nothing of when it was taken";
}

TEST_F(EvidenceFiles, content_isForItsOwnerAlone)
{
    const auto evidence = attach(write("door.jpg", jpegHead("sample")));
    ASSERT_TRUE(evidence.ok());
    const QString hash = evidence->sha256();
    const QString folder = store().folder();
    const QString path = QStringLiteral("%1/%2/%3/%4").arg(folder, hash.left(2), hash.mid(2, 2), hash);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    EXPECT_FALSE(QFile::permissions(path) & others);
    for (const QString &dir : {folder, folder + QLatin1Char('/') + hash.left(2)})
        EXPECT_FALSE(QFile::permissions(dir) & others) << qPrintable(dir);
}

TEST_F(EvidenceFiles, filename_isSealedInTheCache)
{
    ASSERT_TRUE(attach(write("nameofaperson.jpg", jpegHead("sample"))).ok());
    EXPECT_FALSE(
        cell(QStringLiteral("SELECT data FROM evidence")).toString().contains(QStringLiteral("nameofaperson")));
    EXPECT_FALSE(cell(QStringLiteral("SELECT group_concat(error || url || sha256) FROM file_queue"))
                     .toString()
                     .contains(QStringLiteral("nameofaperson")));
}

TEST_F(EvidenceFiles, png_andPdf_areTakenByTheirContent)
{
    const QByteArray png = QByteArray::fromHex(
        "89504e470d0a1a0a0000000d4948445200000021000000070802000000000000000000000049454e44ae426082");
    const auto photo = attach(write("photo.jpg", png)); // misnamed, and a photo all the same
    ASSERT_TRUE(photo.ok());
    EXPECT_EQ(photo->mediaType(), QStringLiteral("image/png"));
    const auto lease = attach(write("lease.pdf", "%PDF-1.7 sample %%EOF"));
    ASSERT_TRUE(lease.ok());
    EXPECT_EQ(lease->kind(), QStringLiteral("document"));
}

TEST_F(EvidenceFiles, whatIsNoPhotoOrPdf_isRefusedWithItsReason)
{
    expectUncheckable(m_dir.filePath(QStringLiteral("not there.jpg")), ErrorCode::NotFound, "file.unreadable");
    expectUncheckable(m_dir.path(), ErrorCode::NotFound, "file.unreadable");
    expectUncheckable(write("empty.jpg", {}), ErrorCode::Incomplete, "file.empty");
    expectUncheckable(write("page.jpg", "<html><body>sample</body></html>"), ErrorCode::InvalidValue, "file.disguised");
    expectUncheckable(write("program.pdf", QByteArray("MZ\x90\0\3", 5)), ErrorCode::InvalidValue, "file.disguised");
    expectUncheckable(write("words.txt", "sample"), ErrorCode::InvalidValue, "file.type");
    expectUncheckable(write("cut.jpg", jpegHead("sample").chopped(2)), ErrorCode::Malformed, "file.broken");
    expectUncheckable(write("huge.jpg", jpegHead("sample", 8000, 5001)), ErrorCode::TooLarge, "file.pixels");
}

TEST_F(EvidenceFiles, tooLarge_isRefusedWhileItIsCopied)
{
    const QString path = write("large.pdf", "%PDF-1.7 sample %%EOF");
    ASSERT_TRUE(QFile::resize(path, evidence::kMaxBytes + 1));
    expectUncheckable(path, ErrorCode::TooLarge, "file.size");
}

TEST_F(EvidenceFiles, onlyTheInspectorOfADraft)
{
    const QString path = write("door.jpg", jpegHead("sample"));
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return attach(m_colleague, path); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return attach(m_chief, path); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return attach(elsewhere(m_me), path); });
    EXPECT_TRUE(jobs().isEmpty());
    m_draft = submitted(visitedBuilding(2));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return attach(m_me, path); });
    EXPECT_TRUE(jobs().isEmpty());
}

TEST_F(EvidenceFiles, sameFileOnTheSameItem_isRefusedAndOnAnotherTaken)
{
    const QString path = write("door.jpg", jpegHead("sample"));
    ASSERT_TRUE(attach(path).ok());
    expectRefused(ErrorCode::Exists, QStringLiteral("file"), [&] { return attach(path); });
    ASSERT_TRUE(attach(m_me, path, QStringLiteral("C-01")).ok());
    EXPECT_EQ(jobs().size(), 1) << "one content is sent once";
}

TEST_F(EvidenceFiles, remove_hidesItAndTakesTheUploadBack)
{
    const auto evidence = attach(write("door.jpg", jpegHead("sample")));
    ASSERT_TRUE(evidence.ok());
    ASSERT_TRUE(RemoveEvidence(*m_workspace).run(m_me, evidence->id()).ok());
    EXPECT_EQ(EvidenceList(*m_workspace).countOf(m_draft)->all, 0);
    EXPECT_TRUE(jobs().isEmpty());
    EXPECT_EQ(owed().last().change.kind, ChangeKind::Delete);
    EXPECT_EQ(owed().last().change.id, evidence->id());
    EXPECT_FALSE(m_records->find(Entity::Evidence, evidence->id())->has_value());
}

TEST_F(EvidenceFiles, removed_staysHiddenWhenThePullBringsIt)
{
    const auto evidence = attach(write("door.jpg", jpegHead("sample")));
    ASSERT_TRUE(evidence.ok());
    ASSERT_TRUE(RemoveEvidence(*m_workspace).run(m_me, evidence->id()).ok());
    Record server = evidence->record();
    server.rev = 2;
    server.fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T09:05:00.000Z"));
    ASSERT_TRUE(m_records->putFromServer(server, m_outbox->pendingOf(Entity::Evidence, evidence->id()).value()).ok());
    EXPECT_EQ(EvidenceList(*m_workspace).countOf(m_draft)->all, 0);
}

TEST_F(EvidenceFiles, remove_keepsTheUploadThatAnotherItemNeeds)
{
    const QString path = write("door.jpg", jpegHead("sample"));
    const auto first = attach(path);
    ASSERT_TRUE(attach(m_me, path, QStringLiteral("C-01")).ok());
    ASSERT_TRUE(RemoveEvidence(*m_workspace).run(m_me, first->id()).ok());
    EXPECT_EQ(jobs().size(), 1);
}

TEST_F(EvidenceFiles, remove_onlyWhileDraft)
{
    const auto evidence = attach(write("door.jpg", jpegHead("sample")));
    Record closed = m_records->require(Entity::Inspection, m_draft).value();
    closed.fields.insert(QStringLiteral("state"), QStringLiteral("submitted"));
    ASSERT_TRUE(m_records->putLocal(closed).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return RemoveEvidence(*m_workspace).run(m_me, evidence->id()); });
    EXPECT_EQ(jobs().size(), 1);
}

TEST_F(EvidenceFiles, failedTransaction_leavesNothingBehind)
{
    const QString path = write("door.jpg", jpegHead("sample"));
    auto file = check(path);
    ASSERT_TRUE(file.ok());
    ASSERT_TRUE(m_database->run(QStringLiteral("DROP TABLE file_queue")).ok());
    const qsizetype before = owed().size();
    EXPECT_FALSE(AttachEvidence(*m_workspace).run(m_me, m_draft, kItem, std::move(file).value()).ok());
    EXPECT_EQ(owed().size(), before);
    EXPECT_EQ(m_records->count(Entity::Evidence).value(), 0);
}

TEST_F(EvidenceFiles, fetch_isQueuedOnlyForWhatIsOnTheServerAndNotHere)
{
    QJsonObject fields{{QStringLiteral("inspection"), m_draft},
                       {QStringLiteral("kind"), QStringLiteral("photo")},
                       {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                       {QStringLiteral("size"), 1000},
                       {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
    const QString awaited = put(Entity::Evidence, fields);
    const auto refused = FetchEvidence(*m_workspace).run(awaited);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().where, QStringLiteral("file.awaited"));
    fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T09:05:00.000Z"));
    const QString there = put(Entity::Evidence, fields);
    ASSERT_TRUE(FetchEvidence(*m_workspace).run(there).ok());
    ASSERT_EQ(jobs().size(), 1);
    EXPECT_EQ(jobs().first().direction, FileDirection::Down);
}

TEST_F(EvidenceFiles, certificate_onlyWhenEveryFileIsOnTheServer)
{
    const QString inspection = submitted(visitedBuilding(3));
    QJsonObject fields{{QStringLiteral("inspection"), inspection},
                       {QStringLiteral("kind"), QStringLiteral("photo")},
                       {QStringLiteral("sha256"), QString(64, QLatin1Char('b'))},
                       {QStringLiteral("size"), 1000},
                       {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
    const QString evidence = put(Entity::Evidence, fields);
    ASSERT_TRUE(ReviewInspection(*m_workspace).run(m_chief, inspection, QStringLiteral("accept"), kWhy, {}).ok());
    const auto issue = [&] {
        return DecideCertificate(*m_workspace).issue(m_chief, inspection, QStringLiteral("full"), 100, kWhy);
    };
    expectRefused(ErrorCode::Incomplete, QStringLiteral("evidence"), issue);
    fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T09:05:00.000Z"));
    put(Entity::Evidence, fields, evidence);
    EXPECT_TRUE(issue().ok());
}

TEST_F(EvidenceFiles, whatTheCameraWrote_standsInTheRecord)
{
    const SampleExif exif{
        .taken = "2026:11:23 14:05:00", .offset = "+05:00", .latitude = 31.5204, .longitude = 74.3587, .errorM = 6};
    const QByteArray bytes = exif.in(jpegHead("sample"));
    const auto evidence = attach(write("door.jpg", bytes));
    ASSERT_TRUE(evidence.ok()) << qPrintable(evidence.error().detail);
    EXPECT_EQ(evidence->takenAt(), QStringLiteral("2026-11-23T09:05:00.000Z")) << "not the file's own time";
    EXPECT_EQ(evidence->position()->latitudeE6(), 31'520'400);
    EXPECT_EQ(evidence->position()->longitudeE6(), 74'358'700);
    EXPECT_EQ(evidence->position()->accuracyM(), 6);
    EXPECT_EQ(evidence->fields().value(QStringLiteral("position_source")), QStringLiteral("photo"));
    EXPECT_EQ(store().read(evidence->sha256(), 0, 10'000).value(), bytes) << "the original is untouched";
    const EvidenceRow row = EvidenceList(*m_workspace).of(m_draft)->first();
    EXPECT_EQ(row.position->longitudeE6(), 74'358'700);
    EXPECT_EQ(row.position->accuracyM(), 6);
}

TEST_F(EvidenceFiles, photoFromAfar_isTakenWithItsPosition)
{
    const auto evidence =
        attach(write("far.jpg", SampleExif{.latitude = 51.5074, .longitude = -0.1278}.in(jpegHead("sample"))));
    ASSERT_TRUE(evidence.ok()) << qPrintable(evidence.error().where);
    EXPECT_EQ(evidence->position()->longitudeE6(), -127'800);
    EXPECT_TRUE(attach(write("none.jpg", jpegHead("no position")))
                    ->fields()
                    .value(QStringLiteral("position_source"))
                    .isUndefined());
}

TEST_F(EvidenceFiles, markedCopy_namesItsOriginalAndTakesItsTimeAndPlace)
{
    const QByteArray bytes =
        SampleExif{.taken = "2026:11:23 14:05:00", .offset = "+05:00", .latitude = 31.5, .longitude = 74.3}.in(
            jpegHead("a"));
    const auto original = attach(write("door.jpg", bytes));
    ASSERT_TRUE(original.ok());
    const auto copy = mark(original->id(), jpegHead("marked"));
    ASSERT_TRUE(copy.ok()) << qPrintable(copy.error().detail);
    EXPECT_EQ(copy->marks(), original->id());
    EXPECT_EQ(copy->takenAt(), original->takenAt());
    EXPECT_EQ(copy->position()->latitudeE6(), 31'500'000);
    EXPECT_EQ(store().read(original->sha256(), 0, 10'000).value(), bytes);
    EXPECT_EQ(EvidenceList(*m_workspace).of(m_draft)->last().marks, original->id());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("marks"), [&] { return mark(copy->id(), jpegHead("b")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("marks"),
                  [&] { return mark(original->id(), jpegHead("c"), QStringLiteral("C-01")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("marks"), [&] { return mark(m_draft, jpegHead("d")); });
}

TEST_F(EvidenceFiles, original_staysWhileACopyMarksIt)
{
    const auto original = attach(write("door.jpg", jpegHead("sample")));
    const auto copy = mark(original->id(), jpegHead("marked"));
    ASSERT_TRUE(copy.ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("marks"),
                  [&] { return RemoveEvidence(*m_workspace).run(m_me, original->id()); });
    ASSERT_TRUE(RemoveEvidence(*m_workspace).run(m_me, copy->id()).ok());
    EXPECT_TRUE(RemoveEvidence(*m_workspace).run(m_me, original->id()).ok());
}

/// The files of a returned visit are those of its next revision too, and nobody's to change.
TEST_F(EvidenceFiles, nextRevision_hasTheFilesOfTheOnesBefore)
{
    const QString place = visitedBuilding(2);
    m_draft = submitted(place);
    const QString first = m_draft;
    const auto reopened = [this](const QString &id) {
        EXPECT_TRUE(ReviewInspection(*m_workspace)
                        .run(m_chief, id, QStringLiteral("return"), QStringLiteral("look again"), {})
                        .ok());
        return StartInspection(*m_workspace, m_standards).reopen(m_me, id)->id();
    };
    const auto put = [this](const QString &inspection, const char *kind, const QByteArray &salt, bool received) {
        QJsonObject fields{
            {QStringLiteral("inspection"), inspection},
            {QStringLiteral("kind"), QLatin1String(kind)},
            {QStringLiteral("sha256"),
             QString::fromLatin1(QCryptographicHash::hash(jpegHead(salt), QCryptographicHash::Sha256).toHex())},
            {QStringLiteral("size"), jpegHead(salt).size()},
            {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
        if (QLatin1String(kind) == QLatin1String("photo"))
            fields.insert(QStringLiteral("item"), kItem);
        else
            fields.insert(QStringLiteral("signer"), QStringLiteral("inspector"));
        if (received)
            fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z"));
        return this->WorkflowFixture::put(Entity::Evidence, fields);
    };
    const QString door = put(first, "photo", "door", true);
    put(first, "signature", "signed", false);
    const QString second = reopened(first);
    m_draft = second;
    const EvidenceList list(*m_workspace);
    ASSERT_EQ(list.of(second)->size(), 1) << "each revision is signed anew";
    EXPECT_EQ(list.of(second)->first().id, door);
    EXPECT_EQ(list.of(second)->first().earlier, 1);
    EXPECT_EQ(list.of(first)->first().earlier, 0);
    EXPECT_FALSE(list.signatureOf(second, QStringLiteral("inspector"))->has_value());
    EXPECT_EQ(list.countOf(second)->all, 1);
    EXPECT_TRUE(list.countOf(second)->complete());
    expectRefused(ErrorCode::Exists, QStringLiteral("file"),
                  [&] { return attach(write("door.jpg", jpegHead("door"))); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return RemoveEvidence(*m_workspace).run(m_me, door); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("marks"), [&] { return mark(door, jpegHead("marked")); });
    const auto roof = attach(write("roof.jpg", jpegHead("roof")));
    ASSERT_TRUE(roof.ok());
    EXPECT_EQ(list.countOf(second)->received, 1);
    EXPECT_EQ(list.countOf(second)->all, 2);
    EXPECT_EQ(list.countOf(first)->all, 2);

    // Of what is under review an officer's laptop fetches the earlier photo too.
    const auto fetched = [this] { return FileRepository(*m_database).underReview()->size(); };
    EXPECT_EQ(fetched(), 0);
    ASSERT_TRUE(submitting().run(m_me, second, QStringLiteral("done")).ok());
    EXPECT_EQ(fetched(), 1);
    const QString third = reopened(second);
    EXPECT_EQ(list.of(third)->size(), 2);
    EXPECT_EQ(list.of(third)->last().earlier, 2);
    EXPECT_EQ(list.of(third)->first().earlier, 1);
}

TEST_F(EvidenceFiles, certificate_waitsForTheFilesOfARevisionBefore)
{
    const QString place = visitedBuilding(2);
    const QString first = visited(place, "returned", "eligible", "2026-11-20");
    QJsonObject fields{{QStringLiteral("inspection"), first},
                       {QStringLiteral("item"), kItem},
                       {QStringLiteral("kind"), QStringLiteral("photo")},
                       {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                       {QStringLiteral("size"), 1000},
                       {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
    const QString late = put(Entity::Evidence, fields);
    const QString next = visited(place, "accepted", "eligible", "2026-11-23",
                                 {{QStringLiteral("previous"), first}, {QStringLiteral("revision"), 2}});
    const auto issue = [&] {
        return DecideCertificate(*m_workspace).issue(m_chief, next, QStringLiteral("full"), 20, kWhy);
    };
    expectRefused(ErrorCode::Incomplete, QStringLiteral("evidence"), issue);
    fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z"));
    put(Entity::Evidence, fields, late);
    const auto issued = issue();
    EXPECT_TRUE(issued.ok()) << qPrintable(issued.ok() ? QString() : issued.error().where);
}

/// What never comes is waited for as long as nothing newer stands in its place.
TEST_F(EvidenceFiles, certificate_doesNotWaitForWhatANewerFileReplaced)
{
    const QString place = visitedBuilding(2);
    const QString first = visited(place, "returned", "eligible", "2026-11-20");
    const QString lost = attached(first, kItem, "photo");
    const QString lease = attached(first, kItem, "document");
    const QString next = visited(place, "accepted", "eligible", "2026-11-23",
                                 {{QStringLiteral("previous"), first}, {QStringLiteral("revision"), 2}});
    attached(next, kItem, "photo", {{QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z")}});
    const EvidenceList list(*m_workspace);
    const auto replaced = [&] {
        QStringList ids;
        const auto rows = list.of(next);
        EXPECT_TRUE(rows.ok());
        for (const EvidenceRow &row : rows.ok() ? *rows : QList<EvidenceRow>{}) {
            if (row.replaced)
                ids.append(row.id);
        }
        return ids;
    };
    const auto issue = [&] {
        return DecideCertificate(*m_workspace).issue(m_chief, next, QStringLiteral("full"), 20, kWhy);
    };
    EXPECT_EQ(list.of(next)->size(), 3) << "it is listed all the same";
    EXPECT_EQ(replaced(), QStringList{lost});
    EXPECT_EQ(list.countOf(next)->all, 2);
    EXPECT_EQ(list.countOf(next)->received, 1);
    EXPECT_EQ(list.countOf(first)->all, 2) << "the returned revision itself still misses it";
    expectRefused(ErrorCode::Incomplete, QStringLiteral("evidence"), issue);
    attached(next, kItem, "document", {{QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z")}});
    EXPECT_EQ(replaced(), (QStringList{lost, lease}));
    EXPECT_EQ(list.countOf(next)->all, 2);
    EXPECT_TRUE(list.countOf(next)->complete());
    const auto issued = issue();
    EXPECT_TRUE(issued.ok()) << qPrintable(issued.ok() ? QString() : issued.error().where);
}

TEST_F(EvidenceFiles, signatures_ofInspectorAndOwnerStandBesideEachOther)
{
    ASSERT_TRUE(sign("inspector", "Sample Inspector", jpegHead("one")).ok());
    const auto owner = sign("owner", "  Sample Owner ", jpegHead("two"));
    ASSERT_TRUE(owner.ok()) << qPrintable(owner.error().detail);
    EXPECT_EQ(owner->kind(), QStringLiteral("signature"));
    EXPECT_EQ(owner->item(), QString());
    EXPECT_EQ(owner->signerName(), QStringLiteral("Sample Owner"));
    const EvidenceList list(*m_workspace);
    EXPECT_EQ((*list.signatureOf(m_draft, QStringLiteral("owner")))->id(), owner->id());
    EXPECT_NE((*list.signatureOf(m_draft, QStringLiteral("inspector")))->id(), owner->id());
    EXPECT_FALSE(
        cell(QStringLiteral("SELECT group_concat(data) FROM evidence")).toString().contains(QStringLiteral("Sample O")))
        << "a name is sealed";
}

TEST_F(EvidenceFiles, signature_takesThePlaceOfTheOneBefore)
{
    const auto first = sign("owner", "Sample Owner", jpegHead("one"));
    const auto second = sign("owner", "Sample Representative", jpegHead("two"));
    ASSERT_TRUE(second.ok());
    EXPECT_EQ((*EvidenceList(*m_workspace).signatureOf(m_draft, QStringLiteral("owner")))->id(), second->id());
    EXPECT_FALSE(m_records->find(Entity::Evidence, first->id())->has_value());
    ASSERT_EQ(jobs().size(), 1);
    EXPECT_EQ(jobs().first().sha256, second->sha256());
}

TEST_F(EvidenceFiles, signature_saysWhoseItIs)
{
    expectRefused(ErrorCode::Incomplete, QStringLiteral("signer_name"),
                  [&] { return sign("owner", " ", jpegHead("a")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("signer"),
                  [&] { return sign("reviewer", "N", jpegHead("a")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("signer"),
                  [&] { return sign("owner", "N", "%PDF-1.7 sample %%EOF"); });
    m_draft = submitted(visitedBuilding(2));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return sign("owner", "N", jpegHead("a")); });
}
