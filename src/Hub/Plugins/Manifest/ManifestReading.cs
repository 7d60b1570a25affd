using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>The outcome of reading one <c>adapter.json</c>.</summary>
/// <param name="Manifest">The manifest, when nothing is wrong with it.</param>
/// <param name="Errors">Everything that is wrong: sentences with the file and the JSON path.</param>
/// <param name="Id">The id, when at least that could be read.</param>
public sealed record ManifestReading(AdapterManifest? Manifest, IReadOnlyList<string> Errors, string? Id)
{
    /// <summary>Whether there is a manifest to go on with.</summary>
    [MemberNotNullWhen(true, nameof(Manifest))]
    public bool IsValid => Manifest is not null;
}
