// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace markaz::ui {
namespace {

constexpr int kRadius = 6;
constexpr int kIcon = 14;

// The outline of one button: rounded only where the row ends.
QPainterPath outline(QRectF r, bool roundStart, bool roundEnd)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(r, kRadius - 0.5, kRadius - 0.5);
    if (!roundStart)
        path.addRect(QRectF(r.left(), r.top(), r.width() / 2, r.height()));
    if (!roundEnd)
        path.addRect(QRectF(r.center().x(), r.top(), r.width() / 2, r.height()));
    return path.simplified();
}

} // namespace

SegmentButton::SegmentButton(QWidget *parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, [this] {
        if (parentWidget())
            parentWidget()->update();
    });
}

void SegmentButton::setPlace(Place place)
{
    m_place = place;
    update();
}

void SegmentButton::setSolid(std::optional<Status> status)
{
    m_solid = status;
    updateGeometry();
    update();
}

void SegmentButton::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

QSize SegmentButton::sizeHint() const
{
    // Measured in the weight of the chosen one, so that choosing moves nothing.
    QFont font = currentTheme().font(Type::Button);
    font.setWeight(QFont::DemiBold);
    int width = QFontMetrics(font).size(Qt::TextShowMnemonic, text()).width() + 22;
    if (!m_icon.isEmpty() || m_solid)
        width += kIcon + 6;
    return {std::max(width, m_solid ? 60 : 40), property("compact").toBool() ? 28 : 32};
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool enabled = isEnabled();
    const bool first = m_place == Place::First || m_place == Place::Only;
    const bool last = m_place == Place::Last || m_place == Place::Only;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    QColor ground = theme.colour(enabled ? Colour::Base : Colour::Alt);
    QColor border = theme.colour(enabled ? Colour::Strong : Colour::Line);
    QColor words = theme.colour(enabled ? Colour::Text : Colour::Text3);
    if (isChecked() && m_solid) {
        ground = border = theme.status(*m_solid).solid;
        words = theme.colour(Colour::OnSolid);
        if (!enabled)
            ground = border = theme.status(Status::Neutral).border;
    } else if (isChecked()) {
        ground = theme.colour(Colour::Tint);
        border = theme.colour(Colour::Accent);
        words = theme.colour(Colour::AccentText);
    } else if (enabled && underMouse()) {
        ground = theme.colour(Colour::Alt);
    }
    // Neighbours share one line, the one before the other's; beside a chosen button the line is the chosen one's.
    const QAbstractButton *next = group() ? group()->button(group()->id(this) + 1) : nullptr;
    const bool ownStart = first || isChecked();
    const bool ownEnd = last || isChecked() || !next || !next->isChecked();
    QRectF r = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!ownStart)
        r.setLeft(r.left() - 2);
    if (!ownEnd)
        r.setRight(r.right() + 2);
    if (rtl)
        r.moveLeft(width() - r.right());
    painter.setPen(QPen(border, 1));
    painter.setBrush(ground);
    painter.drawPath(outline(r, rtl ? last : first, rtl ? first : last));

    QFont font = theme.font(Type::Button);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(words);
    QString shape = m_icon;
    if (isChecked() && m_solid)
        shape = *m_solid == Status::Bad       ? QStringLiteral("cross")
                : *m_solid == Status::Neutral ? QStringLiteral("minus-ring")
                                              : QStringLiteral("check");
    const int textWidth = QFontMetrics(font).size(Qt::TextShowMnemonic, text()).width();
    const bool image = !shape.isEmpty() && (isChecked() || !m_icon.isEmpty());
    const int total = textWidth + (image ? kIcon + 6 : 0);
    int x = (width() - total) / 2;
    if (image) {
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, kIcon, height())), shape, words,
                  m_solid ? 12 : kIcon);
        x += kIcon + 6;
    }
    drawWords(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, textWidth, height())),
              Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        button->setFocus(Qt::MouseFocusReason);
        Q_EMIT chosen(button->property("segment").toString());
    });
}

void SegmentedControl::setSegments(const QList<Segment> &segments)
{
    const QString kept = current();
    const bool sameIds = segments.size() == m_segments.size() &&
                         std::equal(segments.begin(), segments.end(), m_segments.begin(),
                                    [](const Segment &a, const Segment &b) { return a.id == b.id; });
    m_segments = segments;
    if (!sameIds) {
        for (QAbstractButton *old : m_group->buttons()) {
            m_group->removeButton(old);
            delete old;
        }
        for (qsizetype i = 0; i < segments.size(); ++i) {
            auto *made = new SegmentButton(this);
            made->setProperty("segment", segments.at(i).id);
            made->installEventFilter(this);
            const bool first = i == 0;
            const bool last = i + 1 == segments.size();
            made->setPlace(first && last ? SegmentButton::Place::Only
                           : first       ? SegmentButton::Place::First
                           : last        ? SegmentButton::Place::Last
                                         : SegmentButton::Place::Middle);
            m_group->addButton(made, static_cast<int>(i));
            m_layout->addWidget(made);
        }
    }
    for (const Segment &segment : segments) {
        SegmentButton *b = button(segment.id);
        b->setText(segment.text);
        b->setIconName(segment.icon);
        b->setAccessibleName(QString(segment.text).remove(QLatin1Char('&')));
        b->updateGeometry();
    }
    setCurrent(kept);
}

void SegmentedControl::setCurrent(const QString &id)
{
    SegmentButton *wanted = button(id);
    m_group->setExclusive(false);
    for (QAbstractButton *b : m_group->buttons())
        b->setChecked(b == wanted);
    m_group->setExclusive(true);
    // One stop of Tab for the whole row: the chosen button, or the first.
    for (QAbstractButton *b : m_group->buttons())
        b->setFocusPolicy(b == wanted || (!wanted && m_group->id(b) == 0) ? Qt::StrongFocus : Qt::ClickFocus);
}

QString SegmentedControl::current() const
{
    const QAbstractButton *checked = m_group->checkedButton();
    return checked ? checked->property("segment").toString() : QString();
}

SegmentButton *SegmentedControl::button(const QString &id) const
{
    for (QAbstractButton *b : m_group->buttons()) {
        if (b->property("segment").toString() == id)
            return qobject_cast<SegmentButton *>(b);
    }
    return nullptr;
}

void SegmentedControl::step(int by)
{
    const auto buttons = m_group->buttons();
    int at = m_group->checkedId();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (buttons.at(i)->hasFocus())
            at = m_group->id(buttons.at(i));
    }
    const int next = std::clamp(at + by, 0, static_cast<int>(buttons.size()) - 1);
    if (QAbstractButton *b = m_group->button(next)) {
        b->setFocus(Qt::TabFocusReason);
        if (!b->isChecked())
            b->click();
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        step((event->key() == Qt::Key_Right) != rtl ? 1 : -1);
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    // A button takes the arrow keys for its group before they would come here.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace markaz::ui
