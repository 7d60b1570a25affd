namespace IntegrationHub.Storage.Rotation;

/// <summary>Which keys the store uses, and their rotation.</summary>
public interface IKeyStore
{
    /// <summary>The keys without which the store cannot be used.</summary>
    Task<IReadOnlyList<KeyInUse>> InUseAsync(CancellationToken token);

    /// <summary>How many rows are under which key. Reads every table.</summary>
    Task<IReadOnlyList<KeyRows>> CountAsync(CancellationToken token);

    /// <summary>The store's own key, for hashes that never change. Made the first time; a store that was filled before there was one takes the key with which it was.</summary>
    Task<ReadOnlyMemory<byte>> OwnKeyAsync(ReadOnlyMemory<byte> ofBefore, CancellationToken token);

    /// <summary>
    /// From now on every host writes under the keys that are configured as current. What is written already follows with <see cref="MoveAsync"/>. Tells the audit log, in the same transaction. Returns
    /// whether anything was changed. The caller made sure that every host has the keys.
    /// </summary>
    Task<bool> BeginRotationAsync(string actor, DateTimeOffset now, CancellationToken token);

    /// <summary>
    /// Moves what is under a former key to the current one, some rows at a time, beside hosts that work, and then has the store forget the former keys. Stopped halfway it is called again. Returns how
    /// many rows moved.
    /// </summary>
    Task<long> MoveAsync(IProgress<long>? moved, CancellationToken token);
}
