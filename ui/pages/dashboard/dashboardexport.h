// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/dashboard/dashboardtable.h"
#include "ui/services.h"

#include <QObject>

class QFileDialog;
class QPushButton;
class QWidget;

namespace markaz::ui {

class MessageArea;

/// The dashboard as a file: a picture or a page of what it shows, or its figures as a table. The button with its menu,
/// the dialogs, and the word on what became of it.
class DashboardExport final : public QObject
{
    Q_OBJECT
public:
    /// \p content: what is drawn, all of it, however much of it is on the screen.
    DashboardExport(const Services &services, QWidget *content, MessageArea *messages, QWidget *page);
    QPushButton *button() const { return m_button; }
    void setShown(const dashboard::Shown &shown) { m_shown = shown; }
    void retitle();

private:
    enum class Kind { Png, Pdf, Csv, Xlsx, GeoJson };
    static QString suffix(Kind kind);
    void askWhere(Kind kind);
    void write(Kind kind, const QString &path);
    Result<void> writePng(const QString &path) const;
    Result<void> writePdf(const QString &path) const;
    QString foot() const;

    Services m_services;
    QWidget *m_content;
    MessageArea *m_messages;
    QWidget *m_page;
    QPushButton *m_button;
    QList<std::pair<Kind, QAction *>> m_actions;
    dashboard::Shown m_shown;
};

} // namespace markaz::ui
