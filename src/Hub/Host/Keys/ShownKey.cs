using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Host.Keys;

/// <summary>A key as an administrator sees it.</summary>
/// <param name="Name"><c>pseudonym/p1</c>, <c>seal/s1</c>.</param>
/// <param name="IsCurrent">With it is written.</param>
/// <param name="IsUsed">The store cannot do without it.</param>
/// <param name="MayGo">It may be taken out of the configuration.</param>
/// <param name="Rows">How many rows of which table are under it.</param>
/// <param name="Sentence">What becomes of it.</param>
internal sealed record ShownKey(string Name, bool IsCurrent, bool IsUsed, bool MayGo, IReadOnlyDictionary<string, long> Rows, string Sentence)
{
    public static async Task<IReadOnlyList<ShownKey>> AllAsync(HubServices hub, CancellationToken token)
    {
        var used = await hub.Store.Keys.InUseAsync(token);
        var rows = (await hub.Store.Keys.CountAsync(token)).ToLookup(row => (row.Kind, row.KeyId));
        var keys = hub.Keys.Configured;
        return
        [
            .. keys.Pseudonym.Select((key, i) => Of(KeyKinds.Citizens, key.Id, KeyConfiguration.NameOfPseudonym(key.Id), i == keys.Pseudonym.Count - 1, i == keys.Pseudonym.Count - 1 ? null : "an inner layer of the later keys: it stays in the configuration")),
            .. keys.SealKeys.Keys.Order(StringComparer.Ordinal).Select(id => Of(KeyKinds.Seal, id, KeyConfiguration.NameOfSeal(id), id == keys.SealKeyId, null)),
        ];

        ShownKey Of(string kind, string id, string name, bool isWanted, string? layer)
        {
            var use = used.FirstOrDefault(one => one.Kind == kind && one.KeyId == id);
            var sentence = use switch
            {
                { IsCurrent: true } => $"current, since {use.Since:yyyy-MM-dd}",
                { } => "being replaced: run hub keys rotate",
                null when isWanted => "new: hub keys rotate begins with it",
                null => layer ?? "not used any more: it may go, unless a backup was made while it was",
            };
            return new ShownKey(name, use is { IsCurrent: true }, use is not null, use is null && !isWanted && layer is null, rows[(kind, id)].ToDictionary(row => row.Table, row => row.Rows), sentence);
        }
    }
}
