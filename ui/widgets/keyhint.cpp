// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyhint.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace markaz::ui {

KeyHint::KeyHint(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
}

void KeyHint::setKey(const QString &key)
{
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    return stylepaint::keyHintSize(m_key);
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    stylepaint::keyHint(painter, rect(), m_key, theme.colour(Colour::Text2), theme.colour(Colour::Strong));
}

void KeyHint::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

KeyHintRow::KeyHintRow(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(this, 16, 4);
    layout->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeyHintRow::setHints(const QList<std::pair<QString, QString>> &hints)
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[key, word] : hints) {
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(new KeyHint(key, pair));
        auto *label = plainLabel(word, pair);
        label->setProperty("type", QStringLiteral("secondary"));
        label->setFixedHeight(currentTheme().lineHeight(Type::Chip));
        row->addWidget(label);
        layout()->addWidget(pair);
    }
}

} // namespace markaz::ui
