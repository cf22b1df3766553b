// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class EntryList;

/// "18 m away, name 92 % alike": what there is to compare.
QString comparison(const LikeBuilding &like);

/// An officer says which building this one is once more: those that are near or named alike, and any other by search,
/// each with its distance and the likeness of its name; what will happen, and the reason. Of a merged building it takes
/// the merge back.
class MergeSheet final : public Sheet
{
    Q_OBJECT
public:
    MergeSheet(const Services &services, const QString &buildingId, QWidget *page);

Q_SIGNALS:
    void done();

protected:
    void leave() override;

private:
    void build(const Building &building);
    QWidget *buildChoice();
    QWidget *buildReason(bool takesBack);
    void search();
    Result<QList<LikeBuilding>> found(const QString &typed, qsizetype *all) const;
    void chosen(const QString &id);
    Result<void> say(const Building &building, const QString &otherId);
    void refresh();
    void save();

    Services m_services;
    QString m_id;
    QString m_into; ///< the chosen one
    bool m_takesBack = false;
    bool m_possible = false; ///< nothing stands in the way of the chosen one
    QLineEdit *m_search = nullptr;
    EntryList *m_list = nullptr;
    QLabel *m_none = nullptr; ///< why there is none, or that there are more
    QLabel *m_what = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui
