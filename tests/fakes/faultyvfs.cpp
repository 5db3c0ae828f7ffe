// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/faultyvfs.h"

#include <sqlite3.h>

#include <unistd.h>

#include <new>

namespace fakes {

namespace {

/// What SQLite knows as the file: the real one lies behind it.
struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

/// SQLite calls back without a word about whom; there is one such way to the disk in a process.
struct State {
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    std::uint64_t calls = 0;
    std::uint64_t at = 0;
    Fault fault = Fault::None;
    bool met = false;
};

State &state()
{
    static State instance;
    return instance;
}

/// Counts a call; the fault that it meets, if any.
Fault next(bool writes)
{
    State &now = state();
    ++now.calls;
    if (now.met && now.fault == Fault::DiskFull && writes)
        return Fault::DiskFull;
    if (now.calls != now.at || now.fault == Fault::None)
        return Fault::None;
    now.met = true;
    return now.fault;
}

/// The result code of a call without bytes: 0 to go on.
int plainFault(bool writes, int code)
{
    switch (next(writes)) {
    case Fault::None: return SQLITE_OK;
    case Fault::IoError:
    case Fault::ShortWrite: return code;
    case Fault::DiskFull: return writes ? SQLITE_FULL : SQLITE_OK;
    case Fault::Exit: ::_exit(0);
    }
    return code;
}

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

int closeFile(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    const int fault = plainFault(false, SQLITE_IOERR_READ);
    return fault != SQLITE_OK ? fault : real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    const auto *methods = real(file)->pMethods;
    switch (next(true)) {
    case Fault::None: return methods->xWrite(real(file), bytes, count, offset);
    case Fault::IoError: return SQLITE_IOERR_WRITE;
    case Fault::DiskFull: return SQLITE_FULL;
    case Fault::ShortWrite: methods->xWrite(real(file), bytes, count / 2, offset); return SQLITE_IOERR_WRITE;
    case Fault::Exit: methods->xWrite(real(file), bytes, count / 2, offset); ::_exit(0);
    }
    return SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int fault = plainFault(true, SQLITE_IOERR_TRUNCATE);
    return fault != SQLITE_OK ? fault : real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    const int fault = plainFault(false, SQLITE_IOERR_FSYNC);
    return fault != SQLITE_OK ? fault : real(file)->pMethods->xSync(real(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReservedLock(sqlite3_file *file, int *held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

constexpr sqlite3_io_methods methods{
    2,          closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lockFile,
    unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap,   shmLock,  shmBarrier,
    shmUnmap,   nullptr,           nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *wrapper = new (file) File{{nullptr}, reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(File))};
    const int fault = plainFault(false, SQLITE_CANTOPEN);
    if (fault != SQLITE_OK)
        return fault;
    const int code = state().real->xOpen(state().real, name, wrapper->real, flags, outFlags);
    wrapper->base.pMethods = wrapper->real->pMethods == nullptr ? nullptr : &methods;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    const int fault = plainFault(false, SQLITE_IOERR_DELETE);
    return fault != SQLITE_OK ? fault : state().real->xDelete(state().real, name, syncFolder);
}

} // namespace

FaultyVfs::FaultyVfs()
{
    State &now = state();
    now = State();
    now.real = sqlite3_vfs_find(nullptr);
    now.vfs = *now.real;
    now.vfs.zName = "faulty";
    now.vfs.szOsFile = static_cast<int>(sizeof(File)) + now.real->szOsFile;
    now.vfs.pNext = nullptr;
    now.vfs.xOpen = openFile;
    now.vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&now.vfs, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&state().vfs);
    sqlite3_vfs_register(state().real, 1);
}

void FaultyVfs::arm(std::uint64_t call, Fault fault)
{
    state().calls = 0;
    state().at = call;
    state().fault = fault;
    state().met = false;
}

void FaultyVfs::disarm()
{
    state().fault = Fault::None;
}

bool FaultyVfs::met() const
{
    return state().met;
}

std::uint64_t FaultyVfs::calls() const
{
    return state().calls;
}

} // namespace fakes
