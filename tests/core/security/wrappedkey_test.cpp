// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The data key's file: what a passphrase opens, what damage and a kill leave.
#include "core/security/wrappedkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <functional>
#include <sodium.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace markaz {
namespace {

const QString kFirst = QStringLiteral("a sample passphrase");
const QString kSecond = QStringLiteral("another passphrase");
constexpr PasswordCost kLight{1, 8 * 1024}; // the least that Argon2id takes
constexpr qsizetype kFileSize = 8 + 4 + 4 + 16 + 24 + 48 + 16;

QByteArray bytesOf(const SecretKey &key)
{
    return QByteArray(reinterpret_cast<const char *>(key.data()), SecretKey::kSize);
}

class WrappedKey : public testing::Test
{
protected:
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("data.key"));

    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /// Makes the check at the end right again, as somebody would who alters the file on purpose.
    static QByteArray rechecked(QByteArray file)
    {
        file.chop(16);
        unsigned char check[16];
        crypto_generichash(check, sizeof check, reinterpret_cast<const unsigned char *>(file.constData()),
                           static_cast<unsigned long long>(file.size()), nullptr, 0);
        return file + QByteArray(reinterpret_cast<const char *>(check), sizeof check);
    }
    ErrorCode codeOfOpening(const QString &passphrase = kFirst) const
    {
        const auto opened = openWrappedKey(m_path, passphrase);
        EXPECT_FALSE(opened.ok());
        return opened ? ErrorCode::Internal : opened.error().code;
    }
    QStringList files() const { return QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden); }
};

TEST_F(WrappedKey, opensWithItsPassphraseAndNoOther)
{
    EXPECT_EQ(keyFileForm(m_path).value(), KeyFileForm::Missing);
    const auto made = createWrappedKey(m_path, kFirst, kLight);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(keyFileForm(m_path).value(), KeyFileForm::Wrapped);
    const auto opened = openWrappedKey(m_path, kFirst);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(bytesOf(opened->data), bytesOf(made->data));
    EXPECT_EQ(codeOfOpening(kSecond), ErrorCode::Unauthenticated);
    EXPECT_EQ(codeOfOpening({}), ErrorCode::Unauthenticated);
    EXPECT_EQ(codeOfOpening(QString(2000, QLatin1Char('a'))), ErrorCode::Unauthenticated);
    EXPECT_EQ(codeOfOpening(QStringLiteral("A sample passphrase")), ErrorCode::Unauthenticated) << "capitals count";
}

TEST_F(WrappedKey, theFile_isTheOwnersAloneAndHoldsNeitherKeyNorPassphrase)
{
    const auto made = createWrappedKey(m_path, kFirst, kLight);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther), 0);
    const QByteArray file = content();
    EXPECT_EQ(file.size(), kFileSize);
    EXPECT_FALSE(file.contains(bytesOf(made->data)));
    EXPECT_FALSE(file.contains(bytesOf(made->wrapping)));
    EXPECT_FALSE(file.contains(kFirst.toUtf8()));
    EXPECT_EQ(files(), QStringList{QStringLiteral("data.key")});
}

TEST_F(WrappedKey, composedDifferently_isTheSamePassphrase)
{
    ASSERT_TRUE(createWrappedKey(m_path, QString::fromUtf8("sample caf\u00e9 words"), kLight).ok());
    EXPECT_TRUE(openWrappedKey(m_path, QString::fromUtf8("sample cafe\u0301 words")).ok());
}

TEST_F(WrappedKey, aShortPassphrase_makesNothing)
{
    const auto made = createWrappedKey(m_path, QStringLiteral("eleven char"), kLight);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(made.error().where, QStringLiteral("passphrase"));
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(WrappedKey, anExistingKey_isNeverOverwritten)
{
    ASSERT_TRUE(createWrappedKey(m_path, kFirst, kLight).ok());
    const QByteArray before = content();
    const auto second = createWrappedKey(m_path, kSecond, kLight);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::Exists);
    EXPECT_EQ(content(), before);
}

TEST_F(WrappedKey, theWrappingKey_opensUntilThePassphraseChanges)
{
    const auto made = createWrappedKey(m_path, kFirst, kLight);
    ASSERT_TRUE(made.ok());
    const auto opened = openWrappedKeyWith(m_path, made->wrapping);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(bytesOf(*opened), bytesOf(made->data));
    const auto changed = changePassphrase(m_path, kFirst, kSecond, kLight);
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(openWrappedKeyWith(m_path, made->wrapping).error().code, ErrorCode::Unauthenticated);
    EXPECT_TRUE(openWrappedKeyWith(m_path, changed->wrapping).ok());
}

