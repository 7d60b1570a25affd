using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Magda.Rounds;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>
/// Keeps one record for what MAGDA both answers and publishes: whoever this source asks about (it registered her) is asked again at once, and the answer is the record. About anybody else, the publication is.
/// </summary>
internal sealed class PublishedCitizens(Registrations registrations, CitizenVisit visit, MagdaOptions options)
{
    /// <summary>The records to store in the place of these.</summary>
    public async Task<IReadOnlyList<SourceRecord>> AskAgainAsync(IReadOnlyList<PublishedRecord> published, CancellationToken token)
    {
        var asked = new List<Insz>();
        foreach (var citizen in published.Where(IsAnsweredToo).Select(one => one.Citizen!.Value).Distinct())
        {
            if (await registrations.IsCurrentAsync(citizen, token))
                asked.Add(citizen);
        }

        if (asked.Count == 0)
            return [.. published.Select(one => one.Record)];
        var listed = asked.Select(citizen => new ListedCitizen("", citizen, HasOpenFile: true)).ToList();
        var page = await Page.ReadAsync(listed, options.Concurrency, (citizen, inner) => visit.RunAsync(citizen, false, inner), token);

        // MAGDA throttles, or cannot be reached: what was published about those it did not answer about is stored as it is, and the round will ask.
        var answered = asked.Take(page.Done).ToHashSet();
        return [.. published.Where(one => !(IsAnsweredToo(one) && answered.Contains(one.Citizen!.Value))).Select(one => one.Record), .. page.Records];
    }

    private bool IsAnsweredToo(PublishedRecord one) => options.Asks && options.RegistreerInschrijving && one.Citizen is not null && one.Record.Kind switch
    {
        PublicationService.Werkrelaties => options.GeefWerkrelaties,
        PublicationService.Persoon => options.GeefPersoon && (options.GeefGezinssamenstelling || one.Record.Properties[RecordProperties.Part] != SubjectPart.Household),
        PublicationService.Gezinssamenstelling => options.GeefGezinssamenstelling,
        _ => false,
    };
}
