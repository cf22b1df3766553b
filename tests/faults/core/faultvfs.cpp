// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/core/faultvfs.h"

#include <QByteArray>

#include <sqlite3.h>

#include <cstring>

namespace markaz::test {
namespace {

struct Armed
{
    QByteArray prefix;
    DiskFault fault = DiskFault::Full;
    quint32 n = 0;
    FaultVfs::Lasts lasts = FaultVfs::Lasts::Once;
    quint32 counted = 0;
    bool failed = false;
};

Armed &armed()
{
    static Armed state;
    return state;
}

/// A file of ours: what SQLite sees, then the real one behind it.
struct File
{
    sqlite3_file base;
    const char *path; ///< SQLite keeps it until the file is closed
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *ours(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

bool isWatched(const char *path)
{
    return path != nullptr && !armed().prefix.isEmpty() &&
           std::strncmp(path, armed().prefix.constData(), static_cast<size_t>(armed().prefix.size())) == 0;
}

/// Whether this call fails.
bool strikes(File *file, bool isLock)
{
    Armed &state = armed();
    if (!isWatched(file->path) || isLock != (state.fault == DiskFault::Busy))
        return false;
    ++state.counted;
    const bool now =
        state.n > 0 && (state.lasts == FaultVfs::Lasts::Once ? state.counted == state.n : state.counted >= state.n);
    state.failed = state.failed || now;
    return now;
}

int closeFile(sqlite3_file *file)
{
    return ours(file)->real()->pMethods->xClose(ours(file)->real());
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return ours(file)->real()->pMethods->xRead(ours(file)->real(), to, size, at);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    sqlite3_file *real = ours(file)->real();
    if (!strikes(ours(file), false))
        return real->pMethods->xWrite(real, from, size, at);
    if (armed().fault == DiskFault::IoError)
        return SQLITE_IOERR_WRITE;
    if (size > 1)
        real->pMethods->xWrite(real, from, size / 2, at);
    return SQLITE_FULL;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    sqlite3_file *real = ours(file)->real();
    return strikes(ours(file), false) ? SQLITE_IOERR_TRUNCATE : real->pMethods->xTruncate(real, size);
}

/// Without the real one's wait: what was written outlives every death of a process, and no power fails here.
int syncFile(sqlite3_file *file, int)
{
    return strikes(ours(file), false) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return ours(file)->real()->pMethods->xFileSize(ours(file)->real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    sqlite3_file *real = ours(file)->real();
    return strikes(ours(file), true) ? SQLITE_BUSY : real->pMethods->xLock(real, level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return ours(file)->real()->pMethods->xUnlock(ours(file)->real(), level);
}

int isReserved(sqlite3_file *file, int *reserved)
{
    return ours(file)->real()->pMethods->xCheckReservedLock(ours(file)->real(), reserved);
}

int control(sqlite3_file *file, int what, void *argument)
{
    return ours(file)->real()->pMethods->xFileControl(ours(file)->real(), what, argument);
}

int sectorSize(sqlite3_file *file)
{
    return ours(file)->real()->pMethods->xSectorSize(ours(file)->real());
}

int characteristics(sqlite3_file *file)
{
    return ours(file)->real()->pMethods->xDeviceCharacteristics(ours(file)->real());
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    sqlite3_file *real = ours(file)->real();
    if (extend != 0 && strikes(ours(file), false))
        return armed().fault == DiskFault::Full ? SQLITE_FULL : SQLITE_IOERR_SHMSIZE;
    return real->pMethods->xShmMap(real, page, size, extend, to);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    sqlite3_file *real = ours(file)->real();
    const bool locks = (flags & SQLITE_SHM_LOCK) != 0 && (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if (locks && strikes(ours(file), true))
        return SQLITE_BUSY;
    return real->pMethods->xShmLock(real, offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    ours(file)->real()->pMethods->xShmBarrier(ours(file)->real());
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return ours(file)->real()->pMethods->xShmUnmap(ours(file)->real(), remove);
}

sqlite3_vfs *realVfs()
{
    static sqlite3_vfs *real = sqlite3_vfs_find(nullptr); // before ours is the default
    return real;
}

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    static const sqlite3_io_methods methods{2,          closeFile,  readFile,        writeFile,  truncateFile,
                                            syncFile,   fileSize,   lockFile,        unlockFile, isReserved,
                                            control,    sectorSize, characteristics, shmMap,     shmLock,
                                            shmBarrier, shmUnmap,   nullptr,         nullptr};
    File *mine = ours(file);
    std::memset(mine, 0, sizeof(File));
    mine->path = path;
    const int code = realVfs()->xOpen(realVfs(), path, mine->real(), flags, outFlags);
    if (mine->real()->pMethods != nullptr)
        mine->base.pMethods = &methods;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *path, int syncFolder)
{
    return realVfs()->xDelete(realVfs(), path, syncFolder);
}

} // namespace

void FaultVfs::install()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs copy = *realVfs();
        copy.zName = "markaz-faults";
        copy.szOsFile = static_cast<int>(sizeof(File)) + realVfs()->szOsFile;
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        copy.pNext = nullptr;
        return copy;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    if (registered != SQLITE_OK)
        qFatal("the faulty file system cannot be registered");
}

void FaultVfs::arm(const QString &prefix, DiskFault fault, quint32 n, Lasts lasts)
{
    install();
    armed() = {prefix.toLocal8Bit(), fault, n, lasts, 0, false};
}

quint32 FaultVfs::counted()
{
    return armed().counted;
}

bool FaultVfs::failed()
{
    return armed().failed;
}

void FaultVfs::disarm()
{
    Armed &state = armed();
    state.n = 0;
}

} // namespace markaz::test
