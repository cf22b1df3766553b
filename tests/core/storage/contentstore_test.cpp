// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contentstore.h"

#include "core/security/columnsealer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray onDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << qPrintable(path);
    ASSERT_EQ(file.write(bytes), bytes.size());
}

/// Not the same twice, so that a block that comes in another's place is seen.
QByteArray manyBytes(qsizetype length)
{
    QRandomGenerator random(20261128);
    QByteArray bytes(length, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

class Store : public testing::Test
{
protected:
    Result<IncomingFile> receive(QByteArray bytes, qint64 most = 1 << 20)
    {
        QBuffer source(&bytes);
        source.open(QIODevice::ReadOnly);
        return m_store.receive(source, most);
    }
    QTemporaryDir m_dir;
    /// Where the bytes of \p hash lie on the disk.
    QString placeOf(const QString &hash) const
    {
        return QStringLiteral("%1/%2/%3/%4").arg(m_store.folder(), hash.left(2), hash.mid(2, 2), hash);
    }
    QString partialOf(const QString &hash) const { return m_store.folder() + QStringLiteral("/partial/") + hash; }
    ColumnSealer m_sealer{SecretKey::random()};
    ContentStore m_store{m_dir.filePath(QStringLiteral("files")), m_sealer};
};

} // namespace

TEST_F(Store, hold_isThereWhenTheContentIsSweptAndGoesByItself)
{
    const QByteArray bytes = manyBytes(100'000);
    const QString hash = hashOf(bytes);
    ASSERT_TRUE(receive(bytes)->keep().ok());
    const auto incoming = [this] { return QDir(m_store.folder() + QStringLiteral("/incoming")).count(); };
    const auto before = incoming();
    {
        auto held = m_store.hold(hash, bytes.size());
        ASSERT_TRUE(held.ok()) << qPrintable(held.error().detail);
        ASSERT_TRUE(m_store.remove(hash).ok());
        EXPECT_FALSE(m_store.has(hash));
        ASSERT_TRUE(held->keep().ok());
        EXPECT_EQ(m_store.read(hash, 0, 200'000).value(), bytes);
        auto again = m_store.hold(hash, bytes.size());
        ASSERT_TRUE(again.ok());
        EXPECT_EQ(incoming(), before + 1);
    }
    EXPECT_EQ(incoming(), before);
    EXPECT_TRUE(m_store.isWhole(hash).value());
    EXPECT_EQ(m_store.hold(QString(64, QLatin1Char('0')), 1).error().code, ErrorCode::NotFound);
}

TEST_F(Store, hold_ofWhatIsHeld_isASecondOne)
{
    const QByteArray bytes = manyBytes(5'000);
    const QString hash = hashOf(bytes);
    ASSERT_TRUE(receive(bytes)->keep().ok());
    auto held = m_store.hold(hash, bytes.size());
    ASSERT_TRUE(held.ok() && m_store.remove(hash).ok());
    {
        auto second = m_store.hold(*held);
        ASSERT_TRUE(second.ok()) << qPrintable(second.error().detail);
    } // and is lost
    ASSERT_TRUE(held->keep().ok());
    EXPECT_EQ(m_store.read(hash, 0, 10'000).value(), bytes);
}

TEST_F(Store, clearIncoming_forgetsWhatAKilledProgramLeftAndNothingElse)
{
    ASSERT_TRUE(m_store.clearIncoming().ok()) << "where there is nothing yet";
    const QByteArray bytes = manyBytes(5'000);
    const QString hash = hashOf(bytes);
    ASSERT_TRUE(receive(bytes)->keep().ok());
    const QDir incoming(m_store.folder() + QStringLiteral("/incoming"));
    put(incoming.filePath(QStringLiteral("left")), "sample");
    put(incoming.filePath(QStringLiteral(".left")), "sample");
    ASSERT_TRUE(m_store.clearIncoming().ok());
    EXPECT_TRUE(incoming.entryList(QDir::Files | QDir::Hidden).isEmpty());
    EXPECT_TRUE(m_store.isWhole(hash).value());
}

TEST_F(Store, keep_givesItItsPlace)
{
    auto file = receive("sample");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->sha256(), hashOf("sample"));
    EXPECT_EQ(file->size(), 6);
    EXPECT_FALSE(m_store.has(file->sha256()));
    ASSERT_TRUE(file->keep().ok());
    EXPECT_TRUE(m_store.has(hashOf("sample")));
    EXPECT_EQ(m_store.read(hashOf("sample"), 2, 3).value(), "mpl");
    EXPECT_TRUE(m_store.isWhole(hashOf("sample")).value());
}

TEST_F(Store, notKept_leavesNothing)
{
    {
        auto file = receive("sample");
        ASSERT_TRUE(file.ok());
        EXPECT_EQ(file->open().value()->readAll(), "sample");
    }
    EXPECT_TRUE(QDir(m_store.folder() + QStringLiteral("/incoming")).isEmpty());
}

TEST_F(Store, sameContentTwice_isOneFile)
{
    ASSERT_TRUE(receive("sample")->keep().ok());
    ASSERT_TRUE(receive("sample")->keep().ok());
    EXPECT_EQ(m_store.read(hashOf("sample"), 0, 100).value(), "sample");
    EXPECT_TRUE(QDir(m_store.folder() + QStringLiteral("/incoming")).isEmpty());
}

TEST_F(Store, tooLarge_andEmptyAreRefused)
{
    EXPECT_EQ(receive(QByteArray(101, 'a'), 100).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(receive(QByteArray(100, 'a'), 100).ok());
    EXPECT_EQ(receive({}).error().code, ErrorCode::Incomplete);
}

TEST_F(Store, notThere_saysSo)
{
    EXPECT_EQ(m_store.open(hashOf("other")).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(m_store.remove(hashOf("other")).ok());
    EXPECT_FALSE(m_store.has({}));
}

TEST_F(Store, pieces_makeAFileOnlyWhenTheyHashToItsName)
{
    const QString hash = hashOf("sample");
    ASSERT_TRUE(m_store.append(hash, 0, "sam").ok());
    EXPECT_EQ(m_store.partialSize(hash), 3);
    EXPECT_EQ(m_store.append(hash, 2, "mple").error().code, ErrorCode::WrongState) << "a piece that overlaps";
    ASSERT_TRUE(m_store.append(hash, 3, "plX").ok());
    EXPECT_EQ(m_store.finish(hash).error().code, ErrorCode::Tampered);
    EXPECT_FALSE(m_store.has(hash));
    EXPECT_EQ(m_store.partialSize(hash), 0) << "what is wrong is dropped";
    ASSERT_TRUE(m_store.append(hash, 0, "sample").ok());
    ASSERT_TRUE(m_store.finish(hash).ok());
    EXPECT_TRUE(m_store.has(hash));
    EXPECT_EQ(m_store.partialSize(hash), 0);
}

TEST_F(Store, onTheDisk_nothingIsInClear)
{
    const QByteArray secret = "the owner's face, planted";
    QByteArray content = manyBytes(700'000);
    content.replace(300'000, secret.size(), secret);
    auto file = receive(content);
    ASSERT_TRUE(file.ok());
    for (const QString &name : QDir(m_store.folder() + QStringLiteral("/incoming")).entryList(QDir::Files))
        EXPECT_FALSE(onDisk(m_store.folder() + QStringLiteral("/incoming/") + name).contains(secret));
    ASSERT_TRUE(file->keep().ok());
    ASSERT_TRUE(m_store.append(hashOf("other"), 0, secret).ok());
    EXPECT_FALSE(onDisk(placeOf(hashOf(content))).contains(secret));
    EXPECT_FALSE(onDisk(partialOf(hashOf("other"))).contains(secret));
    EXPECT_EQ(m_store.read(hashOf(content), 0, 1'000'000).value(), content);

    const ColumnSealer another(SecretKey::random());
    EXPECT_FALSE(ContentStore(m_store.folder(), another).read(hashOf(content), 0, 10).ok());
    EXPECT_FALSE(ContentStore(m_store.folder(), another).isWhole(hashOf(content)).ok());
}

TEST_F(Store, read_fromAnyPlaceAcrossTheFrames)
{
    const QByteArray content = manyBytes(600'001);
    ASSERT_TRUE(receive(content)->keep().ok());
    const qsizetype edge = 256LL * 1024;
    for (const qsizetype at : {qsizetype(0), edge - 3, edge, 2 * edge - 1, content.size() - 2, content.size()})
        EXPECT_EQ(m_store.read(hashOf(content), at, edge + 10).value(), content.mid(at, edge + 10)) << at;
    auto device = m_store.open(hashOf(content));
    ASSERT_TRUE(device.ok());
    EXPECT_EQ((*device)->size(), content.size());
    EXPECT_EQ((*device)->readAll(), content);
}

TEST_F(Store, damageOnTheDisk_isNeverTakenForContent)
{
    const QByteArray content = manyBytes(600'000);
    const QString hash = hashOf(content);
    ASSERT_TRUE(receive(content)->keep().ok());
    const QByteArray sealed = onDisk(placeOf(hash));
    const auto whole = [&](const QByteArray &bytes) {
        put(placeOf(hash), bytes);
        const auto answer = m_store.isWhole(hash);
        return answer.ok() && *answer;
    };
    ASSERT_TRUE(whole(sealed));
    for (qsizetype at = 0; at < sealed.size(); at += 9'973) {
        QByteArray flipped = sealed;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        EXPECT_FALSE(whole(flipped)) << at;
        EXPECT_FALSE(whole(sealed.left(at))) << at;
    }
    // Two frames in each other's place: both are whole and of one length.
    const qsizetype frame = 8 + 256 * 1024 + 41;
    EXPECT_FALSE(
        whole(sealed.left(24) + sealed.mid(24 + frame, frame) + sealed.mid(24, frame) + sealed.mid(24 + 2 * frame)));
}

TEST_F(Store, aPieceTornByAKill_isFetchedAgainFromWhereItWasWhole)
{
    const QByteArray content = manyBytes(3 * 70'000);
    const QString hash = hashOf(content);
    ASSERT_TRUE(m_store.append(hash, 0, content.left(70'000)).ok());
    ASSERT_TRUE(m_store.append(hash, 70'000, content.mid(70'000, 70'000)).ok());
    const QByteArray two = onDisk(partialOf(hash));
    for (const qsizetype cut : {qsizetype(1), qsizetype(69'000), qsizetype(70'040)}) {
        put(partialOf(hash), two.chopped(cut));
        EXPECT_EQ(m_store.partialSize(hash), 70'000) << cut;
        QByteArray zeros = two;
        zeros.replace(two.size() - cut, cut, QByteArray(cut, '\0')); // the length came to the disk, the bytes did not
        put(partialOf(hash), zeros);
        EXPECT_EQ(m_store.partialSize(hash), 70'000) << cut;
    }
    ASSERT_TRUE(m_store.append(hash, 70'000, content.mid(70'000)).ok());
    ASSERT_TRUE(m_store.finish(hash).ok());
    EXPECT_EQ(m_store.read(hash, 0, content.size()).value(), content);
}

TEST_F(Store, whatAVersionBeforeSealingLeft_isSealedInItsPlace)
{
    const QByteArray content = manyBytes(300'000);
    const QString hash = hashOf(content);
    ASSERT_TRUE(QDir().mkpath(QFileInfo(placeOf(hash)).path()));
    put(placeOf(hash), content);
    EXPECT_EQ(m_store.read(hash, 0, 5).value(), content.left(5)) << "before it is sealed it can be read";
    EXPECT_EQ(m_store.sealWhatIsClear().value(), 1);
    EXPECT_FALSE(onDisk(placeOf(hash)).contains(content.mid(1000, 32)));
    EXPECT_FALSE(QFile::permissions(placeOf(hash)) & (QFile::ReadGroup | QFile::ReadOther));
    EXPECT_EQ(m_store.read(hash, 0, content.size()).value(), content);
    EXPECT_EQ(m_store.sealWhatIsClear().value(), 0);
}
