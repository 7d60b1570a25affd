using System.Reflection;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Host.Rules;
using Xunit.v3;
using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

/// <summary>What sources tell of Ann and of those around her, and what all rules that come with the hub make of it on a day.</summary>
public abstract class Story : IDisposable
{
    private static readonly RuleReading Reading = RuleFolder.Read(RuleFolder.BuiltIn, rights: null);
    private static readonly RuleSet Rules = new(Reading.Rules, []);
    private readonly List<Fact> facts = [];
    private readonly List<List<string>> answers = [];

    /// <summary>At its end a story has shown what it says that it tells.</summary>
    public void Dispose()
    {
        foreach (var told in TestContext.Current.TestMethod.ShouldBeAssignableTo<IXunitTestMethod>().ShouldNotBeNull().Method.GetCustomAttributes<TellsAttribute>())
            told.IsShownBy(answers).ShouldBeTrue($"{told.Of}: {told.Outcome} was not among what it found");
        GC.SuppressFinalize(this);
    }

    /// <summary>A source tells something, on the day on which it happens unless another is named.</summary>
    private protected T Given<T>(T fact, string? known = null, string source = "a-source", CitizenRef? of = null)
        where T : Fact
    {
        var told = (T)(fact with
        {
            Citizen = of ?? Ann,
            Source = source,
            RecordId = $"record-{facts.Count}",
            FactKey = "fact",
            Revision = 1,
            KnownAt = known is null ? fact.OccurredAt : Day(known),
        });
        facts.Add(told);
        return told;
    }

    /// <summary>The source tells it anew, with other content.</summary>
    private protected T Corrected<T>(T told, T by, string on)
        where T : Fact => Add(told, (T)(by with { Citizen = told.Citizen, FactKey = told.FactKey }), on);

    /// <summary>The source takes it back.</summary>
    private protected void Withdrawn(Fact told, string on) =>
        Add(told, new FactWithdrawn { OccurredAt = told.OccurredAt, Contract = FactContract.NameOf(told.GetType()), Citizen = told.Citizen, FactKey = told.FactKey }, on);

    /// <summary>Ids of the rules that fire for Ann, or another, at noon on a day, with what is known by then.</summary>
    private protected List<string> Moments(string on, CitizenRef? of = null)
    {
        answers.Add([.. Find(on, of).Moments.Select(moment => moment.Rule)]);
        return answers[^1];
    }

    /// <summary>The day on which the hub looks again; null when nothing but news makes it.</summary>
    private protected string? LooksAgain(string after, CitizenRef? of = null) =>
        Find(after, of).RecheckAt is { } time ? BelgianTime.DayOf(time).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A rule as it was read.</summary>
    private protected static Rule Rule(string id) => Rules.Find(id).ShouldNotBeNull();

    private Core.Detection.Finding Find(string on, CitizenRef? of)
    {
        Reading.Mistakes.ShouldBeEmpty();
        var now = Day(on).AddHours(12);
        var known = facts.Where(fact => fact.KnownAt <= now).ToLookup(fact => fact.Citizen == (of ?? Ann));
        return Rules.Detect(Timeline.Of(of ?? Ann, known[true], known[false]), now);
    }

    private T Add<T>(Fact told, T version, string on)
        where T : Fact
    {
        var next = (T)(version with { Source = told.Source, RecordId = told.RecordId, Revision = told.Revision + 1, KnownAt = Day(on) });
        facts.Add(next);
        return next;
    }
}
