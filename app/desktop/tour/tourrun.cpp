// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tourrun.h"

#include "ui/mainwindow.h"
#include "ui/text/sentences.h"

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

namespace markaz::desktop {
namespace {

constexpr int kPollMs = 25;
constexpr int kSettleMs = 500; // new widgets are shown and laid out by the event loop; a picture waits for it

void say(const QString &line)
{
    QTextStream out(stdout);
    out << line << '\n';
    out.flush();
}

} // namespace

TourRun::TourRun(QApplication &app, TourOptions options, const Clock &clock)
    : m_app(app)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_server(m_options.serverProgram, m_options.folder + QStringLiteral("/server_data"))
{
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &TourRun::poll);
}

void TourRun::begin()
{
    planServer();
    planBuilding();
    planInspection();
    planSync();
    planOfficer();
    planAdministrator();
    planEnd();
    QTimer::singleShot(0, this, &TourRun::next);
}

void TourRun::add(const QString &name, std::function<Result<void>()> act, std::function<bool()> until,
                  const QString &picture, int seconds)
{
    m_steps.append({name, std::move(act), std::move(until), picture, seconds});
}

void TourRun::next()
{
    ++m_at;
    if (m_at >= m_steps.size()) {
        say(QStringLiteral("The tour is done: %1").arg(m_options.folder));
        m_app.exit(0);
        return;
    }
    const Step &step = m_steps.at(m_at);
    say(QStringLiteral("[%1/%2] %3").arg(m_at + 1).arg(m_steps.size()).arg(step.name));
    m_deadline = QDateTime::currentMSecsSinceEpoch() + qint64(step.seconds) * 1000;
    if (step.act) {
        if (auto acted = step.act(); !acted) {
            fail(QStringLiteral("%1 (%2: %3 %4)")
                     .arg(ui::sentences::of(acted.error()).plain(), token(acted.error().code), acted.error().detail,
                          acted.error().where));
            return;
        }
    }
    m_timer.start();
}

void TourRun::poll()
{
    const Step &step = m_steps.at(m_at);
    if (const QString trouble = m_server.trouble(); !trouble.isEmpty()) {
        fail(trouble);
        return;
    }
    if (step.until && !step.until()) {
        if (QDateTime::currentMSecsSinceEpoch() > m_deadline)
            fail(QStringLiteral("it did not come true within %1 s").arg(step.seconds));
        return;
    }
    m_timer.stop();
    QTimer::singleShot(step.picture.isEmpty() ? 0 : kSettleMs, this, &TourRun::finishStep);
}

void TourRun::finishStep()
{
    const QString picture = m_steps.at(m_at).picture;
    if (!picture.isEmpty()) {
        if (auto saved = savePicture(picture); !saved) {
            fail(saved.error().detail);
            return;
        }
    }
    QTimer::singleShot(0, this, &TourRun::next);
}

void TourRun::fail(const QString &why)
{
    m_timer.stop();
    QTextStream(stderr) << "The tour stopped at step " << m_at + 1 << ", \"" << m_steps.at(m_at).name << "\": " << why
                        << '\n';
    if (m_desktop && m_desktop->window() != nullptr) {
        if (!savePicture(QStringLiteral("stopped-here")))
            QTextStream(stderr) << "(and no picture of it could be saved)\n";
    }
    m_app.exit(1);
}

Result<void> TourRun::savePicture(const QString &name)
{
    const QString path =
        QStringLiteral("%1/%2-%3.png").arg(m_options.folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    QWidget *window = m_desktop->window();
    window->resize(1366, 768);
    if (!window->grab().save(path))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the picture %1 cannot be written").arg(path), path);
    return {};
}

bool TourRun::synced() const
{
    if (!m_desktop || m_desktop->session() == nullptr)
        return false;
    const SyncSnapshot s = m_desktop->session()->sync().snapshot();
    return s.phase == SyncSnapshot::Phase::Idle && s.trouble == SyncSnapshot::Trouble::None && s.waiting == 0 &&
           s.rejected == 0 && s.files.waitingUp == 0 && s.files.refused == 0 && s.lastContact.isValid();
}

QWidget *TourRun::page(const char *name) const
{
    return m_desktop->window()->findChild<QWidget *>(QLatin1String(name));
}

QJsonObject TourRun::laptopCounts() const
{
    QJsonObject counts;
    for (Entity entity : {Entity::Owner, Entity::Building, Entity::Assignment, Entity::Inspection, Entity::Review,
                          Entity::Decision, Entity::Certificate}) {
        const auto count = m_desktop->session()->workspace().records.count(entity);
        counts.insert(token(entity), count ? *count : -1);
    }
    return counts;
}

void TourRun::noteLaptop(const char *when)
{
    m_summary.insert(QLatin1String(when), laptopCounts());
}

Result<void> TourRun::writeSummary()
{
    QFile file(m_options.folder + QStringLiteral("/summary.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_summary).toJson()) < 0)
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    return {};
}

} // namespace markaz::desktop
