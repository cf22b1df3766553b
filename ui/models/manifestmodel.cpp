// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/manifestmodel.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace markaz::ui {
namespace {

constexpr int kShortHash = 12;

} // namespace

ManifestModel::ManifestModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
}

Result<void> ManifestModel::show(const QString &inspectionId)
{
    const auto inspection = m_services.workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    const auto files = EvidenceList(m_services.workspace).of(inspectionId);
    if (!files)
        return files.error();
    const Standard &standard = versionOf(m_services, *inspection);
    QHash<QString, qsizetype> place;
    for (const Item &item : standard.items())
        place.insert(item.code, place.size());
    QList<Row> rows;
    for (const EvidenceRow &file : *files) {
        const auto evidence = m_services.workspace.records.requireAs<Evidence>(file.id);
        if (!evidence)
            return evidence.error();
        const Item *item = standard.item(file.item);
        const Section *section = item == nullptr ? nullptr : standard.section(item->section);
        QString where = file.item.isEmpty() ? tr("The visit as a whole") : tr("Of another version of the standard");
        if (section != nullptr)
            where = QStringLiteral("%1  %2").arg(section->code, section->title.in(isUrdu()));
        QString name = evidence->filename();
        if (!evidence->signer().isEmpty())
            name = tr("Signature: %1").arg(labels::signer(evidence->signer()));
        rows.append({file, where, name});
    }
    // Behind the standard's items those of other versions, each beside its own; then the visit as a whole.
    const auto placeOf = [&place](const Row &row) {
        const qsizetype other = place.size() + (row.file.item.isEmpty() ? 1 : 0);
        const qsizetype at = place.value(row.file.item, other);
        return std::pair(at, at == other ? row.file.item : QString());
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&placeOf](const Row &a, const Row &b) { return placeOf(a) < placeOf(b); });
    beginResetModel();
    m_rows = rows;
    endResetModel();
    return {};
}

int ManifestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ManifestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ManifestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == HashColumn)
        return row.file.sha256;
    if (role == Qt::ToolTipRole && (index.column() == NameColumn || index.column() == SectionColumn))
        return format::plainToolTip(index.data().toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SectionColumn:
        return row.section;
    case ItemColumn:
        return format::code(row.file.item);
    case NameColumn:
        return row.file.earlier > 0 ? tr("%1, from revision %2").arg(format::words(row.name)).arg(row.file.earlier)
                                    : row.name;
    case KindColumn:
        return row.file.marks.isEmpty() ? labels::evidenceKind(row.file.kind) : tr("Marked copy");
    case SizeColumn:
        return format::bytes(row.file.size);
    case HashColumn:
        return format::code(row.file.sha256.left(kShortHash));
    case ServerColumn:
        if (row.file.replaced)
            return tr("Replaced");
        return row.file.received ? tr("On the server") : tr("Not yet");
    default:
        return {};
    }
}

QVariant ManifestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SectionColumn:
        return tr("Section");
    case ItemColumn:
        return tr("Item");
    case NameColumn:
        return tr("File");
    case KindColumn:
        return tr("Kind");
    case SizeColumn:
        return tr("Size");
    case HashColumn:
        return tr("SHA-256");
    case ServerColumn:
        return tr("On the server");
    default:
        return {};
    }
}

} // namespace markaz::ui
