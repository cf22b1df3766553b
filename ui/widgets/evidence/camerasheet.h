// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/camera.h"
#include "ui/widgets/overlay.h"

class QLabel;
class QPushButton;

namespace markaz::ui {

/// What the camera sees, and one button (Space, Enter) that takes the photo; or none where somebody only looks on for
/// what comes into sight. The camera runs only as long as this is there.
class CameraSheet final : public Overlay
{
    Q_OBJECT
public:
    enum class Use { Photo, LookOn };

    /// \p camera outlives it.
    CameraSheet(Camera &camera, const QString &what, QWidget *page, Use use = Use::Photo);
    ~CameraSheet() override;

Q_SIGNALS:
    void taken(const QImage &photo);
    void seen(const QImage &frame); ///< each
    void failed(const markaz::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void take();
    QRect pictureRect() const;

    Camera &m_camera;
    QImage m_frame;
    bool m_taking = false;
    QPushButton *m_take;
};

} // namespace markaz::ui
