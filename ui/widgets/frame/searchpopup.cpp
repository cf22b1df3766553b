// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/searchpopup.h"

#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kTallest = 460;
constexpr int kPause = 120; ///< ms without a key
constexpr int kPadding = 12;

int entryHeight()
{
    return currentTheme().urdu() ? 56 : 44;
}

class SearchDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (index.data(SearchModel::HeadRole).toBool())
            return {200, currentTheme().urdu() ? 36 : 28};
        return {200, index.data(SearchModel::DetailRole).isValid() ? entryHeight() : entryHeight() - 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const QRect r = option.rect;
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        const int leading =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
        const QString words = index.data().toString();
        painter->save();
        if (index.data(SearchModel::HeadRole).toBool()) {
            painter->setFont(theme.font(Type::CaptionStrong));
            painter->setPen(theme.colour(Colour::Text2));
            drawWords(*painter, visual(r.adjusted(kPadding, 4, -kPadding, 0)), leading, words);
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(r, theme.colour(Colour::Tint));
            painter->fillRect(visual(QRect(r.left(), r.top(), 3, r.height())), theme.colour(Colour::Accent));
        }
        paintIcon(*painter, visual(QRect(r.left() + kPadding, r.top(), 16, r.height())),
                  index.data(SearchModel::IconRole).toString(), theme.colour(Colour::Text2), 16);
        const QString detail = index.data(SearchModel::DetailRole).toString();
        const QString code = index.data(SearchModel::CodeRole).toString();
        int x = r.left() + kPadding + 26;
        const int line = detail.isEmpty() ? r.height() : r.height() / 2;
        painter->setPen(theme.colour(Colour::Text));
        if (!code.isEmpty()) {
            painter->setFont(theme.font(Type::Code));
            const int width = painter->fontMetrics().horizontalAdvance(code) + 10;
            drawWords(*painter, visual(QRect(x, r.top() + 2, width, line)), leading, format::code(code));
            x += width;
        }
        painter->setFont(theme.font(Type::Body));
        drawWords(*painter, visual(QRect(x, r.top() + 2, r.right() - kPadding - x, line)), leading,
                  elided(words, painter->font(), r.right() - kPadding - x));
        if (!detail.isEmpty()) {
            const QRect below(r.left() + kPadding + 26, r.top() + line - 1, r.width() - 2 * kPadding - 26, line);
            painter->setFont(theme.font(Type::Chip));
            painter->setPen(theme.colour(Colour::Text2));
            drawWords(*painter, visual(below), leading, elided(detail, painter->font(), below.width()));
        }
        painter->restore();
    }
};

} // namespace

SearchPopup::SearchPopup(QLineEdit *field)
    : QFrame(field->window())
    , m_field(field)
    , m_pause(new QTimer(this))
    , m_view(new QListView(this))
    , m_nothing(plainLabel(this))
    , m_focusWatch([this](QWidget *before, QWidget *now) {
        if (now == m_field && before != nullptr)
            m_cameFrom = before;
    })
{
    setObjectName(QStringLiteral("searchPopup"));
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 6);
    column->setSpacing(0);
    m_view->setObjectName(QStringLiteral("searchResults"));
    m_view->setAccessibleName(tr("What was found"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new SearchDelegate(m_view));
    m_view->setFrameShape(NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    m_view->setProperty("noFocusRing", true);
    column->addWidget(m_view);
    m_nothing->setText(tr("Nothing on this laptop has these letters."));
    m_nothing->setContentsMargins(kPadding, 6, kPadding, 6);
    column->addWidget(m_nothing);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT asked(m_field->text()); });
    connect(m_field, &QLineEdit::textEdited, m_pause, [this](const QString &text) {
        if (!text.trimmed().isEmpty())
            return m_pause->start();
        m_pause->stop();
        hide();
    });
    connect(m_view, &QListView::clicked, this, &SearchPopup::take);
    m_field->installEventFilter(this);
    m_field->window()->installEventFilter(this);
}

void SearchPopup::setFound(const QList<SearchHit> &hits, const QList<SearchCommand> &commands)
{
    m_model.setFound(hits, commands);
    const QModelIndex first = m_model.firstEntry();
    m_view->setVisible(first.isValid());
    m_nothing->setVisible(!first.isValid());
    m_view->setCurrentIndex(first);
    open();
}

void SearchPopup::open()
{
    place();
    raise();
    show();
}

void SearchPopup::place()
{
    int height = m_nothing->isHidden() ? 0 : m_nothing->sizeHint().height();
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_view->sizeHintForRow(row);
    const int left = m_field->mapTo(window(), QPoint()).x();
    const int width = std::min(std::max(kWidth, m_field->width()), window()->width() - 16);
    const int x = layoutDirection() == Qt::RightToLeft ? left + m_field->width() - width : left;
    setGeometry(std::clamp(x, 8, std::max(8, window()->width() - width - 8)),
                m_field->mapTo(window(), QPoint(0, m_field->height())).y() + 4, width, std::min(height + 14, kTallest));
}

void SearchPopup::step(int by)
{
    for (int row = m_view->currentIndex().row() + by; row >= 0 && row < m_model.rowCount(); row += by) {
        const QModelIndex index = m_model.index(row);
        if (m_model.flags(index) & Qt::ItemIsSelectable) {
            m_view->setCurrentIndex(index);
            m_view->scrollTo(row == 1 ? m_model.index(0) : index); // with the first of its head
            return;
        }
    }
}

void SearchPopup::take(const QModelIndex &index)
{
    // What is asked for may end this; nothing of it is looked at afterwards.
    if (const SearchHit *hit = m_model.hitAt(index)) {
        const SearchHit chosen = *hit;
        hide();
        m_field->clear();
        Q_EMIT recordChosen(chosen.entity, chosen.id);
    } else if (const SearchCommand *command = m_model.commandAt(index)) {
        const auto run = command->run;
        hide();
        m_field->clear();
        run();
    }
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut)
        hide();
    // Escape is the field's while there is something in it or somewhere to go back to, not the shortcut of a page's
    // button.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        (!m_field->text().isEmpty() || m_cameFrom)) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Escape:
        hide();
        m_field->clear();
        if (m_cameFrom && m_cameFrom->isVisible())
            m_cameFrom->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_field->text().trimmed().isEmpty())
            return true;
        if (m_pause->isActive() || isHidden()) { // faster than the pause, or come back: what stands there is meant
            m_pause->stop();
            Q_EMIT asked(m_field->text());
        }
        if (isVisible())
            take(m_view->currentIndex());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(painter, rect(), currentTheme().colour(Colour::Base), currentTheme().colour(Colour::Strong));
}

} // namespace markaz::ui
