// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/text/sentences.h"
#include "ui/widgets/evidence/attachqueue.h"

#include <QUndoStack>
#include <QWidget>

#include <memory>

class QLabel;
class QMimeData;
class QPushButton;
class QToolButton;

namespace markaz::ui {

class PhotoStrip;
class Thumbnails;

/// The files of one item: the strip, the ways to add one where they may be changed (as a file, dropped, from the
/// clipboard, from the camera), and the viewer that it opens. What comes goes into the session's queue (AttachQueue)
/// and becomes evidence whether this is still there or not.
class EvidencePane final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePane(const Services &services, QWidget *parent = nullptr);
    ~EvidencePane() override;
    /// Where a removal is undone; by default a stack of its own.
    void setUndoStack(QUndoStack *stack) { m_undo = stack; }

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
    void open(int row); ///< in the viewer
    /// Whether a file of this item is under way.
    bool isBusy() const;
    AttachQueue &queue() const { return m_services.attaching; }
    EvidenceModel *model() const { return m_model.get(); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    /// Behind the failures of files that came together: the reason of each, with its name.
    void refused(const markaz::ui::Sentence &reasons);
    void attached(const QString &evidenceId); ///< to this item
    void chosen(int row);                     ///< with one click; Enter and a double click open
    void removed();                           ///< undone on the stack
    void contentChanged();                    ///< there are files now, or none any more

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildAdding();
    bool mayAdd();
    AttachPlace place() const;
    void add(const QString &name, AttachQueue::Original original, AttachQueue::Check check);
    void tellFailures();
    void attachBytes(const QByteArray &bytes, const QString &name, const QDateTime &time);
    void attachPicture(const QImage &picture, const char *format, const QString &name, const QDateTime &time);
    void mark(int row);
    QString stamp() const;
    void remove(int row);
    void refresh();

    Services m_services;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_model;
    bool m_editable = false;
    QUndoStack m_own;
    QUndoStack *m_undo = &m_own;
    bool m_noCamera;        ///< as far as is known
    bool m_dragged = false; ///< something that may be dropped is over it
    PhotoStrip *m_strip;
    QWidget *m_adding;
    QPushButton *m_add;
    QToolButton *m_camera;
    QToolButton *m_paste;
    QLabel *m_words;
};

} // namespace markaz::ui
