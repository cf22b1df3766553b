// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace markaz::ui {

class StatusChip;

/// What helps with the current item: how to see or measure it, the threshold of this tier and its source.
class GuidancePane final : public QWidget
{
    Q_OBJECT
public:
    explicit GuidancePane(QWidget *parent = nullptr);
    void setItem(const Standard &standard, const Item &item, int tier);
    /// What was answered the last time; empty where that is not known here.
    void setLastTime(const QString &words);
    /// What files the standard asks for, and which of them are not there; empty for none.
    void setFiles(const QString &asked, const QString &lacking);
    /// Puts \p section below what the pane says itself.
    void addSection(QWidget *section);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_foot; ///< the keys of the page
    QLabel *m_code;
    StatusChip *m_critical;
    QLabel *m_weight;
    QLabel *m_guidance;
    QLabel *m_threshold;
    QLabel *m_basis;
    QLabel *m_filesTitle;
    QLabel *m_files;
    QLabel *m_lacking;
    QLabel *m_lastTitle;
    QLabel *m_last;
    QVBoxLayout *m_text;
};

/// "At least 33 in" and the like; empty when the item has no threshold.
QString thresholdWords(const Standard &standard, const Item &item, int tier);

} // namespace markaz::ui
