namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// A complete export, spread over pages. All its pages carry the same <see cref="Scope"/> and <see cref="Id"/>; on the last one <see cref="IsLast"/> is true, and then every record
/// of this scope that no page of this <see cref="Id"/> held is withdrawn, with all its facts.
/// </summary>
/// <param name="Scope">What the export is complete for, stable over exports: a kind of file (<c>leefloon</c>).</param>
/// <param name="Id">This very export: a new one for each (name, size, time or a hash of the file). The same after a restart in the middle.</param>
/// <param name="IsLast">True on the last page.</param>
public sealed record Snapshot(string Scope, string Id, bool IsLast);
