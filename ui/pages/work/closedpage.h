// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QVBoxLayout;

namespace markaz::ui {

/// Stands in the place of a page whose records are closed (core/workflow/contact.h), and says why; for an inspector's
/// work also with the drafts that stay open.
class ClosedPage final : public ListPage
{
    Q_OBJECT
public:
    enum class Shows { Nothing, OwnDrafts };
    ClosedPage(const QString &title, Shows shows, const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void inspectionRequested(const QString &inspectionId);
    void buildingRequested(const QString &buildingId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();
    QWidget *rowOf(const InspectionRow &draft);

    Services m_services;
    Shows m_shows;
    QVBoxLayout *m_drafts;
};

} // namespace markaz::ui
