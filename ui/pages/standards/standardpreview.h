// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace markaz::ui {

class GuidancePane;
class ItemRow;
class SectionList;
class SegmentedControl;

/// The sections of a standard that nobody has answered yet, for the SectionList.
class StandardSections final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit StandardSections(const Standard &standard, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Standard &m_standard;
};

/// A standard as its inspectors will see it, read only: sections | items with their controls | guidance and the
/// threshold of the tier that is chosen. Items with a condition are shown, whatever it says.
class StandardPreview final : public QWidget
{
    Q_OBJECT
public:
    explicit StandardPreview(QWidget *parent = nullptr);
    void setStandard(const Standard &standard);
    void showItem(const QString &code);
    QString currentItem() const { return m_current; } ///< its code

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildItems();
    void showSection(int section);
    void select(const QString &code);
    void refreshGuidance();

    std::optional<Standard> m_standard;
    std::unique_ptr<StandardSections> m_sections;
    QString m_current;
    QList<ItemRow *> m_rows;
    SectionList *m_sectionList;
    QLabel *m_title;
    SegmentedControl *m_tier;
    QScrollArea *m_scroll;
    QWidget *m_items;
    QVBoxLayout *m_itemsLayout;
    GuidancePane *m_guidance;
};

} // namespace markaz::ui
