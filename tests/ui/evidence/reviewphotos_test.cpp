// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an officer sees beside the items: the photos large, those of the last time, what is better and worse, and why.
#include "tests/ui/evidence/evidencefixture.h"

#include "core/workflow/reviews.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/evidence/largephoto.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"

#include <QCryptographicHash>
#include <QPlainTextEdit>
#include <QTableView>

namespace markaz::ui {
namespace {

using namespace test;

class ReviewPhotos : public EvidenceFixture
{
protected:
    QString m_before;
    QString m_now;
    std::unique_ptr<ReviewPage> m_page;

    /// A visit that was accepted, and the next: C-02 fails now and has two photos, G-02 is met now.
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        const QString house = visitedBuilding(7);
        auto first = perfect();
        samples::makeFail(first, markaz::test::standard(), QStringLiteral("G-02"), 1);
        m_before = draftWith(house, first,
                             {{QStringLiteral("notes"),
                               QJsonObject{{QStringLiteral("C-02"), QStringLiteral("Opened while we were there.")}}}});
        evidence(m_before, "C-02", true, bytesOf(samplePicture({400, 300}, Qt::darkRed)));
        ASSERT_TRUE(submitting().run(m_me, m_before, QStringLiteral("done")).ok());
        ASSERT_TRUE(ReviewInspection(*m_workspace)
                        .run(m_chief, m_before, QStringLiteral("accept"), QStringLiteral("As seen"), {})
                        .ok());
        m_clock.advance(86'400'000);
        auto second = perfect();
        samples::makeFail(second, markaz::test::standard(), QStringLiteral("C-02"), 1);
        m_now = draftWith(house, second);
        evidence(m_now, "C-02", true, bytesOf(samplePicture({1600, 1200}, Qt::darkGreen)));
        evidence(m_now, "C-02", true, bytesOf(samplePicture({1200, 1600}, Qt::darkBlue)));
        ASSERT_TRUE(submitting().run(m_me, m_now, QStringLiteral("done")).ok());
        m_page = std::make_unique<ReviewPage>(services(m_chief));
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(m_now);
        choose("C-02");
    }
    void TearDown() override { leave(m_page); }
    void choose(const char *code)
    {
        auto *table = part<QTableView>(*m_page, "reviewTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == QLatin1String(code))
                table->setCurrentIndex(table->model()->index(row, 0));
        }
        settle();
    }
    LargePhoto *photo() { return part<LargePhoto>(*m_page, "largePhoto"); }
    PhotoViewer *viewer() { return m_page->window()->findChild<PhotoViewer *>(); }
    bool isShown()
    {
        return QTest::qWaitFor([this] { return photo()->showsPicture(); }, 20'000);
    }
    QString photoHash(int row)
    {
        return m_page->findChild<EvidencePane *>()->model()->index(row).data(EvidenceModel::HashRole).toString();
    }
    QString summary() { return plain(wordsOf(*m_page)); }
};

TEST_F(ReviewPhotos, theFirstPhotoIsLarge_andTheArrowsGoThroughThem)
{
    ASSERT_TRUE(photo()->isVisible());
    EXPECT_EQ(photo()->row(), 0);
    EXPECT_TRUE(isShown());
    photo()->setFocus();
    QTest::keyClick(photo(), Qt::Key_Right);
    EXPECT_EQ(photo()->row(), 1);
    EXPECT_TRUE(isShown());
    QTest::keyClick(photo(), Qt::Key_Right);
    EXPECT_EQ(photo()->row(), 1) << "the last one";
    QTest::keyClick(photo(), Qt::Key_Left);
    EXPECT_EQ(photo()->row(), 0);
    QToolButton *next = nullptr;
    const auto buttons = photo()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        next = button->accessibleName() == QStringLiteral("Next file") ? button : next;
    click(next);
    EXPECT_EQ(photo()->row(), 1);
    auto *strip = m_page->findChild<PhotoStrip *>();
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->visualRect(strip->model()->index(0, 0)).center());
    EXPECT_EQ(photo()->row(), 0) << "a click in the strip chooses";
}

TEST_F(ReviewPhotos, whereThereIsMoreRoom_itIsReadLarger)
{
    auto *model = qobject_cast<EvidenceModel *>(m_page->findChild<EvidencePane *>()->model());
    ASSERT_NE(model, nullptr);
    LargePhoto photo(services(m_chief), *model, nullptr); // of a page that was not laid out yet
    photo.showRow(0);
    ASSERT_TRUE(QTest::qWaitFor([&photo] { return photo.showsPicture(); }, 20'000));
    const int small = photo.pictureSize().width();
    photo.resize(800, 260);
    present(photo);
    EXPECT_TRUE(photo.showsPicture()) << "meanwhile as it is";
    EXPECT_TRUE(QTest::qWaitFor([&photo, small] { return photo.pictureSize().width() > small; }, 20'000));
}

TEST_F(ReviewPhotos, aClickAndEnter_showItInTheWholeWindow_andNothingIsWritten)
{
    const auto rows = owed().size();
    const auto sums = [this] {
        QByteArrayList all;
        const QStringList ids = {photoHash(0), photoHash(1)};
        for (const QString &hash : ids) {
            auto file = contentStoreOf(*m_workspace).open(hash);
            EXPECT_TRUE(file.ok());
            all.append(QCryptographicHash::hash((*file)->readAll(), QCryptographicHash::Sha256).toHex());
            EXPECT_EQ(QString::fromLatin1(all.last()), hash);
        }
        return all;
    };
    const QByteArrayList before = sums();
    QTest::mouseClick(photo(), Qt::LeftButton, {}, QPoint(60, 60));
    ASSERT_NE(viewer(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([this] { return viewer()->showsPicture(); }, 20'000));
    for (const char *name : {"markPhoto", "removePhoto"})
        EXPECT_FALSE(part<QPushButton>(*viewer(), name)->isVisible()) << name;
    QTest::keyClick(viewer(), Qt::Key_Right);
    EXPECT_TRUE(wordsOf(*viewer()).contains(QStringLiteral("2 of 2"))) << qPrintable(wordsOf(*viewer()));
    QTest::keyClick(viewer(), Qt::Key_Escape);
    settle();
    ASSERT_EQ(viewer(), nullptr);
    photo()->setFocus();
    QTest::keyClick(photo(), Qt::Key_Return);
    ASSERT_NE(viewer(), nullptr);
    QTest::keyClick(viewer(), Qt::Key_Escape);
    settle();
    EXPECT_EQ(sums(), before);
    EXPECT_EQ(owed().size(), rows);
}

TEST_F(ReviewPhotos, theLastTimeStandsBeside_withItsNoteItsPhotosAndWhatIsBetterAndWorse)
{
    const QString words = summary();
    EXPECT_TRUE(words.contains(QStringLiteral("beside the one of 24 Nov 2026 by Sample Inspector")))
        << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("1 better, 1 worse"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Last time: Yes. Opened while we were there."))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Photos of 24 Nov 2026"))) << qPrintable(words);
    auto *before = part<EvidencePane>(*m_page, "filesBefore");
    EXPECT_TRUE(before->isVisible());
    EXPECT_EQ(before->model()->rowCount(), 1);
    choose("G-02");
    EXPECT_FALSE(photo()->isVisible()) << "it has none";
    EXPECT_FALSE(before->isVisible());
    EXPECT_TRUE(wordsOf(*part<QWidget>(*m_page, "reviewItem")).contains(QStringLiteral("No photo yet")));
}

TEST_F(ReviewPhotos, anAcceptance_saysTheWordsOfTheOfficerAndNoOthers)
{
    const qsizetype rows = owed().size();
    click(part<QPushButton>(*m_page, "acceptInspection"));
    EXPECT_EQ(owed().size(), rows) << "the verdict is the program's, the reason the officer's";
    QTest::keyClicks(part<QLineEdit>(*m_page, "reviewReason"), QStringLiteral("Seen with my own eyes"));
    click(part<QPushButton>(*m_page, "acceptInspection"));
    click(part<QPushButton>(*m_page, "acceptInspection"));
    EXPECT_EQ(text(Entity::Review, owed().last().change.id, "reason"), QStringLiteral("Seen with my own eyes"));
}

TEST_F(ReviewPhotos, aVisitThatCouldNotBeMade_isAcceptedWithItsReasonToo)
{
    const QString id = draftWith(visitedBuilding(8), {});
    ASSERT_TRUE(submitting()
                    .run(m_me, id, QStringLiteral("no_entry"),
                         {QStringLiteral("Nobody opened"), QStringLiteral("The guard"), {}})
                    .ok());
    m_page->open(id);
    EXPECT_TRUE(summary().contains(QStringLiteral("The visit ended as “No entry”: nothing was scored.")));
    part<QLineEdit>(*m_page, "reviewReason")->setText(QStringLiteral("To be visited again"));
    click(part<QPushButton>(*m_page, "acceptInspection"));
    click(part<QPushButton>(*m_page, "acceptInspection"));
    EXPECT_EQ(text(Entity::Review, owed().last().change.id, "reason"), QStringLiteral("To be visited again"));
}

} // namespace
} // namespace markaz::ui
