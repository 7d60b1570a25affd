using System.CommandLine;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub sources run ID --accept-loss</c>: a person says that a complete export that lost much is right.</summary>
internal static class AcceptedLoss
{
    public static Option<bool> Option() => new("--accept-loss") { Description = "Instead of reading: withdraw what the last complete export lost and the hub held back." };

    public static async Task<int> AcceptAsync(HubServices hub, string source, CancellationToken token)
    {
        var accepted = await hub.Store.Journal.AcceptLossAsync(source, TimeProvider.System.GetUtcNow(), token);
        foreach (var loss in accepted)
            Console.WriteLine($"{source}: {RunFindings.Describe(source, loss)} A running hub takes it further; otherwise the next run does.");
        if (accepted.Count > 0)
            return ExitCode.Done;
        await Console.Error.WriteLineAsync($"Nothing of {source} is held back now: a later export was read since, or none lost too much.");
        return ExitCode.Failed;
    }
}
