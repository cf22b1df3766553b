// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contentstore.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
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
    ContentStore m_store{m_dir.filePath(QStringLiteral("files"))};
};

} // namespace

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
