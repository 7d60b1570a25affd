using IntegrationHub.Adapters.Magda.Facts;
using IntegrationHub.Adapters.Magda.Notifications;
using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda;

/// <summary>Turns one reply or publication into facts. Only the content counts, never the time or reference of the message: the same content gives the same facts.</summary>
internal sealed class MagdaNormaliser(InstanceContext context, MagdaOptions options) : IRecordNormaliser
{
    public Normalised Normalise(SourceRecord record)
    {
        if (record.Properties.TryGetValue(RecordProperties.Failure, out var failure))
            return Normalised.Reject(RecordProperties.Explain(failure, record, context.MaxRecordBytes));
        if (record.Kind == SourceRecord.WholeFile)
            return Normalised.Reject(PublicationProblem.Explain(record));
        if (PublicationService.Of(record.Kind) is not null)
            return PublicationNormaliser.Normalise(record, context.MaxRecordBytes);
        if (record.Kind == MagdaService.GeefMutatiesNotificaties.Name || record.Kind == MagdaService.GeefPersoonMutatiesNotificaties.Name)
            return NotificationBatch.Refuse([.. Rejections(MagdaReply.Read(record.Raw, record.Kind, context.MaxRecordBytes))]);
        if (!record.Properties.TryGetValue(RecordProperties.Insz, out var digits) || !Insz.TryParse(digits, out var asked))
            return Normalised.Reject(new Rejection("property insz", "the INSZ that was asked", "Quarantined records of this source are kept with it; ask again."));
        var reply = MagdaReply.Read(record.Raw, record.Kind, context.MaxRecordBytes);
        var isRegistration = record.Kind is "RegistreerInschrijving" or "RegistreerUitschrijving";
        if (isRegistration && RegistrationResult.Succeeded(reply))
            return Normalised.Accept();
        var rejections = Rejections(reply).ToList();
        if (rejections.Count > 0)
            return Normalised.Reject(rejections);
        return isRegistration ? Normalised.Reject(NotRegistered) : Facts(record.Kind, reply, asked);
    }

    private static IEnumerable<Rejection> Rejections(MagdaReply reply)
    {
        if (reply.Unreadable is { } unreadable)
            return [unreadable];
        if (reply.FaultCode is { } fault)
            return [new("Envelope/Body/Fault", "an answer, found a SOAP Fault", "Nothing when it is rare: the next round asks again. Else ask MAGDA's helpdesk.", fault)];
        return reply.Exceptions.Where(one => Rejects(one, reply))
            .Select(one => new Rejection(one.Path, "an answer, found an error of MAGDA", MagdaCodes.ToDo(one.Code), one.Code));
    }

    /// <summary>An error without content that were accepted would withdraw all that earlier replies said: only "no data" may do that.</summary>
    private static bool Rejects(Uitzondering one, MagdaReply reply) =>
        one.IsError && one.Meaning != CodeMeaning.NoData && !(one.Meaning is CodeMeaning.Replaced or CodeMeaning.Information && reply.Inhoud is not null);

    private static Rejection NotRegistered { get; } = new(
        "Antwoord/Inhoud/Resultaat", "1 (done), found another result", "Verify with MAGDA why this citizen cannot be registered; the next round tries again.", "Resultaat");

    private Normalised Facts(string kind, MagdaReply reply, Insz asked)
    {
        var facts = new FactsOfReply(asked);
        if (reply.Exceptions.FirstOrDefault(one => one.Meaning == CodeMeaning.Replaced) is { } replaced)
            facts.Replace(replaced, kind, reply.Inhoud);
        if (facts.Rejections.Count == 0 && reply.Inhoud is { } inhoud && !reply.Exceptions.Any(one => one is { IsError: true, Meaning: CodeMeaning.NoData }))
        {
            switch (kind)
            {
                case "GeefWerkrelaties":
                    EmploymentFacts.Read(inhoud, facts);
                    break;
                case "GeefPersoon":
                    PersonFacts.Read(inhoud, facts);
                    break;
                case "GeefGezinssamenstelling":
                    HouseholdFacts.Read(inhoud, facts);
                    break;
                case "GeefSociaalStatuut":
                    StatuutFacts.Read(inhoud, options.SocialeStatuten, facts);
                    break;
                case "GeefLeefloonbedragen":
                    LeefloonFacts.Read(inhoud, facts);
                    break;
                default:
                    facts.Reject("kind", "a service of this adapter", "See which adapter made this record.");
                    break;
            }
        }
        else if (facts.Rejections.Count == 0 && reply.Inhoud is null && !reply.Exceptions.Any(one => one.IsError))
        {
            facts.Reject("Repliek/Antwoorden/Antwoord/Inhoud", "content or an error, found neither", "Ask MAGDA's helpdesk with the reference in the reply.");
        }

        return facts.ToNormalised();
    }
}
