// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A version of the standard on its way: from the server's command to the laptops, and in the visits made by it.
#include "core/workflow/movedraft.h"
#include "core/workflow/standards.h"
#include "tests/integration/realserver.h"
#include "tests/support/perfectanswers.h"
#include "tests/support/standardjson.h"

#include <QJsonDocument>

namespace markaz::test {
namespace {

class StandardVersions : public RealServer
{
protected:
    /// "markaz-server standard import", while the server runs.
    void import(const QJsonObject &standard)
    {
        QFile file(m_folder.filePath(QStringLiteral("standard.json")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(standard).toJson()) > 0);
        file.close();
        ASSERT_TRUE(succeeded(ServerProcess::command(
            QStringList{QStringLiteral("standard"), QStringLiteral("import"), file.fileName()} + m_store.arguments())));
    }
    /// Every answer of \p standard, then the submit, by \p known.
    Result<Inspection> handedIn(Laptop &laptop, const StandardCatalogue &known, const QString &id,
                                const Standard &standard)
    {
        SubmitInspection submitting(laptop.workspace(), known, Carried::get().gazetteer, Carried::get().programme);
        const auto context = submitting.context(id);
        if (!context)
            return context.error();
        RecordAnswer answering(laptop.workspace(), known);
        const auto answers = samples::perfectAnswers(standard, context->scoring.tier);
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            if (auto saved = answering.run(laptop.me(), id, it.key(), *it); !saved)
                return saved;
        }
        return submitting.run(laptop.me(), id, QStringLiteral("done"));
    }
};

INSTANTIATE_TEST_SUITE_P(Stores, StandardVersions, testing::Values("sqlite", "postgres"), storeName);

TEST_P(StandardVersions, importedVersion_reachesTheLaptops_andBothAreHandedIn)
{
    auto inspector = laptopOf("sample.inspector");
    StandardCatalogue known(Carried::get().standard);
    QStringList drafts;
    for (const char *name : {"Old mill", "Old school", "Old shop"}) {
        const auto building = inspector->registerBuilding("LHE", QLatin1String(name));
        ASSERT_TRUE(succeeded(building));
        const auto draft = StartInspection(inspector->workspace(), known)
                               .run(inspector->me(), building->id(), QStringLiteral("initial"));
        ASSERT_TRUE(succeeded(draft));
        drafts.append(draft->id());
    }
    const auto answered =
        RecordAnswer(inspector->workspace(), known)
            .run(inspector->me(), drafts.at(1), QStringLiteral("I-03"), Answer::ofValue(QStringLiteral("yes")));
    ASSERT_TRUE(succeeded(answered));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));

    import(samples::successor());
    EXPECT_TRUE(clean(inspector->sync()));
    ASSERT_TRUE(succeeded(refreshStandards(inspector->workspace().database, known)));
    ASSERT_EQ(known.newest().version(), 2);
    EXPECT_EQ(known.newest().hash(), samples::parsed(samples::successor()).hash())
        << "whatever the database and the wire made of its JSON";

    // One as it was begun, one moved, and a new one.
    EXPECT_TRUE(succeeded(handedIn(*inspector, known, drafts.at(0), known.builtin())));
    ASSERT_TRUE(succeeded(MoveDraft(inspector->workspace(), known).run(inspector->me(), drafts.at(1))));
    EXPECT_TRUE(succeeded(handedIn(*inspector, known, drafts.at(1), known.newest())));
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("New hall"));
    ASSERT_TRUE(succeeded(building));
    const auto fresh =
        StartInspection(inspector->workspace(), known).run(inspector->me(), building->id(), QStringLiteral("initial"));
    ASSERT_TRUE(succeeded(fresh));
    EXPECT_EQ(fresh->standardVersion(), 2);
    EXPECT_TRUE(succeeded(handedIn(*inspector, known, fresh->id(), known.newest())));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));

    auto officer = laptopOf("sample.officer");
    StandardCatalogue officers(Carried::get().standard);
    ASSERT_TRUE(succeeded(refreshStandards(officer->workspace().database, officers)));
    const SubmitInspection scores(officer->workspace(), officers, Carried::get().gazetteer, Carried::get().programme);
    for (const QString &id : {drafts.at(0), drafts.at(1), fresh->id()}) {
        EXPECT_EQ(officer->record(Entity::Inspection, id), inspector->record(Entity::Inspection, id));
        const auto score = scores.scoreOf(id);
        ASSERT_TRUE(succeeded(score));
        EXPECT_EQ(score->totalBp, 10'000);
    }
    const auto moved = officer->workspace().records.requireAs<Inspection>(drafts.at(1));
    ASSERT_TRUE(succeeded(moved));
    ASSERT_EQ(keptAnswers(*moved).size(), 1);
    EXPECT_EQ(keptAnswers(*moved).first().item, QStringLiteral("I-03"));
    expectAuditHolds();
}

/// From an administrator's desktop.
TEST_P(StandardVersions, publishedVersion_isSentOnce_andAnOldNumberIsRejected)
{
    addAccount("sample.administrator", "administrator", {QStringLiteral("all")});
    auto administrator = laptopOf("sample.administrator");
    StandardCatalogue known(Carried::get().standard);
    PublishStandard publishing(administrator->workspace(), known);
    const QJsonObject second = samples::successor();
    ASSERT_TRUE(succeeded(publishing.run(administrator->me(), samples::parsed(second), second)));
    EXPECT_TRUE(clean(administrator->syncUntilClean()));
    ASSERT_TRUE(succeeded(refreshStandards(administrator->workspace().database, known)));
    EXPECT_EQ(known.newest().version(), 2);
    EXPECT_FALSE(publishing.waiting()->has_value());

    // Somebody published version 3 from elsewhere: this laptop's word comes too late, and is told so.
    import(samples::builtinAs(3));
    const QJsonObject third = samples::successor(3);
    ASSERT_TRUE(succeeded(publishing.run(administrator->me(), samples::parsed(third), third)));
    const SyncSnapshot after =
        administrator->syncUntil([](const SyncSnapshot &snapshot) { return snapshot.rejected == 1; });
    EXPECT_EQ(after.rejected, 1);
    administrator->sync(); // the word was heard in the push, and the pull comes behind it
    ASSERT_TRUE(succeeded(refreshStandards(administrator->workspace().database, known)));
    EXPECT_EQ(known.newest().hash(), samples::parsed(samples::builtinAs(3)).hash());

    auto inspector = laptopOf("sample.inspector");
    EXPECT_EQ(inspector->counts().value(QStringLiteral("standard")), 2);
    expectAuditHolds();
}

} // namespace
} // namespace markaz::test
