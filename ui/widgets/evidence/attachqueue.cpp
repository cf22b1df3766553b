// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/attachqueue.h"

#include "core/support/log.h"
#include "core/workflow/loandocuments.h"
#include "ui/text/format.h"
#include "ui/widgets/evidence/picturedecoder.h"

#include <QDeadlineTimer>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace markaz::ui {
namespace {

constexpr QSize kProof{256, 256}; ///< as large as a photo is decoded to see that it can be

/// A photo that no reader shows is none, whatever its head says. Decoded small, which takes a tenth of the whole.
Result<CheckedFile> decoded(Result<CheckedFile> file)
{
    if (!file || !file->mediaType.startsWith(QLatin1String("image/")))
        return file;
    auto bytes = file->content.open();
    if (!bytes)
        return bytes.error();
    if (decodePicture(**bytes, kProof).isNull())
        return makeError(ErrorCode::Malformed, QStringLiteral("a picture that cannot be decoded"),
                         QStringLiteral("file.broken"));
    return file;
}

/// Whoever watches it: an inspection, or a loan.
const QString &homeOf(const AttachPlace &place)
{
    return place.loan.isEmpty() ? place.inspection : place.loan;
}

} // namespace

Sentence AttachFailure::sentence(bool named) const
{
    if (together == 1 && files.size() == 1 && !named)
        return sentences::of(files.first().error);
    QStringList reasons;
    for (const File &file : files)
        reasons.append(AttachQueue::tr("%1: %2").arg(format::words(file.name), sentences::of(file.error).fact));
    const QString count =
        together == 1 ? AttachQueue::tr("1 file") : AttachQueue::tr("%1 of %2 files").arg(files.size()).arg(together);
    const QString fact = !named                  ? AttachQueue::tr("Not added: %1.").arg(count)
                         : !place.loan.isEmpty() ? AttachQueue::tr("Not added to the loan: %1.").arg(count)
                         : place.item.isEmpty()
                             ? AttachQueue::tr("Not added to the visit: %1.").arg(count)
                             : AttachQueue::tr("Not added to %1: %2.").arg(format::code(place.item), count);
    return {fact, reasons.join(QLatin1Char(' ')),
            files.size() == 1 ? AttachQueue::tr("The file itself was not touched.")
                              : AttachQueue::tr("The files themselves were not touched.")};
}

AttachQueue::AttachQueue(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
}

AttachQueue::~AttachQueue()
{
    m_pool.waitForDone(); // the answer that it posts finds this gone
}

int AttachQueue::pending(const QString &inspection) const
{
    return static_cast<int>(std::count_if(
        m_jobs.cbegin(), m_jobs.cend(), [&inspection](const Job &job) { return job.place.inspection == inspection; }));
}

int AttachQueue::pending(const AttachPlace &place) const
{
    return static_cast<int>(
        std::count_if(m_jobs.cbegin(), m_jobs.cend(), [&place](const Job &job) { return job.place == place; }));
}

void AttachQueue::add(const Actor &actor, const AttachPlace &place, const QString &name, Original original, Check check)
{
    if (pending(place) == 0)
        m_open.append({place, {}, 0});
    for (AttachFailure &open : m_open)
        open.together += open.place == place ? 1 : 0;
    m_jobs.append({actor, place, name, original, std::move(check)});
    startNext();
    Q_EMIT changed(homeOf(place));
}

void AttachQueue::startNext()
{
    if (m_running || m_jobs.isEmpty())
        return;
    m_running = true;
    m_result = std::make_shared<std::optional<Result<CheckedFile>>>();
    m_pool.start([this, result = m_result, store = contentStoreOf(m_workspace), check = m_jobs.first().check] {
        result->emplace(decoded(check(store)));
        m_done.release();
        QMetaObject::invokeMethod(this, [this] {
            if (m_done.tryAcquire()) // or finish() was here first
                take();
        });
    });
}

/// The file that was checked becomes evidence, or a failure; the next one begins.
void AttachQueue::take()
{
    const Job job = m_jobs.takeFirst();
    Result<CheckedFile> checked = std::move(**std::exchange(m_result, nullptr));
    m_running = false;
    const auto evidence =
        checked ? attach(job.actor, job.place, std::move(checked).value()) : Result<Evidence>(checked.error());
    settle(job, evidence ? std::nullopt : std::optional(evidence.error()));
    startNext();
    Q_EMIT changed(homeOf(job.place));
}

Result<Evidence> AttachQueue::attach(const Actor &actor, const AttachPlace &place, CheckedFile file)
{
    auto evidence = place.loan.isEmpty()
                        ? AttachEvidence(m_workspace).run(actor, place.inspection, place.item, std::move(file))
                        : LoanDocuments(m_workspace).attach(actor, place.loan, std::move(file));
    if (evidence)
        Q_EMIT attached(*evidence);
    return evidence;
}

/// Of files that came together the failures are told together, when the last of them is settled.
void AttachQueue::settle(const Job &job, std::optional<Error> why)
{
    const auto open = std::find_if(m_open.begin(), m_open.end(),
                                   [&job](const AttachFailure &failure) { return failure.place == job.place; });
    if (why) {
        qCInfo(lcUi) << "a file was not attached:" << why->detail << why->where;
        open->files.append({job.name, *why});
    }
    if (pending(job.place) > 0)
        return;
    const AttachFailure settled = *open;
    m_open.erase(open);
    if (settled.files.isEmpty())
        return;
    m_untold.append(settled);
    Q_EMIT failed();
}

QList<AttachFailure> AttachQueue::takeFailures(const std::optional<AttachPlace> &of)
{
    QList<AttachFailure> taken;
    for (auto it = m_untold.begin(); it != m_untold.end();) {
        if (of && it->place != *of) {
            ++it;
            continue;
        }
        taken.append(*it);
        it = m_untold.erase(it);
    }
    return taken;
}

QStringList AttachQueue::finish(std::chrono::milliseconds within)
{
    const QDeadlineTimer deadline(within);
    if (m_jobs.size() > 1) // behind the one that is being checked
        std::stable_partition(m_jobs.begin() + 1, m_jobs.end(),
                              [](const Job &job) { return job.original == Original::Here; });
    while (m_running) {
        m_done.acquire();
        if (deadline.hasExpired()) {
            const auto late = std::stable_partition(m_jobs.begin() + 1, m_jobs.end(),
                                                    [](const Job &job) { return job.original == Original::Here; });
            for (auto left = std::distance(late, m_jobs.end()); left > 0; --left)
                settle(m_jobs.takeLast(), makeError(ErrorCode::WrongState, QStringLiteral("the records are closed")));
        }
        take();
    }
    QStringList names;
    for (const AttachFailure &failure : takeFailures()) {
        for (const AttachFailure::File &file : failure.files)
            names.append(file.name);
    }
    return names;
}

} // namespace markaz::ui
