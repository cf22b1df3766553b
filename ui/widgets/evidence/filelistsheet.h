// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/manifestmodel.h"
#include "ui/widgets/sheet.h"

namespace markaz::ui {

/// The manifest of a visit: every file in a table, over the page that opens it.
class FileListSheet final : public Sheet
{
    Q_OBJECT
public:
    FileListSheet(const Services &services, const QString &inspectionId, QWidget *page);

private:
    void read();

    QString m_inspectionId;
    ManifestModel m_model;
};

} // namespace markaz::ui
