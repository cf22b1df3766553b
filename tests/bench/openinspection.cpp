// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policy.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/memory.h"
#include "ui/models/evidencemodel.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace markaz::bench {
namespace {

const QString kInspector = QStringLiteral("01900000-0000-7000-8000-0000000000a1");
constexpr QSize kWindow{1366, 640};
constexpr QSize kPhoto{2'048, 1'536};
constexpr double kPatienceSeconds = 60;

class NoSync final : public SyncStatus
{
public:
    SyncSnapshot snapshot() const override { return {}; }
    void syncNow() override {}
};

/// A photo as a telephone makes it: no two alike, and hard to compress.
QByteArray photo(int number, QRandomGenerator &random)
{
    QImage image(kPhoto, QImage::Format_RGB32);
    image.fill(QColor::fromHsv((number * 47) % 360, 120, 150));
    QPainter painter(&image);
    for (int i = 0; i < 20'000; ++i) {
        painter.fillRect(random.bounded(kPhoto.width()), random.bounded(kPhoto.height()), 12, 9,
                         QColor::fromRgb(random.generate()));
    }
    painter.setPen(Qt::white);
    painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("SAMPLE %1").arg(number));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 88);
    return bytes;
}

/// The draft's photos, in turn at each item that asks for one; the bytes of all.
Result<qint64> attach(Cache &cache, const Carried &carried, Workload &workload, const QString &draft, int photos,
                      quint64 seed)
{
    QStringList items;
    for (const Item &item : carried.standard.items()) {
        if (item.photosNeeded > 0)
            items.append(item.code);
    }
    QRandomGenerator random(static_cast<quint32>(seed));
    const ContentStore store = contentStoreOf(cache.workspace);
    qint64 all = 0;
    for (int i = 0; i < photos; ++i) {
        QByteArray bytes = photo(i, random);
        QBuffer source(&bytes);
        source.open(QIODevice::ReadOnly);
        auto incoming = store.receive(source, 1 << 26);
        if (!incoming)
            return incoming.error();
        if (auto kept = incoming->keep(); !kept)
            return kept.error();
        all += bytes.size();
        const QJsonObject fields{{QStringLiteral("inspection"), draft},
                                 {QStringLiteral("item"), items.at(i % items.size())},
                                 {QStringLiteral("kind"), QStringLiteral("photo")},
                                 {QStringLiteral("sha256"), incoming->sha256()},
                                 {QStringLiteral("size"), incoming->size()},
                                 {QStringLiteral("media_type"), QStringLiteral("image/jpeg")},
                                 {QStringLiteral("filename"), QStringLiteral("sample %1.jpg").arg(i)},
                                 {QStringLiteral("taken_at"), toIso(cache.clock.now())},
                                 {QStringLiteral("sample"), true}};
        if (auto put = cache.records.putLocal({Entity::Evidence, workload.nextId(), 0, fields}); !put)
            return put.error();
    }
    return all;
}

/// Shown, laid out and painted once.
Result<void> paint(QWidget &page)
{
    page.resize(kWindow);
    page.show();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    page.repaint();
    return {};
}

bool allPhotosShown(const QWidget &page)
{
    const auto panes = page.findChildren<ui::EvidencePane *>();
    for (const ui::EvidencePane *pane : panes) {
        const ui::EvidenceModel &model = *pane->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.data(model.index(row), Qt::DecorationRole).value<QImage>().isNull())
                return false;
        }
    }
    return true;
}

Result<void> waitForPhotos(QWidget &page)
{
    QElapsedTimer clock;
    clock.start();
    while (!allPhotosShown(page)) {
        if (static_cast<double>(clock.elapsed()) / 1e3 > kPatienceSeconds)
            return makeError(ErrorCode::Internal, QStringLiteral("a photo is never shown"));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    page.repaint();
    return {};
}

/// What is in the page's sections, one after the other, with every photo.
Result<void> walk(ui::InspectionPage &page, const Standard &standard)
{
    for (const Section &section : standard.sections()) {
        page.goToItem(section.items.first());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        if (auto shown = waitForPhotos(page); !shown)
            return shown;
    }
    return {};
}

} // namespace

