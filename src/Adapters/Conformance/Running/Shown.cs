using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Instances;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>Looks for the marked citizen wherever a plugin's words are seen: logs, messages, texts, and what travels in the clear.</summary>
internal sealed class Shown
{
    private readonly List<string> places = [];
    private bool wasThere;

    public void Look(string place, string? text)
    {
        if (MarkedCitizen.FoundIn(text) is { Count: > 0 } found)
            places.Add($"{place} shows her {string.Join(" and ", found)}");
    }

    public void LookAt(CapturedLogs logs)
    {
        foreach (var line in logs.Lines)
            Look("A log line", line);
    }

    /// <summary>The message of an exception that a run ended with, and of all its causes: the hub logs and shows them.</summary>
    public void LookAt(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            Look($"The message of {e.GetType().Name}", e.Message);
    }

    public void LookAt(SourceBatch page, PluginInstance instance)
    {
        Look("A checkpoint", page.Checkpoint?.Value);
        Look("A snapshot", page.Snapshot?.ToString());
        Look("SourceBatch.ToString()", page.ToString());
        foreach (var record in page.Records)
            LookAt(record, instance.Normaliser!.Normalise(record));
    }

    /// <summary>Fails the test when she was seen, or was never there to be seen.</summary>
    public void FindsNothing()
    {
        Assert.True(wasThere, $"The fake system says nothing about the marked citizen, so nothing was tried. Give it a record about {nameof(MarkedCitizen)}: her INSZ, name, street and a remark.");
        if (places.Count > 0)
            Assert.Fail($"{string.Join(".\n", places.Distinct())}.\nPersonal data goes into SourceRecord.Raw, NormalisedFact.Citizen and PersonDetails, and nowhere else. Mark a record id that holds it with IdIsPersonal.");
    }

    public void WasGiven() => wasThere = true;

    private void LookAt(SourceRecord record, Normalised result)
    {
        wasThere |= MarkedCitizen.FoundIn(Encoding.UTF8.GetString(record.Raw.Span)).Count > 0 || result.Facts.Any(fact => fact.Citizen == MarkedCitizen.Insz);
        if (!record.IdIsPersonal)
            Look("A record id", record.Id);
        Look("The kind of a record", record.Kind);
        Look("SourceRecord.ToString()", record.ToString());
        foreach (var rejection in result.Rejections)
            Look("A rejection", rejection.ToString());
        foreach (var fact in result.Facts)
        {
            Look("A fact key", fact.Key);
            Look("NormalisedFact.ToString()", fact.ToString());
            Look($"The fact {FactContract.NameOf(fact.Fact.GetType())}, which travels in the clear,", Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact)));
        }
    }
}
