// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a file comes: from a folder, dropped, from the clipboard, from the camera.
#include "ui/camera.h"
#include "ui/text/format.h"
#include "ui/widgets/evidence/camerasheet.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyhint.h"

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace markaz::ui {
namespace {

/// Pictures that are a file already come as they are; what is only pixels becomes a PNG.
constexpr std::array kPictureTypes{std::pair{"image/jpeg", "jpg"}, std::pair{"image/png", "png"}};

QStringList localFiles(const QMimeData &what)
{
    QStringList paths;
    const QList<QUrl> urls = what.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

QWidget *EvidencePane::buildAdding()
{
    auto *adding = new QWidget(this);
    auto *row = new QHBoxLayout(adding);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(6);
    m_add = new QPushButton(tr("Add file…"), adding);
    m_add->setObjectName(QStringLiteral("addFile"));
    m_add->setIcon(icon(QStringLiteral("document-import")));
    m_add->setToolTip(tr("Adds photos (JPEG, PNG) or a PDF to this item (P); they can be dropped here too"));
    const auto tool = [adding](const char *name, const QString &iconName, const QString &words) {
        auto *button = iconButton(iconName, words, adding);
        button->setObjectName(QLatin1String(name));
        return button;
    };
    m_camera = tool("cameraPhoto", QStringLiteral("camera-photo"), tr("Take a photo with the camera"));
    m_paste = tool("pastePhoto", QStringLiteral("edit-paste"), tr("Add what the clipboard holds"));
    m_paste->setToolTip(tr("Adds the picture or the files that the clipboard holds (Ctrl+V)"));
    row->addWidget(m_add);
    row->addWidget(new KeyHint(QStringLiteral("P"), adding));
    row->addWidget(m_camera);
    row->addWidget(m_paste);
    connect(m_add, &QPushButton::clicked, this, &EvidencePane::chooseFiles);
    connect(m_camera, &QToolButton::clicked, this, &EvidencePane::takePhoto);
    connect(m_paste, &QToolButton::clicked, this, &EvidencePane::paste);
    return adding;
}

/// Says why not where the keyboard asks: the buttons are off meanwhile.
bool EvidencePane::mayAdd()
{
    if (m_editable && isBusy())
        Q_EMIT failed(
            makeError(ErrorCode::WrongState, QStringLiteral("another is checked"), QStringLiteral("file.checking")));
    return m_editable && !isBusy();
}

void EvidencePane::chooseFiles()
{
    if (!mayAdd())
        return;
    auto *dialog = new QFileDialog(this, tr("Add files"), QString(),
                                   tr("Photos and PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)"));
    dialog->setObjectName(QStringLiteral("addFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &EvidencePane::attach);
    dialog->open();
}

/// Where it belongs is settled now: the person may have gone on to the next item when it is checked.
void EvidencePane::add(const QString &name, AttachQueue::Original original, AttachQueue::Check check)
{
    queue().add(m_services.actor, place(), name, original, std::move(check));
}

/// Those of this item, where the person sees it; the desk tells the others. The page shows one failure, the last; of
/// several files each is named with its reason.
void EvidencePane::tellFailures()
{
    if (!isVisible())
        return;
    const QList<AttachFailure> failures = queue().takeFailures(place());
    for (const AttachFailure &failure : failures) {
        for (const AttachFailure::File &file : failure.files)
            Q_EMIT failed(file.error);
        if (failure.together > 1)
            Q_EMIT refused(failure.sentence(false));
    }
}

void EvidencePane::attach(const QStringList &paths)
{
    for (const QString &path : paths)
        add(QFileInfo(path).fileName(), AttachQueue::Original::Elsewhere,
            [path](const ContentStore &store) { return checkFile(store, path); });
}

void EvidencePane::attachBytes(const QByteArray &bytes, const QString &name, const QDateTime &time)
{
    add(name, AttachQueue::Original::Here, [bytes, name, time](const ContentStore &store) {
        QByteArray copy = bytes;
        QBuffer source(&copy);
        source.open(QIODevice::ReadOnly);
        return checkContent(store, source, name, time);
    });
}

void EvidencePane::attachPicture(const QImage &picture, const char *format, const QString &name, const QDateTime &time)
{
    add(name, AttachQueue::Original::Here, [picture, format, name, time](const ContentStore &store) {
        QByteArray bytes = encoded(picture, format);
        QBuffer source(&bytes);
        source.open(QIODevice::ReadOnly);
        return checkContent(store, source, name, time);
    });
}

bool EvidencePane::canAttach(const QMimeData &what)
{
    return !localFiles(what).isEmpty() || what.hasImage() ||
           std::any_of(kPictureTypes.begin(), kPictureTypes.end(),
                       [&what](const auto &type) { return what.hasFormat(QLatin1String(type.first)); });
}

bool EvidencePane::attachFrom(const QMimeData &what)
{
    if (!mayAdd())
        return false;
    if (const QStringList paths = localFiles(what); !paths.isEmpty()) {
        attach(paths);
        return true;
    }
    const QString name = QStringLiteral("picture-%1.").arg(stamp());
    for (const auto &[type, suffix] : kPictureTypes) {
        if (what.hasFormat(QLatin1String(type))) {
            attachBytes(what.data(QLatin1String(type)), name + QLatin1String(suffix), {});
            return true;
        }
    }
    const auto picture = what.imageData().value<QImage>();
    if (picture.isNull())
        return false;
    attachPicture(picture, "PNG", name + QStringLiteral("png"), {});
    return true;
}

void EvidencePane::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    if (clipboard != nullptr && canAttach(*clipboard))
        attachFrom(*clipboard);
    else if (mayAdd())
        Q_EMIT failed(
            makeError(ErrorCode::NotFound, QStringLiteral("no picture and no file"), QStringLiteral("file.clipboard")));
}

void EvidencePane::takePhoto()
{
    if (!mayAdd())
        return;
    // Asked for now and no sooner: to look for cameras takes longer than to open a page.
    m_noCamera = m_services.camera == nullptr || !m_services.camera->isThere();
    refresh();
    if (m_noCamera) {
        Q_EMIT failed(makeError(ErrorCode::NotFound, QStringLiteral("no camera"), QStringLiteral("file.camera")));
        return;
    }
    auto *sheet = new CameraSheet(*m_services.camera, m_strip->accessibleName(), this);
    connect(sheet, &CameraSheet::failed, this, &EvidencePane::failed);
    connect(sheet, &CameraSheet::taken, this, [this](const QImage &photo) {
        attachPicture(photo, "JPG", QStringLiteral("photo-%1.jpg").arg(stamp()), m_services.workspace.clock.now());
    });
}

/// For the names of what comes without one.
QString EvidencePane::stamp() const
{
    return m_services.workspace.clock.now().toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

void EvidencePane::keyPressEvent(QKeyEvent *event)
{
    if (m_editable && event->matches(QKeySequence::Paste))
        paste();
    else
        QWidget::keyPressEvent(event);
}

void EvidencePane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_editable || isBusy() || !canAttach(*event->mimeData()))
        return;
    event->acceptProposedAction();
    m_dragged = true;
    refresh();
}

void EvidencePane::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragged = false;
    refresh();
}

void EvidencePane::dropEvent(QDropEvent *event)
{
    m_dragged = false;
    if (attachFrom(*event->mimeData()))
        event->acceptProposedAction();
    refresh();
}

} // namespace markaz::ui
