// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/unlockwords.h"

#include "core/security/password.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct UnlockWords
{
    Q_DECLARE_TR_FUNCTIONS(UnlockWords)
};

} // namespace

Sentence unlockSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthenticated:
        return {UnlockWords::tr("The passphrase is wrong."), UnlockWords::tr("What is on this laptop stays as it is."),
                UnlockWords::tr("Type it again; capitals count.")};
    case ErrorCode::InvalidValue:
        if (error.where == QLatin1String("passphrase.password"))
            return {UnlockWords::tr("This is your account’s password."),
                    UnlockWords::tr("The passphrase is as it was."),
                    UnlockWords::tr("Choose another: whoever learns the one must not have the other.")};
        break;
    case ErrorCode::WrongState:
        if (error.where == QLatin1String("wait"))
            return {UnlockWords::tr("It is too early for the next try."),
                    UnlockWords::tr("What is on this laptop stays as it is."),
                    {}};
        break;
    case ErrorCode::Malformed:
    case ErrorCode::Tampered:
        return {UnlockWords::tr("The file that holds the key to this laptop’s records is damaged."),
                UnlockWords::tr("It was left as it is, and what was sent is safe on the server."),
                UnlockWords::tr("Put back %1 from a copy of this computer if there is one; without it the records here "
                                "stay sealed.")
                    .arg(error.where)};
    default:
        break;
    }
    return sentences::of(error);
}

Sentence lockedSentence(LockReason reason, std::chrono::minutes idle)
{
    Sentence sentence;
    switch (reason) {
    case LockReason::Asked:
        sentence.fact = UnlockWords::tr("Markaz is locked.");
        break;
    case LockReason::Idle:
        sentence.fact =
            UnlockWords::tr("Markaz locked itself: nobody used it for %1 minutes.").arg(static_cast<int>(idle.count()));
        break;
    case LockReason::Sleep:
        sentence.fact = UnlockWords::tr("Markaz locked itself when the computer went to sleep.");
        break;
    }
    sentence.safe = UnlockWords::tr("Your work is saved, also what you were typing.");
    sentence.next = UnlockWords::tr("Nothing is sent or fetched until it is unlocked.");
    return sentence;
}

QString waitWords(std::chrono::seconds wait)
{
    const auto seconds = static_cast<int>(wait.count());
    if (seconds <= 0)
        return {};
    return seconds == 1 ? UnlockWords::tr("The next try is possible in 1 second.")
                        : UnlockWords::tr("The next try is possible in %1 seconds.").arg(seconds);
}

QString passphraseTrouble(const QString &passphrase, const QString &again, const QString &password)
{
    const auto missing = kPasswordMinCharacters - passphrase.toUcs4().size();
    if (passphrase.isEmpty())
        return UnlockWords::tr("At least %1 characters. Several words that nobody would guess are easy to remember.")
            .arg(kPasswordMinCharacters);
    if (missing > 0)
        return missing == 1 ? UnlockWords::tr("1 more character.")
                            : UnlockWords::tr("%1 more characters.").arg(missing);
    if (!hasDifferentCharacters(passphrase))
        return UnlockWords::tr("Too easy to guess: use at least %1 different letters, digits or signs.")
            .arg(kPasswordMinDifferent);
    if (!checkPassword(passphrase))
        return UnlockWords::tr("This is too long.");
    if (!password.isEmpty() && isSamePassword(passphrase, password))
        return UnlockWords::tr(
            "This is your account’s password. Choose another passphrase: whoever learns the one must "
            "not have the other.");
    if (again.isEmpty())
        return UnlockWords::tr("Type it once more.");
    if (again != passphrase)
        return UnlockWords::tr("The two are not the same yet.");
    return {};
}

} // namespace markaz::ui
