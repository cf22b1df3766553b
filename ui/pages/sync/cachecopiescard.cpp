// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/cachecopiescard.h"

#include "ui/text/format.h"
#include "ui/text/sentences.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace markaz::ui {

CacheCopiesCard::CacheCopiesCard(const Services &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("cacheCopies"));
    setTitle(tr("Copies of this laptop’s records"));
    setNote(tr("one a day, the newest seven"));
    m_words = plainLabel(this);
    m_words->setWordWrap(true);
    m_which = new QComboBox(this);
    m_which->setObjectName(QStringLiteral("whichCopy"));
    m_which->setAccessibleName(tr("Which copy"));
    WheelGuard::protect(m_which);
    m_restore = new AskTwice(QStringLiteral("restoreCopy"), QStringLiteral("keepRecords"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_which);
    row->addStretch();
    body()->addWidget(m_words);
    body()->addLayout(row);
    body()->addWidget(m_restore);
    connect(m_which, &QComboBox::currentIndexChanged, this, &CacheCopiesCard::refresh);
    connect(m_restore, &AskTwice::confirmed, this, [this] {
        if (const CacheCopy *copy = chosen())
            Q_EMIT restoreRequested(copy->backup);
    });
    reload();
}

void CacheCopiesCard::reload()
{
    auto copies = ListCacheCopies(m_services.workspace).run();
    m_copies = copies ? *copies : QList<CacheCopy>();
    m_which->clear();
    for (const CacheCopy &copy : std::as_const(m_copies))
        m_which->addItem(
            QStringLiteral("%1 · %2").arg(format::dateTime(copy.backup.madeAt), format::bytes(copy.backup.bytes)));
    refresh();
    if (!copies)
        m_words->setText(sentences::of(copies.error()).plain());
}

const CacheCopy *CacheCopiesCard::chosen() const
{
    const int row = m_which->currentIndex();
    return row >= 0 && row < m_copies.size() ? &m_copies.at(row) : nullptr;
}

void CacheCopiesCard::refresh()
{
    const CacheCopy *copy = chosen();
    m_which->setVisible(copy != nullptr);
    m_restore->setVisible(copy != nullptr);
    if (copy == nullptr) {
        m_words->setText(tr("There is no copy yet. The first is made while Markaz is open."));
        return;
    }
    m_words->setText(tr("If the records here go wrong, an earlier copy brings them back. What the server has comes "
                        "again with the next sync."));
    const QString kept = tr("The records of now are kept in a file beside, and you may have to sign in again.");
    m_restore->setWords(tr("Restore this copy"), tr("Restore it now"),
                        (copy->unsent == 0
                             ? tr("Nothing that you changed here is lost: the server has all of it.")
                             : tr("%1 changes that the server does not have yet were made after this copy. "
                                  "They will not be sent.")
                                   .arg(format::number(copy->unsent))) +
                            QLatin1Char(' ') + kept);
}

void CacheCopiesCard::showEvent(QShowEvent *event)
{
    reload();
    Card::showEvent(event);
}

} // namespace markaz::ui
