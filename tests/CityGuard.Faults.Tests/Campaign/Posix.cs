using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>What the framework does not offer of 64-bit Linux: signals that stop a process, and who holds a lock.</summary>
internal static class Posix
{
    private const int SigTerm = 15, SigCont = 18, SigStop = 19, GetLock = 5;
    private const short WriteLock = 1, Unlocked = 2;

    public static void Stop(int pid) => Signal(pid, SigStop);

    public static void Terminate(int pid) => Signal(pid, SigTerm);

    public static void Continue(int pid) => Signal(pid, SigCont);

    /// <summary>The process that keeps others from locking this byte of a file for writing; null: nobody does.</summary>
    public static int? WriteLockHolder(string file, long offset)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var asked = new FileLock { Type = WriteLock, Start = offset, Length = 1 };
        if (fcntl(handle, GetLock, ref asked) != 0)
            throw new Win32Exception();
        return asked.Type == Unlocked ? null : asked.Pid;
    }

    private static void Signal(int pid, int signal)
    {
        if (kill(pid, signal) != 0)
            throw new Win32Exception();
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(SafeFileHandle file, int command, ref FileLock argument);

    /// <summary><c>struct flock</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileLock
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Pid;
    }
}
