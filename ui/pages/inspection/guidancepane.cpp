// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/guidancepane.h"

#include "ui/text/answerwords.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kRoomForKeys = 220; ///< below it nothing of the guidance would be left beside them

QLabel *paragraph(QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(currentTheme().font(Type::SectionTitle));
    return label;
}

QFrame *line(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFixedHeight(1);
    rule->setProperty("line", true);
    return rule;
}

} // namespace

QString thresholdWords(const Standard &standard, const Item &item, int tier)
{
    if (!item.bands)
        return {};
    const auto limit = item.bands->threshold(tier);
    if (!limit)
        return {};
    const QString value = withUnit(limit->toString(), item.unit, standard);
    return item.bands->direction == BandTable::Direction::AtLeast ? GuidancePane::tr("At least %1").arg(value)
                                                                  : GuidancePane::tr("At most %1").arg(value);
}

GuidancePane::GuidancePane(QWidget *parent)
    : QWidget(parent)
    , m_code(plainLabel(this))
    , m_critical(new StatusChip({Status::Bad, {}, tr("Critical")}, this))
    , m_weight(plainLabel(this))
    , m_guidance(paragraph(this))
    , m_threshold(paragraph(this))
    , m_basis(paragraph(this))
{
    const Theme theme = currentTheme();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(8);
    m_code->setFont(theme.font(Type::Code));
    m_code->setMinimumHeight(48);
    m_weight->setFont(theme.font(Type::Caption));
    head->addWidget(m_code);
    head->addWidget(m_critical);
    head->addWidget(m_weight);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(line(this));

    auto *body = new QWidget(this);
    auto *text = new QVBoxLayout(body);
    m_text = text;
    text->setContentsMargins(16, 12, 16, 12);
    text->setSpacing(6);
    text->addWidget(heading(tr("Guidance"), body));
    text->addWidget(m_guidance);
    text->addSpacing(12);
    text->addWidget(heading(tr("Threshold"), body));
    text->addWidget(m_threshold);
    m_basis->setFont(theme.font(Type::Caption));
    text->addWidget(m_basis);
    text->addSpacing(12);
    m_filesTitle = heading(tr("To be shown"), body);
    m_files = paragraph(body);
    m_files->setObjectName(QStringLiteral("filesOfItem"));
    m_lacking = paragraph(body);
    m_lacking->setObjectName(QStringLiteral("lackingOfItem"));
    QPalette warn = m_lacking->palette();
    warn.setColor(QPalette::WindowText, theme.status(Status::Warn).text);
    m_lacking->setPalette(warn);
    text->addWidget(m_filesTitle);
    text->addWidget(m_files);
    text->addWidget(m_lacking);
    setFiles({}, {});
    m_lastTitle = heading(tr("Last time"), body);
    m_last = paragraph(body);
    m_last->setObjectName(QStringLiteral("lastTime"));
    text->addWidget(m_lastTitle);
    text->addWidget(m_last);
    setLastTime({});
    text->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setProperty("clear", true);
    scroll->widget()->setProperty("clear", true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);

    m_foot = new QWidget(this);
    auto *keys = new KeyHintRow(m_foot);
    keys->setHints({{QStringLiteral("Y"), tr("yes")},
                    {QStringLiteral("N"), tr("no")},
                    {QStringLiteral("A"), tr("not applicable")},
                    {QStringLiteral("↑ ↓"), tr("item")},
                    {QStringLiteral("P"), tr("photo")},
                    {QStringLiteral("M"), tr("note")},
                    {QStringLiteral("F"), tr("next problem")}});
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(0);
    foot->addWidget(line(m_foot));
    auto *hints = new QVBoxLayout;
    hints->setContentsMargins(16, 12, 16, 12);
    hints->addWidget(keys);
    foot->addLayout(hints);
    column->addWidget(m_foot);
}

/// Where something stands above the checklist in a low window, the room is the guidance's.
void GuidancePane::resizeEvent(QResizeEvent *event)
{
    m_foot->setVisible(height() >= kRoomForKeys);
    QWidget::resizeEvent(event);
}

void GuidancePane::setFiles(const QString &asked, const QString &lacking)
{
    m_files->setText(asked);
    m_lacking->setText(lacking);
    m_filesTitle->setVisible(!asked.isEmpty());
    m_files->setVisible(!asked.isEmpty());
    m_lacking->setVisible(!lacking.isEmpty());
}

void GuidancePane::setLastTime(const QString &words)
{
    m_last->setText(words);
    m_last->setVisible(!words.isEmpty());
    m_lastTitle->setVisible(!words.isEmpty());
}

void GuidancePane::addSection(QWidget *section)
{
    m_text->insertSpacing(m_text->count() - 1, 12);
    m_text->insertWidget(m_text->count() - 1, section);
}

void GuidancePane::setItem(const Standard &standard, const Item &item, int tier)
{
    m_code->setText(format::code(item.code));
    m_critical->setVisible(item.critical);
    m_weight->setText(tr("Weight %1").arg(item.weight));
    m_guidance->setText(item.guidance.in(isUrdu()));
    const QString threshold = thresholdWords(standard, item, tier);
    m_threshold->setText(threshold.isEmpty() ? tr("The same in every tier.")
                                             : tr("Tier %1: %2").arg(tier).arg(threshold));
    m_basis->setText(item.basis == QLatin1String("proposal") ? tr("Proposed by the programme; no public source")
                                                             : tr("Source: %1").arg(item.basis));
}

} // namespace markaz::ui
