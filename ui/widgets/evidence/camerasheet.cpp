// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/camerasheet.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kMargin = 16;
constexpr int kHead = 56;

} // namespace

CameraSheet::CameraSheet(Camera &camera, const QString &what, QWidget *page, Use use)
    : Overlay(page)
    , m_camera(camera)
{
    setObjectName(QStringLiteral("cameraSheet"));
    setAccessibleName(tr("Camera"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 0, kMargin, kMargin);
    auto *head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *title = plainLabel(what, head);
    title->setFont(currentTheme().font(Type::SectionTitle));
    alignLeading(title); // it begins with a code
    auto *cancel = new QPushButton(tr("Cancel"), head);
    cancel->setObjectName(QStringLiteral("cancelPhoto"));
    m_take = new QPushButton(tr("Take the photo"), head);
    m_take->setObjectName(QStringLiteral("takePhoto"));
    m_take->setProperty("role", QStringLiteral("primary"));
    m_take->setIcon(icon(QStringLiteral("camera-photo"), Colour::OnAccent));
    m_take->setEnabled(false); // until there is something to see
    m_take->setVisible(use == Use::Photo);
    row->addWidget(title, 1);
    row->addWidget(cancel);
    row->addWidget(m_take);
    column->addWidget(head);
    column->addStretch();
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_take, &QPushButton::clicked, this, &CameraSheet::take);
    connect(&m_camera, &Camera::frame, this, [this](const QImage &image) {
        m_frame = image;
        m_take->setEnabled(!m_taking);
        update(pictureRect());
        Q_EMIT seen(image);
    });
    connect(&m_camera, &Camera::captured, this, [this](const QImage &photo) {
        Q_EMIT taken(photo);
        close();
    });
    connect(&m_camera, &Camera::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        close();
    });
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    m_camera.start();
}

CameraSheet::~CameraSheet()
{
    m_camera.stop();
}

void CameraSheet::take()
{
    if (m_taking || m_frame.isNull() || m_take->isHidden())
        return;
    m_taking = true;
    m_take->setEnabled(false);
    m_camera.capture();
}

QRect CameraSheet::pictureRect() const
{
    return rect().adjusted(kMargin, kHead + 8, -kMargin, -kMargin);
}

void CameraSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        take();
        return;
    }
    Overlay::keyPressEvent(event);
}

void CameraSheet::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    const QRect area = pictureRect();
    if (m_frame.isNull()) {
        painter.setFont(currentTheme().font(Type::Body));
        painter.setPen(currentTheme().colour(Colour::Text2));
        drawWords(painter, area, Qt::AlignCenter, tr("Waiting for the camera"));
        return;
    }
    const QSizeF size = QSizeF(m_frame.size()).scaled(QSizeF(area.size()), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(area.center()) - QPointF(size.width() / 2, size.height() / 2), size), m_frame);
}

} // namespace markaz::ui
