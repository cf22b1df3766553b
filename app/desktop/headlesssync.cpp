// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headlesssync.h"

#include "core/domain/enrolmentcode.h"
#include "core/protocol/messages.h"
#include "core/security/password.h"
#include "core/sync/session.h"
#include "ui/text/sentences.h"
#include "ui/text/syncwords.h"

#include <QTimer>

#include <limits>
#include <utility>

namespace markaz::desktop {
namespace {

/// Runs in which rows were asked for again ("retry") before the rest is left to the next call.
constexpr int kMostRuns = 5;

} // namespace

QString HeadlessSync::revokedBefore(const QString &account)
{
    return tr("This laptop was revoked for the account %1, and its records here are destroyed. Changes that waited "
              "were handed in to the server, up to 10,000 and 32 MiB; photographs that were not sent are gone. To use "
              "this laptop for the account again, ask your administrator for a one-time code and run markaz sync with "
              "--enrol.")
        .arg(account);
}

HeadlessSync::HeadlessSync(AccountSession &session, QString account, SignInLines lines, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_account(std::move(account))
    , m_lines(std::move(lines))
{
}

void HeadlessSync::start()
{
    if (auto remembered = remember(); !remembered)
        return end(remembered.error());
    SyncClient &sync = m_session.sync();
    connect(&sync, &SyncStatus::runFinished, this, &HeadlessSync::runEnded);
    connect(&sync, &SyncClient::signedIn, this, [this] { m_signingIn = false; }); // a run follows
    connect(&sync, &SyncClient::filesFinished, this, [this] {
        if (!std::exchange(m_awaitsFiles, false))
            return;
        m_filesRested = true;
        m_session.sync().syncNow(); // changes may have waited for the files
    });
    connect(&sync, &SyncClient::signInFailed, this, &HeadlessSync::signInFailed);
    connect(&sync, &SyncStatus::changed, this, [this] {
        const SyncSnapshot s = m_session.sync().snapshot();
        const bool noSession = s.trouble == SyncSnapshot::Trouble::SignInNeeded && !m_asked; // and no run without one
        if (noSession || s.trouble == SyncSnapshot::Trouble::StorageFailed)
            runEnded();
    });
    // The worker may have begun, and even ended, before this was connected.
    QTimer::singleShot(0, this, [this] {
        if (m_session.sync().snapshot().trouble == SyncSnapshot::Trouble::SignInNeeded)
            runEnded();
        else
            m_session.sync().syncNow();
    });
}

Result<void> HeadlessSync::remember()
{
    const auto owed = m_session.workspace().outbox.owed();
    if (!owed)
        return owed.error();
    for (const OutboxRow &row : *owed)
        m_owed.insert(row.change.opId);
    return {};
}

Result<void> HeadlessSync::count()
{
    const auto rows = m_session.workspace().outbox.list(std::nullopt, std::numeric_limits<int>::max());
    if (!rows)
        return rows.error();
    m_sent = m_merged = m_conflicted = m_rejected = 0;
    for (const OutboxRow &row : *rows) {
        if (!m_owed.contains(row.change.opId))
            continue;
        m_rejected += row.state == OutboxState::Dead ? 1 : 0;
        if (row.state != OutboxState::Acknowledged || row.fate != Fate::None)
            continue;
        ++m_sent;
        m_merged += row.outcome == Outcome::Merged ? 1 : 0;
        m_conflicted += row.outcome == Outcome::Conflict ? 1 : 0;
    }
    return {};
}

void HeadlessSync::runEnded()
{
    using Trouble = SyncSnapshot::Trouble;
    if (m_ended || m_signingIn)
        return;
    const SyncSnapshot s = m_session.sync().snapshot();
    ++m_runs;
    m_received += s.received;
    if (auto counted = count(); !counted)
        return end(counted.error());
    const QString sentence = ui::troubleSentence(s).plain();
    switch (s.trouble) {
    case Trouble::None:
        break;
    case Trouble::SignInNeeded:
        return signIn(sentence);
    case Trouble::Offline:
    case Trouble::NotReached:
    case Trouble::NotOurServer:
    case Trouble::NotTrusted:
        return end(SyncExit::NotReached, sentence);
    case Trouble::ServerRefused:
    case Trouble::ProgramTooOld:
        return end(SyncExit::Refused, sentence);
    case Trouble::StorageFailed:
        return end(SyncExit::Failed, sentence);
    case Trouble::Revoked:
        return end(SyncExit::Revoked, sentence);
    }
    const int stuck = s.held + s.behind;
    if (s.waiting > stuck && m_runs < kMostRuns) // the server asked for some again, or something was added meanwhile
        return m_session.sync().syncNow();
    if (m_awaitsFiles)
        return;
    if (s.files.waitingUp > 0 && s.files.pause == FileFigures::Pause::None && !m_filesRested) {
        m_awaitsFiles = true;
        return m_session.sync().syncNow();
    }
    if (s.rejected > 0)
        return end(SyncExit::Rejected,
                   s.rejected == 1
                       ? tr("1 change was rejected. Open Markaz and its Sync page to mend it.")
                       : tr("%1 changes were rejected. Open Markaz and its Sync page to mend them.").arg(s.rejected));
    if (s.conflicts > 0)
        return end(SyncExit::Conflicts,
                   s.conflicts == 1
                       ? tr("1 conflict waits for your decision. Open Markaz and its Sync page.")
                       : tr("%1 conflicts wait for your decision. Open Markaz and its Sync page.").arg(s.conflicts));
    if (s.waiting > 0)
        return end(SyncExit::Held,
                   tr("%1 changes still wait, %2 of them for other records or files.").arg(s.waiting).arg(stuck));
    if (s.files.waitingUp + s.files.refused > 0)
        return end(SyncExit::Held, tr("%1 files still wait on this laptop.").arg(s.files.waitingUp + s.files.refused));
    end(SyncExit::Clean, {});
}

void HeadlessSync::signIn(const QString &sentence)
{
    const bool asked = std::exchange(m_asked, true);
    const QString password = asked ? QString() : m_lines.password();
    if (password.isEmpty() && m_lines.revoked)
        return end(SyncExit::Revoked, revokedBefore(m_account));
    if (password.isEmpty())
        return end(SyncExit::SignInNeeded, sentence);
    if (m_lines.isPassphrase && m_lines.isPassphrase(password))
        return end(SyncExit::SignInNeeded,
                   tr("The passphrase of this laptop and the password of the account are the same. Nothing was sent. "
                      "Choose another passphrase: whoever learns the one must not have the other."));
    if (!m_lines.code) {
        m_signingIn = true;
        return m_session.sync().signIn(m_account, password);
    }
    const auto code = readEnrolmentCode(m_lines.code());
    if (!code)
        return end(SyncExit::SignInNeeded,
                   tr("The third line of standard input is no one-time code: it has %1 letters and digits. Nothing was "
                      "sent; the code is as good as before.")
                       .arg(kEnrolmentCharacters));
    if (!checkPassword(password))
        return end(SyncExit::SignInNeeded,
                   tr("A password has at least %1 characters, %2 of them different. Nothing was sent; the code "
                      "is as good as before.")
                       .arg(kPasswordMinCharacters)
                       .arg(kPasswordMinDifferent));
    m_signingIn = true;
    // Whether it is there, before a code is sent that is good for one answer.
    m_session.sync().ask(healthRequest(), this, [this, code = *code, password](const Result<QJsonObject> &well) {
        if (well)
            return enrol(code, password);
        end(well.error().code == ErrorCode::Refused ? SyncExit::Refused : SyncExit::NotReached,
            ui::sentences::of(well.error()).plain() + QLatin1Char(' ') +
                tr("The code was not sent and is as good as before."));
    });
}

void HeadlessSync::enrol(const QString &code, const QString &password)
{
    m_mayBeEnrolled = true; // until the server says otherwise
    m_chosen = password;
    m_session.sync().enrol(m_account, code, password);
}

/// The code was sent. 2026-11-29: Qt sends a request once more whose connection broke without an answer, so "used" may
/// be of this very laptop, a moment or a run ago: then the new password opens. The server gives one answer to a wrong
/// name, a wrong code and a used one, so that nobody can tell them apart, and neither can this: each wrong code costs a
/// second failure, of the password. What is Refused was not used: its transaction was rolled back. Only where the store
/// broke at its very commit (503) it may have been, and that costs another code.
void HeadlessSync::enrolFailed(const Error &error)
{
    const bool first = !m_chosen.isEmpty(); // it is the code that is answered, not the password
    if (first && error.where == Session::kCodeNotSent) {
        m_mayBeEnrolled = false;
        return end(error.code == ErrorCode::WrongState ? SyncExit::SignInNeeded : SyncExit::Failed,
                   ui::sentences::of(error).plain() + QLatin1Char(' ') +
                       tr("The code was not sent and is as good as before."));
    }
    const bool unknown = error.code == ErrorCode::Unauthenticated || error.detail == protocol::code::kDeviceUnknown;
    if (unknown && first)
        return m_session.sync().signIn(m_account, std::exchange(m_chosen, {}));
    const bool refused = error.code == ErrorCode::Refused;
    m_mayBeEnrolled = !unknown && !(refused && first);
    if (unknown)
        return end(SyncExit::SignInNeeded, tr("The name or the code is wrong, or the code was used or has run out. "
                                              "Nothing was changed. Ask your administrator for another code."));
    if (refused && first)
        return end(SyncExit::Refused, ui::sentences::of(error).plain() + QLatin1Char(' ') +
                                          tr("The code was not used and is as good as before."));
    if (refused)
        return end(SyncExit::Refused, ui::sentences::of(error).plain() + QLatin1Char(' ') +
                                          tr("Whether the code was used is not known yet: run the same again, with the "
                                             "same three lines."));
    end(SyncExit::NotReached,
        tr("The server’s answer to the code did not come or could not be kept, so the code may have been used. What "
           "was made on this laptop stays, with the passphrase that you chose. Run the same again, with the same "
           "three lines: it goes on where this ended."));
}

void HeadlessSync::signInFailed(const Error &error)
{
    if (error.detail == protocol::code::kDeviceRevoked) {
        m_signingIn = false; // a run follows, and ends with what became of the order
        return;
    }
    if (m_mayBeEnrolled)
        return enrolFailed(error);
    const QString sentence = ui::sentences::of(error).plain();
    if (error.detail == protocol::code::kDeviceUnknown)
        return end(SyncExit::SignInNeeded, sentence + QLatin1Char(' ') + tr("See --enrol."));
    if (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::WrongState)
        return end(SyncExit::SignInNeeded, sentence);
    end(error.code == ErrorCode::Refused ? SyncExit::Refused : SyncExit::NotReached, sentence);
}

QStringList HeadlessSync::report() const
{
    const auto known = m_session.account();
    if (known && !known->has_value()) // nobody has signed in here: there is nothing to count
        return {};
    const SyncSnapshot s = m_session.sync().snapshot();
    return {QStringLiteral("sent %1").arg(m_sent),
            QStringLiteral("merged %1").arg(m_merged),
            QStringLiteral("conflicts %1").arg(m_conflicted),
            QStringLiteral("rejected %1").arg(m_rejected),
            QStringLiteral("held %1").arg(s.held),
            QStringLiteral("waiting %1").arg(s.waiting),
            QStringLiteral("received %1").arg(m_received),
            QStringLiteral("files_waiting %1").arg(s.files.waitingUp + s.files.refused)};
}

void HeadlessSync::end(const Error &error)
{
    end(SyncExit::Failed, ui::sentences::of(error).plain());
}

void HeadlessSync::end(SyncExit how, const QString &reason)
{
    if (m_ended)
        return;
    m_ended = true;
    m_reason = reason;
    Q_EMIT finished(how);
}

} // namespace markaz::desktop
