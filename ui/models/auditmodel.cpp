// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditmodel.h"

#include "core/domain/records.h"
#include "core/protocol/accounts.h"
#include "ui/text/accountwords.h"
#include "ui/text/auditwords.h"
#include "ui/text/format.h"

#include <QJsonArray>

namespace markaz::ui {
namespace {

QString word(const QJsonObject &event, const char *name)
{
    return event.value(QLatin1String(name)).toString();
}

} // namespace

AuditModel::AuditModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::nameOf(const QString &accountId) const
{
    if (accountId == QLatin1String("server"))
        return tr("The server");
    auto known = m_names.constFind(accountId);
    if (known == m_names.constEnd()) {
        const auto account = m_services.workspace.records.find(Entity::Account, accountId);
        const QString name =
            account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
        known = m_names.insert(accountId, name.isEmpty() ? m_accounts.value(accountId, accountId) : name);
    }
    return *known;
}

QString AuditModel::aboutOf(const QJsonObject &event) const
{
    if (word(event, "action") == QLatin1String("failed_sign_ins")) {
        const int count = event.value(QStringLiteral("count")).toInt();
        const QString tries = word(event, "of") == QLatin1String("unknown_account")
                                  ? tr("%1 tries with a name of nobody, from %2")
                                  : tr("%1 tries, from %2");
        return tries.arg(format::number(count), format::code(word(event, "address")));
    }
    const QString id = word(event, "id");
    const QString device = word(event, "device");
    const QString entity = word(event, "entity");
    const QString person = m_accounts.contains(id) || entity == token(Entity::Account) ? nameOf(id) : id;
    const QString words = person != id             ? format::isolate(person)
                          : m_laptops.contains(id) ? tr("Laptop %1").arg(laptop(id, word(event, "account")))
                          : id.isEmpty() && !device.isEmpty()
                              ? (m_laptops.contains(device) ? tr("Laptop %1").arg(laptop(device, word(event, "actor")))
                                                            : format::code(device))
                              : format::code(id);
    return QStringLiteral("%1  %2").arg(auditwords::entity(entity), words).trimmed();
}

QString AuditModel::laptop(const QString &id, const QString &account) const
{
    const QString name = m_laptops.value(protocol::laptopKey(id, account), m_laptops.value(id));
    return QStringLiteral("%1 (%2)").arg(format::isolate(name), accountwords::shortId(id));
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == IdRole)
        return word(line.event, "id");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Record)
        return format::plainToolTip(word(line.event, "id"));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When:
        return format::dateTime(word(line.event, "at"));
    case Who:
        return nameOf(word(line.event, "actor"));
    case What:
        return auditwords::action(word(line.event, "action"));
    case Record:
        return aboutOf(line.event);
    case Number:
        return format::number(line.n);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Record:
        return tr("Record");
    case Number:
        return tr("Entry");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asking;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askNext();
}

void AuditModel::ask(const AuditQuery &query)
{
    beginResetModel();
    ++m_generation;
    m_query = query;
    m_lines.clear();
    m_names.clear();
    m_accounts.clear();
    m_laptops.clear();
    m_next = 0;
    m_more = true;
    endResetModel();
    askNext();
}

void AuditModel::askNext()
{
    m_asking = true;
    Q_EMIT changed();
    m_services.administration->ask(auditRequest(m_query, m_next, kPage), this,
                                   [this, generation = m_generation](const Result<QJsonObject> &reply) {
                                       if (generation == m_generation)
                                           heard(reply);
                                   });
}

void AuditModel::heard(const Result<QJsonObject> &reply)
{
    m_asking = false;
    if (!reply) {
        Q_EMIT failed(reply.error());
        Q_EMIT changed();
        return;
    }
    const QJsonArray entries = reply->value(QStringLiteral("entries")).toArray();
    const QJsonObject chain = reply->value(QStringLiteral("chain")).toObject();
    const QJsonObject checkpoint = chain.value(QStringLiteral("checkpoint")).toObject();
    m_chain = {chain.value(QStringLiteral("entries")).toInteger(),
               chain.value(QStringLiteral("contradictions")).toInteger(),
               checkpoint.value(QStringLiteral("n")).toInteger(), checkpoint.value(QStringLiteral("at")).toString()};
    const QJsonObject names = reply->value(QStringLiteral("names")).toObject();
    for (const auto &[kind, known] : {std::pair{"accounts", &m_accounts}, {"laptops", &m_laptops}}) {
        const QJsonObject all = names.value(QLatin1String(kind)).toObject();
        for (auto name = all.begin(); name != all.end(); ++name)
            known->insert(name.key(), name.value().toString());
    }
    const qint64 next = reply->value(QStringLiteral("next")).toInteger();
    m_more = reply->value(QStringLiteral("more")).toBool() && next > 0 && (m_next == 0 || next < m_next);
    m_next = next;
    if (!entries.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
        for (const auto &entry : entries)
            m_lines.append({entry.toObject().value(QStringLiteral("n")).toInteger(),
                            entry.toObject().value(QStringLiteral("event")).toObject()});
        endInsertRows();
    }
    // A page looks through a bounded stretch: what is rare lies in a later one.
    if (entries.isEmpty() && m_more)
        return askNext();
    Q_EMIT changed();
}

} // namespace markaz::ui
