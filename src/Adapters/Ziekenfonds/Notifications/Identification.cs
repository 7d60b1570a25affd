using System.Globalization;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>What a notification is a version of: <c>attestationIdentification</c>.</summary>
/// <param name="Number">Its number, the same over versions.</param>
/// <param name="Version">Its version.</param>
/// <param name="Status">Whether it is made, changed or taken back.</param>
internal sealed record Identification(string Number, long Version, AttestationStatus Status)
{
    public const string NumberPath = "attestationIdentification/attestationId";
    public const string VersionPath = "attestationIdentification/attestationVersion";
    public const string StatusPath = "attestationIdentification/attestationStatus";

    // Half of what a version may be, so that the order below cannot overflow.
    private const long HighestVersion = long.MaxValue / 4;

    /// <summary>
    /// Its place among the versions of its number. Nothing public says whether a cancellation gets a version of its own, so it also wins from the version that it takes back.
    /// </summary>
    public long Order => (2 * Version) + (Status == AttestationStatus.Cancellation ? 1 : 0);

    /// <summary>Reads it; null when a part of it cannot be read: the normaliser then says which.</summary>
    public static Identification? Of(Fields fields) =>
        fields[NumberPath] is { IsRepeated: false, Text: var number } && RecordNumber.IsValid(number)
        && fields[VersionPath] is { IsRepeated: false, Text: var version } && VersionOf(version) is { } parsed
        && fields[StatusPath] is { IsRepeated: false, Text: var status } && StatusOf(status) is { } known
            ? new Identification(number, parsed, known)
            : null;

    /// <summary>A version: a whole number from 0.</summary>
    public static long? VersionOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version <= HighestVersion ? version : null;

    /// <summary>A status, as the KSZ writes it.</summary>
    public static AttestationStatus? StatusOf(string text) => text switch
    {
        "CREATION" => AttestationStatus.Creation,
        "MODIFICATION" => AttestationStatus.Modification,
        "CANCELLATION" => AttestationStatus.Cancellation,
        _ => null,
    };
}
