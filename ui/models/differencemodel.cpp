// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differencemodel.h"

#include "ui/text/answerwords.h"
#include "ui/text/differencewords.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

namespace markaz::ui {
namespace {

using differencewords::Kind;

QString whole(const QString &text, const QString &words)
{
    QStringList lines{text, words};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

DifferenceRow rowOf(Kind kind, const Item &item, const QStringList &words)
{
    static const QHash<Kind, std::pair<Status, QString>> looks{
        {Kind::Added, {Status::Ok, QStringLiteral("up")}},
        {Kind::Dropped, {Status::Warn, QStringLiteral("minus-ring")}},
        {Kind::Changed, {Status::Info, QStringLiteral("info-disc")}}};
    const auto &[status, icon] = looks[kind];
    const QString text = item.text.in(isUrdu());
    const QString said = words.join(QStringLiteral(" "));
    return {{status, icon, differencewords::of(kind)}, item.code, text, said, whole(text, said)};
}

} // namespace

QList<DifferenceRow> differenceRows(const Standard &older, const Standard &newer, const DraftMove *move)
{
    const StandardDifference difference = differenceBetween(older, newer);
    QList<DifferenceRow> rows;
    for (const QString &code : difference.added)
        rows.append(rowOf(Kind::Added, *newer.item(code), {}));
    for (const QString &code : difference.dropped) {
        const bool kept = move != nullptr && move->kept.contains(code);
        rows.append(rowOf(Kind::Dropped, *older.item(code),
                          kept ? QStringList{differencewords::answerIsKept()} : QStringList()));
    }
    for (const ItemDifference &changed : difference.changed) {
        const Item &before = *older.item(changed.code);
        const Item &item = *newer.item(changed.code);
        QStringList words{differencewords::changed(before, item, changed.members)};
        if (move != nullptr && move->askedAgain.contains(changed.code))
            words.append(differencewords::isAskedAgain());
        DifferenceRow row = rowOf(Kind::Changed, item, words);
        if (const QString was = before.text.in(isUrdu()); was != row.text)
            row.whole = whole(differencewords::wordings(was, older.version(), row.text, newer.version()), row.words);
        rows.append(row);
    }
    return rows;
}

const Item *itemOfAny(const StandardCatalogue &standards, const QString &code)
{
    const Item *found = nullptr;
    int newest = 0;
    for (const Standard *version : standards.versions()) {
        const Item *item = version->item(code);
        if (item != nullptr && version->version() > newest) {
            found = item;
            newest = version->version();
        }
    }
    return found;
}

QList<DifferenceRow> keptRows(const Inspection &inspection, const StandardCatalogue &standards,
                              const QList<KeptBeside> &beside)
{
    QList<DifferenceRow> rows;
    const QList<const Standard *> versions = standards.versions();
    const QList<KeptAnswer> all = keptAnswers(inspection);
    for (const KeptAnswer &kept : all) {
        const Item *item = nullptr;
        const Standard *of = nullptr;
        for (const Standard *version : versions) {
            if (version->version() == kept.version) {
                of = version;
                item = version->item(kept.item);
            }
        }
        const ChipContent chip{Status::Neutral, QStringLiteral("clock"), differencewords::version(kept.version)};
        const QString text = item == nullptr ? QString() : item->text.in(isUrdu());
        const QString answer = item == nullptr ? kept.answer.value(QStringLiteral("value")).toString()
                                               : answerWords(*of, *item, kept.answer);
        rows.append({chip, kept.item, text, answer, whole(text, answer)});
    }
    for (const KeptBeside &kept : beside) {
        if (kept.note.isEmpty())
            continue;
        const Item *item = itemOfAny(standards, kept.item);
        const QString text = item == nullptr ? QString() : item->text.in(isUrdu());
        const QString note = format::words(kept.note);
        rows.append({{Status::Neutral, QStringLiteral("clock"), differencewords::note()},
                     kept.item,
                     text,
                     note,
                     whole(text, note)});
    }
    return rows;
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DifferenceRow &row = m_rows.at(index.row());
    if (role == ChipRole)
        return index.column() == What ? QVariant::fromValue(row.chip) : QVariant();
    const QString text = index.column() == What    ? row.chip.word
                         : index.column() == Code  ? format::code(row.code)
                         : index.column() == Words ? row.words
                                                   : row.text;
    if (role == Qt::ToolTipRole && (index.column() == ItemText || index.column() == Words))
        return format::plainToolTip(row.whole);
    if (role == WholeRole)
        return row.whole;
    return role == Qt::DisplayRole ? text : QVariant();
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return m_kept ? tr("Version") : tr("What");
    case Code:
        return tr("Code");
    case ItemText:
        return tr("Item");
    case Words:
        return m_kept ? tr("Answer or note") : tr("Difference");
    default:
        return {};
    }
}

void DifferenceModel::setRows(const QList<DifferenceRow> &rows, bool kept)
{
    beginResetModel();
    m_rows = rows;
    m_kept = kept;
    endResetModel();
}

} // namespace markaz::ui
