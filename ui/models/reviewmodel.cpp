// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewmodel.h"

#include "core/storage/inspectionrepository.h"
#include "ui/text/answerwords.h"
#include "ui/text/language.h"

namespace markaz::ui {
namespace {

QModelIndex rowIn(const ChecklistModel &model, const QString &code)
{
    return model.index(model.rowOf(code));
}

ItemScore::Status statusIn(const ChecklistModel &model, const QString &code)
{
    return static_cast<ItemScore::Status>(rowIn(model, code).data(ChecklistModel::StatusRole).toInt());
}

int creditIn(const ChecklistModel &model, const QString &code)
{
    return rowIn(model, code).data(ChecklistModel::CreditRole).toInt();
}

} // namespace

ReviewModel::ReviewModel(const Services &services, const QString &inspectionId, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_this(std::make_unique<ChecklistModel>(services, inspectionId))
{
    InspectionRepository repository(services.workspace.database);
    const auto previous = repository.judgedBeside(inspectionId);
    if (previous && previous->has_value()) {
        m_previous = std::make_unique<ChecklistModel>(services, **previous);
        if (!m_previous->context())
            m_previous.reset(); // of a version that is not known here, or a record that has left: there is nothing to
                                // compare with
    }
    m_show = m_previous ? Show::Differences : Show::Failing;
    refill();
}

bool ReviewModel::wanted(const QString &code, Show show) const
{
    const auto status = statusIn(*m_this, code);
    if (status == ItemScore::Status::Hidden)
        return false;
    switch (show) {
    case Show::Failing:
        return status == ItemScore::Status::Fails || status == ItemScore::Status::Partial ||
               status == ItemScore::Status::NotInspected;
    case Show::Differences:
        return m_previous != nullptr && (previousAnswerOf(code) != answerOf(code) || hasNewFile(code));
    case Show::All:
        break;
    }
    return true;
}

void ReviewModel::refill()
{
    beginResetModel();
    m_codes.clear();
    if (m_this->context()) {
        for (const Item &item : standard().items()) {
            if (wanted(item.code, m_show))
                m_codes.append(item.code);
        }
    }
    endResetModel();
}

void ReviewModel::setShow(Show show)
{
    m_show = show;
    refill();
}

int ReviewModel::countOf(Show show) const
{
    int count = 0;
    for (const Item &item : standard().items())
        count += m_this->context() && wanted(item.code, show) ? 1 : 0;
    return count;
}

int ReviewModel::stepOf(const QString &code) const
{
    const bool both = m_previous && m_previous->standard().item(code) != nullptr;
    return both && statusIn(*m_this, code) != ItemScore::Status::Missing
               ? creditIn(*m_this, code) - creditIn(*m_previous, code)
               : 0;
}

int ReviewModel::changed(bool better) const
{
    int count = 0;
    for (const Item &item : standard().items()) {
        if (!m_this->context() || statusIn(*m_this, item.code) == ItemScore::Status::Hidden)
            continue;
        const int step = stepOf(item.code);
        count += better ? (step > 0 ? 1 : 0) : (step < 0 ? 1 : 0);
    }
    return count;
}

QString ReviewModel::previousNoteOf(const QString &code) const
{
    return m_previous && m_previous->standard().item(code) != nullptr
               ? rowIn(*m_previous, code).data(ChecklistModel::NoteRole).toString()
               : QString();
}

void ReviewModel::setComments(const QJsonObject &comments)
{
    m_comments = comments;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, CommentColumn), index(rowCount() - 1, CommentColumn));
}

QString ReviewModel::answerOf(const QString &code) const
{
    const QModelIndex row = rowIn(*m_this, code);
    return answerWords(standard(), *standard().item(code), row.data(ChecklistModel::AnswerRole).toJsonObject(),
                       row.data(ChecklistModel::ComputedRole).toString());
}

QString ReviewModel::previousAnswerOf(const QString &code) const
{
    if (!m_previous)
        return {};
    const Item *item = m_previous->standard().item(code); // its own version may not have asked for it
    if (item == nullptr)
        return {};
    const QModelIndex row = rowIn(*m_previous, code);
    return answerWords(m_previous->standard(), *item, row.data(ChecklistModel::AnswerRole).toJsonObject(),
                       row.data(ChecklistModel::ComputedRole).toString());
}

bool ReviewModel::hasNewFile(const QString &code) const
{
    return rowIn(*m_this, code).data(ChecklistModel::FiledRole).toBool();
}

QString ReviewModel::noteOf(const QString &code) const
{
    return rowIn(*m_this, code).data(ChecklistModel::NoteRole).toString();
}

ChipContent ReviewModel::chipOf(const ChecklistModel &model, const QString &code) const
{
    ChipContent chip = chips::item(statusIn(model, code), creditIn(model, code));
    const QString words = &model == m_this.get() ? answerOf(code) : previousAnswerOf(code);
    if (!words.isEmpty())
        chip.word = words; // the answer itself, in the colour of its credit
    return chip;
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_codes.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_codes.size())
        return {};
    const QString &code = m_codes.at(index.row());
    const Item *item = standard().item(code);
    if (role == CodeRole)
        return code;
    if (role == ChipRole) {
        if (index.column() == ThisColumn)
            return QVariant::fromValue(chipOf(*m_this, code));
        if (index.column() == PreviousColumn && m_previous && m_previous->standard().item(code) != nullptr)
            return QVariant::fromValue(chipOf(*m_previous, code));
        return {};
    }
    if (role == Qt::ToolTipRole && index.column() == ItemColumn)
        return item->text.in(isUrdu());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case CodeColumn:
        return code;
    case ItemColumn:
        return item->critical ? tr("%1 (critical)").arg(item->text.in(isUrdu())) : item->text.in(isUrdu());
    case PreviousColumn:
        return previousAnswerOf(code);
    case ThisColumn:
        return answerOf(code);
    case ChangeColumn: {
        if (!m_previous || m_previous->standard().item(code) == nullptr ||
            statusIn(*m_this, code) == ItemScore::Status::Missing) // of a draft: it is not answered yet
            return {};
        if (const int step = stepOf(code); step != 0)
            return step > 0 ? tr("Better") : tr("Worse");
        if (previousAnswerOf(code) != answerOf(code))
            return tr("Changed");
        return hasNewFile(code) ? tr("New file") : QString();
    }
    case CommentColumn:
        return m_comments.contains(code) ? tr("Comment") : QString();
    default:
        return {};
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case ItemColumn:
        return tr("Item");
    case PreviousColumn:
        return tr("Previous");
    case ThisColumn:
        return tr("This one");
    case ChangeColumn:
        return tr("Change");
    default:
        return {};
    }
}

} // namespace markaz::ui
