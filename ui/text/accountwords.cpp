// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/accountwords.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::accountwords {
namespace {

struct AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};

} // namespace

QString person(const Actor &account)
{
    if (account.displayName.isEmpty() || account.displayName == account.name)
        return format::isolate(account.name);
    // The account's name stands behind it, also where the name that is shown runs the other way than the language in
    // use.
    const QString shown = account.displayName.isRightToLeft() ? QChar(0x2068) + account.displayName + QChar(0x2069)
                                                              : format::words(account.displayName);
    return QStringLiteral("%1 (%2)").arg(shown, format::isolate(account.name));
}

QString provinces(const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes)
        names.append(labels::province(code));
    names.sort(Qt::CaseInsensitive);
    return names.join(AccountWords::tr(", "));
}

QString provincesInShort(const QStringList &codes, qsizetype all)
{
    if (codes.size() > 1 && codes.size() == all)
        return AccountWords::tr("All provinces");
    if (codes.size() < 2)
        return provinces(codes);
    QStringList ends;
    for (const QString &code : codes)
        ends.append(code.section(QLatin1Char('-'), -1));
    ends.sort();
    return format::code(ends.join(QStringLiteral(", ")));
}

QString shortId(const QString &id)
{
    return format::code(QStringLiteral("…") + id.right(6));
}

Sentence refusal(const Error &error)
{
    const QString safe = AccountWords::tr("Nothing was changed.");
    if (error.code != ErrorCode::Refused)
        return sentences::of(error);
    if (error.detail == QLatin1String("exists"))
        return {AccountWords::tr("There is an account of this name already."), safe,
                AccountWords::tr("Choose another name to sign in with.")};
    if (error.detail == QLatin1String("invalid") && error.where == QLatin1String("name"))
        return {AccountWords::tr("This name cannot be used to sign in."), safe,
                AccountWords::tr("Take 3 to 60 small letters, digits, dots, hyphens or underscores, such as a.khan.")};
    if (error.detail == QLatin1String("invalid") && error.where == QLatin1String("provinces"))
        return {AccountWords::tr("An account needs at least one province."), safe,
                AccountWords::tr("Mark the provinces that this person works in.")};
    if (error.detail == QLatin1String("not_allowed"))
        return {AccountWords::tr("Your account may not do that."), safe,
                AccountWords::tr("It manages accounts whose provinces are all among its own, and never its own role, "
                                 "provinces or state.")};
    if (error.detail == QLatin1String("wrong_state"))
        return {AccountWords::tr("The account’s state does not allow that."), safe,
                AccountWords::tr("A closed account gets no code, and the last administrator stays one. Look again at "
                                 "the list.")};
    if (error.detail == QLatin1String("unknown_record"))
        return {AccountWords::tr("The server does not know this account or laptop."), safe,
                AccountWords::tr("Look again at the list.")};
    return sentences::of(error);
}

Sentence passwordRefusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout: // it may have been heard, and the answer lost
        return {AccountWords::tr("The server did not answer, and only with it can a password be changed."),
                AccountWords::tr("The old password holds, unless the server had heard of the new one already."),
                AccountWords::tr("Try again when there is a network. If the present password is wrong then, the new "
                                 "one is in force.")};
    case ErrorCode::Unauthenticated:
        return {AccountWords::tr("Your session has ended."), AccountWords::tr("The password was not changed."),
                AccountWords::tr("Sign in again, then change it.")};
    default:
        return sentences::of(error);
    }
}

} // namespace markaz::ui::accountwords
