// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/widgets/evidence/picturereader.h"
#include "ui/widgets/overlay.h"

#include <QPersistentModelIndex>

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
    void showRow(int row);
    void setMarkable(bool markable) { m_markable = markable; } ///< before the first row is shown
    /// Whether the picture of the row is on show; it is read in another thread.
    bool showsPicture() const { return !m_reader.image().isNull(); }

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
    void fetch();
    void saveCopy();
    void writeCopy(const QString &path);
    QRect pictureRect() const;

    Services m_services;
    EvidenceModel &m_model;
    ContentStore m_store;
    bool m_editable;
    bool m_markable = true;
    PictureReader m_reader;
    QPersistentModelIndex m_index;
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
