// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"

#include <QImage>
#include <QPersistentModelIndex>
#include <QThreadPool>
#include <QWidget>

class QLabel;
class QToolButton;

namespace markaz::ui {

/// One file of a model, as large as a pane allows, with when and where it was taken; arrows go through the others, a
/// click, Enter or Space asks for all of the window. A photo is read in another thread and nothing is ever written: the
/// originals stay as they are. Hidden while the model is empty.
class LargePhoto final : public QWidget
{
    Q_OBJECT
public:
    /// \p model outlives it.
    LargePhoto(const Services &services, EvidenceModel &model, QWidget *parent);
    /// Waits for the picture that is being read.
    ~LargePhoto() override;
    int row() const { return m_index.row(); } ///< -1: none
    /// Whether the picture of the row is on show.
    bool showsPicture() const { return !m_image.isNull(); }
    void showRow(int row);

Q_SIGNALS:
    void openRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refill();
    void refresh();
    void load();
    QRect pictureRect() const;

    EvidenceModel &m_model;
    ContentStore m_store;
    QThreadPool m_reading;
    QPersistentModelIndex m_index;
    QString m_shown; ///< hash of m_image, and of what cannot be read
    QImage m_image;
    bool m_loading = false;
    bool m_pressed = false;
    QLabel *m_words;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace markaz::ui
