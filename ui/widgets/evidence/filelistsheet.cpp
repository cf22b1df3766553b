// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/filelistsheet.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

FileListSheet::FileListSheet(const Services &services, const QString &inspectionId, QWidget *page)
    : Sheet(Room::Whole, page)
    , m_inspectionId(inspectionId)
    , m_model(services)
{
    setObjectName(QStringLiteral("fileListSheet"));
    setTitle(tr("Files of the visit"));
    auto *table = new TableView(this);
    table->setObjectName(QStringLiteral("fileList"));
    table->setAccessibleName(tr("Files of the visit"));
    table->setModel(&m_model);
    table->setWidths({230, 64, 0, 110, 84, 130, 120});
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeFileList"));
    body()->addWidget(table, 1);
    foot()->addStretch();
    foot()->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, &FileListSheet::read);
    connect(&services.workspace.notifier, &ChangeNotifier::filesChanged, this, &FileListSheet::read);
    read();
    present(table);
}

void FileListSheet::read()
{
    if (const auto shown = m_model.show(m_inspectionId); !shown)
        messages()->post(QStringLiteral("error"), Message::of(shown.error()));
    else
        messages()->withdraw(QStringLiteral("error"));
}

} // namespace markaz::ui
