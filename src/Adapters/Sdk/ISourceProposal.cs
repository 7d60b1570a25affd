namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// Proposes the configuration of a source from a sample of its data, for <c>hub adapters guess</c>. Optional: the entry type of a plugin (its <see cref="IAdapter"/>) may implement it.
/// </summary>
public interface ISourceProposal
{
    /// <summary>Looks at a sample and proposes text for a person to complete. It holds no personal value of the sample.</summary>
    /// <param name="file">The sample's absolute path.</param>
    /// <param name="mapping">The absolute path that the proposal will be written to: paths in it are relative to that file's folder. Null when nobody knows; then they are absolute.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="PermanentFailureException">Nothing can be proposed; the reason says why and what to do.</exception>
    Task<string> ProposeAsync(string file, string? mapping, CancellationToken token);
}
