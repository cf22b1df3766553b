// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/sheet.h"

class QComboBox;
class QPushButton;

namespace markaz::ui {

class JobProgress;
class MonthlyJob;

/// The ministry's report of a month: which one, where to save it, how far it is. Stays open and says where the file is.
class MonthlySheet final : public Sheet
{
    Q_OBJECT
public:
    MonthlySheet(const Services &services, QWidget *page);

protected:
    void leave() override; ///< stops what runs, and goes when nothing does

private:
    void askWhere();
    void start(const QString &path);
    void refresh();

    Services m_services;
    MonthlyJob *m_job;
    QComboBox *m_month;
    JobProgress *m_progress;
    QPushButton *m_close;
    QPushButton *m_save;
};

} // namespace markaz::ui
