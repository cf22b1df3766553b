// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/realserver.h"
#include "tests/support/faultproxy.h"

#include <QCoreApplication>

#include <array>
#include <csignal>

namespace markaz::test {
namespace {

class Killed : public RealServer
{
};

INSTANTIATE_TEST_SUITE_P(Stores, Killed, testing::Values("sqlite", "postgres"), storeName);

/// The rest of a line that starts with \p word; empty when the process ends first.
QString lineAfter(QProcess &process, const char *word, QByteArray &seen)
{
    const auto line = waitForLine(process, word, 30'000, seen);
    EXPECT_TRUE(succeeded(line));
    return line ? line->mid(line->indexOf(QLatin1Char(' ')) + 1) : QString();
}

/// Where a push loses its line, and with it perhaps the server.
struct Cut
{
    const char *name;
    WireFault::Kind kind;
    int ofRequest; ///< percent of the request that have gone to the server
};
constexpr std::array kCuts{Cut{"inside the request", WireFault::Kind::CutRequest, 50},
                           Cut{"after the request", WireFault::Kind::CutRequest, 100},
                           Cut{"before the reply", WireFault::Kind::CutReply, 0}};

void cutNextPush(FaultProxy &wire, const Cut &cut, std::function<void()> then)
{
    wire.next("POST", "/api/v1/changes", [cut, then = std::move(then)](const WireRequest &request) {
        return WireFault{cut.kind, request.bytes.size() * cut.ofRequest / 100, {}, then};
    });
}

TEST_P(Killed, laptopBetweenAnAnswerAndItsSync_losesNothing)
{
    auto inspector = laptopOf("sample.inspector");
    const QString profileOfIt = profile("sample.inspector");
    for (const char *last : {"A-01", "C-01", "E-02", "J-01"}) {
        SCOPED_TRACE(last);
        const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill ") + QLatin1String(last));
        ASSERT_TRUE(succeeded(building));
        EXPECT_TRUE(clean(inspector->syncUntilClean()));
        inspector.reset(); // the profile belongs to the child now

        QProcess child;
        bindToUs(child, SIGKILL);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--answer"), profileOfIt, building->id()});
        QByteArray seen;
        const QString inspectionId = lineAfter(child, "begun ", seen);
        ASSERT_EQ(lineAfter(child, QByteArray("kept " + QByteArray(last)).constData(), seen), QLatin1String(last));
        child.kill(); // -9
        ASSERT_TRUE(child.waitForFinished());
        ASSERT_EQ(child.exitStatus(), QProcess::CrashExit);
        seen += child.readAll();

        inspector = std::make_unique<Laptop>(profileOfIt, m_server->url());
        const auto draft = inspector->workspace().records.requireAs<Inspection>(inspectionId);
        ASSERT_TRUE(succeeded(draft));
        QStringList said; // what the laptop told its user to be saved
        for (const QByteArray &line : seen.split('\n')) {
            if (line.startsWith("kept "))
                said.append(QString::fromUtf8(line.mid(5)));
        }
        ASSERT_TRUE(said.contains(QLatin1String(last)));
        for (const QString &code : std::as_const(said))
            EXPECT_TRUE(draft->answers().contains(code)) << qPrintable(code);

        EXPECT_TRUE(clean(inspector->syncUntilClean()));
        auto officer = laptopOf("sample.officer");
        EXPECT_TRUE(clean(officer->sync()));
        EXPECT_EQ(officer->record(Entity::Inspection, inspectionId),
                  inspector->record(Entity::Inspection, inspectionId));
        // The child died in the middle of its work; the draft can be finished.
        ASSERT_TRUE(succeeded(inspector->answerAll(inspectionId)));
        ASSERT_TRUE(succeeded(inspector->submit(inspectionId)));
        EXPECT_TRUE(clean(inspector->syncUntilClean()));
    }
    expectAuditHolds();
}

TEST_P(Killed, serverInTheMiddleOfAPush_hasEverythingOnceAfterIt)
{
    FaultProxy wire(m_server->url());
    auto inspector = laptopOf("sample.inspector", wire.url());
    auto officer = laptopOf("sample.officer");
    int buildings = 0;
    for (const Cut &where : kCuts) {
        SCOPED_TRACE(where.name);
        const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill %1").arg(++buildings));
        ASSERT_TRUE(succeeded(building));
        const auto inspection = inspector->inspect(building->id());
        ASSERT_TRUE(succeeded(inspection));
        const int owed = inspector->owed().waiting;

        cutNextPush(wire, where, [this] { m_server->killNow(); });
        const SyncSnapshot broken = inspector->sync();
        EXPECT_TRUE(wire.hasHappened());
        EXPECT_EQ(broken.trouble, SyncSnapshot::Trouble::NotReached);
        EXPECT_EQ(inspector->owed().waiting, owed); // all of it is still owed, whatever the server took

        m_server = launched();
        ASSERT_TRUE(m_server);
        wire.leadTo(m_server->url());
        EXPECT_TRUE(clean(inspector->syncUntilClean()));
        EXPECT_EQ(inspector->owed().waiting, 0);

        officer->moveTo(m_server->url());
        EXPECT_TRUE(clean(officer->syncUntilClean()));
        for (const char *entity : {"building", "owner", "inspection"})
            EXPECT_EQ(officer->counts().value(QLatin1String(entity)), buildings) << entity;
        EXPECT_FALSE(officer->counts().contains(QStringLiteral("conflict")));
        EXPECT_EQ(officer->record(Entity::Inspection, inspection->id()),
                  inspector->record(Entity::Inspection, inspection->id()));
        // Each of its changes counted once: the create, then one revision for each answer and the submit at most.
        const qint64 rev =
            officer->record(Entity::Inspection, inspection->id()).value(QStringLiteral("rev")).toInteger();
        EXPECT_LE(rev, owed);
        EXPECT_GT(rev, 0);
    }
    expectAuditHolds();
}

TEST_P(Killed, wireAloneInTheMiddleOfAPush_hasEverythingOnceAfterIt)
{
    FaultProxy wire(m_server->url());
    auto inspector = laptopOf("sample.inspector", wire.url());
    int buildings = 0;
    for (const Cut &where : kCuts) {
        SCOPED_TRACE(where.name);
        ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill %1").arg(++buildings))));
        cutNextPush(wire, where, [] {});
        inspector->sync(); // fails, or Qt has sent the request again by itself: it must not matter
        EXPECT_TRUE(wire.hasHappened());
        EXPECT_TRUE(clean(inspector->syncUntilClean()));
    }
    auto auditor = laptopOf("sample.auditor");
    EXPECT_EQ(auditor->counts().value(QStringLiteral("building")), buildings);
    EXPECT_EQ(auditor->counts().value(QStringLiteral("owner")), buildings);
}

} // namespace
} // namespace markaz::test
