// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/manifestmodel.h"
#include "ui/widgets/overlay.h"

namespace markaz::ui {

class MessageArea;

/// The manifest of a visit: every file in a table, over the page that opens it.
class FileListSheet final : public Overlay
{
    Q_OBJECT
public:
    FileListSheet(const Services &services, const QString &inspectionId, QWidget *page);

private:
    void read();

    QString m_inspectionId;
    ManifestModel m_model;
    MessageArea *m_messages;
};

} // namespace markaz::ui