/// From the draft's id to its checklist on the screen, and the memory of leafing through all of it with its photos.
Result<Outcome> openInspection(const Options &options)
{
    auto carried = Carried::read();
    auto policy = builtinPolicy();
    if (!carried || !policy)
        return !carried ? carried.error() : policy.error();
    const int photos = options.small ? 6 : 60;
    const QTemporaryDir folder(options.workFolder + QStringLiteral("/open-XXXXXX"));
    auto cache = Cache::open(folder.filePath(QStringLiteral("cache.sqlite")), *carried);
    if (!cache)
        return cache.error();
    Workload workload(*carried, options.seed);
    const QList<Record> buildings = workload.buildings(1);
    const Record draft = workload.inspections(1, buildings, kInspector, false).first();
    for (const Record &record : {buildings.first(), draft}) {
        if (auto put = (*cache)->records.putFromServer(record, {}); !put)
            return put.error();
    }
    auto weight = attach(**cache, *carried, workload, draft.id, photos, options.seed);
    if (!weight)
        return weight.error();

    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Theme());
    NoSync sync;
    const StandardCatalogue standards(carried->standard);
    ui::AttachQueue attaching((*cache)->workspace);
    const ui::Services services{(*cache)->workspace,
                                attaching,
                                carried->gazetteer,
                                standards,
                                *policy,
                                {},
                                sync,
                                {kInspector,
                                 QStringLiteral("sample.inspector"),
                                 QStringLiteral("Sample inspector"),
                                 Role::Inspector,
                                 {QStringLiteral("PK-PB")}},
                                true};

    Figure opening{QStringLiteral("opening beyond an empty page"),
                   QStringLiteral("ms"),
                   {},
                   Bound{Bound::Kind::AtMost, 150},
                   Bound{Bound::Kind::AtMost, 75}};
    Figure empty{QStringLiteral("the empty page"), QStringLiteral("ms"), {}, {}, {}};
    Figure thumbnails{
        QStringLiteral("then until every photo of the first section is there"), QStringLiteral("ms"), {}, {}, {}};
    Figure peak{QStringLiteral("memory of all sections with all photos, at most"),
                QStringLiteral("MiB"),
                {},
                Bound{Bound::Kind::AtMost, 60},
                {}};
    for (int i = -1; i < options.repetitions(); ++i) { // the first is for the memory; thumbnails are made in it
        const auto emptyPage = std::make_unique<QLabel>(QStringLiteral("Sample"));
        auto plain = timed([&] { return paint(*emptyPage); });
        auto forgotten = forgetPeak();
        auto before = memory("VmRSS:");
        auto page = std::make_unique<ui::InspectionPage>(services);
        auto opened = timed([&] {
            page->open(draft.id);
            return paint(*page);
        });
        auto shown = timed([&] { return waitForPhotos(*page); });
        if (!plain || !forgotten || !before || !opened || !shown)
            return makeError(ErrorCode::Internal, QStringLiteral("the page cannot be shown"));
        if (page->model() == nullptr || page->model()->rowCount() != carried->standard.items().size())
            return makeError(ErrorCode::Internal, QStringLiteral("the page does not show the checklist"));
        if (i < 0) {
            if (auto walked = walk(*page, carried->standard); !walked)
                return walked.error();
            auto most = memory("VmHWM:");
            if (!most)
                return most.error();
            peak.values.append(*most - *before);
        } else {
            empty.values.append(1000 * plain->seconds);
            opening.values.append(1000 * (opened->seconds - plain->seconds));
            thumbnails.values.append(1000 * shown->seconds);
        }
        page->close();
        page.reset();
    }
    return Outcome{QStringLiteral("open-inspection"),
                   QStringLiteral("A draft of %1 items, %2 answers and %3 photos: opened, laid out and painted")
                       .arg(carried->standard.items().size())
                       .arg(draft.fields.value(QStringLiteral("answers")).toObject().size())
                       .arg(photos),
                   QStringLiteral("an empty page of the same size, shown and painted beside it"),
                   {opening, empty, thumbnails, peak},
                   {QStringLiteral("%1 MiB of photos, sealed; each %2 x %3. The memory is taken once, at the first "
                                   "opening, when every thumbnail is made.")
                        .arg(*weight >> 20)
                        .arg(kPhoto.width())
                        .arg(kPhoto.height())}};
}

} // namespace markaz::bench
