using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Files;
using IntegrationHub.Adapters.Ziekenfonds.Notifications;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ziekenfonds;

/// <summary>Turns one notification into facts. A cancellation has none, and so withdraws what the versions before it told.</summary>
internal sealed class ZiekenfondsNormaliser(IOptions<ZiekenfondsOptions> options) : IRecordNormaliser
{
    /// <summary>The property that tells about how large a notification is that was not kept whole.</summary>
    public const string RefusedSize = "refusedSize";

    // Nothing tells when a number was replaced.
    private static readonly DateTimeOffset Unknown = DateTimeOffset.UnixEpoch;

    public Normalised Normalise(SourceRecord record)
    {
        if (record.Kind == FileProblem.RecordKind)
            return Normalised.Reject(FileProblem.Of(record.Properties).ToRejection(new NotificationKinds(options.Value.IncapacityElement)));
        if (NotificationKinds.Named(record.Kind) is not { } kind)
            return Normalised.Reject(new Rejection("kind", "a notification of a ziekenfonds, found a record of another kind", "Send the record to the adapter that made it."));
        if (record.Properties.TryGetValue(RefusedSize, out var given))
        {
            var size = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
            return Reject(record, $"a notification within the largest record allowed, found one of about {size} bytes", "Look for an element that is not closed, or raise limits.maxRecordBytes in hub.json.");
        }

        if (Fields.Read(record.Raw) is not { } fields)
            return Reject(record, "one element of well-formed XML, found something else", "Put the file in the folder again.");
        return Read(kind, fields, new NotificationReader(fields, record.Line));
    }

    private static Normalised Read(NotificationKind kind, Fields fields, NotificationReader reader)
    {
        var (told, current) = Citizens(reader);
        var number = Number(reader, told, current);
        reader.Required(Identification.VersionPath, "a whole number that grows with each version", "Fill in the version.", Identification.VersionOf);
        var status = reader.Required(Identification.StatusPath, "CREATION, MODIFICATION or CANCELLATION", "Correct the status.", Identification.StatusOf);
        IEnumerable<(string Key, Fact Fact)> read = status == AttestationStatus.Cancellation ? [] : kind switch
        {
            NotificationKind.Incapacity => Incapacity.Read(reader, number),
            NotificationKind.Membership => Membership.Read(reader),
            _ => IncreasedAllowance.Read(reader, number),
        };
        var facts = read.Select(fact => new NormalisedFact(fact.Key, current, fact.Fact)).ToList();
        if (reader.Rejections.Count > 0)
            return Normalised.Reject(reader.Rejections);
        if (told != current)
            facts.Add(new NormalisedFact("identity", told, new CitizenIdentityReplaced { OccurredAt = Unknown }) { Others = [current] });
        return Normalised.Accept(facts);
    }

    // The number that the notification is under, and the one that took its place.
    private static (Insz Told, Insz Current) Citizens(NotificationReader reader)
    {
        var told = reader.RequiredInsz("ssin");
        var replacedBy = reader.OptionalInsz("ssin/@replacedBy");
        var canceled = reader.Optional<bool>("ssin/@canceled", "true or false", "Correct it.", Membership.TruthOf);
        if (canceled == true && !reader.Has("ssin/@replacedBy"))
            reader.Reject("ssin/@canceled", "an INSZ in use, found one that was cancelled without another in its place", "Ask the ziekenfonds under which number the citizen is known now.");
        return (told, replacedBy ?? told);
    }

    private static string Number(NotificationReader reader, Insz told, Insz current)
    {
        var number = reader.RequiredNumber(Identification.NumberPath);
        if (Holds(number, told) || Holds(number, current))
            reader.Reject(Identification.NumberPath, "the notification's own number, found the citizen's INSZ in it", "Send a number that is not personal: it is stored and sent in the clear.");
        return number;
    }

    private static bool Holds(string number, Insz citizen) => citizen != default && RecordNumber.Holds(number, citizen);

    private static Normalised Reject(SourceRecord record, string expected, string toDo)
    {
        var place = record.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"notification, line {line}") : "notification";
        return Normalised.Reject(new Rejection(place, expected, toDo));
    }
}
