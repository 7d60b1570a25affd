namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Why a database refuses, without what it says itself: that may quote data.</summary>
/// <param name="Code">Its own code.</param>
/// <param name="Meaning">What it means and what to do.</param>
internal sealed record SqlProblem(string Code, string Meaning);
