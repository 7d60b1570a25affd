using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Rotation;

/// <summary>From the innermost hash of an INSZ to the hashes under which one transaction may find it, and the one under which it writes.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Current">Under which key is written.</param>
/// <param name="Former">Under which keys there may still be rows.</param>
internal sealed record CitizenHashing(CitizenKeys Keys, string Current, IReadOnlyList<string> Former)
{
    public byte[] ToWrite(byte[] innermost) => Keys.Raise(innermost, null, Current);

    public IEnumerable<byte[]> ToFind(byte[] innermost) => Former.Select(key => Keys.Raise(innermost, null, key)).Prepend(ToWrite(innermost));

    /// <summary>Nothing was ever rotated: the innermost hash is what is stored.</summary>
    public bool IsInnermost => Former.Count == 0 && Current == Keys.Ids[0];
}
