// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures: drawn before the visit is submitted, readable afterwards.
#include "tests/ui/evidence/evidencefixture.h"

#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/signaturecard.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
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

TEST_F(SignaturesTest, finger_signs)
{
    SignatureSheet &sheet = paperOf("sign_inspector");
    auto *pad = part<SignaturePad>(sheet, "signaturePad");
    QPointingDevice *screen = QTest::createTouchDevice();
    QTest::touchEvent(pad, screen).press(0, {60, 80}, pad);
    for (int i = 1; i < 10; ++i)
        QTest::touchEvent(pad, screen).move(0, {60 + i * 30, 80 + (i % 2) * 30}, pad);
    QTest::touchEvent(pad, screen).release(0, {340, 80}, pad);
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
