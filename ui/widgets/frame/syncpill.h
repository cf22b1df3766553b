// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QAbstractButton>

namespace markaz::ui {

/// What the pill says; made by the sync status object, which owns the order of what comes first.
struct SyncPillContent
{
    Status status = Status::Neutral;
    QString icon;  ///< "off", "up", "conflict", "check-ring" ...
    QString words; ///< "Offline, 12 changes wait on this laptop"
};

/// The truth about the sync, always in sight; a click opens the Sync page.
class SyncPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SyncPill(QWidget *parent = nullptr);
    void setContent(const SyncPillContent &content);
    const SyncPillContent &content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    SyncPillContent m_content;
};

} // namespace markaz::ui
