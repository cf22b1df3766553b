// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/filelistsheet.h"

#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

FileListSheet::FileListSheet(const Services &services, const QString &inspectionId, QWidget *page)
    : Overlay(page)
    , m_inspectionId(inspectionId)
    , m_model(services)
{
    setObjectName(QStringLiteral("fileListSheet"));
    auto *card = new Card(this);
    card->setTitle(tr("Files of the visit"));
    card->setHeadLine(true);
    setAccessibleName(tr("Files of the visit"));
    m_messages = new MessageArea(card);
    auto *table = new TableView(card);
    table->setObjectName(QStringLiteral("fileList"));
    table->setAccessibleName(tr("Files of the visit"));
    table->setModel(&m_model);
    table->setWidths({230, 64, 0, 110, 84, 130, 120});
    auto *close = new QPushButton(tr("Close"), card);
    close->setObjectName(QStringLiteral("closeFileList"));
    card->body()->setSpacing(8);
    card->body()->addWidget(m_messages);
    card->body()->addWidget(table, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    card->body()->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->addWidget(card);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, &FileListSheet::read);
    read();
    show();
    raise();
    table->setFocus(Qt::OtherFocusReason);
}

void FileListSheet::read()
{
    if (const auto shown = m_model.show(m_inspectionId); !shown)
        m_messages->post(QStringLiteral("error"), Message::of(shown.error()));
}

} // namespace markaz::ui
