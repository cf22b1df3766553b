// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/text/sentences.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QMimeData;
class QPushButton;
class QToolButton;

namespace markaz::ui {

class PhotoStrip;
class Thumbnails;

/// The files of one item: the strip, the ways to add one where they may be changed (as a file, dropped, from the
/// clipboard, from the camera), and the viewer that it opens. Files are copied and checked in another thread and
/// attached one after the other.
class EvidencePane final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePane(const Services &services, QWidget *parent = nullptr);
    /// Waits for a file that is being checked, which is not attached then.
    ~EvidencePane() override;

    /// \p item empty: files of the visit as a whole.
    void showItem(const QString &inspectionId, const QString &item, bool editable);
    bool isEmpty() const;
    /// Asks for files; what the person chooses is attached.
    void chooseFiles();
    void attach(const QStringList &paths);
    /// Files and pictures that were dropped or copied; false where there are none among \p what.
    bool attachFrom(const QMimeData &what);
    static bool canAttach(const QMimeData &what);
    /// What the clipboard holds; says so where that is no picture and no file.
    void paste();
    void takePhoto();
    bool isBusy() const { return m_pending > 0; }
    EvidenceModel *model() const { return m_model.get(); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    /// Behind the failures of files that came together: the reason of each, with its name.
    void refused(const markaz::ui::Sentence &reasons);
    void attached(const QString &evidenceId);
    void removed();
    void contentChanged(); ///< there are files now, or none any more

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildAdding();
    bool mayAdd();
    void check(const QString &name, std::function<Result<CheckedFile>(const ContentStore &)> how);
    void tellRefused();
    void attachBytes(const QByteArray &bytes, const QString &name, const QDateTime &time);
    void attachPicture(const QImage &picture, const char *format, const QString &name, const QDateTime &time);
    void mark(int row);
    QString stamp() const;
    Result<void> attachChecked(const QString &inspectionId, const QString &item, Result<CheckedFile> file);
    void open(int row);
    void remove(int row);
    void refresh();

    Services m_services;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_model;
    bool m_editable = false;
    int m_pending = 0;
    int m_together = 0;     ///< files since none was pending
    QStringList m_refused;  ///< of them, in words
    bool m_noCamera;        ///< as far as is known
    bool m_dragged = false; ///< something that may be dropped is over it
    QThreadPool m_pool;
    PhotoStrip *m_strip;
    QWidget *m_adding;
    QPushButton *m_add;
    QToolButton *m_camera;
    QToolButton *m_paste;
    QLabel *m_words;
};

} // namespace markaz::ui