TEST_F(WrappedKey, anotherPassphrase_wrapsTheSameDataKey)
{
    const auto made = createWrappedKey(m_path, kFirst, kLight);
    ASSERT_TRUE(made.ok());
    const auto changed = changePassphrase(m_path, kFirst, kSecond, {2, 16 * 1024});
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(bytesOf(changed->data), bytesOf(made->data));
    EXPECT_EQ(bytesOf(openWrappedKey(m_path, kSecond).value().data), bytesOf(made->data));
    EXPECT_EQ(codeOfOpening(kFirst), ErrorCode::Unauthenticated);
    EXPECT_EQ(files(), QStringList{QStringLiteral("data.key")});

    const QByteArray before = content();
    EXPECT_EQ(changePassphrase(m_path, kFirst, kFirst, kLight).error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(changePassphrase(m_path, kSecond, QStringLiteral("short"), kLight).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(content(), before) << "a refused change changes nothing";
}

TEST_F(WrappedKey, eachDamagedByte_isToldFromAWrongPassphrase)
{
    ASSERT_TRUE(createWrappedKey(m_path, kFirst, kLight).ok());
    const QByteArray whole = content();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray damaged = whole;
        damaged[i] = static_cast<char>(damaged.at(i) ^ 0x20);
        put(damaged);
        EXPECT_EQ(codeOfOpening(), i < 8 ? ErrorCode::Malformed : ErrorCode::Tampered) << i;
        EXPECT_EQ(content(), damaged) << "kept as it is";
    }
    for (qsizetype size = 0; size < whole.size(); ++size) {
        put(whole.first(size));
        EXPECT_EQ(codeOfOpening(), ErrorCode::Malformed) << size;
        EXPECT_EQ(keyFileForm(m_path).error().code, ErrorCode::Malformed) << size;
    }
    put(whole + 'x');
    EXPECT_EQ(codeOfOpening(), ErrorCode::Malformed);
    put(QByteArray(100'000, 'x'));
    EXPECT_EQ(codeOfOpening(), ErrorCode::Malformed);
    put(whole);
    EXPECT_TRUE(openWrappedKey(m_path, kFirst).ok());
}

TEST_F(WrappedKey, anAlteredFileWithTheRightCheck_doesNotOpen)
{
    ASSERT_TRUE(createWrappedKey(m_path, kFirst, kLight).ok());
    const QByteArray whole = content();
    for (qsizetype i : {15, 16, 31, 32, 55, 56, 103}) { // cost, salt, nonce, sealed key
        QByteArray altered = whole;
        altered[i] = static_cast<char>(altered.at(i) ^ 1);
        put(rechecked(altered));
        EXPECT_EQ(codeOfOpening(), ErrorCode::Unauthenticated) << i;
    }
}

TEST_F(WrappedKey, aCostBeyondAllBounds_isRefusedBeforeItIsPaid)
{
    ASSERT_TRUE(createWrappedKey(m_path, kFirst, kLight).ok());
    const QByteArray whole = content();
    const auto withCost = [&](quint32 passes, quint32 kib) {
        QByteArray file = whole;
        qToBigEndian(passes, file.data() + 8);
        qToBigEndian(kib, file.data() + 12);
        put(rechecked(file));
        return codeOfOpening();
    };
    EXPECT_EQ(withCost(0, 8), ErrorCode::Malformed);
    EXPECT_EQ(withCost(17, 8), ErrorCode::Malformed);
    EXPECT_EQ(withCost(0xffffffff, 8), ErrorCode::Malformed);
    EXPECT_EQ(withCost(1, 7), ErrorCode::Malformed);
    EXPECT_EQ(withCost(1, 512 * 1024 + 1), ErrorCode::Malformed);
    EXPECT_EQ(withCost(1, 0xffffffff), ErrorCode::Malformed);
    EXPECT_EQ(withCost(16, 8), ErrorCode::Unauthenticated) << "paid, and another key comes of it";
}

TEST_F(WrappedKey, aPlainKeyOfBefore_isTakenOverAndErased)
{
    const QByteArray old(SecretKey::kSize, 'k');
    put("MKZKEY1\n" + old);
    EXPECT_EQ(keyFileForm(m_path).value(), KeyFileForm::Plain);
    EXPECT_EQ(codeOfOpening(), ErrorCode::Malformed);
    // Two more names by which the plain key may be found: what a kill left behind, and the old file itself.
    ASSERT_TRUE(QFile::copy(m_path, m_path + QStringLiteral(".aB3xY9")));
    const QString other = m_dir.filePath(QStringLiteral("linked"));
    ASSERT_EQ(::link(QFile::encodeName(m_path).constData(), QFile::encodeName(other).constData()), 0);

    EXPECT_EQ(wrapPlainKey(m_path, QStringLiteral("short"), kLight).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(keyFileForm(m_path).value(), KeyFileForm::Plain) << "and nothing is lost";
    const auto taken = wrapPlainKey(m_path, kFirst, kLight);
    ASSERT_TRUE(taken.ok());
    EXPECT_EQ(bytesOf(taken->data), old);
    EXPECT_EQ(bytesOf(openWrappedKey(m_path, kFirst).value().data), old);
    EXPECT_EQ(wrapPlainKey(m_path, kSecond, kLight).error().code, ErrorCode::WrongState) << "once";
    for (const QString &name : files()) {
        QFile file(m_dir.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(file.readAll().contains(old)) << qPrintable(name);
    }
}

TEST_F(WrappedKey, ofManyWhoMakeOneAtOnce_oneDoes)
{
    for (int round = 0; round < 10; ++round) {
        QFile::remove(m_path);
        constexpr int kThreads = 8;
        std::atomic<int> waiting{kThreads};
        std::vector<QByteArray> keys(kThreads);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < kThreads; ++i) {
            threads.emplace_back([&, i] {
                --waiting;
                while (waiting > 0)
                    std::this_thread::yield();
                if (const auto key = createWrappedKey(m_path, kFirst, kLight))
                    keys[i] = bytesOf(key->data);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        keys.erase(std::remove(keys.begin(), keys.end(), QByteArray()), keys.end());
        ASSERT_EQ(keys.size(), 1U);
        ASSERT_EQ(bytesOf(openWrappedKey(m_path, kFirst).value().data), keys.front());
    }
}

TEST_F(WrappedKey, aFileThatOthersMayRead_isClosedToThem)
{
    ASSERT_TRUE(createWrappedKey(m_path, kFirst, kLight).ok());
    ASSERT_TRUE(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    ASSERT_TRUE(openWrappedKey(m_path, kFirst).ok());
    EXPECT_EQ(QFile::permissions(m_path) & QFile::ReadGroup, 0);
}

/// Runs \p work in a child that is killed at its \p n-th step into or out of the system; false when it ended before.
bool killedAtStep(int n, const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGTRAP);
        ::_exit(work());
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSTOPPED(status));
    EXPECT_EQ(::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_EXITKILL), 0);
    for (int step = 0; step < n && WIFSTOPPED(status); ++step) {
        EXPECT_EQ(::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr), 0);
        EXPECT_EQ(::waitpid(child, &status, 0), child);
    }
    if (!WIFSTOPPED(status)) {
        EXPECT_EQ(WEXITSTATUS(status), 0) << "the work itself failed";
        return false;
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return true;
}

TEST_F(WrappedKey, aKillAtAnyMomentOfAChange_leavesTheOldOrTheNew)
{
    const auto made = createWrappedKey(m_path, kFirst, kLight);
    ASSERT_TRUE(made.ok());
    const QByteArray before = content();
    int olds = 0;
    int news = 0;
    for (int step = 1;; ++step) {
        put(before);
        const bool killed =
            killedAtStep(step, [this] { return changePassphrase(m_path, kFirst, kSecond, kLight).ok() ? 0 : 1; });
        auto opened = openWrappedKey(m_path, kFirst);
        ++(opened ? olds : news);
        if (!opened)
            opened = openWrappedKey(m_path, kSecond);
        ASSERT_TRUE(opened.ok()) << step << ' ' << qPrintable(opened.error().detail);
        ASSERT_EQ(bytesOf(opened->data), bytesOf(made->data));
        if (!killed)
            break;
        ASSERT_LT(step, 5000);
    }
    EXPECT_GT(olds, 10);
    EXPECT_GT(news, 2);
    EXPECT_EQ(files(), QStringList{QStringLiteral("data.key")}) << "what the kills left is gone";
}

TEST_F(WrappedKey, aKillAtAnyMomentOfTheTakeOver_losesNoKey)
{
    const QByteArray old(SecretKey::kSize, 'k');
    for (int step = 1;; ++step) {
        QFile::remove(m_path);
        put("MKZKEY1\n" + old);
        const bool killed = killedAtStep(step, [this] { return wrapPlainKey(m_path, kFirst, kLight).ok() ? 0 : 1; });
        if (keyFileForm(m_path).value() == KeyFileForm::Plain) {
            ASSERT_TRUE(killed);
            ASSERT_TRUE(content().endsWith(old));
        } else {
            ASSERT_EQ(bytesOf(openWrappedKey(m_path, kFirst).value().data), old) << step;
        }
        if (!killed)
            break;
        ASSERT_LT(step, 5000);
    }
}

} // namespace
} // namespace markaz
