// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a building's position comes from: typed, a photo, a GPS receiver; source and accuracy stand in the record.
#include "tests/support/sampleexif.h"
#include "tests/support/samplefiles.h"
#include "tests/ui/support/formfixture.h"

#include "ui/positionreceiver.h"
#include "ui/widgets/positionfield.h"

#include <QFileDialog>
#include <QMenu>
#include <QThreadPool>

namespace markaz::ui {
namespace {

using namespace test;
using markaz::test::SampleExif;

class FakeReceiver final : public PositionReceiver
{
public:
    QStringList devices() const override { return names; }
    void ask(const QString &device) override { asked = device; }
    void stop() override { asked.clear(); }
    QStringList names{QStringLiteral("ttyACM0")};
    QString asked;
};

class PositionFieldTest : public DeskFixture
{
protected:
    void SetUp() override
    {
        DeskFixture::SetUp();
        Services with = services();
        with.receiver = &m_receiver;
        show(with);
    }
    void TearDown() override { leave(m_field); }
    void show(const Services &with)
    {
        leave(m_field);
        m_field = std::make_unique<PositionField>(with);
        QObject::connect(m_field.get(), &PositionField::failed, m_field.get(),
                         [this](const Error &error) { m_errors.append(error.where); });
        m_field->resize(600, 160);
        present(*m_field);
    }
    QJsonObject written()
    {
        QJsonObject record{{QStringLiteral("accuracy_m"), 99}};
        EXPECT_TRUE(m_field->writeTo(record).ok());
        return record;
    }
    QString photo(const SampleExif &exif)
    {
        return markaz::test::writeFile(m_dir.filePath(QStringLiteral("site.jpg")),
                                       exif.in(markaz::test::jpegHead("sample")));
    }
    QPushButton *receiver() { return part<QPushButton>(*m_field, "positionFromReceiver"); }

