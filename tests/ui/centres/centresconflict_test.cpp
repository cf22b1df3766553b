// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A contact that two officers entered, settled by a third one that is typed.
#include "tests/ui/centres/centresfixture.h"

#include "ui/pages/sync/syncpage.h"

#include <QComboBox>

namespace markaz::ui {
namespace {

using namespace test;

class CentresConflict : public CentresFixture
{
protected:
    std::unique_ptr<SyncPage> m_page;
    QString m_id;

    /// Both phones are public; the conflict is about the phone alone.
    void SetUp() override
    {
        CentresFixture::SetUp();
        m_id = centre(certified(1), "Iqbal Centre",
                      {{QStringLiteral("contact_agreed_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
        put(Entity::Conflict, {{QStringLiteral("entity"), QStringLiteral("centre")},
                               {QStringLiteral("record"), m_id},
                               {QStringLiteral("author"), m_officer},
                               {QStringLiteral("op_id"), m_ids.next()},
                               {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                               {QStringLiteral("fields"),
                                QJsonObject{{QStringLiteral("contact_phone"),
                                             QJsonObject{{QStringLiteral("base"), QJsonValue::Null},
                                                         {QStringLiteral("server"), QStringLiteral("042-1234567")},
                                                         {QStringLiteral("client"), QStringLiteral("042-7654321")}}}}},
                               {QStringLiteral("state"), QStringLiteral("open")}});
        m_page = std::make_unique<SyncPage>(services(m_chief));
        m_page->resize(1366, 640);
        m_page->choose(QStringLiteral("conflicts"));
        present(*m_page);
    }
    void TearDown() override { leave(m_page); }
    QLineEdit *line(const char *field) { return part<QWidget>(*m_page, field)->findChild<QLineEdit *>(); }
    QComboBox *agreed() { return part<QWidget>(*m_page, "field.contact_agreed_at")->findChild<QComboBox *>(); }
    Centre settled()
    {
        click(part<QPushButton>(*m_page, "settleConflict"));
        EXPECT_EQ(owed().size(), 2) << "the centre and the conflict: " << qPrintable(messagesOf(*m_page));
        return m_records->requireAs<Centre>(m_id).value();
    }
};

TEST_F(CentresConflict, phoneThatIsTyped_isNotPublicByAnothersWord)
{
    EXPECT_EQ(line("field.contact_name")->text(), QStringLiteral("Sample Amna")) << "what nobody contests stands there";
    EXPECT_EQ(line("field.contact_phone")->text(), QString());
    fillIn(line("field.contact_phone"), QStringLiteral("042-3333333"));
    EXPECT_TRUE(part<QAbstractButton>(*m_page, "other.contact")->isChecked()) << "typing chooses it";
    EXPECT_EQ(agreed()->currentIndex(), 0) << "nobody has agreed for this one";
    const Centre now = settled();
    EXPECT_EQ(now.contactPhone(), QStringLiteral("042-3333333"));
    EXPECT_EQ(now.contactName(), QStringLiteral("Sample Amna"));
    EXPECT_FALSE(now.contactPublic());
}

TEST_F(CentresConflict, phoneThatIsTyped_isPublicWhenThatIsSaid_andNoLongerWhenAnotherIsTyped)
{
    fillIn(line("field.contact_phone"), QStringLiteral("042-3333333"));
    agreed()->setFocus();
    QTest::keyClick(agreed(), Qt::Key_Down);
    ASSERT_EQ(agreed()->currentIndex(), 1);
    fillIn(line("field.contact_phone"), QStringLiteral("042-4444444"));
    EXPECT_EQ(agreed()->currentIndex(), 0) << "that was said of the one before";
    agreed()->setFocus();
    QTest::keyClick(agreed(), Qt::Key_Down);
    const Centre now = settled();
    EXPECT_EQ(now.contactPhone(), QStringLiteral("042-4444444"));
    EXPECT_EQ(now.contactAgreedAt(), toIso(m_clock.now()));
}

} // namespace
} // namespace markaz::ui
