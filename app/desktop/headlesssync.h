// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/accountsession.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace markaz::desktop {

/// What `markaz sync` ends with; the numbers are in its --help and never change.
enum class SyncExit {
    Clean = 0,        ///< nothing waits
    Failed = 1,       ///< the profile or its records cannot be opened or written
    Usage = 2,        ///< wrong options
    NotReached = 3,   ///< the server did not answer, or something else did
    SignInNeeded = 4, ///< no session, and no password or code, or a wrong one
    Rejected = 5,     ///< the server rejected changes; somebody has to mend them
    Conflicts = 6,    ///< conflicts wait for a decision
    Held = 7,         ///< changes wait for records or files that have not come to the server
    Refused = 8,      ///< the server refused the request, or no longer speaks this program's protocol
    Locked = 9,       ///< no passphrase of this laptop, or a wrong one
    Revoked = 10,     ///< the server ordered this laptop to be given up
};

/// What a sign-in takes, each asked for at most once; an empty answer means that there is none.
struct SignInLines
{
    std::function<QString()> password;
    std::function<QString()> code{}; ///< one-time; set where this laptop is new to the account
    /// Set where the passphrase is being chosen: whether it is this very password.
    std::function<bool(const QString &password)> isPassphrase{};
    /// The records that the account had here were destroyed by an order: who does not sign in hears that.
    bool revoked = false;
};

/// Drives an account's sync without a window: runs until nothing goes any more, then says what it did. It signs in
/// once, with what \p lines gives, when the session asks for it.
class HeadlessSync final : public QObject
{
    Q_OBJECT
public:
    HeadlessSync(AccountSession &session, QString account, SignInLines lines, QObject *parent = nullptr);
    /// What is said where there is no session, because there is nothing of the account here any more.
    static QString revokedBefore(const QString &account);
    void start();
    /// One line a fact, for people and scripts: "sent 3", "merged 1", ... None where nobody has ever signed in here.
    QStringList report() const;
    const QString &reason() const { return m_reason; } ///< a sentence; empty when clean
    /// The code went to the server, and its answer did not come, or could not be kept: what is in the folder is what
    /// the account may know this laptop by.
    bool mayBeEnrolled() const { return m_mayBeEnrolled; }

Q_SIGNALS:
    void finished(markaz::desktop::SyncExit how);

private:
    void runEnded();
    void signIn(const QString &sentence);
    void enrol(const QString &code, const QString &password);
    void enrolFailed(const Error &error);
    void signInFailed(const Error &error);
    void end(SyncExit how, const QString &reason);
    void end(const Error &error);
    Result<void> remember();
    Result<void> count();

    AccountSession &m_session;
    QString m_account;
    SignInLines m_lines;
    bool m_asked = false;
    bool m_signingIn = false; ///< runs that ended before the answer say nothing
    bool m_mayBeEnrolled = false;
    QString m_chosen; ///< the new password, until it was tried without the code
    bool m_ended = false;
    bool m_awaitsFiles = false; ///< the records rest, the files go on
    bool m_filesRested = false;
    int m_runs = 0;
    int m_received = 0;
    QSet<QString> m_owed; ///< op_ids that waited at the start
    int m_sent = 0, m_merged = 0, m_conflicted = 0, m_rejected = 0;
    QString m_reason;
};

/// `markaz sync [options]`, from its own arguments to its exit status.
int runHeadlessSync(int argc, char *argv[]);

} // namespace markaz::desktop
