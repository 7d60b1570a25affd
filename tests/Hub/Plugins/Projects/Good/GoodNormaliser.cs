using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace TestPlugins.Good;

/// <summary>Makes one fact of the record.</summary>
public sealed class GoodNormaliser : IRecordNormaliser
{
    /// <inheritdoc/>
    public Normalised Normalise(SourceRecord record) => Normalised.Accept(new NormalisedFact(
        "file",
        Insz.Parse("85673003360"),
        new SupportFileOpened { OccurredAt = DateTimeOffset.UnixEpoch, File = record.Id, Partner = Encoding.UTF8.GetString(record.Raw.Span) }));
}
