// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures: drawn before the visit is submitted, readable afterwards.
#include "tests/ui/evidence/evidencefixture.h"
#include "tests/ui/support/finger.h"

#include "core/workflow/findings.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/inspection/signaturecard.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/signaturepad.h"
#include "ui/widgets/evidence/signaturesheet.h"

#include <QCheckBox>

namespace markaz::ui {
namespace {

using namespace test;

class SignaturesTest : public EvidenceFixture
{
protected:
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        m_draft = draftWith(visitedBuilding(2), perfect());
        m_page = std::make_unique<SubmitPage>(services());
        m_page->resize(1366, 690);
        present(*m_page);
        m_page->open(m_draft);
        settle();
    }
    void TearDown() override { leave(m_page); }
    SignatureSheet &paperOf(const char *signer)
    {
        click(part<QPushButton>(*m_page, signer));
        auto *sheet = m_page->window()->findChild<SignatureSheet *>();
        if (sheet == nullptr)
            qFatal("no paper");
        return *sheet;
    }
    static void scribble(SignaturePad &pad, int strokes = 2)
    {
        const QRect room = pad.rect();
        for (int stroke = 0; stroke < strokes; ++stroke) {
            const int y = room.height() / 2 + stroke * 12;
            QTest::mousePress(&pad, Qt::LeftButton, {}, {room.width() / 4, y});
            for (int i = 1; i < 8; ++i)
                QTest::mouseMove(&pad, {room.width() / 4 + i * room.width() / 16, y + (i % 2) * 20});
            QTest::mouseRelease(&pad, Qt::LeftButton, {}, {room.width() * 3 / 4, y});
        }
    }
    void sign(const char *button, const QString &name = {})
    {
        SignatureSheet &sheet = paperOf(button);
        if (!name.isEmpty()) {
            auto *line = part<QLineEdit>(sheet, "signerName");
            line->selectAll();
            type(line, name);
        }
        scribble(*part<SignaturePad>(sheet, "signaturePad"));
        click(part<QPushButton>(sheet, "saveSignature"));
        settle();
    }
    std::optional<Evidence> signature(const char *signer)
    {
        return EvidenceList(*m_workspace).signatureOf(m_draft, QLatin1String(signer)).value();
    }
    std::unique_ptr<SubmitPage> m_page;
};

} // namespace

TEST_F(SignaturesTest, bothAreAskedForAndStandInNobodysWay)
{
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Your signature is missing"))) << qPrintable(wordsOf(*m_page));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("owner’s signature is missing")));
    click(part<QCheckBox>(*m_page, "carriedOut"));
    EXPECT_TRUE(part<QPushButton>(*m_page, "submitInspection")->isEnabled());
}

TEST_F(SignaturesTest, inspectorSigns_withTheNameOfTheAccount)
{
    sign("sign_inspector");
    const auto evidence = signature("inspector");
    ASSERT_TRUE(evidence.has_value());
    EXPECT_EQ(evidence->signerName(), m_me.displayName);
    EXPECT_EQ(evidence->takenAt(), QStringLiteral("2026-11-24T09:00:00.000Z"));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("Your signature is missing")));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("owner’s signature is missing")));
    const QImage ink = QImage::fromData(contentStoreOf(*m_workspace).read(evidence->sha256(), 0, 1'000'000).value());
    ASSERT_EQ(ink.size(), QSize(1280, 440));
    EXPECT_GT(count(ink.convertToFormat(QImage::Format_RGB32), QColor(0x14, 0x20, 0x1A)), 1000);
    EXPECT_EQ(ink.pixelColor(4, 4), QColor(Qt::white));
}

TEST_F(SignaturesTest, ownerSigns_onlyWithAName)
{
    SignatureSheet &sheet = paperOf("sign_owner");
    auto *name = part<QLineEdit>(sheet, "signerName");
    EXPECT_TRUE(name->text().isEmpty()) << "this building has no owner on record";
    EXPECT_TRUE(name->hasFocus());
    scribble(*part<SignaturePad>(sheet, "signaturePad"));
    EXPECT_FALSE(part<QPushButton>(sheet, "saveSignature")->isEnabled());
    type(name, QStringLiteral("Sample Representative"));
    click(part<QPushButton>(sheet, "saveSignature"));
    settle();
    ASSERT_TRUE(signature("owner").has_value());
    EXPECT_EQ(signature("owner")->signerName(), QStringLiteral("Sample Representative"));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Sample Representative")));
}

