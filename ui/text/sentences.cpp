// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/sentences.h"

#include "ui/text/assignmentwords.h"
#include "ui/text/centrewords.h"
#include "ui/text/decisionwords.h"
#include "ui/text/format.h"
#include "ui/text/unlockwords.h"

#include "ui/text/labels.h"
#include "ui/text/loanwords.h"
#include "ui/text/policywords.h"
#include "ui/text/scenariowords.h"
#include "ui/text/trustwords.h"

#include <QCoreApplication>

#include <optional>

namespace markaz::ui {

QString Sentence::plain() const
{
    QStringList parts;
    for (const QString &part : {fact, safe, next}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QLatin1Char(' '));
}

namespace sentences {
namespace {

// `where` may hold a file or a JSON path; only the name of a field or of an item is for a person.
QString fieldIn(const Error &error)
{
    for (QChar c : error.where) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
                           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                           (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') ||
                           c == QLatin1Char('.') || c == QLatin1Char('-');
        if (!plain)
            return {};
    }
    return error.where.isEmpty() ? QString() : labels::field(error.where);
}

/// What to enter where the value's form is not said by its name.
QString mend(const QString &where)
{
    const QString field = where.section(QLatin1Char('.'), -1);
    if (field == QLatin1String("cnic_ntn"))
        return QCoreApplication::translate("sentences",
                                           "Enter a CNIC of 13 digits, such as 35202-1234567-1, or an NTN of "
                                           "7 digits and a check digit, such as 1234567-8.");
    if (field == QLatin1String("phone"))
        return QCoreApplication::translate("sentences",
                                           "Enter one number in Pakistan that begins with +92 or 0, such as "
                                           "0300-1234567.");
    if (field == QLatin1String("email"))
        return QCoreApplication::translate("sentences",
                                           "Enter one address with an @, such as name@example.com, or leave it empty.");
    return QCoreApplication::translate("sentences", "Correct it and try again.");
}

/// Files that cannot become evidence: core/workflow/evidence.h names them.
std::optional<Sentence> ofFile(const Error &error)
{
    const QString nothing =
        QCoreApplication::translate("sentences", "Nothing was attached; the file itself was not touched.");
    const QString none = QCoreApplication::translate("sentences", "Nothing was attached."); // where there is no file
    const QString photo = QCoreApplication::translate("sentences", "Choose a photo (JPEG or PNG) or a PDF.");
    const QString &where = error.where;
    if (where == QLatin1String("file.unreadable"))
        return Sentence{
            QCoreApplication::translate("sentences", "The file cannot be opened."), nothing,
            QCoreApplication::translate("sentences", "See that it is still there and that you may read it.")};
    if (where == QLatin1String("file.empty"))
        return Sentence{QCoreApplication::translate("sentences", "The file is empty."), nothing, photo};
    if (where == QLatin1String("file.size"))
        return Sentence{QCoreApplication::translate("sentences", "The file is larger than 100 MiB."), nothing,
                        QCoreApplication::translate("sentences", "Make it smaller, or attach it in parts.")};
    if (where == QLatin1String("file.pixels"))
        return Sentence{QCoreApplication::translate("sentences", "The photo has more than 40 megapixels."), nothing,
                        QCoreApplication::translate("sentences", "Save it smaller and attach that.")};
    if (where == QLatin1String("file.type"))
        return Sentence{QCoreApplication::translate("sentences", "This is neither a photo nor a PDF."), nothing, photo};
    if (where == QLatin1String("file.disguised"))
        return Sentence{QCoreApplication::translate(
                            "sentences", "The file is not what its name says: its content is something else."),
                        nothing, photo};
    if (where == QLatin1String("file.broken"))
        return Sentence{QCoreApplication::translate("sentences", "The file is damaged or was cut off."), nothing,
                        QCoreApplication::translate("sentences", "Copy it from the camera or phone again.")};
    if (where == QLatin1String("file.awaited"))
        return Sentence{
            QCoreApplication::translate("sentences", "The file is still on the laptop where it was attached."),
            {},
            QCoreApplication::translate("sentences", "It comes by itself once it was sent.")};
    if (where == QLatin1String("file.checking"))
        return Sentence{QCoreApplication::translate("sentences", "Another file is still being checked."), nothing,
                        QCoreApplication::translate("sentences", "Add this one when the other is there.")};
    if (where == QLatin1String("file.earlier"))
        return Sentence{QCoreApplication::translate(
                            "sentences", "The file was handed in with an earlier revision and stays with it."),
                        {},
                        QCoreApplication::translate("sentences", "Add what this revision shows better.")};
    if (where == QLatin1String("file.clipboard"))
        return Sentence{QCoreApplication::translate("sentences", "The clipboard holds no picture and no file."), none,
                        QCoreApplication::translate("sentences", "Copy a photo first, or add it as a file.")};
    if (where == QLatin1String("file.camera"))
        return Sentence{QCoreApplication::translate("sentences", "No camera can be used on this laptop."), none,
                        QCoreApplication::translate("sentences", "Take the photo with a phone and add it as a file.")};
    if (where == QLatin1String("file.marks"))
        return Sentence{
            QCoreApplication::translate("sentences", "The marked copy could not be made."),
            QCoreApplication::translate("sentences", "The photo is as it was, and your marks are still here."),
            QCoreApplication::translate("sentences", "Close other programs and try again.")};
    if (where == QLatin1String("marks") && error.code == ErrorCode::WrongState)
        return Sentence{QCoreApplication::translate("sentences", "This photo has a marked copy that names it."),
                        QCoreApplication::translate("sentences", "Nothing was removed."),
                        QCoreApplication::translate("sentences", "Remove the marked copy first.")};
    if (where == QLatin1String("file.copy"))
        return Sentence{QCoreApplication::translate("sentences", "The copy could not be written."),
                        QCoreApplication::translate("sentences", "The file in Markaz is as it was."),
                        QCoreApplication::translate("sentences", "Choose another folder, or free some space.")};
    if (where == QLatin1String("file") && error.code == ErrorCode::Exists)
        return Sentence{QCoreApplication::translate("sentences", "This item has this very file already."),
                        QCoreApplication::translate("sentences", "It is kept once."),
                        {}};
    if (where == QLatin1String("evidence"))
        return Sentence{
            QCoreApplication::translate("sentences", "Not all files of this inspection are on the server yet."),
            QCoreApplication::translate("sentences", "Nothing has been decided."),
            QCoreApplication::translate("sentences", "The certificate can be issued when all of them are there.")};
    return {};
}

/// GPS receivers: ui/positionreceiver.h names them; and a photo that is asked for a position.
std::optional<Sentence> ofPosition(const Error &error)
{
    const QString kept = QCoreApplication::translate("sentences", "The position is as it was.");
    if (error.where == QLatin1String("gps.none"))
        return Sentence{QCoreApplication::translate("sentences", "No GPS receiver is at this laptop."), kept,
                        QCoreApplication::translate("sentences", "Plug one in and try again, or type the position.")};
    if (error.where == QLatin1String("gps.device"))
        return Sentence{QCoreApplication::translate("sentences", "The GPS receiver cannot be read."), kept,
                        QCoreApplication::translate("sentences", "See that it is plugged in and that no other program "
                                                                 "uses it, or type the position.")};
    if (error.where == QLatin1String("gps.nofix"))
        return Sentence{QCoreApplication::translate("sentences", "The GPS receiver found no position within a minute."),
                        kept,
                        QCoreApplication::translate("sentences", "Go into the open, wait a moment and try again.")};
    if (error.where == QLatin1String("photo.position"))
        return Sentence{QCoreApplication::translate("sentences", "This photo does not say where it was taken."), kept,
                        QCoreApplication::translate("sentences", "Choose a photo that was taken at the building with "
                                                                 "location switched on, or type the position.")};
    return {};
}

/// What the server says of accounts and laptops: core/protocol/messages.h names the codes.
std::optional<Sentence> ofAccount(const Error &error)
{
    if (error.code != ErrorCode::Refused)
        return {};
    if (error.detail == QLatin1String("device_unknown"))
        return Sentence{
            QCoreApplication::translate("sentences", "This laptop is new to this account: the password alone does not "
                                                     "open it here."),
            QCoreApplication::translate("sentences", "What is on this laptop stays as it is."),
            QCoreApplication::translate("sentences",
                                        "Ask your administrator for a one-time code and set up this laptop with it.")};
    if (error.detail == QLatin1String("device_revoked"))
        return Sentence{QCoreApplication::translate("sentences", "This laptop was revoked for this account."),
                        QCoreApplication::translate("sentences", "What was sent from it is safe on the server."),
                        QCoreApplication::translate("sentences", "Ask your administrator how you go on.")};
    if (error.detail == QLatin1String("wrong_password"))
        return Sentence{QCoreApplication::translate("sentences", "The present password is wrong."),
                        QCoreApplication::translate("sentences", "Nothing was changed."),
                        QCoreApplication::translate("sentences", "Type it again; capitals count.")};
    return {};
}

/// Versions of the standard: core/workflow/standards.h and inspections.h name them.
std::optional<Sentence> ofStandard(const Error &error)
{
    const QString nothing = QCoreApplication::translate("sentences", "Nothing was changed.");
    if (error.code == ErrorCode::WrongState && error.where == QLatin1String("standard_hash"))
        return Sentence{
            QCoreApplication::translate(
                "sentences", "This inspection was made with a version of the standard that is not on this laptop."),
            nothing,
            QCoreApplication::translate("sentences", "Sync and open it again. If that does not help, this Markaz is "
                                                     "too old to read that version.")};
    return {};
}

/// Merges of buildings, and what a merged one refuses.
std::optional<Sentence> ofMerge(const Error &error)
{
    const QString nothing = QCoreApplication::translate("sentences", "Nothing was changed.");
    const QString &where = error.where;
    if (where == QLatin1String("merged") && error.code == ErrorCode::WrongState)
        return Sentence{
            QCoreApplication::translate("sentences", "One of two merged buildings does not change so."), nothing,
            QCoreApplication::translate("sentences",
                                        "Work with the building that stands, or have an officer take the merge back.")};
    if (where == QLatin1String("merge.certificate"))
        return Sentence{
            QCoreApplication::translate("sentences", "A certificate of this building is in force, so it has to stay."),
            nothing, QCoreApplication::translate("sentences", "Open the other building and merge that one into this.")};
    if (where == QLatin1String("merge.centre"))
        return Sentence{
            QCoreApplication::translate("sentences", "Each of the two buildings has a centre."), nothing,
            QCoreApplication::translate("sentences", "A building has one centre: close one of them first.")};
    if (where == QLatin1String("merge.loan"))
        return Sentence{
            QCoreApplication::translate("sentences", "Each of the two buildings has a loan."), nothing,
            QCoreApplication::translate("sentences", "A building has one loan that is open: close one of them first.")};
    if (where == QLatin1String("merge.target"))
        return Sentence{QCoreApplication::translate("sentences", "That building was itself merged into another one."),
                        nothing,
                        QCoreApplication::translate("sentences", "Choose the building that it was merged into.")};
    if (where == QLatin1String("merge.province"))
        return Sentence{QCoreApplication::translate("sentences", "That building lies in another province."), nothing,
                        QCoreApplication::translate("sentences", "Choose one of the same province.")};
    if (where == QLatin1String("merge_reason"))
        return Sentence{QCoreApplication::translate("sentences", "The reason is missing."), nothing,
                        QCoreApplication::translate("sentences", "Say in your own words why you do this.")};
    return {};
}

} // namespace

Sentence of(const Error &error)
{
    if (const auto file = ofFile(error))
        return *file;
    if (const auto position = ofPosition(error))
        return *position;
    if (const auto trust = trustSentence(error))
        return *trust;
    if (const auto account = ofAccount(error))
        return *account;
    if (const auto standard = ofStandard(error))
        return *standard;
    if (const auto merge = ofMerge(error))
        return *merge;
    if (const auto assignment = assignmentSentence(error))
        return *assignment;
    if (const auto centre = centreSentence(error))
        return *centre;
    if (const auto decision = decisionSentence(error))
        return *decision;
    if (const auto loan = loanSentence(error))
        return *loan;
    if (const auto policy = policySentence(error))
        return *policy;
    if (const auto scenario = scenarioSentence(error))
        return *scenario;
    const QString field = fieldIn(error);
    switch (error.code) {
    case ErrorCode::InvalidValue:
        return {
            field.isEmpty() ? QCoreApplication::translate("sentences", "A value cannot be right.")
                            : QCoreApplication::translate("sentences", "The value of “%1” cannot be right.").arg(field),
            QCoreApplication::translate("sentences", "Everything else is kept as you entered it."), mend(error.where)};
    case ErrorCode::NotFound:
        return {QCoreApplication::translate("sentences", "This record is not on this laptop."),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate(
                    "sentences", "It may have been removed, or lie outside your provinces. Sync, then look again.")};
    case ErrorCode::NotAllowed:
        return {QCoreApplication::translate("sentences", "Your account may not do this."),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate("sentences", "Ask your regional officer if you think that it should.")};
    case ErrorCode::WrongState:
        return {QCoreApplication::translate("sentences", "This cannot be done now: the record has moved on."),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate("sentences", "Open it again to see where it stands.")};
    case ErrorCode::Exists:
        return {field.isEmpty()
                    ? QCoreApplication::translate("sentences", "Another record has this already.")
                    : QCoreApplication::translate("sentences", "Another record has this “%1” already.").arg(field),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate("sentences", "Choose another, or open the one that is there.")};
    case ErrorCode::Incomplete:
        return {field.isEmpty() ? QCoreApplication::translate("sentences", "Something that is needed is missing.")
                                : QCoreApplication::translate("sentences", "“%1” is missing.").arg(field),
                QCoreApplication::translate("sentences", "What you entered is kept."),
                QCoreApplication::translate("sentences", "Fill it in and try again.")};
    case ErrorCode::StorageBusy:
        return {QCoreApplication::translate("sentences", "The records on this laptop are in use by another program."),
                QCoreApplication::translate("sentences", "Nothing was lost or changed."),
                QCoreApplication::translate("sentences", "Close other windows of Markaz and try again.")};
    case ErrorCode::StorageFull:
        return {QCoreApplication::translate("sentences", "The disk of this laptop is full."),
                QCoreApplication::translate("sentences", "All that was saved before is safe."),
                QCoreApplication::translate("sentences", "Free some space, then enter the last change again.")};
    case ErrorCode::StorageCorrupt:
        if (error.where == QLatin1String("copy")) // storage's word: CacheBackups::restore
            return {QCoreApplication::translate("sentences", "This copy is damaged and was not restored."),
                    QCoreApplication::translate("sentences", "The records on this laptop are as they were."),
                    QCoreApplication::translate("sentences", "Choose another copy, or sync to fetch what the server "
                                                             "has.")};
        if (error.where == QLatin1String("not_moved_aside")) // storage's word: it stands where it stood, as it was
            return {QCoreApplication::translate("sentences",
                                                "The records file on this laptop is damaged, and it could not be moved "
                                                "out of the way."),
                    QCoreApplication::translate("sentences", "It was left as it is, and what was sent is safe on the "
                                                             "server."),
                    QCoreApplication::translate("sentences", "Ask your administrator to free the disk and the folder "
                                                             "of this profile for writing, then start Markaz again.")};
        // Met while the file is in use. One that is found at the start is moved aside, and the window says so itself.
        return {
            QCoreApplication::translate("sentences", "The records file on this laptop is damaged."),
            QCoreApplication::translate("sentences", "It was not deleted, and what was sent is safe on the server."),
            QCoreApplication::translate("sentences", "Start Markaz again: it keeps the damaged file aside and "
                                                     "begins a new one. Keep it for your administrator.")};
    case ErrorCode::StorageFailed:
        return {QCoreApplication::translate("sentences", "The last change could not be saved on this laptop."),
                QCoreApplication::translate("sentences", "All that was saved before is safe."),
                QCoreApplication::translate("sentences", "Try again. If it happens again, restart Markaz.")};
    case ErrorCode::StorageTooNew:
        return {QCoreApplication::translate("sentences", "The records on this laptop were written by a newer Markaz."),
                QCoreApplication::translate("sentences", "They were not touched."),
                QCoreApplication::translate("sentences", "Install the newest Markaz to open them.")};
    case ErrorCode::NetworkUnreachable:
        return {QCoreApplication::translate("sentences", "The server could not be reached."),
                QCoreApplication::translate("sentences", "Your work is saved on this laptop and will be sent later."),
                QCoreApplication::translate("sentences", "You can go on working.")};
    case ErrorCode::NetworkTimeout:
        return {QCoreApplication::translate("sentences", "The server did not answer in time."),
                QCoreApplication::translate("sentences", "Your work is saved on this laptop and will be sent later."),
                QCoreApplication::translate("sentences", "You can go on working.")};
    case ErrorCode::NotOurServer:
        return {QCoreApplication::translate("sentences", "What answered is not a Markaz server."),
                QCoreApplication::translate("sentences", "Nothing was sent to it."),
                QCoreApplication::translate(
                    "sentences",
                    "Sign in to the network if it asks for that, or check the server address on the sign-in page.")};
    case ErrorCode::Unauthenticated:
        return {
            QCoreApplication::translate("sentences", "The name or the password is wrong, or your session has ended."),
            QCoreApplication::translate("sentences", "Your work is saved on this laptop."),
            QCoreApplication::translate("sentences", "Sign in again to send it.")};
    case ErrorCode::Refused:
        if (error.detail ==
            QLatin1String("busy")) { // sync-protocol's word for "later": nothing is wrong with what was sent
            bool isNumber = false;
            const int seconds = error.where.toInt(&isNumber); // as the server asked
            return {QCoreApplication::translate("sentences",
                                                "The server asks to wait: it is busy, or too many sign-ins failed."),
                    QCoreApplication::translate("sentences", "Your work is saved on this laptop."),
                    isNumber && seconds > 0 ? waitWords(std::chrono::seconds(seconds))
                                            : QCoreApplication::translate("sentences", "Wait a minute and try again.")};
        }
        return {QCoreApplication::translate("sentences", "The server refused the change."),
                QCoreApplication::translate("sentences", "It is kept on this laptop."),
                QCoreApplication::translate("sentences",
                                            "Open Sync to see the reason, and tell your officer or administrator.")};
    case ErrorCode::TooLarge:
        return {field.isEmpty() ? QCoreApplication::translate("sentences", "This is too large to be taken.")
                                : QCoreApplication::translate("sentences", "“%1” is too large to be taken.").arg(field),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate("sentences", "Make it smaller and try again.")};
    case ErrorCode::Malformed:
        return {QCoreApplication::translate("sentences",
                                            "This cannot be read: it is damaged or not in the form that is expected."),
                QCoreApplication::translate("sentences", "Nothing was changed."),
                QCoreApplication::translate("sentences", "Fetch it again or choose another file.")};
    case ErrorCode::Tampered:
        return {QCoreApplication::translate("sentences", "This was altered after it was signed."),
                QCoreApplication::translate("sentences", "It was not accepted, and nothing was changed."),
                QCoreApplication::translate("sentences",
                                            "Do not rely on it. Tell your regional officer where it came from.")};
    case ErrorCode::NotTrusted: // trustSentence() has them all
    case ErrorCode::Internal:
        break;
    }
    return {QCoreApplication::translate("sentences", "Something in Markaz went wrong."),
            QCoreApplication::translate("sentences", "All that was saved before is safe."),
            QCoreApplication::translate("sentences",
                                        "Try again. If it happens again, restart Markaz and tell your administrator.")};
}

Sentence ofWriting(const Error &error, const QString &path)
{
    const bool full = error.code == ErrorCode::StorageFull;
    if (path.isEmpty() || error.where != path || (!full && error.code != ErrorCode::StorageFailed))
        return of(error);
    const QString named = format::isolate(path);
    const QString safe = QCoreApplication::translate("sentences", "What was there before is still there.");
    if (full)
        return {QCoreApplication::translate("sentences", "The disk is full: %1 could not be written.").arg(named), safe,
                QCoreApplication::translate("sentences", "Free some space, or choose a folder on another disk.")};
    return {QCoreApplication::translate("sentences", "%1 could not be written.").arg(named), safe,
            QCoreApplication::translate("sentences", "Choose a folder that is there and that you may write to.")};
}

} // namespace sentences
} // namespace markaz::ui
