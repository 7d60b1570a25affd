namespace IntegrationHub.Host.Intake;

/// <summary>The sources of this host by id.</summary>
/// <param name="sources">Those that work.</param>
/// <param name="broken">Those, and the destinations, whose plugin is broken, with the reason.</param>
internal sealed class SourceCatalog(IReadOnlyList<Source> sources, IReadOnlyDictionary<string, string> broken)
{
    private readonly Dictionary<string, Source> byId = sources.ToDictionary(source => source.Id);

    public IReadOnlyDictionary<string, string> Broken => broken;

    public IReadOnlyList<Source> All => sources;

    public Source? Find(string id) => byId.GetValueOrDefault(id);
}
