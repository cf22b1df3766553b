// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/syncwords.h"

#include "ui/text/filewords.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <optional>

namespace markaz::ui {
namespace {

struct SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

QString changes(int n)
{
    return n == 1 ? SyncWords::tr("1 change") : SyncWords::tr("%1 changes").arg(n);
}

QString waitOnLaptop(const SyncSnapshot &s)
{
    const int n = s.waiting;
    const int files = s.files.waitingUp;
    if (n == 0)
        return filesWait(files);
    if (files > 0)
        return files == 1 ? SyncWords::tr("%1 and 1 file wait on this laptop").arg(changes(n))
                          : SyncWords::tr("%1 and %2 files wait on this laptop").arg(changes(n)).arg(files);
    return n == 1 ? SyncWords::tr("1 change waits on this laptop")
                  : SyncWords::tr("%1 changes wait on this laptop").arg(n);
}

/// Nothing that this laptop owes the server, neither a change nor a file.
bool nothingWaits(const SyncSnapshot &s)
{
    return s.waiting == 0 && s.files.waitingUp == 0;
}

/// What the pill says of files, where nothing worse is to be said of the changes.
std::optional<SyncPillContent> filePill(const SyncSnapshot &s)
{
    const FileFigures &f = s.files;
    if (f.waitingUp == 0)
        return {};
    if (f.pause == FileFigures::Pause::ServerFull)
        return SyncPillContent{Status::Warn, QStringLiteral("off"),
                               SyncWords::tr("No room on the server, %1").arg(filesWait(f.waitingUp))};
    if (f.moving() && f.currentUp)
        return SyncPillContent{Status::Info, QStringLiteral("up"),
                               SyncWords::tr("Sending files, %1 of %2").arg(f.sent).arg(f.sent + f.waitingUp)};
    return {};
}

/// The pill's words for a trouble with the server, with the time that it began.
QString troubleSince(const SyncSnapshot &s)
{
    using Trouble = SyncSnapshot::Trouble;
    const bool known = s.troubleSince.isValid();
    const QString at = known ? format::time(s.troubleSince) : QString();
    switch (s.trouble) {
    case Trouble::NotOurServer:
        return known ? SyncWords::tr("Not the Markaz server since %1").arg(at) : SyncWords::tr("Not the Markaz server");
    case Trouble::NotTrusted:
        return known ? SyncWords::tr("Server not trusted since %1").arg(at) : SyncWords::tr("Server not trusted");
    case Trouble::ServerRefused:
        return known ? SyncWords::tr("Refused by the server since %1").arg(at) : SyncWords::tr("Refused by the server");
    case Trouble::ProgramTooOld:
        return SyncWords::tr("This Markaz is too old to receive");
    case Trouble::Revoked:
        return SyncWords::tr("This laptop was revoked");
    default:
        return known ? SyncWords::tr("Server not reached since %1").arg(at) : SyncWords::tr("Server not reached");
    }
}

} // namespace

SyncPillContent pillContent(const SyncSnapshot &s, bool sampleLaptop)
{
    using Trouble = SyncSnapshot::Trouble;
    if (s.conflicts > 0) {
        return {Status::Bad, QStringLiteral("conflict"),
                s.conflicts == 1 ? SyncWords::tr("1 conflict needs you")
                                 : SyncWords::tr("%1 conflicts need you").arg(s.conflicts)};
    }
    if (s.rejected > 0) {
        return {Status::Bad, QStringLiteral("octagon-cross"),
                s.rejected == 1 ? SyncWords::tr("1 change was rejected")
                                : SyncWords::tr("%1 changes were rejected").arg(s.rejected)};
    }
    if (s.files.refused > 0) {
        return {Status::Bad, QStringLiteral("octagon-cross"),
                s.files.refused == 1 ? SyncWords::tr("1 file was not taken")
                                     : SyncWords::tr("%1 files were not taken").arg(s.files.refused)};
    }
    if (s.trouble == Trouble::StorageFailed)
        return {Status::Bad, QStringLiteral("octagon-cross"), SyncWords::tr("This laptop’s disk cannot be written")};
    if (s.trouble == Trouble::SignInNeeded) {
        return {Status::Warn, QStringLiteral("off"),
                nothingWaits(s)  ? SyncWords::tr("Sign in to receive changes")
                : s.waiting == 0 ? SyncWords::tr("Sign in, %1").arg(filesWait(s.files.waitingUp))
                                 : SyncWords::tr("Sign in to send %1").arg(changes(s.waiting))};
    }
    if (s.trouble == Trouble::Offline) {
        return {Status::Warn, QStringLiteral("off"),
                nothingWaits(s) ? SyncWords::tr("Offline, nothing waits")
                                : SyncWords::tr("Offline, %1").arg(waitOnLaptop(s))};
    }
    if (s.trouble != Trouble::None) {
        const QString since = troubleSince(s);
        return {Status::Warn, QStringLiteral("off"),
                nothingWaits(s) ? since : SyncWords::tr("%1, %2").arg(since, waitOnLaptop(s))};
    }
    if (s.phase == SyncSnapshot::Phase::Sending && s.toSend > 0) {
        return {Status::Info, QStringLiteral("up"),
                SyncWords::tr("Sending %1 of %2").arg(s.sent).arg(changes(s.toSend))};
    }
    if (s.phase == SyncSnapshot::Phase::Receiving)
        return {Status::Info, QStringLiteral("view-refresh"), SyncWords::tr("Receiving changes")};
    if (const auto files = filePill(s))
        return *files;
    if (sampleLaptop)
        return {Status::Neutral, QStringLiteral("ring"), SyncWords::tr("Sample data, nothing is sent")};
    if (s.files.waitingUp == 0 && s.waiting > 0 && s.waiting == s.held + s.behind)
        return {Status::Warn, QStringLiteral("half-disc"),
                s.waiting == 1 ? SyncWords::tr("1 change waits for other records")
                               : SyncWords::tr("%1 changes wait for other records").arg(s.waiting)};
    if (!nothingWaits(s))
        return {Status::Info, QStringLiteral("up"), waitOnLaptop(s)};
    if (!s.lastContact.isValid())
        return {Status::Neutral, QStringLiteral("ring"), SyncWords::tr("Not synced yet")};
    if (s.files.waitingDown > 0) // nothing is owed, but what was asked for is not here yet
        return {Status::Neutral, QStringLiteral("ring"), progressWords(s.files)};
    return {Status::Ok, QStringLiteral("check-ring"), SyncWords::tr("Up to date, %1").arg(format::time(s.lastContact))};
}

Sentence troubleSentence(const SyncSnapshot &s)
{
    using Trouble = SyncSnapshot::Trouble;
    const QString safe = nothingWaits(s) ? SyncWords::tr("Nothing waits on this laptop.")
                         : s.waiting + s.files.waitingUp == 1
                             ? SyncWords::tr("%1 and will be sent later.", "one thing").arg(waitOnLaptop(s))
                             : SyncWords::tr("%1 and will be sent later.").arg(waitOnLaptop(s));
    switch (s.trouble) {
    case Trouble::None:
        return {};
    case Trouble::Offline:
        return {SyncWords::tr("This laptop is offline."), safe, SyncWords::tr("You can go on working.")};
    case Trouble::NotReached:
        return {SyncWords::tr("The server could not be reached."), safe,
                SyncWords::tr("Markaz tries again by itself. You can go on working.")};
    case Trouble::NotOurServer:
        return {SyncWords::tr("Something else answered in place of the Markaz server."), safe,
                SyncWords::tr("This often is the sign-in page of a Wi-Fi network: open a browser and sign in there, or "
                              "check the server address.")};
    case Trouble::NotTrusted: {
        Sentence why = sentences::of({ErrorCode::NotTrusted, s.detail, s.reason});
        why.safe = safe;
        return why;
    }
    case Trouble::SignInNeeded:
        return {SyncWords::tr("Your session has ended."), safe, SyncWords::tr("Sign in again to go on sending.")};
    case Trouble::ServerRefused:
        return {SyncWords::tr("The server refused the request."), safe,
                SyncWords::tr("Tell your administrator this word: %1")
                    .arg(s.detail.isEmpty() ? SyncWords::tr("none given") : format::code(s.detail))};
    case Trouble::ProgramTooOld:
        return {SyncWords::tr("This Markaz is too old for the server: it may send, but not receive."),
                nothingWaits(s) ? SyncWords::tr("Nothing waits on this laptop.") : waitOnLaptop(s) + QLatin1Char('.'),
                SyncWords::tr("Install the newest Markaz. You can go on working meanwhile.")};
    case Trouble::Revoked:
        return {SyncWords::tr("An administrator has revoked this laptop for this account."),
                SyncWords::tr("What was not sent is handed in to the server and kept there; your administrator can "
                              "have it looked up."),
                SyncWords::tr("Ask your administrator for a one-time code for another laptop.")};
    case Trouble::StorageFailed:
        return {SyncWords::tr("The cache on this laptop could not be written."),
                SyncWords::tr("What was saved before is safe."),
                SyncWords::tr("Free some space on the disk; Markaz then goes on.")};
    }
    return {};
}

Sentence auditSentence(const SyncSnapshot &s)
{
    const QString since = format::dateTime(s.auditSince);
    switch (s.audit) {
    case SyncSnapshot::Audit::Quiet:
        return {};
    case SyncSnapshot::Audit::Restored:
        return {
            SyncWords::tr("The server’s audit log goes back behind what this laptop saw of it (noticed %1).")
                .arg(since),
            SyncWords::tr("This is expected: the server was restored from a backup, and gets again what this laptop "
                          "had sent."),
            SyncWords::tr("If you know of no restore, ask your administrator.")};
    case SyncSnapshot::Audit::Contradicts:
        return {
            SyncWords::tr("The server’s audit log is no longer the one that this laptop saw (noticed %1).").arg(since),
            SyncWords::tr("Your records and changes on this laptop are not touched by it."),
            SyncWords::tr("Tell your administrator and the auditor, and keep this laptop: it is a witness.")};
    }
    return {};
}

QString leftWaiting(const SyncSnapshot &s)
{
    QStringList waits;
    if (s.waiting == 1)
        waits.append(SyncWords::tr("1 change waits on this laptop for this account."));
    else if (s.waiting > 1)
        waits.append(SyncWords::tr("%1 changes wait on this laptop for this account.").arg(s.waiting));
    if (s.files.waitingUp == 1)
        waits.append(SyncWords::tr("1 file waits on this laptop for this account."));
    else if (s.files.waitingUp > 1)
        waits.append(SyncWords::tr("%1 files wait on this laptop for this account.").arg(s.files.waitingUp));
    return waits.join(QLatin1Char(' '));
}

QString engineWords(const SyncSnapshot &s)
{
    if (s.phase == SyncSnapshot::Phase::Sending)
        return s.toSend > 0 ? SyncWords::tr("Sending: %1 of %2 are through.").arg(s.sent).arg(changes(s.toSend))
                            : SyncWords::tr("Sending.");
    if (s.phase == SyncSnapshot::Phase::Receiving)
        return s.received == 0 ? SyncWords::tr("Receiving.")
                               : SyncWords::tr("Receiving: %1 records so far.").arg(format::number(s.received));
    if (s.files.moving())
        return s.files.currentUp ? SyncWords::tr("Sending a file.") : SyncWords::tr("Fetching a file.");
    if (s.trouble == SyncSnapshot::Trouble::SignInNeeded)
        return SyncWords::tr("Paused until you sign in.");
    if (s.nextRun.isValid())
        return s.trouble == SyncSnapshot::Trouble::None
                   ? SyncWords::tr("At rest. Looks again at %1.").arg(format::time(s.nextRun))
                   : SyncWords::tr("Waits, and tries again at %1.").arg(format::time(s.nextRun));
    return s.trouble == SyncSnapshot::Trouble::None ? SyncWords::tr("At rest.") : SyncWords::tr("Paused.");
}

} // namespace markaz::ui
