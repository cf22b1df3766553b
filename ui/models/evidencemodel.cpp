// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencemodel.h"

#include "core/support/programmeday.h"
#include "core/workflow/loandocuments.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/evidence/thumbnails.h"

#include <QImage>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace markaz::ui {

EvidenceModel::EvidenceModel(const Services &services, Thumbnails &thumbnails, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
    , m_thumbnails(thumbnails)
    , m_store(contentStoreOf(services.workspace))
{
    const ChangeNotifier &notifier = m_services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Evidence)
            reload();
    });
    connect(&notifier, &ChangeNotifier::manyChanged, this, &EvidenceModel::reload);
    connect(&notifier, &ChangeNotifier::fileCame, this, &EvidenceModel::changed);
    connect(&m_thumbnails, &Thumbnails::made, this, &EvidenceModel::changed);
}

void EvidenceModel::show(const QString &inspectionId, const QString &item)
{
    m_inspectionId = inspectionId;
    m_item = item;
    m_buildingId.clear();
    m_loanId.clear();
    reload();
}

void EvidenceModel::showBuilding(const QString &buildingId)
{
    m_inspectionId.clear();
    m_item.clear();
    m_loanId.clear();
    m_buildingId = buildingId;
    reload();
}

void EvidenceModel::showLoan(const QString &loanId)
{
    m_inspectionId.clear();
    m_item.clear();
    m_buildingId.clear();
    m_loanId = loanId;
    reload();
}

Result<QList<EvidenceRow>> EvidenceModel::read() const
{
    const EvidenceList files(m_services.workspace);
    if (!m_buildingId.isEmpty())
        return files.photosOf(m_buildingId);
    if (!m_loanId.isEmpty())
        return LoanDocuments(m_services.workspace).of(m_loanId);
    if (!m_inspectionId.isEmpty())
        return files.of(m_inspectionId, m_item);
    return QList<EvidenceRow>();
}

namespace {

QList<EvidenceRow> copiesBesideOriginals(const QList<EvidenceRow> &rows)
{
    QList<EvidenceRow> sorted;
    QSet<QString> originals;
    for (const EvidenceRow &row : rows)
        originals.insert(row.id);
    for (const EvidenceRow &row : rows) {
        if (!row.marks.isEmpty() && originals.contains(row.marks))
            continue; // it comes with its original
        sorted.append(row);
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(sorted),
                     [&row](const EvidenceRow &other) { return other.marks == row.id; });
    }
    return sorted;
}

} // namespace

void EvidenceModel::reload()
{
    const auto files = read();
    if (!files) {
        Q_EMIT failed(files.error());
        return;
    }
    const QList<EvidenceRow> rows = copiesBesideOriginals(*files);
    m_site = siteOf();
    const auto ids = [](const QList<EvidenceRow> &list) {
        QStringList all;
        for (const EvidenceRow &row : list)
            all.append(row.id);
        return all;
    };
    if (ids(rows) == ids(m_rows)) { // only their state: what is chosen stays chosen
        m_rows = rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

std::optional<Position> EvidenceModel::siteOf() const
{
    const RecordRepository &records = m_services.workspace.records;
    QString id = m_buildingId;
    if (id.isEmpty()) {
        const auto inspection = records.requireAs<Inspection>(m_inspectionId);
        if (!inspection)
            return std::nullopt;
        id = inspection->buildingId();
    }
    const auto building = records.requireAs<Building>(id);
    return building ? building->position() : std::nullopt;
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EvidenceRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(row);
    case Qt::DecorationRole:
        return m_thumbnails.of(row.sha256, row.mediaType);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return format::list({nameOf(row), data(index, FactsRole).toString(), data(index, PlaceRole).toString()});
    case FactsRole: {
        QStringList words{format::bytes(row.size)};
        if (row.takenAt.isValid() && row.kind != QLatin1String("photo"))
            words.append(format::dateTime(row.takenAt));
        if (row.earlier > 0)
            words.append(tr("from revision %1").arg(row.earlier));
        if (!row.marks.isEmpty())
            words.append(tr("a marked copy, the original stands beside it"));
        words.append(row.received ? tr("on the server") : tr("waits on this laptop to be sent"));
        if (!m_store.has(row.sha256))
            words.last() = row.received ? tr("on the server, not fetched yet") : tr("not on the server yet");
        return format::list(words);
    }
    case IdRole:
        return row.id;
    case HashRole:
        return row.sha256;
    case MediaTypeRole:
        return row.mediaType;
    case TakenRole:
        return row.takenAt;
    case WhenRole:
        if (row.earlier > 0)
            return tr("Revision %1").arg(row.earlier);
        return m_buildingId.isEmpty() ? format::time(row.takenAt) : format::date(programmeDay(row.takenAt));
    case ReceivedRole:
        return row.received;
    case HereRole:
        return m_store.has(row.sha256);
    case SizeRole:
        return row.size;
    case PlaceRole:
        return row.kind == QLatin1String("photo") ? takenWords(row.takenAt, row.position, m_site) : QString();
    case AwayRole:
        return row.kind == QLatin1String("photo") ? awayWords(row.position, m_site) : QString();
    case MarkedRole:
        return !row.marks.isEmpty();
    case KindRole:
        return row.kind;
    case EarlierRole:
        return row.earlier;
    default:
        return {};
    }
}

QString EvidenceModel::nameOf(const EvidenceRow &row) const
{
    const auto evidence = m_services.workspace.records.requireAs<Evidence>(row.id);
    if (evidence && !evidence->signer().isEmpty()) {
        const QString signer = labels::signer(evidence->signer());
        return evidence->signerName().isEmpty()
                   ? tr("Signature: %1").arg(signer)
                   : tr("Signature: %1, %2").arg(format::words(evidence->signerName()), signer);
    }
    const QString name = evidence ? evidence->filename() : QString();
    return name.isEmpty() ? labels::evidenceKind(row.kind) : name;
}

void EvidenceModel::changed(const QString &sha256)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].sha256 == sha256)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace markaz::ui
