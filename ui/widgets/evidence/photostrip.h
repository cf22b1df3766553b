// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace markaz::ui {

/// The files of an EvidenceModel in a row: photos as thumbnails with their time (or, as a warning, how far from the
/// building they were taken), documents by name, each with a mark that says whether the server has it; a marked copy
/// has a pencil. Enter opens, Delete asks to remove.
class PhotoStrip final : public QListView
{
    Q_OBJECT
public:
    explicit PhotoStrip(QWidget *parent = nullptr);
    /// In rows below each other, as many as there is room for, instead of one.
    void setGrid();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void openRequested(int row);
    void removeRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace markaz::ui
