using System.Runtime.InteropServices;
using System.Text;

namespace IntegrationHub.Host;

/// <summary>
/// Whose a file is. .NET does not tell on Linux, and it matters to who runs a command as root: what root makes beside the database the hub could not read. Elsewhere than on Linux nothing is known and
/// nothing done.
/// </summary>
internal static class FileOwner
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;

    /// <summary>What the kernel is asked for (STATX_UID, STATX_GID) and where it puts that, on every processor.</summary>
    private const uint Owners = 0x18;
    private const int UserAt = 20;
    private const int GroupAt = 24;
    private const int Answer = 256;

    /// <summary>Null when there is no such file.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="followLink">Of what a link leads to, instead of the link's own.</param>
    public static (uint User, uint Group)? Of(string path, bool followLink = true)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var answer = new byte[Answer];
        return statx(CurrentFolder, Name(path), followLink ? 0 : DoNotFollow, Owners, answer) == 0
            ? (BitConverter.ToUInt32(answer, UserAt), BitConverter.ToUInt32(answer, GroupAt))
            : null;
    }

    /// <summary>Gives a file that this account made to whom another is of. False when it may not, as who is not root.</summary>
    public static bool Give(string path, string asOf) => Of(asOf) is not { } owner || Of(path) == owner || chown(Name(path), owner.User, owner.Group) == 0;

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

#pragma warning disable SYSLIB1054 // A generated marshaller needs unsafe code; there is nothing to marshal here.
    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chown(byte[] path, uint user, uint group);
#pragma warning restore SYSLIB1054
}
