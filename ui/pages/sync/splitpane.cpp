// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/splitpane.h"

#include "ui/text/language.h"
#include "ui/widgets/card.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kListWidth = 288;
constexpr int kFooterHeight = 64;

} // namespace

SplitPane::SplitPane(QWidget *parent)
    : QWidget(parent)
    , m_listCard(new Card(this))
    , m_list(new EntryList(m_listCard))
    , m_hint(plainLabel(m_listCard))
    , m_rows(new QWidget(this))
    , m_column(new QVBoxLayout(m_rows))
{
    auto *panes = new QHBoxLayout(this);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(16);
    m_listCard->setFixedWidth(kListWidth);
    m_listCard->setHeadLine(true);
    m_listCard->body()->setContentsMargins(0, 0, 0, 0);
    m_listCard->body()->setSpacing(0);
    m_listCard->body()->addWidget(m_list, 1);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(16, 12, 16, 12);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_listCard->body()->addWidget(m_hint);
    panes->addWidget(m_listCard);

    auto *detail = new Card(this);
    detail->body()->setContentsMargins(0, 0, 0, 0);
    detail->body()->setSpacing(0);
    panes->addWidget(detail, 1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_code = plainLabel(detail);
    m_code->setProperty("type", QStringLiteral("code"));
    m_title = plainLabel(detail);
    m_title->setProperty("type", QStringLiteral("card-title"));
    m_sub = plainLabel(detail);
    m_sub->setProperty("type", QStringLiteral("secondary"));
    // Nastaliq's line boxes are taller than its words; see PageHeader.
    const int high = isUrdu() ? 32 : 24;
    m_code->setFixedHeight(high);
    m_title->setFixedHeight(high);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sub->setFixedHeight(isUrdu() ? 26 : 18);
    m_sub->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    first->addWidget(m_code);
    first->addWidget(m_title, 1);
    words->addLayout(first);
    words->addWidget(m_sub);
    head->addLayout(words, 1);
    m_link = new QPushButton(detail);
    m_link->setObjectName(QStringLiteral("openRecord"));
    m_link->setProperty("role", QStringLiteral("link"));
    connect(m_link, &QPushButton::clicked, this, &SplitPane::openRequested);
    head->addWidget(m_link);
    detail->body()->addLayout(head);
    auto *line = new QFrame(detail);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    detail->body()->addWidget(line);
    m_messages = new MessageArea(detail);
    m_messages->setContentsMargins(16, 12, 16, 0);
    detail->body()->addWidget(m_messages);
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(8);
    detail->body()->addWidget(scrolling(m_rows, detail), 1);

    auto *feet = new QFrame(detail);
    feet->setProperty("bar", QStringLiteral("bottom"));
    feet->setFixedHeight(kFooterHeight);
    m_feet = new QStackedLayout(feet);
    auto *actions = new QWidget(feet);
    m_footer = new QHBoxLayout(actions);
    m_footer->setContentsMargins(16, 0, 16, 0);
    m_footer->setSpacing(8);
    m_feet->addWidget(actions);
    auto *asking = new QWidget(feet);
    auto *question = new QHBoxLayout(asking);
    question->setContentsMargins(16, 0, 16, 0);
    question->setSpacing(8);
    m_question = plainLabel(asking);
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setWordWrap(true);
    m_yes = new QPushButton(asking);
    m_yes->setObjectName(QStringLiteral("yes"));
    m_yes->setProperty("role", QStringLiteral("danger"));
    m_no = new QPushButton(asking);
    m_no->setObjectName(QStringLiteral("no"));
    question->addWidget(m_question, 1);
    question->addWidget(m_no);
    question->addWidget(m_yes);
    m_feet->addWidget(asking);
    connect(m_no, &QPushButton::clicked, this, &SplitPane::stopAsking);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto agreed = m_agreed;
        stopAsking();
        if (agreed)
            agreed();
    });
    detail->body()->addWidget(feet);
}

void SplitPane::setListTitle(const QString &title, const QString &note)
{
    m_listCard->setTitle(title);
    m_listCard->setNote(note);
    m_list->setAccessibleName(title);
}

void SplitPane::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void SplitPane::setHead(const QString &code, const QString &title, const QString &sub, const QString &link)
{
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    m_title->setText(title);
    m_sub->setText(sub);
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
}

QVBoxLayout *SplitPane::freshBody()
{
    stopAsking();
    clear(m_column);
    return m_column;
}

void SplitPane::ask(const QString &question, const QString &yes, const QString &no, const std::function<void()> &agreed)
{
    m_question->setText(question);
    m_yes->setText(yes);
    m_no->setText(no);
    m_agreed = agreed;
    m_feet->setCurrentIndex(1);
    m_no->setFocus(Qt::OtherFocusReason);
}

void SplitPane::stopAsking()
{
    m_feet->setCurrentIndex(0);
    m_agreed = {};
}

} // namespace markaz::ui
