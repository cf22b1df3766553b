// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdictbar.h"

#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

QString iconOf(Status status)
{
    switch (status) {
    case Status::Ok:
        return QStringLiteral("check-disc");
    case Status::Warn:
        return QStringLiteral("half-disc");
    case Status::Bad:
        return QStringLiteral("octagon-cross");
    default:
        return QStringLiteral("dashed-ring");
    }
}

} // namespace

ScoreTrack::ScoreTrack(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ScoreTrack::setScore(int scoreBp, int passBp, const QString &left)
{
    m_scoreBp = scoreBp;
    m_passBp = passBp;
    m_left = left;
    setAccessibleName(tr("Score so far %1, pass mark %2").arg(format::score(scoreBp), format::score(passBp)));
    setAccessibleDescription(left);
    update();
}

void ScoreTrack::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int w = width();
    painter.setFont(theme.font(Type::CaptionStrong));
    painter.setPen(theme.colour(Colour::Text));
    const auto words = [&](const QRect &r, Qt::Alignment alignment, const QString &text) {
        drawWords(painter, r,
                  static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment) | Qt::AlignVCenter), text);
    };
    words(QRect(0, 0, w, 16), Qt::AlignLeft, tr("Score so far"));
    words(QRect(0, 0, w, 16), Qt::AlignRight, m_left);
    const QRect track(0, 19, w, 8);
    stylepaint::box(painter, track, theme.dark() ? theme.colour(Colour::Line) : theme.status(Status::Neutral).ground,
                    {}, 4);
    if (m_scoreBp > 0)
        stylepaint::box(painter, visual(QRect(0, track.y(), std::max(8, w * std::min(m_scoreBp, 10'000) / 10'000), 8)),
                        theme.colour(Colour::Accent), {}, 4);
    if (m_passBp <= 0)
        return;
    const int x = w * m_passBp / 10'000;
    painter.fillRect(visual(QRect(x - 1, track.y() - 5, 2, 16)), theme.colour(Colour::Text));
    const QString mark = tr("pass %1").arg(
        format::isolate(m_passBp % 100 == 0 ? QString::number(m_passBp / 100) : format::score(m_passBp)));
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.colour(Colour::Text2));
    const int width = QFontMetrics(painter.font()).horizontalAdvance(mark) + 2;
    const int from = std::clamp(x - width / 2, 0, std::max(0, w - width));
    drawWords(painter, visual(QRect(from, 31, width, 16)), Qt::AlignCenter, mark);
}

VerdictBar::VerdictBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel(this))
    , m_sentence(plainLabel(this))
    , m_explanation(plainLabel(this))
    , m_floorsWord(plainLabel(this))
    , m_floors(new QWidget(this))
    , m_floorsLayout(new QHBoxLayout(m_floors))
    , m_track(new ScoreTrack(this))
    , m_score(plainLabel(this))
{
    setFixedHeight(64);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 2, 16, 0);
    layout->setSpacing(16);
    m_icon->setFixedWidth(28);
    layout->addWidget(m_icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    m_sentence->setProperty("type", QStringLiteral("card-title"));
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_explanation->setProperty("type", QStringLiteral("secondary"));
    m_explanation->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_explanation->setFixedHeight(20);
    words->addStretch(1);
    words->addWidget(m_sentence);
    words->addWidget(m_explanation);
    words->addStretch(1);
    layout->addLayout(words, 1);
    m_floorsWord->setProperty("type", QStringLiteral("secondary"));
    layout->addWidget(m_floorsWord);
    m_floorsLayout->setContentsMargins(0, 0, 0, 0);
    m_floorsLayout->setSpacing(6);
    layout->addWidget(m_floors);
    layout->setAlignment(m_floors, Qt::AlignVCenter);
    layout->addWidget(m_track);
    m_score->setProperty("type", QStringLiteral("score"));
    m_score->setFixedHeight(60);
    m_score->setMinimumWidth(64);
    m_score->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    layout->addWidget(m_score);
    connect(m_sentence, &QLabel::linkActivated, this, &VerdictBar::linkActivated);
    refresh();
}

void VerdictBar::setContent(const VerdictContent &content)
{
    m_content = content;
    showFloors();
    refresh();
}

void VerdictBar::showFloors()
{
    while (QLayoutItem *item = m_floorsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const VerdictContent::Floor &floor : m_content.floors) {
        const QString word = format::isolate(QStringLiteral("%1 %2").arg(floor.section, format::score(floor.scoreBp)));
        m_floorsLayout->addWidget(
            new StatusChip({floor.met ? Status::Ok : Status::Bad,
                            floor.met ? QStringLiteral("check-disc") : QStringLiteral("octagon-cross"), word},
                           m_floors));
    }
}

void VerdictBar::refresh()
{
    const Theme theme = currentTheme();
    const StatusColours colours = theme.status(m_content.status);
    m_icon->setPixmap(icon(iconOf(m_content.status), m_content.status).pixmap(QSize(28, 28), devicePixelRatioF()));
    QString words = m_content.lead.toHtmlEscaped();
    if (!m_content.link.isEmpty())
        words += QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                     .arg(m_content.linkTarget.toHtmlEscaped(), colours.text.name(), m_content.link.toHtmlEscaped());
    words += m_content.tail.toHtmlEscaped();
    m_sentence->setText(words);
    m_sentence->setFixedHeight(isUrdu() ? 34 : 26);
    m_explanation->setText(m_content.explanation);
    alignLeading(m_explanation);
    setAccessibleName(m_content.lead + m_content.link + m_content.tail);
    setAccessibleDescription(m_content.explanation);
    m_floorsWord->setText(tr("Floors")); //: least scores that single sections must reach
    m_track->setScore(m_content.scoreBp, m_content.passBp, m_content.left);
    m_score->setText(format::score(m_content.scoreBp));
    const bool wide = width() >= 1000;
    const bool middle = width() >= 760;
    m_floors->setVisible(wide && !m_content.floors.isEmpty());
    m_floorsWord->setVisible(wide && !m_content.floors.isEmpty());
    m_track->setVisible(middle);
    update();
}

void VerdictBar::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Base));
    painter.fillRect(QRect(0, 0, width(), 2), theme.status(m_content.status).solid);
}

void VerdictBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFloors();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void VerdictBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= 1000 && !m_content.floors.isEmpty();
    m_floors->setVisible(wide);
    m_floorsWord->setVisible(wide);
    m_track->setVisible(width() >= 760);
}

} // namespace markaz::ui
