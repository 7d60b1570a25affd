namespace IntegrationHub.Host.Configuration;

/// <summary>A configured source or destination.</summary>
internal sealed record InstanceConfiguration(string Id, string Adapter, string? Schedule, IConfiguration Options, string Path)
{
    /// <summary>A hash of the file that its options name as <c>mapping</c>; null when there is none.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whether a person is asked what to do with the first load of a source, before it raises signals.</summary>
    public bool AsksFirstLoad { get; init; }

    /// <summary>Whether it is an alert when nothing comes of a source for longer than is usual for it.</summary>
    public bool MayNotFallSilent { get; init; }

    /// <summary>The options by path, to compare them with others; the keys as .NET compares them.</summary>
    public IReadOnlyDictionary<string, string?> FlatOptions() =>
        Options.AsEnumerable(makePathsRelative: true).Where(option => option.Value is not null).ToDictionary(option => option.Key, option => option.Value, StringComparer.OrdinalIgnoreCase);
}
