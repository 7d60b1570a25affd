using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Host.Intake;

/// <summary>
/// What rests in the encrypted column of a fact. Opened only at the delivery edge, after the gate, and for the caseload. The INSZ is always there, since a source that asks about a citizen needs
/// it; of the rest only the fields that a valid authorisation names.
/// </summary>
internal sealed record SealedPerson
{
    public required string Insz { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenNames { get; init; }

    public string? Street { get; init; }

    public string? Locality { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Remark { get; init; }

    public static byte[] Write(Insz insz, PersonDetails? details, IReadOnlySet<string> fields) => JsonSerializer.SerializeToUtf8Bytes(
        new SealedPerson
        {
            Insz = insz.Digits,
            FamilyName = Of(DisclosedFields.Name, details?.FamilyName, fields),
            GivenNames = Of(DisclosedFields.Name, details?.GivenNames, fields),
            Street = Of(DisclosedFields.Address, details?.Street, fields),
            Locality = Of(DisclosedFields.Address, details?.Locality, fields),
            Telephone = Of(DisclosedFields.Contact, details?.Telephone, fields),
            Email = Of(DisclosedFields.Contact, details?.Email, fields),
            Remark = Of(DisclosedFields.Remark, details?.Remark, fields),
        },
        SealedJson.Default.SealedPerson);

    public static SealedPerson? Read(ReadOnlyMemory<byte> json) =>
        json.IsEmpty ? null : JsonSerializer.Deserialize(json.Span, SealedJson.Default.SealedPerson);

    public override string ToString() => "SealedPerson(hidden)";

    private static string? Of(string field, string? value, IReadOnlySet<string> fields) => value is not null && fields.Contains(field) ? value : null;
}
