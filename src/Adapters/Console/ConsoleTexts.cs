using System.Globalization;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Console;

/// <summary>The words of one language. On Dutch screens an alert is a melding: a signaal is something else in the field.</summary>
internal sealed record ConsoleTexts(
    string Language,
    CultureInfo Culture,
    string Issued,
    string Updated,
    string Withdrawn,
    string HappenedOn,
    string Citizen,
    string Recipient,
    string Worker,
    string Priority,
    string High,
    string Urgent,
    string Also,
    string HouseholdMember,
    string Rights,
    string NoPromise)
{
    private static readonly ConsoleTexts Dutch = new(
        "nl", CultureInfo.GetCultureInfo("nl-BE"), "Melding", "Melding bijgewerkt", "Melding ingetrokken", "Gebeurd op", "Burger", "Voor", "hulpverlener", "Voorrang", "hoog", "dringend, vandaag nog", "Ook", "iemand anders in het gezin", "Rechten om te bekijken", "geen belofte dat iemand recht heeft");

    private static readonly ConsoleTexts English = new(
        "en", CultureInfo.GetCultureInfo("en-GB"), "Alert", "Alert updated", "Alert withdrawn", "Happened on", "Citizen", "For", "case worker", "Priority", "high", "urgent, today", "Also", "somebody else in the household", "Rights to look at", "no promise that someone has a right");

    public static ConsoleTexts Of(string language) => language == "en" ? English : Dutch;

    public string Heading(SignalKind kind) => kind switch
    {
        SignalKind.Issued => Issued,
        SignalKind.Updated => Updated,
        _ => Withdrawn,
    };

    public string Pick(IReadOnlyDictionary<string, string> byLanguage) =>
        byLanguage.GetValueOrDefault(Language) ?? byLanguage.Values.FirstOrDefault() ?? "";
}
