using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Host.Backup;

/// <summary>What one source must do, now that the hub knows it only as far as the backup.</summary>
/// <param name="Source">Its id.</param>
/// <param name="LastRecordAt">When the last record came that the hub knows; null for none.</param>
/// <param name="CheckpointAt">When its checkpoint was stored; null for none.</param>
/// <param name="Needs"><c>nothing</c>: the hub reads it again from its checkpoint; <c>send-again</c>: it sends by itself, and must send again what it sent since then; <c>gone</c>: it is no source of this configuration.</param>
/// <param name="Since">From when; null for everything, where it must send again.</param>
internal sealed record AfterRestore(string Source, DateTimeOffset? LastRecordAt, DateTimeOffset? CheckpointAt, string Needs, DateTimeOffset? Since)
{
    public const string SendAgain = "send-again";
    public const string Nothing = "nothing";
    public const string Gone = "gone";

    /// <summary>What was told a little earlier may have been stored a little later than the backup began; to be told twice changes nothing.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<AfterRestore> Of(HubConfiguration configuration, RestoredStore restored)
    {
        var known = restored.Sources.ToDictionary(one => one.Source);
        return
        [
            .. configuration.Sources.Select(source => Configured(source, known.GetValueOrDefault(source.Id))),
            .. restored.Sources.Where(one => configuration.Sources.All(source => source.Id != one.Source)).Select(one => new AfterRestore(one.Source, one.LastRecordAt, one.CheckpointAt, Gone, null)),
        ];
    }

    private static AfterRestore Configured(InstanceConfiguration source, RestoredSource? known) => new(
        source.Id, known?.LastRecordAt, known?.CheckpointAt, source.Schedule is null ? SendAgain : Nothing, source.Schedule is null ? known?.LastRecordAt - Margin : null);
}
