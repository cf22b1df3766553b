// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QPushButton>

#include <memory>

namespace markaz::ui {

class EvidenceModel;
class Thumbnails;

/// Shows what belongs to a visit as a whole, its signatures above all, to whoever may read the inspection. Hidden where
/// there is nothing.
class SignaturesButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit SignaturesButton(const Services &services, QWidget *parent = nullptr);
    ~SignaturesButton() override;
    void setInspection(const QString &inspectionId);

Q_SIGNALS:
    void failed(const markaz::Error &error);

private:
    void open();
    void refresh();

    Services m_services;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_model;
};

} // namespace markaz::ui
