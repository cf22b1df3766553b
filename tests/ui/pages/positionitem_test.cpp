// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist's item that asks for a position: typed, from a photo or from a receiver, with source and accuracy.
#include "tests/support/sampleexif.h"
#include "tests/support/samplefiles.h"
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/fakereceiver.h"

#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/positionfield.h"

#include <QFileDialog>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class PositionItemTest : public DeskFixture
{
protected:
    void SetUp() override
    {
        DeskFixture::SetUp();
        m_draft = draftOf(visitedBuilding());
        Services with = services();
        with.receiver = &m_receiver;
        m_page = std::make_unique<InspectionPage>(with);
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(m_draft);
        m_page->goToItem(kItem);
        settle();
    }
    void TearDown() override { leave(m_page); }
    PositionField *field() { return rowFor(*m_page, "A-07")->editor()->findChild<PositionField *>(); }
    QJsonObject stored()
    {
        return fieldsOf(Entity::Inspection, m_draft)
            .value(QStringLiteral("answers"))
            .toObject()
            .value(kItem)
            .toObject()
            .value(QStringLiteral("value"))
            .toObject();
    }
    void enter(const char *text)
    {
        QLineEdit *line = field()->line();
        line->setFocus();
        line->selectAll();
        type(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
        settle();
    }

    const QString kItem = QStringLiteral("A-07");
    FakeReceiver m_receiver;
    QString m_draft;
    std::unique_ptr<InspectionPage> m_page;
};

TEST_F(PositionItemTest, receiver_answersWithSourceAndAccuracy)
{
    click(part<QPushButton>(*field(), "positionFromReceiver"));
    ASSERT_EQ(m_receiver.asked, QStringLiteral("ttyACM0"));
    Q_EMIT m_receiver.found(Position::make(31'520'400, 74'358'700, 6).value());
    settle();
    EXPECT_EQ(stored().value(QStringLiteral("latitude_e6")), 31'520'400);
    EXPECT_EQ(stored().value(QStringLiteral("accuracy_m")), 6);
    EXPECT_EQ(stored().value(QStringLiteral("position_source")), QStringLiteral("gps"));
    EXPECT_TRUE(part<QLabel>(*field(), "positionSource")->text().contains(QStringLiteral("accurate to 6 m")));
}

TEST_F(PositionItemTest, photo_answersWithSourceAndAccuracy)
{
    const auto photoAt = [this](double latitude) {
        const markaz::test::SampleExif exif{.latitude = latitude, .longitude = 74.3587, .errorM = 8};
        return markaz::test::writeFile(m_dir.filePath(QStringLiteral("site.jpg")),
                                       exif.in(markaz::test::jpegHead("sample")));
    };
    const auto choose = [this](const QString &file) {
        click(part<QPushButton>(*field(), "positionFromPhoto"));
        auto *dialog = field()->findChild<QFileDialog *>(QStringLiteral("positionPhotoDialog"));
        ASSERT_NE(dialog, nullptr);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
    };
    choose(photoAt(31.5204));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !stored().isEmpty(); }, 20'000)) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(stored().value(QStringLiteral("latitude_e6")), 31'520'400);
    EXPECT_EQ(stored().value(QStringLiteral("accuracy_m")), 8);
    EXPECT_EQ(stored().value(QStringLiteral("position_source")), QStringLiteral("photo"));
    EXPECT_TRUE(part<QLabel>(*field(), "positionSource")->text().contains(QStringLiteral("accurate to 8 m")));

    choose(m_dir.filePath(QStringLiteral("not there.jpg")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !messagesOf(*m_page).isEmpty(); }, 20'000));
    EXPECT_EQ(stored().value(QStringLiteral("latitude_e6")), 31'520'400) << "nothing is lost";

    // An answer elsewhere does not lose the photo that is being read.
    choose(photoAt(31.5300));
    m_page->model()->setData(m_page->model()->index(m_page->model()->rowOf(QStringLiteral("A-01"))),
                             QJsonObject{{QStringLiteral("value"), QStringLiteral("given")}},
                             ChecklistModel::AnswerRole);
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return stored().value(QStringLiteral("latitude_e6")).toInteger() == 31'530'000; }, 20'000));
}

TEST_F(PositionItemTest, anAnswerElsewhere_doesNotStopTheReceiver)
{
    click(part<QPushButton>(*field(), "positionFromReceiver"));
    m_page->model()->setData(m_page->model()->index(m_page->model()->rowOf(QStringLiteral("A-01"))),
                             QJsonObject{{QStringLiteral("value"), QStringLiteral("given")}},
                             ChecklistModel::AnswerRole);
    settle();
    EXPECT_EQ(m_receiver.asked, QStringLiteral("ttyACM0")) << "it is still listened to";
}

TEST_F(PositionItemTest, typed_isTypedAndUndone_andNonsenseIsRefused)
{
    enter("31.5204, 74.3587");
    EXPECT_EQ(stored().value(QStringLiteral("position_source")), QStringLiteral("typed"));
    EXPECT_FALSE(stored().contains(QStringLiteral("accuracy_m")));
    enter("somewhere");
    EXPECT_FALSE(messagesOf(*m_page).isEmpty());
    EXPECT_EQ(stored().value(QStringLiteral("latitude_e6")), 31'520'400) << "nothing is lost";
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_TRUE(stored().isEmpty());
    EXPECT_EQ(field()->line()->text(), QString());
}

} // namespace
} // namespace markaz::ui
