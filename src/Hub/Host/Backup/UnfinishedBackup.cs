using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Backup;

/// <summary>
/// The two files that a backup makes beside the one that is asked for, until it is whole. A hub has one pair of names in a folder, so that a backup takes the place of what one that was killed left, whatever name
/// each was to get; the copy is the whole database and may not stay.
/// </summary>
internal sealed class UnfinishedBackup : IAsyncDisposable
{
    private UnfinishedBackup(string name, FileStream stream) => (Name, Copy, Stream) = (name, CopyOf(name), stream);

    public string Name { get; }

    /// <summary>Where SQLite copies the database to first.</summary>
    public string Copy { get; }

    public FileStream Stream { get; }

    /// <exception cref="PermanentFailureException">Another backup of this hub is being made in this folder, or the folder cannot be written.</exception>
    public static UnfinishedBackup Begin(HubConfiguration hub, string folder)
    {
        var name = NameIn(hub, folder);
        RemoveLeft(name);
        return new UnfinishedBackup(name, PrivateFile.Create(name));
    }

    public static string NameIn(HubConfiguration hub, string folder) =>
        Path.Combine(folder, $"hub-backup-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hub.Instance}\n{hub.Folder}")))[..8]}.partial");

    public static string CopyOf(string name) => Path.ChangeExtension(name, ".copy");

    /// <summary>It is whole.</summary>
    public void Become(string file)
    {
        Stream.Flush(flushToDisk: true);
        File.Move(Name, file);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        // Nothing is there under that name when it became what it was to be.
        File.Delete(Name);
        File.Delete(Copy);
    }

    private static void RemoveLeft(string name)
    {
        try
        {
            // Who makes a backup has the file open, alone.
            if (File.Exists(name))
                PrivateFile.Open(name, FileMode.Open).Dispose();
            File.Delete(name);
            File.Delete(CopyOf(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException(
                $"{name} is being written by another backup of this hub, or cannot be removed by this account. Wait until that one is done; when none runs, remove it, and {CopyOf(name)} (the whole database) with it.", exception);
        }
    }
}
