// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/cachecopies.h"
#include "ui/services.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLabel;

namespace markaz::ui {

class AskTwice;

/// The daily copies of this laptop's records, with the one button that brings one back. It asks once more, in place,
/// and says what the copy lacks.
class CacheCopiesCard final : public Card
{
    Q_OBJECT
public:
    explicit CacheCopiesCard(const Services &services, QWidget *parent = nullptr);
    void reload();

Q_SIGNALS:
    /// The program closes the session, restores the copy and opens the session again.
    void restoreRequested(const markaz::CacheBackup &backup);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    const CacheCopy *chosen() const;

    Services m_services;
    QList<CacheCopy> m_copies;
    QComboBox *m_which;
    AskTwice *m_restore;
    QLabel *m_words;
};

} // namespace markaz::ui
