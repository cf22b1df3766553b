// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/work.h"

#include "core/storage/buildingrepository.h"
#include "tests/support/perfectanswers.h"
#include "tests/support/samplefiles.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <cstdio>

namespace markaz::test {
namespace {

constexpr qsizetype kEnoughBuildings = 12;

} // namespace

Result<void> Work::done()
{
    Workspace &workspace = m_laptop.workspace();
    return m_journal.note(m_laptop.me().name, workspace.database, workspace.records.sealer());
}

Result<void> Work::step()
{
    const auto ids = BuildingRepository(m_laptop.workspace().database).ids({}, BuildingSort::Code, false);
    if (!ids)
        return ids.error();
    const int draw = m_random.bounded(10);
    if (ids->isEmpty() || (draw == 0 && ids->size() < kEnoughBuildings))
        return registerBuilding();
    if (draw < 4)
        return editBuilding();
    return draw < 9 ? answer() : attach(200 + m_random.bounded(4000));
}

Result<void> Work::registerBuilding()
{
    const QString name = QStringLiteral("Sample mill %1").arg(m_random.generate());
    if (auto made = m_laptop.registerBuilding(m_random.bounded(2) == 0 ? "LHE" : "FSD", name); !made)
        return made.error();
    return done();
}

Result<QString> Work::someBuilding()
{
    auto ids = BuildingRepository(m_laptop.workspace().database).ids({}, BuildingSort::Code, false);
    if (!ids)
        return ids.error();
    if (ids->isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("no building to work on"));
    return ids->at(m_random.bounded(static_cast<int>(ids->size())));
}

Result<void> Work::editBuilding()
{
    auto id = someBuilding();
    if (!id)
        return id.error();
    Workspace &workspace = m_laptop.workspace();
    auto building = workspace.records.requireAs<Building>(*id);
    if (!building)
        return building.error();
    BuildingEntry entry;
    entry.building = building->fields();
    entry.ownerId = entry.building.value(QStringLiteral("owner")).toString();
    for (const char *own : {"code", "owner", "sample"})
        entry.building.remove(QLatin1String(own));
    const QString text = QStringLiteral("Sample %1").arg(m_random.generate());
    switch (m_random.bounded(3)) {
    case 0:
        entry.building.insert(QStringLiteral("name"), text);
        break;
    case 1:
        entry.building.insert(QStringLiteral("notes"), text);
        break;
    default: { // another number than before, or there would be nothing to send
        const qint64 before = entry.building.value(QStringLiteral("planned_seats")).toInteger();
        entry.building.insert(QStringLiteral("planned_seats"), 1 + (before + m_random.bounded(98)) % 100);
    }
    }
    if (auto edited = EditBuilding(workspace, Carried::get().gazetteer).run(m_laptop.me(), *id, entry); !edited)
        return edited.error();
    return done();
}

Result<QString> Work::someDraft()
{
    auto building = someBuilding();
    if (!building)
        return building;
    auto draft = m_laptop.begin(*building); // the open one where there is one
    if (!draft)
        return draft.error();
    return draft->id();
}

Result<void> Work::answer()
{
    auto draft = someDraft();
    if (!draft)
        return draft.error();
    Workspace &workspace = m_laptop.workspace();
    const Standard &standard = Carried::get().standard;
    const auto answers = samples::perfectAnswers(standard, 2);
    const QStringList codes = [&] {
        QStringList sorted = answers.keys();
        sorted.sort();
        return sorted;
    }();
    const QString &code = codes.at(m_random.bounded(static_cast<int>(codes.size())));
    RecordAnswer recording(workspace, Carried::get().standards);
    const auto given = m_random.bounded(4) == 0 ? std::nullopt : std::optional<Answer>(*answers.constFind(code));
    if (auto recorded = recording.run(m_laptop.me(), *draft, code, given); !recorded)
        return recorded.error();
    return done();
}

QByteArray Work::photo(qsizetype bytes)
{
    QByteArray words(bytes, Qt::Uninitialized);
    for (char &byte : words)
        byte = static_cast<char>('a' + m_random.bounded(26));
    return jpegHead(words);
}

Result<void> Work::attach(qsizetype bytes)
{
    auto draft = someDraft();
    if (!draft)
        return draft.error();
    QTemporaryFile file;
    if (!file.open() || file.write(photo(bytes)) < bytes || !file.flush())
        return makeError(ErrorCode::StorageFailed, file.errorString());
    if (auto attached = m_laptop.attach(*draft, {}, file.fileName()); !attached)
        return attached.error();
    return done();
}

int workAsChild(const QString &profile, const QString &server, const QString &journalPath, quint32 seed, int steps)
{
    Laptop laptop(profile, QUrl(server));
    laptop.withFiles(true);
    Journal journal(journalPath);
    Work work(laptop, journal, seed);
    for (int i = 1; i <= steps; ++i) {
        if (auto worked = work.step(); !worked) {
            std::fprintf(stderr, "step %d: %s %s\n", i, qPrintable(worked.error().detail),
                         qPrintable(worked.error().where));
            return 1;
        }
        std::printf("saved %d\n", i);
        std::fflush(stdout);
        laptop.client().noteLocalChange();
        // Now the worker runs beside the next gestures, now a run is waited for.
        if (work.random().bounded(3) == 0)
            laptop.sync();
        else
            laptop.client().syncNow();
        QCoreApplication::processEvents();
    }
    std::printf("done\n");
    std::fflush(stdout);
    return 0;
}

} // namespace markaz::test
