// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/codepicker.h"

#include "ui/camera.h"
#include "ui/widgets/codes/certificatefile.h"
#include "ui/widgets/codes/codepicture.h"
#include "ui/widgets/evidence/camerasheet.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

namespace markaz::ui {
namespace {

/// 2026-11-29: no others, and never what the desktop makes of other formats: Qt would decode those by itself.
constexpr const char *kTypes[] = {"image/png", "image/jpeg"};

/// Of a frame; a code that is held before a camera fills much of it.
constexpr QSize kFrame{1280, 1280};

QString firstFile(const QMimeData &what)
{
    const QList<QUrl> urls = what.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

/// The kind of picture that \p what offers; nullptr: none. Its bytes are not asked for: they may be many, and come from
/// another program.
const char *typeIn(const QMimeData &what)
{
    const auto *type = std::find_if(std::begin(kTypes), std::end(kTypes),
                                    [&what](const char *one) { return what.hasFormat(QLatin1String(one)); });
    return type == std::end(kTypes) ? nullptr : *type;
}

} // namespace

CodePicker::CodePicker(QWidget *page, QWidget *parent, Looks looks)
    : QWidget(parent)
    , m_page(page)
    , m_looks(looks)
{
    setObjectName(QStringLiteral("codePicker"));
    m_pool.setMaxThreadCount(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_choose = new QPushButton(this);
    m_choose->setObjectName(QStringLiteral("codeFromPicture"));
    m_choose->setAutoDefault(false);
    m_choose->setToolTip(looks == Looks::ForCode
                             ? tr("A photo or a screenshot with the QR code (JPEG, PNG); it can be dropped or pasted "
                                  "here too (Ctrl+V)")
                             : tr("The certificate as PDF, a photo of its QR code (JPEG, PNG), or a file with the "
                                  "code’s text; it can be dropped or pasted here too (Ctrl+V)"));
    m_look = iconButton(QStringLiteral("camera-photo"), tr("Read the code with the camera"), this);
    m_look->setObjectName(QStringLiteral("codeFromCamera"));
    row->addWidget(m_choose);
    row->addWidget(m_look);
    row->addStretch();
    connect(m_choose, &QPushButton::clicked, this, &CodePicker::chooseFile);
    connect(m_look, &QToolButton::clicked, this, &CodePicker::look);
    page->setAcceptDrops(true);
    page->installEventFilter(this);
    setCamera(nullptr);
    refresh();
}

CodePicker::~CodePicker()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void CodePicker::setCamera(Camera *camera)
{
    m_camera = camera;
    m_look->setVisible(camera != nullptr);
}

void CodePicker::chooseFile()
{
    auto *dialog = m_looks == Looks::ForCode
                       ? new QFileDialog(this, tr("Read the code from a picture"), QString(),
                                         tr("Pictures (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"))
                       : new QFileDialog(this, tr("Choose a certificate"), QString(),
                                         tr("Certificates (*.pdf *.jpg *.jpeg *.png *.txt *.PDF *.JPG *.JPEG *.PNG "
                                            "*.TXT);;All files (*)"));
    dialog->setObjectName(QStringLiteral("codePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CodePicker::readFile);
    dialog->open();
}

void CodePicker::readFile(const QString &path)
{
    start([path, looks = m_looks, stop = m_stop.get_token()]() -> Result<QString> {
        if (looks == Looks::ForCertificate)
            return certificateCodeIn(path, stop);
        QFile file(path);
        if (auto opened = openPlainFile(file); !opened)
            return opened.error();
        return codeInPicture(file);
    });
}

bool CodePicker::holdsPicture(const QMimeData &what)
{
    return !firstFile(what).isEmpty() || typeIn(what) != nullptr;
}

void CodePicker::read(const QMimeData &what)
{
    if (const QString path = firstFile(what); !path.isEmpty())
        return readFile(path);
    const char *type = typeIn(what);
    start([looks = m_looks, stop = m_stop.get_token(),
           bytes = type == nullptr ? QByteArray() : what.data(QLatin1String(type))] {
        QByteArray copy = bytes;
        QBuffer file(&copy);
        file.open(QIODevice::ReadOnly);
        return looks == Looks::ForCertificate ? certificateCodeIn(file, stop) : codeInPicture(file);
    });
}

void CodePicker::look()
{
    Q_EMIT begun();
    // Asked for now and no sooner: to look for cameras takes longer than to open a page.
    if (!m_camera->isThere()) {
        Q_EMIT failed(makeError(ErrorCode::NotFound, QStringLiteral("no camera"), QStringLiteral("code.camera")));
        return;
    }
    m_sheet = new CameraSheet(*m_camera, tr("Hold the QR code before the camera"), m_page, CameraSheet::Use::LookOn);
    connect(m_sheet, &QObject::destroyed, this, [this, sheet = m_sheet] {
        if (m_sheet == sheet)
            m_sheet = nullptr;
    });
    connect(m_sheet, &CameraSheet::seen, this, &CodePicker::seen);
    connect(m_sheet, &CameraSheet::failed, this, [this](const Error &error) {
        Q_EMIT failed(makeError(ErrorCode::NotFound, error.detail, QStringLiteral("code.camera")));
    });
}

/// As many frames as there is time for; those without a code say nothing.
void CodePicker::seen(const QImage &frame)
{
    if (m_looking || m_sheet == nullptr)
        return;
    m_looking = true;
    m_pool.start([this, frame, looks = m_looks] {
        const bool large = frame.width() > kFrame.width() || frame.height() > kFrame.height();
        const QImage picture = large ? frame.scaled(kFrame, Qt::KeepAspectRatio) : frame;
        const auto code = looks == Looks::ForCertificate ? certificateCodeIn(picture) : codeInPicture(picture);
        QMetaObject::invokeMethod(this, [this, code] {
            m_looking = false;
            if (m_sheet == nullptr || (!code && code.error().code == ErrorCode::NotFound))
                return; // left meanwhile, or nothing is in sight yet
            std::exchange(m_sheet, nullptr)->close();
            finished(code);
        });
    });
}

void CodePicker::start(std::function<Result<QString>()> job)
{
    if (m_reading)
        return;
    m_reading = true;
    refresh();
    Q_EMIT begun();
    m_pool.start([this, job = std::move(job)] {
        const auto code = job();
        QMetaObject::invokeMethod(this, [this, code] {
            m_reading = false;
            refresh();
            finished(code);
        });
    });
}

void CodePicker::finished(const Result<QString> &code)
{
    if (code)
        Q_EMIT codeRead(*code);
    else
        Q_EMIT failed(code.error());
}

void CodePicker::refresh()
{
    m_choose->setEnabled(!m_reading);
    if (m_looks == Looks::ForCode)
        m_choose->setText(m_reading ? tr("Reading the picture…") : tr("Read the code from a picture…"));
    else
        m_choose->setText(m_reading ? tr("Reading the file…") : tr("Choose a file…"));
    m_look->setEnabled(!m_reading);
}

/// What is dropped on the page or on a field that is watched, and a picture that is pasted: a field would take words
/// alone, or the path in the place of the file.
bool CodePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (!holdsPicture(*drop->mimeData()))
            break;
        if (event->type() == QEvent::Drop)
            read(*drop->mimeData());
        drop->acceptProposedAction();
        return true;
    }
    case QEvent::KeyPress: {
        if (!static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste))
            break;
        const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
        if (clipboard == nullptr || !holdsPicture(*clipboard))
            break;
        if (clipboard->hasText() && firstFile(*clipboard).isEmpty())
            break; // words, of which a spreadsheet offers a picture too
        read(*clipboard);
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace markaz::ui