TEST_F(SignaturesTest, undoAndClear_leaveWhatWasDrawnBefore)
{
    SignatureSheet &sheet = paperOf("sign_inspector");
    auto *pad = part<SignaturePad>(sheet, "signaturePad");
    EXPECT_FALSE(part<QPushButton>(sheet, "saveSignature")->isEnabled()) << "blank paper";
    QTest::mouseClick(pad, Qt::LeftButton, {}, pad->rect().center());
    EXPECT_FALSE(part<QPushButton>(sheet, "saveSignature")->isEnabled()) << "a dot is no signature";
    scribble(*pad, 2);
    EXPECT_EQ(pad->strokes(), 3);
    click(part<QPushButton>(sheet, "undoStroke"));
    EXPECT_EQ(pad->strokes(), 2);
    click(part<QPushButton>(sheet, "clearSignature"));
    EXPECT_EQ(pad->strokes(), 0);
    QTest::keyClick(&sheet, Qt::Key_Escape);
    settle();
    EXPECT_EQ(m_page->window()->findChild<SignatureSheet *>(), nullptr);
    EXPECT_FALSE(signature("inspector").has_value());
}

TEST_F(SignaturesTest, whenItIsTaken_theKeyboardIsWhereItWas)
{
    auto *button = part<QPushButton>(*m_page, "sign_inspector");
    button->setFocus();
    sign("sign_inspector");
    EXPECT_EQ(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Tab);
    EXPECT_NE(QApplication::focusWidget(), button);
    EXPECT_NE(QApplication::focusWidget(), nullptr);
}

TEST_F(SignaturesTest, escapeAfterAStroke_asks)
{
    SignatureSheet &sheet = paperOf("sign_inspector");
    scribble(*part<SignaturePad>(sheet, "signaturePad"));
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QTest::keyClick(&sheet, Qt::Key_Escape); // which answers nothing
    settle();
    ASSERT_EQ(m_page->window()->findChild<SignatureSheet *>(), &sheet);
    EXPECT_TRUE(wordsOf(sheet).contains(QStringLiteral("not taken"))) << qPrintable(wordsOf(sheet));
    click(part<QPushButton>(sheet, "cancelSignature"));
    settle();
    EXPECT_EQ(m_page->window()->findChild<SignatureSheet *>(), nullptr);
    EXPECT_FALSE(signature("inspector").has_value());
}

TEST_F(SignaturesTest, paper_fitsAWindowOfTwiceTheScale)
{
    m_page->resize(683, 345);
    SignatureSheet &sheet = paperOf("sign_owner");
    sheet.setGeometry(0, 0, 683, 345);
    settle();
    for (const char *name : {"signaturePad", "saveSignature", "undoStroke", "cancelSignature", "signerName"}) {
        const auto *widget = part<QWidget>(sheet, name);
        const QRect where(widget->mapTo(&sheet, QPoint()), widget->size());
        EXPECT_TRUE(sheet.rect().contains(where))
            << name << ' ' << where.x() << ' ' << where.y() << ' ' << where.width() << ' ' << where.height();
    }
}

TEST_F(SignaturesTest, signatureThatCannotBeRead_isNotAnothers)
{
    sign("sign_inspector");
    SignatureCard card(services(), QStringLiteral("inspector"));
    QStringList errors;
    QObject::connect(&card, &SignatureCard::failed, [&errors](const Error &error) { errors.append(error.where); });
    card.setInspection(m_draft);
    ASSERT_TRUE(wordsOf(card).contains(m_me.displayName)) << qPrintable(wordsOf(card));
    const QString another = draftOf(visitedBuilding(3));
    ASSERT_TRUE(m_database->runScript(QStringLiteral("ALTER TABLE evidence RENAME TO away;")).ok());
    card.setInspection(another);
    EXPECT_EQ(errors.size(), 1);
    EXPECT_FALSE(wordsOf(card).contains(m_me.displayName)) << qPrintable(wordsOf(card));
    EXPECT_TRUE(wordsOf(card).contains(QStringLiteral("cannot be read"))) << qPrintable(wordsOf(card));
}

