using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>What one Onderwerp says about one record: most hold one.</summary>
/// <param name="Id">The record that it is a version of.</param>
/// <param name="IsPersonal">Whether the id holds an INSZ.</param>
/// <param name="Kind">The property that tells the normaliser which part to read.</param>
/// <param name="Number">Which of several of that kind, from 0.</param>
/// <param name="Citizen">Whom it is about, when it says so.</param>
internal sealed record SubjectPart(string Id, bool IsPersonal, string Kind, int Number = 0, Insz? Citizen = null)
{
    public const string Contract = "contract";

    public const string Person = "person";

    public const string Household = "household";

    public const string Attest = "attest";

    /// <summary>The attest that another one annuls (Attest/TeAnnuleren).</summary>
    public const string AnnulledAttest = "annulled-attest";

    public const string Bankruptcy = "bankruptcy";

    /// <summary>Nothing tells which record it is: the normaliser refuses it.</summary>
    public const string Unidentified = "unidentified";

    /// <summary>Shows the kind only.</summary>
    public override string ToString() => $"SubjectPart({Kind})";
}
