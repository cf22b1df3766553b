// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/accountsmodel.h"

#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <algorithm>

namespace markaz::ui {

ChipContent accountChip(const protocol::AccountEntry &entry)
{
    if (!entry.active)
        return {Status::Neutral, QStringLiteral("minus-ring"), AccountsModel::tr("Closed")};
    if (!entry.codeExpiresAt.isEmpty())
        return {Status::Info, QStringLiteral("clock"), AccountsModel::tr("Code waits")};
    if (!entry.hasPassword)
        return {Status::Warn, QStringLiteral("clock"), AccountsModel::tr("Needs a code")};
    return {Status::Ok, QStringLiteral("check-disc"), AccountsModel::tr("Active")};
}

ChipContent deviceChip(const protocol::DeviceEntry &entry)
{
    switch (entry.state) {
    case protocol::DeviceState::Active:
        return {Status::Ok, QStringLiteral("check-disc"), AccountsModel::tr("In use")};
    case protocol::DeviceState::Revoked:
        return {Status::Warn, QStringLiteral("clock"),
                entry.lastContact > entry.revokedAt ? AccountsModel::tr("Revoked, not obeyed yet")
                                                    : AccountsModel::tr("Revoked, not heard of since")};
    case protocol::DeviceState::Wiped:
        return {Status::Neutral, QStringLiteral("minus-ring"), AccountsModel::tr("Revoked, its key is destroyed")};
    }
    return {};
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const protocol::AccountEntry &entry = m_all.at(m_shown.at(index.row()));
    if (role == IdRole)
        return entry.account.accountId;
    if (role == ChipRole && index.column() == StateColumn)
        return QVariant::fromValue(accountChip(entry));
    if (role == Qt::ToolTipRole && (index.column() == Provinces || index.column() == Person))
        return format::plainToolTip(index.column() == Provinces ? accountwords::provinces(entry.account.provinces)
                                                                : data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Person:
        return accountwords::person(entry.account);
    case RoleColumn:
        return labels::of(entry.account.role);
    case Provinces:
        return accountwords::provincesInShort(entry.account.provinces, m_provinces);
    case StateColumn:
        return accountChip(entry).word;
    case LastContact:
        return entry.lastContact.isEmpty() ? tr("never") : format::dateTime(entry.lastContact);
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Person:
        return tr("Person");
    case RoleColumn:
        return tr("Role");
    case Provinces:
        return tr("Provinces");
    case StateColumn:
        return tr("State");
    case LastContact:
        return tr("Last contact");
    default:
        return {};
    }
}

void AccountsModel::setAccounts(const QList<protocol::AccountEntry> &accounts)
{
    m_all = accounts;
    filter();
}

void AccountsModel::setAccount(const protocol::AccountEntry &account)
{
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&account](const protocol::AccountEntry &entry) {
        return entry.account.accountId == account.account.accountId;
    });
    if (known != m_all.end())
        *known = account;
    else
        m_all.append(account);
    std::sort(m_all.begin(), m_all.end(), [](const protocol::AccountEntry &a, const protocol::AccountEntry &b) {
        return a.account.name < b.account.name;
    });
    filter();
}

void AccountsModel::setSearch(const QString &words)
{
    if (words.simplified() == m_search)
        return;
    m_search = words.simplified();
    filter();
}

void AccountsModel::filter()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = m_search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const Actor &actor = m_all.at(i).account;
        const QString text =
            QStringList{actor.name, actor.displayName, labels::of(actor.role), accountwords::provinces(actor.provinces)}
                .join(QLatin1Char(' '));
        if (std::all_of(words.cbegin(), words.cend(),
                        [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            m_shown.append(i);
    }
    endResetModel();
}

const protocol::AccountEntry *AccountsModel::account(const QString &id) const
{
    const auto known = std::find_if(m_all.cbegin(), m_all.cend(), [&id](const protocol::AccountEntry &entry) {
        return entry.account.accountId == id;
    });
    return known == m_all.cend() ? nullptr : &*known;
}

int AccountsModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_all.at(m_shown.at(row)).account.accountId == id)
            return static_cast<int>(row);
    }
    return -1;
}

} // namespace markaz::ui
