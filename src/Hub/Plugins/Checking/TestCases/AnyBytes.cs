using System.Diagnostics;
using System.Runtime.Loader;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>Normalises spoilt copies of what a test case holds and notes what should not happen, once a kind.</summary>
internal sealed class AnyBytes(OpenedCase opened, List<string> problems)
{
    // Fixed, so that a failure comes back.
    private const int Seed = 20261122;

    private const string AsItIs = "as it is";

    private readonly HashSet<string> noted = [];

    private readonly HashSet<string> personal = [];

    /// <summary>Spoilt copies of one record, and bytes of no shape.</summary>
    public void Try(SourceRecord record, int spoilt, CancellationToken token)
    {
        Normalise(record, AsItIs);
        var mutations = new Mutations(Seed);
        for (var i = 0; i < spoilt; i++)
        {
            token.ThrowIfCancellationRequested();
            Normalise(record with { Raw = i % 8 == 7 ? mutations.Anything() : mutations.Spoil(record.Raw.Span) }, $"seed {Seed}, copy {i}");
        }

        foreach (var (name, value) in record.Properties)
            Normalise(record with { Properties = new Dictionary<string, string>(record.Properties) { [name] = MarkedCitizen.Remark } }, $"property {name} replaced");
    }

    /// <summary>Spoilt copies of a posted body.</summary>
    public void TryPosted(int spoilt, CancellationToken token)
    {
        if (opened.Posted is not { } posted)
            return;
        var mutations = new Mutations(Seed);
        for (var i = 0; i < spoilt; i++)
        {
            token.ThrowIfCancellationRequested();
            var body = i % 8 == 7 ? mutations.Anything() : mutations.Spoil(posted.Body);
            var copy = $"posted, seed {Seed}, copy {i}";
            foreach (var record in Guarded(() => posted.Reader.Read(posted.ContentType, body), copy) ?? [])
                Normalise(record, copy);
        }
    }

    private void Normalise(SourceRecord record, string copy)
    {
        if (Guarded(() => opened.Normaliser.Normalise(record), copy) is not { } result)
            return;
        foreach (var rejection in result.Rejections)
            Look(rejection, copy);
        if (copy != AsItIs)
            return;
        foreach (var person in result.Facts.Select(fact => fact.Person).OfType<PersonDetails>())
            personal.UnionWith(new[] { person.FamilyName, person.Street, person.Telephone, person.Email, person.Remark }.OfType<string>().Where(text => text.Length >= 6));
        personal.UnionWith(result.Facts.Select(fact => fact.Citizen.Digits));
    }

    private void Look(Rejection rejection, string copy)
    {
        if (string.IsNullOrWhiteSpace(rejection.Field) || string.IsNullOrWhiteSpace(rejection.Expected) || string.IsNullOrWhiteSpace(rejection.ToDo))
            Note($"a rejection says not where, or not what was expected, or not what to do ({copy}). Fill field, expected and to do.");
        var text = rejection.ToString();
        if (MarkedCitizen.FoundIn(text).Count > 0 || personal.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)))
            Note($"a rejection repeats a value of the input ({copy}). Name the field and the kind of thing found, never the value.");
    }

    private T? Guarded<T>(Func<T> run, string copy)
        where T : class
    {
        try
        {
            return run();
        }
        catch (Exception e)
        {
            Note($"it throws {Thrown.Describe(e)}{Place(e)} ({copy}). Reject the record instead, with what was expected.");
            return null;
        }
    }

    // The first place in the plugin's own code; what the runtime throws, it throws from a place of its own.
    private static string Place(Exception e) =>
        new StackTrace(e).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method is not null && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) != AssemblyLoadContext.Default)
            is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";

    private void Note(string problem)
    {
        // One of a kind is enough to mend it by.
        if (noted.Add(problem[..problem.IndexOf(" (", StringComparison.Ordinal)]))
            problems.Add($"{opened.Case.Name}: {problem}");
    }
}
