// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/widgets/overlay.h"

#include <QImage>
#include <QPersistentModelIndex>
#include <QThreadPool>

class QLabel;
class QPushButton;
class QToolButton;

namespace markaz::ui {

class StatusChip;

/// Shows one file of a model after the other, as large as the window allows. Arrows step.
class PhotoViewer final : public Overlay
{
    Q_OBJECT
public:
    PhotoViewer(const Services &services, EvidenceModel &model, bool editable, QWidget *page);
    /// Waits for the picture that is being read.
    ~PhotoViewer() override;
    void showRow(int row);
    /// Whether the picture of the row is on show; it is read in another thread.
    bool showsPicture() const { return !m_image.isNull(); }

Q_SIGNALS:
    void removeRequested(int row);
    void markRequested(int row); ///< marks are to be drawn on a copy of it
    void failed(const markaz::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();
    void load();
    void fetch();
    void saveCopy();
    void writeCopy(const QString &path);
    QRect pictureRect() const;

    Services m_services;
    EvidenceModel &m_model;
    ContentStore m_store;
    bool m_editable;
    QThreadPool m_reading;
    QPersistentModelIndex m_index;
    QString m_shown; ///< hash of m_image
    QImage m_image;
    bool m_loading = false;
    QLabel *m_title;
    QLabel *m_words;
    StatusChip *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
    QPushButton *m_fetch;
    QPushButton *m_mark;
    QPushButton *m_save;
    QPushButton *m_remove;
    QPushButton *m_close;
};

} // namespace markaz::ui
