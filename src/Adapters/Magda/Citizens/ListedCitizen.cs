using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Citizens;

/// <summary>One citizen to ask about, or a line of the list that names nobody.</summary>
/// <param name="Position">Where she stands in the list; not personal.</param>
/// <param name="Insz">Her INSZ; null when the line is none.</param>
/// <param name="HasOpenFile">False when her last file closed: she is unregistered.</param>
/// <param name="Line">The line that names nobody, for quarantine.</param>
internal sealed record ListedCitizen(string Position, Insz? Insz, bool HasOpenFile, string Line = "")
{
    /// <summary>Shows the position only.</summary>
    public override string ToString() => $"ListedCitizen({Position})";
}
