using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What was shown, for the audit log; never the content.</summary>
/// <param name="Fields">Names of the fields shown of whom the signal is about.</param>
/// <param name="LegalBasis">The ground as the recipient reads it: numbers.</param>
/// <param name="Detail">What the tool answered, such as a status code.</param>
public sealed record Disclosure(IReadOnlyCollection<string> Fields, string LegalBasis, string? Detail)
{
    /// <summary>Whom the signal is about, for this recipient; null: the moment that the delivery is about first says it.</summary>
    public CitizenRef? About { get; init; }

    /// <summary>Ids of the sources whose data it is, separated by commas.</summary>
    public string Source { get; init; } = "";

    /// <summary>For what purpose.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>On what ground: each number with the id of its authorisation; null: <see cref="LegalBasis"/>.</summary>
    public string? Ground { get; init; }

    /// <summary>Of whom something was shown besides: others in the household with a moment, or a fact that speaks for a right.</summary>
    public IReadOnlyList<ShownPerson> Others { get; init; } = [];

    /// <summary>The moments in the signal that this recipient was chosen for and may not see.</summary>
    public IReadOnlyList<WithheldMoment> Withheld { get; init; } = [];

    /// <summary>Tells what is shown and withheld, of whom and on what ground, from anything else: a second try that shows the same is no second disclosure.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        Others.Select(other => $"{other.Citizen}|{Names(other.Fields)}|{other.Source}|{other.Purpose}|{other.Ground}")
            .Concat(Withheld.Select(one => $"{one.Citizen}||{one.Source}|{one.Purpose}|{one.Ground}|{one.Reason}"))
            .Prepend($"{About}|{Names(Fields)}|{Source}|{Purpose}|{Ground ?? LegalBasis}"))))[..16]);

    private static string Names(IEnumerable<string> fields) => string.Join(',', fields.Order(StringComparer.Ordinal));
}
