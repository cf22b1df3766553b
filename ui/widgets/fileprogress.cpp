// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fileprogress.h"

#include "core/workflow/evidence.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kSteps = 1000; ///< of the bar: bytes do not fit its integers
constexpr int kBarHeight = 6;
constexpr int kGap = 12;
constexpr int kMostLines = 4; ///< of refused files

QLabel *line(Type type, QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setTextFormat(Qt::PlainText); // holds the name of a file
    label->setFont(currentTheme().font(type));
    label->setWordWrap(true);
    return label;
}

} // namespace

FileProgress::FileProgress(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("fileProgress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, kGap);
    auto *card = new Card(this);
    column->addWidget(card);
    auto *head = new QHBoxLayout;
    m_words = line(Type::SectionTitle, this);
    m_bytes = line(Type::Body, this);
    m_bytes->setWordWrap(false);
    head->addWidget(m_words, 1);
    head->addWidget(m_bytes);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    m_current = line(Type::Body, this);
    m_pause = line(Type::Body, this);
    m_refused = line(Type::Body, this);
    card->body()->setSpacing(6);
    card->body()->addLayout(head);
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_current),
                          static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_refused)})
        card->body()->addWidget(part);
    auto *buttons = new QHBoxLayout;
    m_again = new QPushButton(tr("Try again"), this);
    m_again->setObjectName(QStringLiteral("tryFilesAgain"));
    m_forget = new QPushButton(tr("Forget those without a record"), this);
    m_forget->setProperty("role", QStringLiteral("danger"));
    buttons->addWidget(m_again);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    card->body()->addLayout(buttons);
    const auto act = [this](Result<void> (RefusedFiles::*what)()) {
        RefusedFiles files(m_services.workspace);
        if (auto done = (files.*what)(); !done)
            Q_EMIT failed(done.error());
    };
    connect(m_again, &QPushButton::clicked, this, [act] { act(&RefusedFiles::tryAgain); });
    connect(m_forget, &QPushButton::clicked, this, [act] { act(&RefusedFiles::forget); });
    connect(&m_services.sync, &SyncStatus::changed, this, &FileProgress::refresh);
    refresh();
}

void FileProgress::refresh()
{
    const FileFigures f = m_services.sync.snapshot().files;
    const bool waits = f.waitingUp + f.waitingDown > 0;
    setVisible(waits || f.refused > 0);
    m_words->setText(waits ? progressWords(f) : tr("Files"));
    const bool up = f.waitingUp > 0;
    const qint64 bytes = (up ? f.upBytes : f.downBytes);
    const qint64 total = (up ? f.upTotal : f.downTotal);
    m_bytes->setVisible(waits);
    m_bytes->setText(tr("%1 of %2").arg(format::bytes(bytes), format::bytes(total)));
    m_bar->setVisible(waits);
    m_bar->setValue(total > 0 ? static_cast<int>(bytes * kSteps / total) : 0);
    m_bar->setAccessibleName(QStringLiteral("%1, %2").arg(m_words->text(), m_bytes->text()));
    QString current;
    if (f.moving()) {
        const QString name = f.current.isEmpty() ? tr("a file") : format::isolate(f.current);
        current = f.currentUp ? tr("Sending %1").arg(name) : tr("Fetching %1").arg(name);
        if (f.bytesPerSecond > 0)
            current += QStringLiteral(", ") + tr("%1 a second").arg(format::bytes(f.bytesPerSecond));
    }
    m_current->setText(current);
    m_current->setVisible(!current.isEmpty());
    m_pause->setText(waits ? pauseSentence(f).plain() : QString());
    m_pause->setVisible(!m_pause->text().isEmpty());
    refreshRefused(f.refused);
}

void FileProgress::refreshRefused(int refused)
{
    m_refused->setVisible(refused > 0);
    m_again->setVisible(false);
    m_forget->setVisible(false);
    if (refused == 0)
        return;
    const auto files = RefusedFiles(m_services.workspace).list();
    if (!files) {
        Q_EMIT failed(files.error());
        return;
    }
    QStringList lines{refused == 1 ? tr("1 file was not taken. It is kept on this laptop.")
                                   : tr("%1 files were not taken. They are kept on this laptop.").arg(refused)};
    bool again = false;
    bool forget = false;
    for (const RefusedFiles::File &file : *files) {
        again = again || !file.mayForget;
        forget = forget || file.mayForget;
        if (lines.size() <= kMostLines)
            lines.append(QStringLiteral("%1: %2").arg(file.name.isEmpty() ? tr("a file") : format::isolate(file.name),
                                                      refusedFile(file.error)));
    }
    if (files->size() > kMostLines)
        lines.append(tr("and %1 more").arg(files->size() - kMostLines));
    m_refused->setText(lines.join(QLatin1Char('\n')));
    m_again->setVisible(again);
    m_forget->setVisible(forget);
}

} // namespace markaz::ui
