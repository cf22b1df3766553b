// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/text/sentences.h"

#include <QObject>
#include <QSemaphore>
#include <QStringList>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace markaz::ui {

/// Which item of which inspection a file belongs to; an empty item = the visit as a whole. Or a loan, whose document it
/// is.
struct AttachPlace
{
    QString inspection;
    QString item;
    QString loan = {};
    bool operator==(const AttachPlace &) const = default;
};

/// What did not become evidence of the files that came to one place together.
struct AttachFailure
{
    struct File
    {
        QString name;
        Error error;
    };
    AttachPlace place;
    QList<File> files;
    int together = 0; ///< files that came, also those that were taken
    /// Each file with its reason; \p named: with the item, for whoever does not look at it.
    Sentence sentence(bool named) const;
};

/// Files on their way into inspections: copied, checked and decoded in another thread one after the other, and attached
/// in the order in which they came. One for each session, which outlives pages and panes: these only say what comes and
/// show how it stands, so that a file is attached wherever the person has gone meanwhile. finish() before the session
/// is closed.
class AttachQueue final : public QObject
{
    Q_OBJECT
public:
    /// Runs in the other thread.
    using Check = std::function<Result<CheckedFile>(const ContentStore &)>;
    /// Whether what comes lies somewhere else too, as a file does and a photo from the camera does not.
    enum class Original { Elsewhere, Here };

    explicit AttachQueue(Workspace &workspace, QObject *parent = nullptr);
    /// Waits for the file that is being checked; what waits behind it is not attached.
    ~AttachQueue() override;

    void add(const Actor &actor, const AttachPlace &place, const QString &name, Original original, Check check);
    /// Attaches at once what was checked already.
    Result<Evidence> attach(const Actor &actor, const AttachPlace &place, CheckedFile file);
    int pending() const { return static_cast<int>(m_jobs.size()); }
    int pending(const QString &inspection) const;
    int pending(const AttachPlace &place) const;
    /// Attaches what is under way before it returns: in any case what has no original elsewhere and the file that is
    /// being checked, of the others as many as \p within lets begin. Ends with the names of those that were not
    /// attached, also those of failures that nobody was told of.
    QStringList finish(std::chrono::milliseconds within);
    /// The failures that nobody was told of yet; whoever takes them tells them. \p of: only of that place.
    QList<AttachFailure> takeFailures(const std::optional<AttachPlace> &of = std::nullopt);
    const Workspace &workspace() const { return m_workspace; }

Q_SIGNALS:
    void changed(const QString &inspection); ///< more or less of it, or of the loan, is under way
    void attached(const markaz::Evidence &evidence);
    void failed(); ///< takeFailures() has some

private:
    struct Job
    {
        Actor actor;
        AttachPlace place;
        QString name;
        Original original = Original::Elsewhere;
        Check check;
    };

    void startNext();
    void take();
    void settle(const Job &job, std::optional<Error> why);

    Workspace &m_workspace;
    QThreadPool m_pool;
    QList<Job> m_jobs; ///< the first one is being checked
    bool m_running = false;
    std::shared_ptr<std::optional<Result<CheckedFile>>> m_result; ///< of it; the thread's until m_done says so
    QSemaphore m_done;
    QList<AttachFailure> m_open;   ///< of places where files are under way
    QList<AttachFailure> m_untold; ///< of places where all is settled
};

} // namespace markaz::ui
