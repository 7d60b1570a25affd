namespace IntegrationHub.Storage.Rotation;

/// <summary>A key that the store uses.</summary>
/// <param name="Kind">What for: one of <see cref="KeyKinds"/>.</param>
/// <param name="KeyId">Its id.</param>
/// <param name="IsCurrent">With it is written; otherwise there are rows under it that a rotation did not reach yet.</param>
/// <param name="Since">Since when it is, or was, the current one.</param>
public sealed record KeyInUse(string Kind, string KeyId, bool IsCurrent, DateTimeOffset Since);
