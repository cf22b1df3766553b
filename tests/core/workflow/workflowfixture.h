// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"
#include "core/workflow/inspections.h"
#include "core/workflow/reviews.h"
#include "tests/core/storage/cachefixture.h"
#include "tests/support/perfectanswers.h"

namespace markaz::test {

inline const Standard &standard()
{
    static const Standard read = builtinStandard().value();
    return read;
}

/// A workspace over a real cache, people of each role, and what was signalled.
class WorkflowFixture : public CacheFixture
{
protected:
    ChangeNotifier m_notifier;
    QStringList m_signals; ///< "building ID", "outbox"
    std::unique_ptr<Workspace> m_workspace;
    StandardCatalogue m_standards{standard()};
    Actor m_me = person(m_inspector, Role::Inspector);
    Actor m_colleague = person(QStringLiteral("01900000-0000-7000-8000-0000000000a2"), Role::Inspector);
    Actor m_chief = person(m_officer, Role::Officer);
    Actor m_auditor = person(QStringLiteral("01900000-0000-7000-8000-0000000000c1"), Role::Auditor);
    Actor m_admin = person(QStringLiteral("01900000-0000-7000-8000-0000000000d1"), Role::Administrator);
    const QJsonObject m_programme = samples::context(1).programme;

    static Actor person(const QString &id, Role role)
    {
        return {id, QStringLiteral("sample"), QStringLiteral("Sample Person"), role, {cityOf("LHE").province}};
    }
    static Actor elsewhere(Actor actor)
    {
        actor.provinces = {cityOf("KHI").province};
        return actor;
    }

    void SetUp() override
    {
        CacheFixture::SetUp();
        m_workspace =
            std::make_unique<Workspace>(Workspace{*m_database, *m_records, *m_outbox, m_clock, m_ids, m_notifier});
        QObject::connect(
            &m_notifier, &ChangeNotifier::recordChanged, &m_notifier,
            [this](Entity entity, const QString &id) { m_signals.append(token(entity) + QLatin1Char(' ') + id); });
        QObject::connect(&m_notifier, &ChangeNotifier::outboxChanged, &m_notifier,
                         [this] { m_signals.append(QStringLiteral("outbox")); });
    }

    /// A building of Lahore (tier 1) that the perfect answers fit.
    QString visitedBuilding(int number = 1) { return building("LHE", number, samples::context(1).building); }
    QString draftOf(const QString &buildingId, const QString &assignmentId = {})
    {
        auto draft =
            StartInspection(*m_workspace, m_standards).run(m_me, buildingId, QStringLiteral("initial"), assignmentId);
        EXPECT_TRUE(draft.ok()) << qPrintable(draft.ok() ? QString() : draft.error().detail);
        return draft.ok() ? draft->id() : QString();
    }
    RecordAnswer answering() { return RecordAnswer(*m_workspace, m_standards); }
    SubmitInspection submitting() { return SubmitInspection(*m_workspace, m_standards, gazetteer(), m_programme); }

    void answerAll(const QString &inspection, const QHash<QString, Answer> &answers)
    {
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            const auto saved = answering().run(m_me, inspection, it.key(), it.value());
            ASSERT_TRUE(saved.ok()) << qPrintable(it.key() + QStringLiteral(": ") + saved.error().detail);
        }
    }
    /// A complete inspection in the state submitted, put there at once.
    QString submitted(const QString &buildingId)
    {
        QJsonObject fields =
            inspectionFields(buildingId, m_inspector, "draft",
                             {{QStringLiteral("standard"), standard().id()},
                              {QStringLiteral("standard_hash"), standard().hash()},
                              {QStringLiteral("started_at"), QStringLiteral("2026-11-23T09:00:00.000Z")},
                              {QStringLiteral("sample"), true}});
        fields.insert(QStringLiteral("answers"), samples::answersField(samples::perfectAnswers(standard(), 1)));
        QString id = put(Entity::Inspection, fields);
        const auto done = submitting().run(m_me, id, QStringLiteral("done"));
        EXPECT_TRUE(done.ok()) << qPrintable(done.ok() ? QString() : done.error().where + done.error().detail);
        return id;
    }

    /// A file of an item, as the feed brings it.
    QString attached(const QString &inspection, const QString &item, const char *kind, const QJsonObject &more = {})
    {
        const bool document = qstrcmp(kind, "document") == 0;
        return put(Entity::Evidence,
                   with({{QStringLiteral("inspection"), inspection},
                         {QStringLiteral("item"), item},
                         {QStringLiteral("kind"), QLatin1String(kind)},
                         {QStringLiteral("sha256"), QStringLiteral("%1").arg(++m_attached, 64, 16, QLatin1Char('0'))},
                         {QStringLiteral("size"), 1'200'000},
                         {QStringLiteral("media_type"),
                          document ? QStringLiteral("application/pdf") : QStringLiteral("image/jpeg")},
                         {QStringLiteral("filename"),
                          QStringLiteral("sample %1.%2").arg(m_attached).arg(QLatin1String(document ? "pdf" : "jpg"))},
                         {QStringLiteral("taken_at"), QStringLiteral("2026-11-23T09:40:00.000Z")},
                         {QStringLiteral("sample"), true}},
                        more));
    }
    /// All that the standard asks to be shown.
    void attachAll(const QString &inspection)
    {
        for (const Item &item : standard().items()) {
            for (int i = 0; i < item.photosNeeded; ++i)
                attached(inspection, item.code, "photo");
            if (item.documentNeeded)
                attached(inspection, item.code, "document");
        }
    }
    int m_attached = 0;

    QList<OutboxRow> owed() { return m_outbox->list(std::nullopt).value(); }
    /// Nothing was written and nothing was told.
    template <class Run>
    void expectRefused(ErrorCode code, const QString &where, Run run)
    {
        const qsizetype rows = owed().size();
        const QString before = digest();
        m_signals.clear();
        const auto result = run();
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().code, code) << qPrintable(result.error().detail);
        EXPECT_EQ(result.error().where, where) << qPrintable(result.error().detail);
        EXPECT_EQ(owed().size(), rows);
        EXPECT_EQ(digest(), before);
        EXPECT_EQ(m_signals, QStringList());
    }
    QString digest()
    {
        QString all;
        for (Entity entity : allValues<Entity>()) {
            all += cell(QStringLiteral(
                            "SELECT group_concat(id || rev || data, '|') FROM (SELECT * FROM \"%1\" ORDER BY id)")
                            .arg(token(entity)))
                       .toString();
        }
        return all;
    }
    QJsonObject fieldsOf(Entity entity, const QString &id)
    {
        const auto found = m_records->require(entity, id);
        EXPECT_TRUE(found.ok());
        return found.ok() ? found->fields : QJsonObject();
    }
    QString text(Entity entity, const QString &id, const char *field)
    {
        return fieldsOf(entity, id).value(QLatin1String(field)).toString();
    }
};

} // namespace markaz::test
