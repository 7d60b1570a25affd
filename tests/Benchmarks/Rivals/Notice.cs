using System.Text.Json;
using MassTransit;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>A record as the rivals send it: 350 bytes of JSON.</summary>
[EntityName("benchmark.notice")]
public sealed record Notice(Guid Citizen, string Source, string RecordId, int Revision, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, string Text)
{
    public const int Size = 350;
    private static readonly DateTimeOffset Day = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Filler = Fill();

    public static Notice Of(int number) => Of(number, Filler);

    private static Notice Of(int number, string text) => new(Guid.NewGuid(), "ocmw-gent", $"T{number:0000000}", 1, Day, Day, text);

    private static string Fill() => new('x', Size - JsonSerializer.SerializeToUtf8Bytes(Of(0, "")).Length);
}
