// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace markaz::ui {

class PhotoStrip;
class PhotoViewer;
class Thumbnails;

/// The files of one item: the strip, "Add file…" where they may be changed, and the viewer that it opens. Files are
/// copied and checked in another thread and attached one after the other.
class EvidencePane final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePane(const Services &services, QWidget *parent = nullptr);
    /// Waits for a file that is being checked, which is not attached then, and for the viewer's picture.
    ~EvidencePane() override;

    /// \p item empty: files of the visit as a whole.
    void showItem(const QString &inspectionId, const QString &item, bool editable);
    bool isEmpty() const;
    /// Asks for files; what the person chooses is attached.
    void chooseFiles();
    void attach(const QStringList &paths);
    bool isBusy() const { return m_pending > 0; }
    EvidenceModel *model() const { return m_model.get(); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void attached(const QString &evidenceId);
    void removed();
    void contentChanged(); ///< there are files now, or none any more

private:
    void attachChecked(const QString &inspectionId, const QString &item, Result<CheckedFile> file);
    void open(int row);
    void remove(int row);
    void refresh();

    Services m_services;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_model;
    bool m_editable = false;
    int m_pending = 0;
    QThreadPool m_pool;
    QPointer<PhotoViewer> m_viewer; ///< lies over the window and is the window's
    PhotoStrip *m_strip;
    QWidget *m_adding;
    QPushButton *m_add;
    QLabel *m_words;
};

} // namespace markaz::ui
