using System.CommandLine;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub config check</c>: every error of the configuration at once; and whether the systems behind it can be reached.</summary>
internal static class ConfigCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var connect = new Option<bool>("--connect") { Description = "Also try to reach the system behind every source and destination." };
        var check = new Command("check", "Tell every error in the configuration. Starts and changes nothing.") { config, connect };
        check.SetAction((parsed, token) => CheckAsync(parsed.GetRequiredValue(config), parsed.GetValue(connect), token));
        return new Command("config", "Look at the configuration.") { check };
    }

    private static async Task<int> CheckAsync(string folder, bool connect, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        await using var hub = await OpenedHub.OpenAsync(folder, null, loggers, TimeProvider.System);
        if (hub is null)
            return ExitCode.Failed;
        Console.WriteLine($"The configuration is valid: {Number.Of(hub.Sources.All.Count, "source")}, {Number.Of(hub.Destinations.Count, "destination")}, {Number.Of(hub.Configuration.Partners.Count, "partner")}, {Number.Of(hub.Configuration.Authorisations.Count, "authorisation")}, {Number.Of(hub.Configuration.Rules.Count, "rule")}.");
        foreach (var warning in WiringWarnings.Of(hub.Wiring.Value, TimeProvider.System.GetUtcNow()))
            Console.WriteLine($"Warning: {warning.Text}");
        foreach (var warning in DoorWarnings.Of(hub.Configuration, TimeProvider.System.GetUtcNow()))
            Console.WriteLine($"Warning: {warning}");
        if (WiringWarnings.IdleRules(hub.Wiring.Value, TimeProvider.System.GetUtcNow()) is { } idle)
            Console.WriteLine(idle);
        if (!connect)
            return ExitCode.Done;

        var reachable = true;
        foreach (var instance in hub.Sources.All.Select(source => source.Instance).Concat(hub.Destinations.Values))
        {
            var result = await CheckAsync(instance.Check, token);
            reachable &= result?.IsReachable ?? true;
            Console.WriteLine($"{instance.Id}: {(result is null ? "cannot be tried" : result.IsReachable ? "reachable" : result.HasNothingToRead ? "nothing to read" : "NOT reachable")}. {result?.Detail}");
        }

        return reachable ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<CheckResult?> CheckAsync(IConnectionCheck? check, CancellationToken token)
    {
        if (check is null)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            return await check.CheckAsync(patience.Token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            return new CheckResult(false, $"The check failed with {exception.GetType().Name}.");
        }
    }
}
