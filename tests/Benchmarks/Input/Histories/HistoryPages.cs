using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>A history as pages of the journal: what each source gave in each week.</summary>
internal static class HistoryPages
{
    private const int MaxRecords = 2000;
    private const int HashSize = 16;
    private static readonly LoadGuard FirstWeekIsALoad = new(AsksFirst: false, TimeSpan.FromDays(6), Jump: 0);

    public static IEnumerable<JournalPage> Of(IEnumerable<HistoryEvent> events) => events
        .GroupBy(one => one.KnownWeek)
        .SelectMany(week => week
            .GroupBy(one => HistoryFacts.SourceOf(one.Kind))
            .SelectMany(source => source.Chunk(MaxRecords).Select(records => new JournalPage
            {
                Source = source.Key,
                Guard = FirstWeekIsALoad,
                Records = [.. records.Select(Record)],
                KnownAt = BelgianTime.StartOf(HistoryFacts.FirstDay.AddDays((week.Key * 7) + 6)).AddHours(3).ToUniversalTime(),
            })));

    private static JournalRecord Record(HistoryEvent one)
    {
        var id = $"{(one.Kind == HistoryKind.JobEndsWasWrong ? HistoryKind.JobEnds : one.Kind)}-{one.Citizen}{(one.Kind == HistoryKind.Household ? "" : $"-{one.Number}")}";
        var fact = HistoryFacts.Of(one);
        return new JournalRecord(id, one.Version, Hash($"{id}/{one.Version}"), fact is null ? [] : [Journaled(one, fact)]);
    }

    private static JournalFact Journaled(HistoryEvent one, Fact fact) => new(
        "fact",
        FactContract.NameOf(fact.GetType()),
        Citizen(one.Citizen),
        fact is HouseholdChanged ? [.. Enumerable.Range(one.Citizen, one.Number).Select(Citizen)] : [],
        fact,
        fact is PersonChanged ? Encoding.UTF8.GetBytes($$"""{"insz":"{{OcmwExports.Insz(one.Citizen)}}","name":"Zilverberg, Joost","address":"Windwijzerlaan {{one.Citizen % 199}}, 9000 Gent"}""") : ReadOnlyMemory<byte>.Empty);

    private static byte[] Citizen(int number) => Hash($"citizen/{number}");

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..HashSize];
}
