using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Intake;

/// <summary>A plugin's normaliser, behind what the hub asks of any: whatever it returns or throws, one record ends accepted with facts that can be stored, or rejected. No I/O.</summary>
internal sealed class CheckedNormaliser(IRecordNormaliser normaliser, long maxRecordBytes)
{
    private const int LongestId = 400;

    /// <summary>What the normaliser made of a record, or why not.</summary>
    public Normalised Normalise(SourceRecord record)
    {
        if (record.Raw.Length > maxRecordBytes)
            return Normalised.Reject(new Rejection("record", $"at most {maxRecordBytes} bytes, found {record.Raw.Length}", "Split the record, or raise limits.maxRecordBytes in hub.json."));
        try
        {
            var normalised = normaliser.Normalise(record);
            return Problem(normalised.Facts) is { } problem ? Normalised.Reject(problem) : normalised;
        }
        catch (Exception exception)
        {
            return Normalised.Reject(Failure(exception));
        }
    }

    /// <summary>What to tell when the adapter fails on a record.</summary>
    public static Rejection Failure(Exception exception) =>
        new("record", $"a record that the adapter can read, found one on which it fails with {Thrown.Describe(exception)}", "Report this to the maker of the adapter.");

    /// <summary>Whether both stores can hold a text as an id.</summary>
    public static bool IsStorable(string text)
    {
        if (text.Length is 0 or > LongestId)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && ++i > 0)))
                return false;
        }

        return true;
    }

    /// <summary>What is wrong with the facts as the adapter made them; null when nothing is.</summary>
    private static Rejection? Problem(IReadOnlyList<NormalisedFact> facts)
    {
        var keys = facts.Count > 1 ? new HashSet<string>() : null;
        foreach (var fact in facts)
        {
            if (Problem(fact, keys) is { } problem)
                return problem;
        }

        return null;
    }

    private static Rejection? Problem(NormalisedFact fact, HashSet<string>? keys)
    {
        const string toDo = "Report this to the maker of the adapter.";
        if (!IsStorable(fact.Key))
            return new Rejection("fact key", $"at most {LongestId} characters of well-formed text without NUL", toDo);
        if (keys is not null && !keys.Add(fact.Key))
            return new Rejection(fact.Key, "each fact of a record under its own key, found one twice", toDo);
        var others = fact.Fact switch
        {
            HouseholdChanged household => household.Members.Count,
            CitizenIdentityReplaced => 1,
            _ => 0,
        };
        return fact.Others.Count == others ? null : new Rejection(fact.Key, $"{others} other people beside the citizen, found {fact.Others.Count}", toDo);
    }
}
