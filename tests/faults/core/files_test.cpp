// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that has no room for a file, on the server and on the laptop: files pause, records go on, and with room again
// the file comes whole. The room is a limit of this process on the size of its files: the databases stay below it.
#include "tests/faults/core/realbackend.h"
#include "tests/faults/faultsize.h"
#include "tests/support/samplefiles.h"
#include "tests/support/sync/laptop.h"

#include <QBuffer>

#include <csignal>
#include <sys/resource.h>

using namespace markaz;
using namespace markaz::test;
using Pause = FileFigures::Pause;

namespace {

constexpr qint64 kMiB = 1024LL * 1024;
constexpr qint64 kFile = 5 * kMiB;

/// No file of this process grows beyond \p bytes for as long as it lives.
class Room
{
public:
    explicit Room(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = static_cast<rlim_t>(bytes);
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~Room() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;

private:
    rlimit m_before{};
};

} // namespace

TEST(FilesDiskFull, atAnyByte_pausesFilesOnlyAndGoesOnWithRoom)
{
    FaultRow("files-disk-full", "places", 10, 200).run([](quint32 seed) {
        // 2 MiB: more than any database here. Beyond it every place is another one of a chunk.
        const qint64 room = 2 * kMiB + static_cast<qint64>(seed) * 14'983 % (kFile - 2 * kMiB);
        World world;
        RealBackend server(world.clock, world.folder.path());
        world.server.standBefore([&server](const HttpRequest &request) { return server.answer(request); });
        Laptop inspector(world.server, world.clock, world.file(QStringLiteral("a")), 1);
        Laptop officer(world.server, world.clock, world.file(QStringLiteral("b")), 2);
        ASSERT_TRUE(inspector.signIn(kInspector));
        ASSERT_TRUE(officer.signIn(kOne));
        const QString inspection = inspector.inspection();
        const QByteArray photo = jpegHead("sample") + sampleBytes(kFile, static_cast<int>(seed));
        const QString name = sha256Of(photo);

        { // the laptop has no room for the photo: it is said, and nothing is left of it
            const Room none(room);
            QByteArray copy = photo;
            QBuffer source(&copy);
            source.open(QIODevice::ReadOnly);
            const auto refused = inspector.fileParts().store.receive(source, 16 * kMiB);
            ASSERT_FALSE(refused);
            // Where there is no space at all it is StorageFull (tests/core/workflow/faults_test.cpp).
            EXPECT_EQ(refused.error().code, ErrorCode::StorageFailed);
            EXPECT_FALSE(inspector.fileParts().store.has(name));
        }
        inspector.attach(inspection, photo);
        inspector.edit(Entity::Inspection, inspection,
                       {{QStringLiteral("state"), QStringLiteral("submitted")},
                        {QStringLiteral("visit_outcome"), QStringLiteral("no_entry")},
                        {QStringLiteral("finished_at"), toIso(world.clock.now())}},
                       ChangeKind::Submit);
        inspector.sync();
        EXPECT_EQ(inspector.counts().waiting, 0);
        { // the server has no room for it
            const Room some(room);
            inspector.syncFiles();
            EXPECT_EQ(inspector.figures().pause, Pause::ServerFull) << qPrintable(inspector.figures().detail);
            EXPECT_EQ(inspector.figures().waitingUp, 1);
            inspector.create(Entity::Owner, sampleOwner(QStringLiteral("meanwhile")));
            inspector.sync();
            EXPECT_EQ(inspector.counts().waiting, 0) << "records go on";
        }
        world.clock.advance(20 * 60 * 1000);
        inspector.syncFiles();
        EXPECT_EQ(inspector.figures().waitingUp, 0) << qPrintable(inspector.figures().detail);
        const auto stored = server.core().files().read(name);
        ASSERT_TRUE(stored);
        EXPECT_EQ(sha256Of(stored->read(0, kFile + kMiB).value()), name);

        officer.sync();
        { // the other laptop has no room for it
            const Room some(room);
            officer.syncFiles();
            EXPECT_EQ(officer.figures().waitingDown, 1) << qPrintable(officer.figures().detail);
            EXPECT_FALSE(officer.fileParts().store.has(name));
            officer.create(Entity::Owner, sampleOwner(QStringLiteral("meanwhile")));
            officer.sync();
            EXPECT_EQ(officer.counts().waiting, 0) << "records go on";
        }
        world.clock.advance(20 * 60 * 1000);
        officer.syncFiles();
        EXPECT_EQ(officer.figures().waitingDown, 0) << qPrintable(officer.figures().detail);
        EXPECT_TRUE(officer.fileParts().store.isWhole(name).value());
    });
}
