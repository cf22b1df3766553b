// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

QString defaultIcon(Status status)
{
    switch (status) {
    case Status::Ok:
        return QStringLiteral("check-disc");
    case Status::Warn:
        return QStringLiteral("triangle");
    case Status::Bad:
        return QStringLiteral("octagon-cross");
    case Status::Review:
        return QStringLiteral("eye");
    case Status::Info:
    case Status::Neutral:
        break;
    }
    return QStringLiteral("info-disc");
}

int weightOf(const MessageBar &bar)
{
    const Status status = bar.message().status;
    return status == Status::Bad ? 2 : status == Status::Warn ? 1 : 0;
}

bool same(const Message &a, const Message &b)
{
    return a.status == b.status && a.sentence.fact == b.sentence.fact && a.sentence.safe == b.sentence.safe &&
           a.sentence.next == b.sentence.next && a.action == b.action && a.icon == b.icon && a.closable == b.closable;
}

} // namespace

Message Message::of(const Error &error)
{
    Message message;
    message.status = Status::Bad;
    message.sentence = sentences::of(error);
    return message;
}

Message Message::ofWriting(const Error &error, const QString &path)
{
    Message message = of(error);
    message.sentence = sentences::ofWriting(error, path);
    return message;
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(plainLabel(this))
    , m_text(plainLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(10);
    m_icon->setFixedSize(18, 32);
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(32);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_action->setProperty("role", QStringLiteral("link"));
    m_close->setAutoRaise(true);
    m_close->setProperty("compact", true);
    m_close->setIcon(icon(QStringLiteral("cross")));
    m_close->setIconSize({12, 12});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumHeight(40);
    refresh();
}

void MessageBar::setMessage(const Message &message)
{
    m_message = message;
    refresh();
}

void MessageBar::refresh()
{
    const Theme theme = currentTheme();
    const StatusColours colours = theme.status(m_message.status);
    setStyled(this, "message", statusName(m_message.status));
    const QString shape = m_message.icon.isEmpty() ? defaultIcon(m_message.status) : m_message.icon;
    m_icon->setPixmap(icon(shape, m_message.status).pixmap(QSize(16, 16), devicePixelRatioF()));
    const Sentence &s = m_message.sentence;
    QString words = QStringLiteral("<b>%1</b>").arg(s.fact.toHtmlEscaped());
    for (const QString &more : {s.safe, s.next}) {
        if (!more.isEmpty())
            words += QLatin1Char(' ') + more.toHtmlEscaped();
    }
    // A name at the beginning that runs the other way does not turn the sentence round.
    m_text->setText(QStringLiteral("<div dir=\"%1\">%2</div>")
                        .arg(isUrdu() ? QStringLiteral("rtl") : QStringLiteral("ltr"), words));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, colours.text);
    m_text->setPalette(palette);
    m_action->setText(m_message.action);
    m_action->setVisible(!m_message.action.isEmpty());
    m_close->setVisible(m_message.closable);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    setAccessibleName(s.plain());
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

MessageArea::MessageArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_more(new QPushButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_more->setObjectName(QStringLiteral("moreMessages"));
    m_more->setProperty("role", QStringLiteral("link"));
    m_more->hide();
    m_layout->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = true;
        refresh();
    });
    hide();
}

void MessageArea::refresh()
{
    QList<MessageBar *> bars; // as they stand
    for (int i = 0; i < m_layout->count(); ++i) {
        if (auto *bar = qobject_cast<MessageBar *>(m_layout->itemAt(i)->widget()))
            bars.append(bar);
    }
    const qsizetype others = bars.size() - kMostShown;
    m_all = m_all && others > 0;
    QList<MessageBar *> shown(bars.crbegin(), bars.crend());
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto *a, const auto *b) { return weightOf(*a) > weightOf(*b); });
    if (others > 0 && !m_all)
        shown.resize(kMostShown);
    for (MessageBar *bar : std::as_const(bars))
        bar->setVisible(shown.contains(bar));
    m_more->setText(others == 1 ? tr("Show 1 more message") : tr("Show %1 more messages").arg(others));
    m_more->setVisible(others > 0 && !m_all);
    setVisible(!bars.isEmpty());
}

void MessageArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void MessageArea::post(const QString &key, const Message &message, std::function<void()> action)
{
    MessageBar *there = bar(key);
    if (there != nullptr && same(there->message(), message)) { // nobody is told twice, and a press on it meets it
        disconnect(there, &MessageBar::actionTriggered, this, nullptr);
    } else {
        withdraw(key);
        there = new MessageBar(this);
        there->setMessage(message);
        m_bars.insert(key, there);
        m_layout->addWidget(there);
        connect(there, &MessageBar::closed, this, [this, key] { withdraw(key); });
    }
    if (action)
        connect(there, &MessageBar::actionTriggered, this, [action = std::move(action)] { action(); });
    refresh();
}

void MessageArea::withdraw(const QString &key)
{
    MessageBar *old = m_bars.take(key);
    if (!old)
        return;
    m_layout->removeWidget(old);
    old->hide();
    old->deleteLater();
    refresh();
}

void MessageArea::withdrawClosable()
{
    const QStringList keys = m_bars.keys();
    for (const QString &key : keys) {
        if (m_bars.value(key)->message().closable)
            withdraw(key);
    }
}

MessageBar *MessageArea::bar(const QString &key) const
{
    return m_bars.value(key);
}

} // namespace markaz::ui
