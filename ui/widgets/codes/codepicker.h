// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QImage>
#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <stop_token>

class QMimeData;
class QPushButton;
class QToolButton;

namespace markaz::ui {

class Camera;
class CameraSheet;

/// The ways in which a QR code comes without typing it: a picture out of a folder, pasted or dropped, or the camera.
/// What the code says goes to whoever asked, who alone knows what it may be. One at a time; pictures are read in a
/// thread of their own; the end of this waits for what cannot be stopped, a second or so.
class CodePicker final : public QWidget
{
    Q_OBJECT
public:
    /// What is looked for: any QR code in a picture, or a certificate's, which also comes as PDF or text.
    enum class Looks { ForCode, ForCertificate };

    /// \p page is what the camera's picture lies over, and where pictures may be dropped and pasted.
    explicit CodePicker(QWidget *page, QWidget *parent, Looks looks = Looks::ForCode);
    ~CodePicker() override;

    /// It outlives this; nullptr: none, and nothing offers it.
    void setCamera(Camera *camera);
    /// What is dropped on \p field or pasted into it comes here too, where it is a picture.
    void watch(QWidget *field) { field->installEventFilter(this); }
    /// Reads the code of the picture (or what else is looked for) at \p path.
    void readFile(const QString &path);
    /// Whether \p what holds a picture or a file: read() takes it.
    static bool holdsPicture(const QMimeData &what);
    void read(const QMimeData &what);
    void finishReading() { m_pool.waitForDone(); } ///< what is read is told by the next events

Q_SIGNALS:
    void begun(); ///< what was said of an earlier picture is out of date
    void codeRead(const QString &text);
    void failed(
        const markaz::Error &error); ///< openPlainFile()'s, codeInPicture()'s or certificateCodeIn()'s, "code.camera"

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFile();
    void look();
    void seen(const QImage &frame);
    void start(std::function<Result<QString>()> job);
    void finished(const Result<QString> &code);
    void refresh();

    QWidget *m_page;
    Looks m_looks;
    Camera *m_camera = nullptr;
    CameraSheet *m_sheet = nullptr; ///< while the camera looks on
    QPushButton *m_choose;
    QToolButton *m_look;
    std::stop_source m_stop;
    QThreadPool m_pool;
    bool m_reading = false;
    bool m_looking = false; ///< at a frame; what else comes is read after it
};

} // namespace markaz::ui