TEST_F(SignaturesTest, report_showsWhatWasDrawnAndRoomForTheRest)
{
    sign("sign_owner", QStringLiteral("Sample Representative"));
    const auto report = inspectionReport(services(), m_draft);
    ASSERT_TRUE(report.ok());
    EXPECT_FALSE(report->signaturesTitle.isEmpty());
    ASSERT_EQ(report->signatures.size(), 2);
    const ReportPicture &inspector = report->signatures.first();
    EXPECT_TRUE(inspector.image.isNull());
    EXPECT_EQ(inspector.caption, QStringLiteral("Inspector"));
    const ReportPicture &owner = report->signatures.last();
    EXPECT_GT(count(owner.image.convertToFormat(QImage::Format_RGB32), QColor(0x14, 0x20, 0x1A)), 100);
    EXPECT_TRUE(owner.caption.contains(QStringLiteral("Sample Representative"))) << qPrintable(owner.caption);
    EXPECT_TRUE(owner.caption.contains(QStringLiteral("Owner or representative"))) << qPrintable(owner.caption);
    ASSERT_TRUE(contentStoreOf(*m_workspace).remove(signature("owner")->sha256()).ok());
    const QString elsewhere = inspectionReport(services(), m_draft)->signatures.last().caption;
    EXPECT_TRUE(elsewhere.contains(QStringLiteral("signed"))) << qPrintable(elsewhere);
}

TEST_F(SignaturesTest, report_listsTheFindings)
{
    ASSERT_EQ(inspectionReport(services(), m_draft)->tables.last().rows.size(), 0);
    RaiseFinding raise(*m_workspace, m_standards);
    FindingEntry entry = raise.proposal(*markaz::test::standard().item(QStringLiteral("C-02")), false);
    entry.description = QStringLiteral("Sample: the door opens inwards");
    entry.responsible = QStringLiteral("Sample Owner");
    ASSERT_TRUE(raise.run(m_me, m_draft, QStringLiteral("C-02"), entry).ok());
    const auto report = inspectionReport(services(), m_draft);
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->tables.last().rows.size(), 1);
    const QString row = report->tables.last().rows.first().join(QLatin1Char('|'));
    for (const QString &words : {QStringLiteral("C-02"), entry.description, entry.responsible, format::date(entry.due),
                                 QStringLiteral("Critical"), QStringLiteral("Open")})
        EXPECT_TRUE(row.contains(words)) << qPrintable(row);
}

TEST_F(SignaturesTest, finger_signs)
{
    SignatureSheet &sheet = paperOf("sign_inspector");
    auto *pad = part<SignaturePad>(sheet, "signaturePad");
    QTest::touchEvent(pad, test::finger()).press(0, {60, 80}, pad);
    for (int i = 1; i < 10; ++i)
        QTest::touchEvent(pad, test::finger()).move(0, {60 + i * 30, 80 + (i % 2) * 30}, pad);
    QTest::touchEvent(pad, test::finger()).release(0, {340, 80}, pad);
    EXPECT_EQ(pad->strokes(), 1);
    EXPECT_TRUE(pad->isSigned());
}

TEST_F(SignaturesTest, signingAgain_takesThePlace)
{
    sign("sign_owner", QStringLiteral("First Name"));
    sign("sign_owner", QStringLiteral("Second Name"));
    EXPECT_EQ(signature("owner")->signerName(), QStringLiteral("Second Name"));
    EXPECT_EQ(filesOf(m_draft), 1);
}

TEST_F(SignaturesTest, afterTheSubmit_inspectorAndOfficerReadThem)
{
    sign("sign_inspector");
    sign("sign_owner", QStringLiteral("Sample Owner"));
    click(part<QCheckBox>(*m_page, "carriedOut"));
    click(part<QPushButton>(*m_page, "submitInspection"));
    ASSERT_EQ(m_records->requireAs<Inspection>(m_draft)->state(), QStringLiteral("submitted"));
    leave(m_page);

    auto inspection = std::make_unique<InspectionPage>(services());
    inspection->resize(1366, 690);
    present(*inspection);
    inspection->open(m_draft);
    settle();
    auto *button = part<QPushButton>(*inspection, "signatures");
    EXPECT_TRUE(button->isVisible());
    EXPECT_TRUE(button->text().contains(QLatin1Char('2')));
    click(button);
    auto *viewer = inspection->findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([viewer] { return viewer->showsPicture(); }, 20'000));
    QTest::keyClick(viewer, Qt::Key_Right);
    EXPECT_TRUE(wordsOf(*viewer).contains(QStringLiteral("Sample Owner"))) << qPrintable(wordsOf(*viewer));
    EXPECT_FALSE(part<QPushButton>(*viewer, "removePhoto")->isVisible());
    leave(inspection);

    auto review = std::make_unique<ReviewPage>(services(m_chief));
    review->resize(1366, 690);
    present(*review);
    review->open(m_draft);
    settle();
    EXPECT_TRUE(part<QPushButton>(*review, "signatures")->isVisible());
    leave(review);
}

} // namespace markaz::ui
