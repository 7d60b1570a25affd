namespace IntegrationHub.Adapters.Sdk;

/// <summary>One reason why a record cannot be normalised, for the person who must mend it. It never repeats a value that may be personal.</summary>
/// <param name="Field">Where: a column, a path, a segment and field (<c>PID-3</c>), with the line when there is one.</param>
/// <param name="Expected">What was expected and what kind of thing was found: "a date as 31/12/2026 or 2026-12-31, found text of 9 characters".</param>
/// <param name="ToDo">What to do: "correct the date in the export".</param>
/// <param name="Code">The source's own error code, when it gave one (MAGDA 30003); null otherwise.</param>
public sealed record Rejection(string Field, string Expected, string ToDo, string? Code = null)
{
    /// <summary>The three as one sentence, with the source's code behind the field.</summary>
    public override string ToString() => $"{Field}{(Code is null ? "" : $" ({Code})")}: expected {Expected}. {ToDo}";
}
