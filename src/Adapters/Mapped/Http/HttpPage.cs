using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>One page of an endpoint, read.</summary>
/// <param name="Records">What it holds for us.</param>
/// <param name="Rows">How many rows it holds, ours or not.</param>
/// <param name="High">The highest cursor among them.</param>
/// <param name="Refusal">Why it cannot be read (further).</param>
internal sealed record HttpPage(IReadOnlyList<SourceRecord> Records, int Rows, string? High, FileRefusal? Refusal);
