using System.Runtime.InteropServices;

namespace SecretGuard.Git;

/// <summary>Who owns a file. The framework does not tell.</summary>
internal static unsafe partial class FileOwner
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint WantUser = 0x8;

    /// <summary>Longer than the structures of all systems.</summary>
    private const int StatusLength = 512;

    /// <summary>Whether the current user owns a file or folder; false where that cannot be told.</summary>
    public static bool IsCurrentUser(string path)
    {
        try
        {
            return TryGetUser(path, out uint user) && user == GetEffectiveUser();
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    private static bool TryGetUser(string path, out uint user)
    {
        byte* status = stackalloc byte[StatusLength];
        if (OperatingSystem.IsLinux())
        {
            // struct statx is the same on all Linux: mask, block size, attributes (8 bytes), links, user.
            bool known = ReadLinuxStatus(CurrentFolder, path, NoFollow, WantUser, status) == 0 && (*(uint*)status & WantUser) != 0;
            user = *(uint*)(status + 20);
            return known;
        }

        // struct stat of macOS with 64-bit inodes: device, mode and links (2 bytes each), inode (8 bytes), user.
        bool found = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64 && ReadMacStatus(path, status) == 0;
        user = *(uint*)(status + 16);
        return found;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadLinuxStatus(int folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadMacStatus(string path, byte* status);
}
