using System.CommandLine;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Sample;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub run</c>: the main job, until stopped or (<c>--once</c>) until there is nothing left to do.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = CliOptions.Config();
        var once = new Option<bool>("--once") { Description = "Drain every source, finish the work, print the summary, exit." };
        var json = CliOptions.Json();
        var command = new Command("run", "Run the hub. Without --config: the built-in sample.") { config, once, json };
        command.SetAction((parsed, token) => ExecuteAsync(parsed.GetValue(config), parsed.GetValue(once), parsed.GetValue(json), token));
        return command;
    }

    public static async Task<int> ExecuteAsync(string? folder, bool once, bool json, CancellationToken token)
    {
        var time = TimeProvider.System;
        // A program that reads JSON from standard output must find nothing else there: what a console destination prints goes to standard error.
        var output = json ? Console.Out : null;
        if (json)
            Console.SetOut(Console.Error);
        using var loggers = HubLogging.Create(LogLevel.Information, isOnePass: once);
        await using var sample = folder is null ? await SampleHub.StartPartnersAsync(time, token) : null;
        await using var hub = await OpenedHub.OpenAsync(folder ?? sample!.Folder, sample?.Overrides, loggers, time);
        if (hub is null)
            return ExitCode.Failed;
        if (once && hub.Configuration.Sources.Count == 0)
        {
            await Console.Error.WriteLineAsync("sources in hub.json is empty: there is nothing to read. Configure at least one source, or run without --once and add one while the hub runs.");
            return ExitCode.Failed;
        }

        foreach (var warning in DoorWarnings.Of(hub.Configuration, time.GetUtcNow()))
            loggers.CreateLogger(nameof(DoorWarnings)).LogWarning("{Warning}", warning);
        // One pass tells it in its summary.
        foreach (var warning in once ? [] : WiringWarnings.WithoutHousehold(hub.Wiring.Value, time.GetUtcNow()))
            loggers.CreateLogger(nameof(WiringWarnings)).LogWarning("{Warning}", warning.Text);
        await using var app = await HubApplication.BuildAsync(hub, loggers, time, stays: !once, token);
        return once ? await OnceAsync(app, sample, output, token) : await StayAsync(app, hub, sample, token);
    }

    private static async Task<int> StayAsync(WebApplication app, HubServices hub, SampleHub? sample, CancellationToken token)
    {
        try
        {
            await app.StartAsync(token);
        }
        catch (IOException exception) when (!token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"The hub cannot listen on {hub.Configuration.Urls}: {exception.Message} Set http.urls in hub.json, or stop what listens there.");
            return ExitCode.Failed;
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            // The store went away while it started, and partners are sending already: it ends as a hub ends that is stopped, and what they send is theirs again.
            await StopAsync(app);
            throw;
        }

        await Console.Error.WriteLineAsync($"The hub is ready on {string.Join(", ", app.Urls)}. Stop it with Ctrl+C.");
        if (hub.Configuration.Sources.Count == 0)
            await Console.Error.WriteLineAsync("There are no sources yet. Add one to hub.json and say hub adapters rescan.");
        if (sample is not null)
            await sample.PlayAsync(app.Services, token);
        await app.WaitForShutdownAsync(token);
        return ExitCode.Done;
    }

    /// <summary>What does not stop does not hide why it had to.</summary>
    private static async Task StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            app.Logger.LogWarning("Not everything that had started stopped: {Thrown}", Thrown.Describe(exception));
        }
    }

    private static async Task<int> OnceAsync(WebApplication app, SampleHub? sample, TextWriter? json, CancellationToken token)
    {
        var run = ActivatorUtilities.CreateInstance<OnceRun>(app.Services);
        await run.BeginAsync(token);
        await app.StartAsync(token);
        OnceSummary summary;
        try
        {
            await run.ReadSourcesAsync(token);
            if (sample is not null)
                await sample.SendAsync(token);
            summary = await run.FinishAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the end. What was read is stored; the next run goes on from there.");
            return ExitCode.Failed;
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }

        summary.Print(json);
        return summary.IsDone ? ExitCode.Done : ExitCode.Failed;
    }
}
