using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>What came in, normalised; a record read again replaces its earlier version, as in the journal.</summary>
internal sealed class Intake
{
    public Dictionary<string, (SourceRecord Record, Normalised Result)> Latest { get; } = [];

    public List<SourceBatch> Pages { get; } = [];

    public List<Exception> Stops { get; } = [];

    public IEnumerable<NormalisedFact> Facts => Latest.Values.SelectMany(one => one.Result.Facts);

    /// <summary>Codes of the rejected records of one service, sorted.</summary>
    public IEnumerable<string?> RejectedCodes(string service) =>
        Latest.Values.Where(one => one.Record.Kind == service).SelectMany(one => one.Result.Rejections).Select(one => one.Code).Order();

    /// <summary>The facts of one contract out of one record.</summary>
    public T? Fact<T>(string service, string insz)
        where T : Fact => Latest.TryGetValue($"{service}/{insz}", out var found) ? found.Result.Facts.Select(one => one.Fact).OfType<T>().SingleOrDefault() : null;

    public void Accept(SourceBatch page, IRecordNormaliser normaliser)
    {
        Pages.Add(page);
        foreach (var record in page.Records)
            Latest[record.Id] = (record, normaliser.Normalise(record));
    }
}
