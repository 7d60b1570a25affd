using System.Reflection;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Fuzzing.Tests.Hub;

/// <summary>The store, with another journal.</summary>
public class StoreSpy : DispatchProxy
{
    private IHubStore store = null!;
    private IJournalStore journal = null!;

    internal static IHubStore With(IHubStore store, IJournalStore journal)
    {
        var spy = Create<IHubStore, StoreSpy>();
        ((StoreSpy)(object)spy).store = store;
        ((StoreSpy)(object)spy).journal = journal;
        return spy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == "get_" + nameof(IHubStore.Journal) ? journal : targetMethod.Invoke(store, args);
}
