namespace IntegrationHub.Host.Intake;

/// <summary>The sources of this host by id.</summary>
internal sealed class SourceCatalog(IReadOnlyList<Source> sources)
{
    public IReadOnlyList<Source> All => sources;

    public Source? Find(string id) => sources.FirstOrDefault(source => source.Id == id);
}
