using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Host.Keys;

/// <summary>A rotation from beginning to end. Cut off anywhere, another goes on with it.</summary>
internal sealed class KeyRotation(HubServices hub, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Makes sure that there is something to rotate to: false when nothing is new and nothing is under way. With a file of keys that is its business.</summary>
    public async Task<bool> PrepareAsync(CancellationToken token)
    {
        var keys = hub.Keys.Configured;
        var used = await hub.Store.Keys.InUseAsync(token);
        if (used.Any(key => !key.IsCurrent) || used.Any(key => key.KeyId != (key.Kind == KeyKinds.Seal ? keys.SealKeyId : keys.Pseudonym[^1].Id)))
            return true;
        if (keys.File is null)
            return false;
        if (await hub.Keys.FollowAsync(KeyFile.AddTo(keys), hub.Store, token) is { } problem)
            throw new PermanentFailureException(problem);
        return true;
    }

    /// <summary>Rotates. Returns how many rows moved.</summary>
    /// <exception cref="PermanentFailureException">A hub runs that does not have the new keys; nothing was changed.</exception>
    public async Task<long> RunAsync(string actor, IProgress<long> moved, CancellationToken token)
    {
        await LetEveryHostKnowAsync(token);
        await hub.Store.Keys.BeginRotationAsync(actor, time.GetUtcNow(), token);
        return await hub.Store.Keys.MoveAsync(moved, token);
    }

    /// <summary>A hub that runs and lacks a key would stand still. Those with a file of keys are asked to read it; otherwise that is for the administrator, who may be changing other things too.</summary>
    private async Task LetEveryHostKnowAsync(CancellationToken token)
    {
        var keys = hub.Keys.Configured;
        string[] needed = [KeyConfiguration.NameOfPseudonym(keys.Pseudonym[^1].Id), KeyConfiguration.NameOfSeal(keys.SealKeyId)];
        var lacking = await LackingAsync(needed, token);
        if (lacking.Count > 0 && keys.File is not null)
        {
            await hub.Store.Hosts.AskRescanAsync(time.GetUtcNow(), token);
            var began = time.GetTimestamp();
            while ((lacking = await LackingAsync(needed, token)).Count > 0 && time.GetElapsedTime(began) < Patience)
                await Task.Delay(LookAgain, time, token);
        }

        if (lacking.Count > 0 && keys.File is not null)
        {
            throw new PermanentFailureException(
                $"{string.Join(" and ", lacking.Keys)} did not take the new keys over from {keys.File}. hub adapters rescan says why (the file must be readable for the account that the hub runs under); then rotate again. Nothing was rotated.");
        }

        if (lacking.Count > 0)
        {
            throw new PermanentFailureException(
                $"{string.Join("; ", lacking.Select(host => $"{host.Key} runs without {string.Join(" and ", host.Value)}"))}. Add the keys to keys in its hub.json and run hub adapters rescan; nothing was rotated.");
        }
    }

    private async Task<Dictionary<string, List<string>>> LackingAsync(string[] needed, CancellationToken token)
    {
        var running = await hub.Store.Hosts.KeysOfRunningAsync(time.GetUtcNow() - HostPresence.LongestSilence, token);
        return running.Select(host => (host.Key, Lacks: needed.Except(host.Value).ToList())).Where(host => host.Lacks.Count > 0).ToDictionary(host => host.Key, host => host.Lacks);
    }
}
