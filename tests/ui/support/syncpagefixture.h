// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"

#include "core/workflow/buildings.h"
#include "core/workflow/inspections.h"
#include "core/workflow/reviews.h"
#include "ui/pages/sync/rejectedpane.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/choicecard.h"

#include <QComboBox>
#include <QFileDialog>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui::test {

inline QJsonObject sides(const QJsonValue &base, const QJsonValue &server, const QJsonValue &client)
{
    return {{QStringLiteral("base"), base}, {QStringLiteral("server"), server}, {QStringLiteral("client"), client}};
}

class SyncPageTest : public DeskFixture
{
protected:
    std::unique_ptr<SyncPage> m_page;
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_id = building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old mill")}});
    }
    void TearDown() override { leave(m_page); }

    SyncPage &open(const char *tab = "waiting") { return open(m_me, tab); }
    SyncPage &open(const Actor &actor, const char *tab)
    {
        leave(m_page);
        m_page = std::make_unique<SyncPage>(services(actor));
        m_page->resize(1366, 640);
        m_page->choose(QLatin1String(tab));
        present(*m_page);
        return *m_page;
    }
    void edit(const char *path, const QJsonValue &value)
    {
        const Record before = m_records->require(Entity::Building, m_id).value();
        QJsonObject after = before.fields;
        setValueAt(after, QLatin1String(path), value);
        ChangeSet changes(*m_workspace, m_me);
        ASSERT_TRUE(changes.update(before, after).ok());
        ASSERT_TRUE(changes.commit().ok());
    }
    void reject(const char *code = "invalid", const char *field = "name")
    {
        ASSERT_TRUE(m_outbox
                        ->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected, QLatin1String(code),
                                 QLatin1String(field), QStringLiteral("words for experts"), m_clock.now())
                        .ok());
    }
    QString conflict(const QJsonObject &fields, const QString &author = {})
    {
        return put(Entity::Conflict, {{QStringLiteral("entity"), QStringLiteral("building")},
                                      {QStringLiteral("record"), m_id},
                                      {QStringLiteral("author"), author.isEmpty() ? m_me.accountId : author},
                                      {QStringLiteral("op_id"), m_ids.next()},
                                      {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                                      {QStringLiteral("fields"), fields},
                                      {QStringLiteral("state"), QStringLiteral("open")}});
    }
    QString twoFields()
    {
        return conflict({{QStringLiteral("name"),
                          sides(QStringLiteral("Mill"), QStringLiteral("Old mill"), QStringLiteral("My mill"))},
                         {QStringLiteral("storeys"), sides(1, 2, 3)}});
    }
    ChoiceCard *card(const char *name) { return part<ChoiceCard>(*m_page, name); }
    QString nameNow() { return text(Entity::Building, m_id, "name"); }
};

} // namespace markaz::ui::test
