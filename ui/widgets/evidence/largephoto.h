// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/widgets/evidence/picturereader.h"

#include <QPersistentModelIndex>
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
    int row() const { return m_index.row(); } ///< -1: none
    /// Whether the picture of the row is on show.
    bool showsPicture() const { return !m_reader.image().isNull(); }
    QSize pictureSize() const { return m_reader.image().size(); } ///< as it was read, pixels
    void showRow(int row);

Q_SIGNALS:
    void openRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refill();
    void refresh();
    bool isPhoto() const;
    QRect pictureRect() const;

    EvidenceModel &m_model;
    PictureReader m_reader;
    QPersistentModelIndex m_index;
    bool m_pressed = false;
    QLabel *m_words;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace markaz::ui
