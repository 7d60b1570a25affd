using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>The outcome of reading a <c>source.yaml</c>.</summary>
/// <param name="Document">The document; null when there are mistakes.</param>
/// <param name="Mistakes">Sentences with file, line and column, in the order of the file.</param>
internal sealed record DocumentReading(SourceDocument? Document, IReadOnlyList<string> Mistakes)
{
    /// <summary>Whether there is a document to go on with.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}
