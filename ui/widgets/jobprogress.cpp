// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobprogress.h"

#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kSteps = 1000; // of the bar: bytes do not fit its integers
constexpr int kBarHeight = 6;

} // namespace

JobProgress::JobProgress(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("jobProgress"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 12);
    row->setSpacing(16);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    row->addLayout(column, 1);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &JobProgress::cancelled);
    hide();
}

void JobProgress::setProgress(const QString &words, qint64 done, qint64 total)
{
    m_words->setText(words);
    m_bar->setValue(total > 0 ? static_cast<int>(std::min(done, total) * kSteps / total) : 0);
    m_bar->setAccessibleName(words);
}

} // namespace markaz::ui
