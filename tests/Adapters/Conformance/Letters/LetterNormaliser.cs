using System.Globalization;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Options;

namespace Letters;

public sealed class LetterNormaliser(IOptions<LettersOptions> options) : IRecordNormaliser, IDisposable
{
    private readonly string fault = options.Value.Fault;
    private int count;

    public Normalised Normalise(SourceRecord record)
    {
        var parts = Encoding.UTF8.GetString(record.Raw.Span).Split(';');
        if (fault == "throws-on-bytes")
            _ = parts[3].Length;
        if (parts.Length != 4)
            return Reject("line", "four parts", "");
        if (!Insz.TryParse(parts[1], out var citizen))
            return Reject("second part", "an INSZ of 11 digits", parts[1]);
        if (!DateOnly.TryParseExact(parts[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1900 or > 2100)
            return Reject("fourth part", "a date as 2026-12-31", parts[3]);
        var employment = fault switch
        {
            "counts" => $"{Interlocked.Increment(ref count)}",
            "name-in-the-clear" => parts[2],
            _ => record.Id,
        };
        return Normalised.Accept(new NormalisedFact("end", citizen, new EmploymentEnded { Employment = employment, EndedOn = day, OccurredAt = BelgianTime.StartOf(day) })
        {
            Person = new PersonDetails { FamilyName = parts[2] },
        });
    }

    public void Dispose()
    {
        if (fault == "dispose-throws")
            throw new InvalidOperationException("Not now.");
    }

    private Normalised Reject(string field, string expected, string found) => Normalised.Reject(
        new Rejection(field, fault == "repeats-values" ? $"{expected}, found '{found}'" : expected, fault == "says-nothing-to-do" ? "" : "Correct the letter."));
}
