using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Erasure;

/// <summary>How long what is kept of people is kept: <c>retention</c> in <c>hub.json</c>.</summary>
/// <param name="Facts">Facts, by when the hub knew them; what still runs, or what something rests on, stays longer.</param>
/// <param name="Signals">Signals that are over, with their deliveries, by when they were issued.</param>
/// <param name="Quarantine">Content that could not be read.</param>
/// <param name="Audit">The audit log, by whole blocks.</param>
internal sealed record Retention(Period Facts, Period Signals, Period Quarantine, Period Audit)
{
    public static Retention Default { get; } = new(new Period(5, PeriodUnit.Year), new Period(2, PeriodUnit.Year), new Period(90, PeriodUnit.Day), new Period(10, PeriodUnit.Year));

    public static Retention Read(SectionReader section)
    {
        section.AllowOnly("facts", "signals", "quarantine", "audit");
        return new Retention(Of("facts", Default.Facts), Of("signals", Default.Signals), Of("quarantine", Default.Quarantine), Of("audit", Default.Audit));

        Period Of(string key, Period usual)
        {
            if (section.Optional(key) is not { } text)
                return usual;
            if (Period.TryParse(text, out var period) && period.Count > 0)
                return period;
            section.Error(key, $"expected a time such as '{usual}': a number of 1 or more, and days, weeks, months or years, at most {Period.MostYears} years.");
            return usual;
        }
    }
}
