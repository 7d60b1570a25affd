using System.Text;
using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>Everything asked about one citizen: registered where needed, then each service; unregistered when her last file closed.</summary>
internal sealed class CitizenVisit(Interview interview, RequestWriter writer, Registrations registrations, MagdaOptions options)
{
    /// <returns>One record for each reply that says something about her, or about what went wrong.</returns>
    public async Task<IReadOnlyList<SourceRecord>> RunAsync(ListedCitizen listed, bool isStuck, CancellationToken token)
    {
        if (listed.Insz is not { } citizen)
            return [NoCitizen(listed)];
        if (!listed.HasOpenFile)
            return await UnregisterAsync(citizen, isStuck, token);
        var records = new List<SourceRecord>();
        if (options.RegistreerInschrijving && !await registrations.IsCurrentAsync(citizen, token) && await RegisterAsync(citizen, isStuck, token) is { } refused)
            return [refused];
        var mayRegister = options.RegistreerInschrijving;
        foreach (var request in Questions(citizen))
        {
            var (record, reply) = await interview.AskAsync(request, citizen, isStuck, token);
            if (reply is not null && reply.Has(CodeMeaning.NotRegistered) && mayRegister)
            {
                // MAGDA forgot her, or never knew: register and ask again, once for each citizen.
                mayRegister = false;
                if (await RegisterAsync(citizen, isStuck, token) is { } refusedAgain)
                    records.Add(refusedAgain);
                else
                    (record, _) = await interview.AskAsync(Again(request, citizen), citizen, isStuck, token);
            }

            records.Add(record);
        }

        return records;
    }

    /// <returns>Null when she is registered now; the reply that says why not, else.</returns>
    private async Task<SourceRecord?> RegisterAsync(Insz citizen, bool isStuck, CancellationToken token)
    {
        var until = registrations.Until;
        var (record, reply) = await interview.AskAsync(writer.RegistreerInschrijving(citizen, until), citizen, isStuck, token);
        if (reply is null || !RegistrationResult.Succeeded(reply))
            return record;
        await registrations.RememberAsync(citizen, until, token);
        return null;
    }

    private async Task<IReadOnlyList<SourceRecord>> UnregisterAsync(Insz citizen, bool isStuck, CancellationToken token)
    {
        if (!options.RegistreerInschrijving || !await registrations.IsRememberedAsync(citizen, token))
            return [];
        var (record, reply) = await interview.AskAsync(writer.RegistreerUitschrijving(citizen), citizen, isStuck, token);
        if (reply is null || !RegistrationResult.Succeeded(reply))
            return [record];
        await registrations.ForgetAsync(citizen, token);
        return [];
    }

    private IEnumerable<MagdaRequest> Questions(Insz citizen)
    {
        if (options.GeefWerkrelaties)
            yield return writer.GeefWerkrelaties(citizen);
        if (options.GeefPersoon)
            yield return writer.GeefPersoon(citizen);
        if (options.GeefGezinssamenstelling)
            yield return writer.GeefGezinssamenstelling(citizen);
        if (options.GeefSociaalStatuut)
            yield return writer.GeefSociaalStatuut(citizen);
        if (options.GeefLeefloonbedragen)
            yield return writer.GeefLeefloonbedragen(citizen);
    }

    /// <summary>The same question with a reference and time of its own.</summary>
    private MagdaRequest Again(MagdaRequest request, Insz citizen) => Questions(citizen).First(one => one.Service == request.Service);

    private static SourceRecord NoCitizen(ListedCitizen listed) => new()
    {
        Id = $"citizens/{listed.Position}",
        Kind = "citizens",
        Raw = Encoding.UTF8.GetBytes(listed.Line),
        Properties = new Dictionary<string, string> { [RecordProperties.Failure] = RecordProperties.Line, [RecordProperties.Number] = listed.Position },
    };
}
