// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a key costs: whoever types waits for the disk once for a key at most, whatever the page keeps of it.
#include "tests/app/desktop/draftfixture.h"

#include "ui/pages/buildings/buildingform.h"

#include <QAbstractEventDispatcher>
#include <QMap>
#include <QPlainTextEdit>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace markaz::desktop {
namespace {

/// The transactions in a write-ahead log of SQLite (https://www.sqlite.org/fileformat2.html, "WAL File Format").
class WalCommits
{
public:
    explicit WalCommits(QString path)
        : m_path(std::move(path))
    {
    }
    /// Those since the log was begun anew; nothing when it cannot be read, or another log has begun since the last
    /// look.
    std::optional<int> count()
    {
        constexpr qsizetype header = 32;
        constexpr qsizetype frameHeader = 24;
        const QByteArray log = contentOf(m_path);
        if (log.size() < header)
            return std::nullopt;
        const QByteArray salts = log.mid(16, 8);
        if (!m_salts.isEmpty() && salts != m_salts)
            return std::nullopt;
        m_salts = salts;
        const qsizetype frame = frameHeader + qFromBigEndian<quint32>(log.constData() + 8);
        int commits = 0;
        for (qsizetype at = header; at + frame <= log.size() && log.mid(at + 8, 8) == salts; at += frame)
            commits += qFromBigEndian<quint32>(log.constData() + at + 4) != 0 ? 1 : 0; // size of the database after it
        return commits;
    }

private:
    QString m_path;
    QByteArray m_salts;
};

class Typing : public DraftDesktop
{
protected:
    /// What a key commits until nothing is left to be done about it. Nothing of a key beside which another thread
    /// wrote: the window did not wait for that.
    std::optional<int> commitsOf(const std::function<void()> &key)
    {
        const auto others = [this] {
            return m_app->session()->workspace().database.row(QStringLiteral("PRAGMA data_version")).value();
        };
        const auto othersBefore = others();
        const auto before = m_commits.count();
        key();
        // Timers of no time are over when a turn of the loop finds nothing to do.
        while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
        }
        const auto after = m_commits.count();
        if (!before || !after || others() != othersBefore)
            return std::nullopt;
        return *after - *before;
    }
    /// A letter comes and goes until what is typed has been written down three times, while typing goes on.
    void expectOneCommitAtMost(QWidget *field)
    {
        field->setFocus();
        int most = 0;
        int waited = 0;
        int keys = 0;
        for (; waited < 3 && keys < 100'000; ++keys) {
            const Qt::Key key = keys % 2 == 0 ? Qt::Key_M : Qt::Key_Backspace;
            const int commits = commitsOf([&] { QTest::keyClick(field, key); }).value_or(0);
            most = std::max(most, commits);
            waited += commits > 0 ? 1 : 0;
        }
        EXPECT_EQ(most, 1);
        EXPECT_EQ(waited, 3);
        EXPECT_GT(keys, 2 * waited) << "not every letter waits";
    }
    WalCommits m_commits{cachePath() + QStringLiteral("-wal")};
};

TEST_F(Typing, aKeyOnTheChecklist_waitsForOneCommitAtMost)
{
    knowAccount();
    startUnlocked();
    openDraft();
    page()->goToItem(QStringLiteral("A-02"));
    page()->setFocus();
    QCoreApplication::processEvents();
    constexpr std::array keys{Qt::Key_Y, Qt::Key_Down, Qt::Key_N, Qt::Key_Up,  // answers and goes on,
                              Qt::Key_N, Qt::Key_Down, Qt::Key_Y, Qt::Key_Up}; // and thinks better of it
    QMap<Qt::Key, QList<int>> commits;
    for (int round = 0; round < 10; ++round) {
        for (const Qt::Key key : keys) {
            if (const auto some = commitsOf([&] { QTest::keyClick(page(), key); }))
                commits[key].append(*some);
        }
    }
    for (const Qt::Key key : {Qt::Key_Y, Qt::Key_N, Qt::Key_Down, Qt::Key_Up}) {
        ASSERT_FALSE(commits[key].isEmpty()) << key;
        EXPECT_EQ(*std::max_element(commits[key].begin(), commits[key].end()), 1) << key;
    }
}

TEST_F(Typing, aLetterInAForm_waitsForOneCommitAtMost)
{
    knowAccount();
    startUnlocked();
    Q_EMIT m_app->window()->findChild<ui::WorkPage *>()->newBuildingRequested();
    auto *form = m_app->window()->findChild<ui::BuildingForm *>();
    ASSERT_TRUE(QTest::qWaitFor([form] { return form->isVisible(); }));
    auto *notes = form->findChild<QPlainTextEdit *>(QStringLiteral("notes"));
    expectOneCommitAtMost(notes);
}

TEST_F(Typing, aLetterInANote_waitsForOneCommitAtMost)
{
    knowAccount();
    startUnlocked();
    openDraft();
    page()->goToItem(QStringLiteral("A-02"));
    QTest::keyClick(page(), Qt::Key_M);
    auto *note = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    ASSERT_NE(note, nullptr);
    expectOneCommitAtMost(note);
}

} // namespace
} // namespace markaz::desktop
