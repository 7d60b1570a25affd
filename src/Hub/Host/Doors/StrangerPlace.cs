namespace IntegrationHub.Host.Doors;

/// <summary>The place of one connection among those of strangers.</summary>
/// <param name="Free">Called when a key was shown; may be called again.</param>
internal sealed record StrangerPlace(Action Free);
