namespace IntegrationHub.Host.Configuration;

/// <summary>
/// What a command under <c>sudo</c> may read its configuration from and load as a plugin: only what root or the account that the store is of has made, and nobody else can write. Otherwise who may run one command as
/// root could give it a hub.json of her own, with herself as administrator and a plugin of her own to run as root.
/// </summary>
internal sealed class TrustedFiles(Func<uint, bool> isTrusted)
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Null where it does not matter: who is not root can do nothing here that she could not do herself, and root by itself need not be asked.</summary>
    /// <param name="store">The file of the store, or null when it is on a server.</param>
    public static TrustedFiles? OfThisProcess(string? store)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("SUDO_UID") is not { Length: > 0 } asking)
            return null;
        var hub = store is null ? null : FileOwner.Of(store)?.User;
        return new TrustedFiles(user => user == 0 || (user == hub && $"{user}" != asking));
    }

    /// <summary>A sentence for each of these files and folders, with what is in the folders and around it all, that is another's or can be written by others.</summary>
    public IReadOnlyList<string> Problems(IEnumerable<string> paths) => [.. paths.SelectMany(WithWhatIsAround).Distinct().Select(Problem).OfType<string>()];

    private string? Problem(string path)
    {
        // A link leads where its owner wants, and what is at its end counts too.
        var owners = new[] { FileOwner.Of(path, followLink: false), FileOwner.Of(path) };
        if (owners[0] is null)
            return null;
        if (owners.Any(owner => owner is { } known && !isTrusted(known.User)))
            return $"{path}: belongs to another account than root or the one that the store is of. Under sudo nothing is read from there: give --config the folder of the hub, or change the owner (chown).";
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
        // In a folder such as /tmp nobody can take away or rename what is another's.
        return owners[1] is not null && (mode & OfOthers) != UnixFileMode.None && !(mode.HasFlag(UnixFileMode.StickyBit) && Directory.Exists(path))
            ? $"{path}: can be written by others. Under sudo nothing is read from there: chmod go-w."
            : null;
    }

    private static IEnumerable<string> WithWhatIsAround(string path)
    {
        for (var around = Path.GetDirectoryName(path); around is not null; around = Path.GetDirectoryName(around))
            yield return around;
        yield return path;
        if (!Directory.Exists(path))
            yield break;
        foreach (var inside in Directory.EnumerateFileSystemEntries(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
            yield return inside;
    }
}
