using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Host.Backup;

/// <summary>Backups of the store of a configuration, and the way back.</summary>
internal static class HubBackup
{
    private const string Schedules = "schedules.db";

    /// <summary>Makes a backup; what was made of it until something failed is removed. Returns when it began and how large it is.</summary>
    public static async Task<(DateTimeOffset MadeAt, long Bytes)> MakeAsync(HubServices hub, string file, Action<BackupProgress> progress, CancellationToken token)
    {
        if (File.Exists(file))
            throw new PermanentFailureException($"{file} exists. Give another name; nothing is written over.");
        if (Directory.Exists(file))
            throw new PermanentFailureException($"{file} is a folder. Give the name of a file in it, as {Path.Combine(file, "hub.backup")}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            throw new PermanentFailureException($"The folder {folder} does not exist. Make it, or give another file with --to.");
        await using var unfinished = UnfinishedBackup.Begin(hub.Configuration, folder);
        try
        {
            var madeAt = await hub.Store.Backups.WriteAsync(unfinished.Stream, KeysOf(hub.Configuration.Keys), Beside(hub.Configuration), unfinished.Copy, progress, token);
            var bytes = unfinished.Stream.Length;
            unfinished.Become(file);
            return (madeAt, bytes);
        }
        catch (BackupException exception)
        {
            throw new PermanentFailureException(exception.Message, exception);
        }
    }

    /// <summary>Fills the empty store of a configuration.</summary>
    public static async Task<RestoredStore> RestoreAsync(HubServices hub, string file, string actor, Action<BackupProgress> progress, CancellationToken token)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await hub.Store.Backups.RestoreAsync(stream, KeysOf(hub.Configuration.Keys), Beside(hub.Configuration), actor, progress, token);
        }
        catch (BackupException exception)
        {
            throw new PermanentFailureException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException($"{file} cannot be read, or the store cannot be written: it does not exist, or not for this account, or the disk is full.", exception);
        }
    }

    /// <summary>All of them: what one sealed cannot be opened by another.</summary>
    public static BackupKeys KeysOf(KeyConfiguration keys) => new(
        KeyConfiguration.NameOfSeal(keys.SealKeyId),
        keys.SealKeys.Select(key => (KeyConfiguration.NameOfSeal(key.Key), key.Value))
            .Concat(keys.Pseudonym.Select(key => (KeyConfiguration.NameOfPseudonym(key.Id), key.Key)))
            .Concat(keys.AuditKeys.Select(key => ($"audit/{key.Key}", key.Value)))
            .ToDictionary());

    /// <summary>With PostgreSQL a hub writes its schedules anew when it starts.</summary>
    private static Dictionary<string, string> Beside(HubConfiguration configuration) =>
        configuration.Store.IsPostgres ? [] : new() { [Schedules] = configuration.Store.SchedulesFile };
}
