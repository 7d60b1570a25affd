using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Host.Intake;

/// <summary>
/// What rests in the encrypted column of a fact. Opened only at the delivery edge, after the gate, and for the caseload. The INSZ is always there, since a source that asks about a citizen needs
/// it; of the rest only the fields that a valid authorisation names.
/// </summary>
internal sealed record SealedPerson(string Insz, PersonDetails? Details)
{
    public static byte[] Write(Insz insz, PersonDetails? details, IReadOnlySet<string> fields) =>
        JsonSerializer.SerializeToUtf8Bytes(new SealedPerson(insz.Digits, details is null ? null : Named(details, fields)), SealedJson.Default.SealedPerson);

    /// <summary>Whether these fields leave out anything of what is known.</summary>
    public static bool LeavesOut(PersonDetails? details, IReadOnlySet<string> fields) => details is not null
        && (((details.FamilyName ?? details.GivenNames) is not null && !fields.Contains(DisclosedFields.Name))
            || ((details.Street ?? details.Locality) is not null && !fields.Contains(DisclosedFields.Address))
            || ((details.Telephone ?? details.Email) is not null && !fields.Contains(DisclosedFields.Contact))
            || (details.Remark is not null && !fields.Contains(DisclosedFields.Remark)));

    public static SealedPerson? Read(ReadOnlyMemory<byte> json) =>
        json.IsEmpty ? null : JsonSerializer.Deserialize(json.Span, SealedJson.Default.SealedPerson);

    public override string ToString() => "SealedPerson(hidden)";

    private static PersonDetails Named(PersonDetails details, IReadOnlySet<string> fields)
    {
        var (name, address, contact) = (fields.Contains(DisclosedFields.Name), fields.Contains(DisclosedFields.Address), fields.Contains(DisclosedFields.Contact));
        return details with
        {
            FamilyName = name ? details.FamilyName : null,
            GivenNames = name ? details.GivenNames : null,
            Street = address ? details.Street : null,
            Locality = address ? details.Locality : null,
            Telephone = contact ? details.Telephone : null,
            Email = contact ? details.Email : null,
            Remark = fields.Contains(DisclosedFields.Remark) ? details.Remark : null,
        };
    }
}
