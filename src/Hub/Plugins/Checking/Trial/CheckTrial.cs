using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>Runs a connection check and watches how it ends: in time, without an exception, and without repeating the text of somebody else's.</summary>
/// <param name="Result">What it said; null when it said nothing.</param>
/// <param name="Problems">What is wrong with how it ended: sentences.</param>
public sealed record CheckTrial(CheckResult? Result, IReadOnlyList<string> Problems)
{
    private static readonly AsyncLocal<ConcurrentBag<string>?> Strangers = new();

    static CheckTrial() => AppDomain.CurrentDomain.FirstChanceException += Notice;

    /// <summary>Runs it once.</summary>
    public static async Task<CheckTrial> RunAsync(PluginInstance instance, TimeSpan patience)
    {
        if (instance.Check is not { } check)
            return new(null, ["It registers no IConnectionCheck, so nobody can tell whether its system is reached. Register one."]);
        var heard = Strangers.Value = [];
        using var stop = new CancellationTokenSource(patience);
        try
        {
            var result = await check.CheckAsync(stop.Token).WaitAsync(patience + TimeSpan.FromSeconds(1), CancellationToken.None);
            return new(result, [.. ProblemsOf(result, heard)]);
        }
        catch (PermanentFailureException e) when (e.Message.Length > 0)
        {
            return new(new CheckResult(false, e.Message), [.. Repeated(e.Message, heard)]);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && stop.IsCancellationRequested)
        {
            return new(null, [$"The connection check has no result after {patience.TotalSeconds} seconds. Give it a limit of its own, of a few seconds, and return that as a result."]);
        }
        catch (Exception e)
        {
            return new(null, [$"The connection check throws {Thrown.Describe(e)}. Return new CheckResult(false, what to do) instead: that a system is away is a result."]);
        }
        finally
        {
            Strangers.Value = null;
        }
    }

    private static IEnumerable<string> ProblemsOf(CheckResult? result, IEnumerable<string> heard)
    {
        if (result is null || string.IsNullOrWhiteSpace(result.Detail))
            return ["The connection check gives no detail. Say what was tried and found, and what to do."];
        return Repeated(result.Detail, heard);
    }

    private static IEnumerable<string> Repeated(string detail, IEnumerable<string> heard) => heard.Any(message => detail.Contains(message, StringComparison.Ordinal))
        ? ["The detail of the connection check repeats the message of an exception that a library threw, which may hold anything. Say it in words of your own; the exception's type may be named."]
        : [];

    private static void Notice(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Strangers.Value is not { } heard || e.Exception is PermanentFailureException or RetryLaterException || e.Exception.Message.Length < 12)
            return;
        // A plugin's own words are its own business; a library's are a stranger's.
        var thrower = new StackTrace(e.Exception).GetFrame(0)?.GetMethod()?.Module.Assembly;
        if (thrower is null || AssemblyLoadContext.GetLoadContext(thrower) == AssemblyLoadContext.Default)
            heard.Add(e.Exception.Message);
    }
}
