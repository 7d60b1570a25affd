using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Intake;

/// <summary>What rests in the encrypted column of a fact. Opened only at the delivery edge, after the gate, and for the caseload.</summary>
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

    public static byte[] Write(Insz insz, PersonDetails? details) => JsonSerializer.SerializeToUtf8Bytes(
        new SealedPerson
        {
            Insz = insz.Digits,
            FamilyName = details?.FamilyName,
            GivenNames = details?.GivenNames,
            Street = details?.Street,
            Locality = details?.Locality,
            Telephone = details?.Telephone,
            Email = details?.Email,
            Remark = details?.Remark,
        },
        SealedJson.Default.SealedPerson);

    public static SealedPerson? Read(ReadOnlyMemory<byte> json) =>
        json.IsEmpty ? null : JsonSerializer.Deserialize(json.Span, SealedJson.Default.SealedPerson);

    public override string ToString() => "SealedPerson(hidden)";
}
