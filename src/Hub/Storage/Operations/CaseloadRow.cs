using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Operations;

/// <summary>One citizen of the caseload. <see cref="ToString"/> shows the reference only.</summary>
public sealed record CaseloadRow(CitizenRef Citizen, ReadOnlyMemory<byte> Person, bool HasOpenFile)
{
    public override string ToString() => $"CaseloadRow({Citizen})";
}
