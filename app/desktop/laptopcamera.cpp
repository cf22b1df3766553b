// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/devices.h"

#ifdef MARKAZ_WITH_MULTIMEDIA

#include <QCamera>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

namespace markaz::desktop {
namespace {

/// The default camera, switched on between start() and stop() and at no other time.
class LaptopCamera final : public ui::Camera
{
public:
    bool isThere() const override { return !QMediaDevices::videoInputs().isEmpty(); }
    void start() override
    {
        // 2026-11-30: Qt says nothing of a camera that is not there. Behind start(), whose caller may still be at it.
        if (!isThere()) {
            stop();
            QMetaObject::invokeMethod(
                this, [this] { fail(QStringLiteral("no camera")); }, Qt::QueuedConnection);
            return;
        }
        m_parts = std::make_unique<Parts>();
        connect(&m_parts->camera, &QCamera::errorOccurred, this,
                [this](QCamera::Error, const QString &why) { fail(why); });
        connect(&m_parts->capture, &QImageCapture::errorOccurred, this,
                [this](int, QImageCapture::Error, const QString &why) { fail(why); });
        connect(&m_parts->capture, &QImageCapture::imageCaptured, this,
                [this](int, const QImage &image) { Q_EMIT captured(image); });
        connect(&m_parts->sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &shown) {
            if (const QImage image = shown.toImage(); !image.isNull())
                Q_EMIT frame(image);
        });
        m_parts->session.setCamera(&m_parts->camera);
        m_parts->session.setImageCapture(&m_parts->capture);
        m_parts->session.setVideoSink(&m_parts->sink);
        m_parts->capture.setQuality(QImageCapture::VeryHighQuality);
        m_parts->camera.start();
    }
    void stop() override
    {
        if (m_parts)
            m_parts->camera.stop();
        if (m_parts)
            m_parts.release()->deleteLater(); // perhaps in a signal of its own
    }
    void capture() override
    {
        if (m_parts)
            m_parts->capture.capture();
    }

private:
    struct Parts : QObject
    {
        QCamera camera{QMediaDevices::defaultVideoInput()};
        QImageCapture capture;
        QVideoSink sink;
        QMediaCaptureSession session;
    };
    void fail(const QString &why) { Q_EMIT failed(makeError(ErrorCode::NotFound, why, QStringLiteral("file.camera"))); }
    std::unique_ptr<Parts> m_parts;
};

} // namespace

std::unique_ptr<ui::Camera> laptopCamera()
{
    return std::make_unique<LaptopCamera>();
}

} // namespace markaz::desktop

#else

std::unique_ptr<markaz::ui::Camera> markaz::desktop::laptopCamera()
{
    return nullptr;
}

#endif