    FakeReceiver m_receiver;
    std::unique_ptr<PositionField> m_field;
    QStringList m_errors;
};

} // namespace

TEST_F(PositionFieldTest, typed_hasNoAccuracy)
{
    type(m_field->line(), QStringLiteral("31.5204, 74.3587"));
    const QJsonObject record = written();
    EXPECT_EQ(record.value(QStringLiteral("position_source")), QStringLiteral("typed"));
    EXPECT_FALSE(record.contains(QStringLiteral("accuracy_m")));
    m_field->line()->clear();
    EXPECT_TRUE(written().isEmpty());
    type(m_field->line(), QStringLiteral("somewhere"));
    QJsonObject none;
    EXPECT_FALSE(m_field->writeTo(none).ok());
}

TEST_F(PositionFieldTest, photo_givesPositionSourceAndAccuracy)
{
    QSignalSpy given(m_field.get(), &PositionField::given);
    click(part<QPushButton>(*m_field, "positionFromPhoto"));
    auto *dialog = m_field->findChild<QFileDialog *>(QStringLiteral("positionPhotoDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(photo({.latitude = 31.5204, .longitude = 74.3587, .errorM = 8}));
    dialog->close();
    ASSERT_TRUE(given.count() > 0 || given.wait(20'000)) << qPrintable(m_errors.join(QLatin1Char(' ')));
    const QJsonObject record = written();
    EXPECT_EQ(record.value(QStringLiteral("latitude_e6")), 31'520'400);
    EXPECT_EQ(record.value(QStringLiteral("accuracy_m")), 8);
    EXPECT_EQ(record.value(QStringLiteral("position_source")), QStringLiteral("photo"));
    EXPECT_TRUE(part<QLabel>(*m_field, "positionSource")->text().contains(QStringLiteral("accurate to 8 m")));
    // Typed over, it is nobody's word but the person's.
    QTest::keyClick(m_field->line(), Qt::Key_End);
    QTest::keyClick(m_field->line(), Qt::Key_Backspace);
    type(m_field->line(), QStringLiteral("9"));
    EXPECT_EQ(written().value(QStringLiteral("position_source")), QStringLiteral("typed"));
    EXPECT_FALSE(part<QLabel>(*m_field, "positionSource")->isVisible());
}

TEST_F(PositionFieldTest, photoWithoutPosition_saysSoAndChangesNothing)
{
    type(m_field->line(), QStringLiteral("31.5204, 74.3587"));
    m_field->takeFromPhoto(photo({.taken = "2026:11:23 14:05:00"}));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_errors.isEmpty(); }, 20'000));
    m_field->takeFromPhoto(m_dir.filePath(QStringLiteral("not there.jpg")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_errors.size() == 2; }, 20'000));
    EXPECT_EQ(m_errors, (QStringList{QStringLiteral("photo.position"), QStringLiteral("file.unreadable")}));
    EXPECT_EQ(m_field->line()->text(), QStringLiteral("31.5204, 74.3587"));
}

TEST_F(PositionFieldTest, photoThatComesLate_isNotTheNextBuildings)
{
    QSignalSpy given(m_field.get(), &PositionField::given);
    m_field->takeFromPhoto(photo({.latitude = 31.5204, .longitude = 74.3587, .errorM = 8}));
    m_field->setFields({{QStringLiteral("latitude_e6"), 24'860'000}, {QStringLiteral("longitude_e6"), 67'010'000}});
    m_field->takeFromPhoto(m_dir.filePath(QStringLiteral("not there.jpg"))); // answered after it
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_errors.isEmpty(); }, 20'000));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    EXPECT_EQ(given.count(), 0);
    EXPECT_EQ(m_field->line()->text(), QStringLiteral("24.860000, 67.010000"));
}

TEST_F(PositionFieldTest, receiver_isListenedToUntilItKnows)
{
    click(receiver());
    EXPECT_EQ(m_receiver.asked, QStringLiteral("ttyACM0"));
    EXPECT_TRUE(part<QLabel>(*m_field, "positionSource")->text().contains(QStringLiteral("ttyACM0")));
    Q_EMIT m_receiver.found(Position::make(31'520'400, 74'358'700, 4).value());
    const QJsonObject record = written();
    EXPECT_EQ(record.value(QStringLiteral("longitude_e6")), 74'358'700);
    EXPECT_EQ(record.value(QStringLiteral("accuracy_m")), 4);
    EXPECT_EQ(record.value(QStringLiteral("position_source")), QStringLiteral("gps"));
    EXPECT_EQ(receiver()->text(), QStringLiteral("From the GPS receiver"));
}

TEST_F(PositionFieldTest, receiver_isLetGoWhenStoppedOrLeft)
{
    click(receiver());
    EXPECT_EQ(receiver()->text(), QStringLiteral("Stop"));
    click(receiver());
    EXPECT_EQ(m_receiver.asked, QString());
    click(receiver());
    m_field->hide();
    EXPECT_EQ(m_receiver.asked, QString());
    Q_EMIT m_receiver.found(Position::make(31'520'400, 74'358'700, 4).value()); // too late
    EXPECT_TRUE(m_field->line()->text().isEmpty());
}

TEST_F(PositionFieldTest, severalReceivers_areChosenFrom)
{
    m_receiver.names.append(QStringLiteral("ttyUSB0"));
    click(receiver());
    EXPECT_EQ(m_receiver.asked, QString());
    auto *menu = m_field->findChild<QMenu *>();
    ASSERT_NE(menu, nullptr);
    menu->actions().last()->trigger();
    menu->close();
    EXPECT_EQ(m_receiver.asked, QStringLiteral("ttyUSB0"));
}

TEST_F(PositionFieldTest, noReceiver_saysSo)
{
    m_receiver.names.clear();
    click(receiver());
    show(services()); // built without
    click(receiver());
    EXPECT_EQ(m_errors, (QStringList{QStringLiteral("gps.none"), QStringLiteral("gps.none")}));
    for (const char *where : {"gps.none", "gps.device", "gps.nofix", "photo.position"}) {
        const Sentence said = sentences::of(makeError(ErrorCode::NotFound, {}, QLatin1String(where)));
        EXPECT_FALSE(said.fact.isEmpty() || said.next.isEmpty()) << where;
        EXPECT_NE(said.fact, sentences::of(makeError(ErrorCode::NotFound, {})).fact) << where;
    }
}

TEST_F(PositionFieldTest, record_keepsItsSourceWhenNothingIsTyped)
{
    m_field->setFields({{QStringLiteral("latitude_e6"), 31'520'400},
                        {QStringLiteral("longitude_e6"), 74'358'700},
                        {QStringLiteral("accuracy_m"), 5},
                        {QStringLiteral("position_source"), QStringLiteral("gps")},
                        {QStringLiteral("name"), QStringLiteral("Mill")}});
    EXPECT_EQ(m_field->line()->text(), QStringLiteral("31.520400, 74.358700"));
    const QJsonObject record = written();
    EXPECT_EQ(record.value(QStringLiteral("accuracy_m")), 5);
    EXPECT_EQ(record.value(QStringLiteral("position_source")), QStringLiteral("gps"));
    EXPECT_FALSE(record.contains(QStringLiteral("name")));
}

} // namespace markaz::ui
