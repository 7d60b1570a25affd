namespace IntegrationHub.Core.Rights;

/// <summary>An amount or threshold of a right.</summary>
/// <param name="Name">What it is, kebab-case (<c>alleenstaande</c>).</param>
/// <param name="Euro">How much, in euro.</param>
/// <param name="Per">Over what: <c>month</c>, <c>year</c> or <c>once</c>.</param>
/// <param name="ValidFrom">First day, Europe/Brussels.</param>
/// <param name="ValidUntil">Last day; null while it holds.</param>
/// <param name="Source">The page or text it was read from.</param>
public sealed record RightAmount(string Name, decimal Euro, string Per, DateOnly ValidFrom, DateOnly? ValidUntil, Uri Source);
