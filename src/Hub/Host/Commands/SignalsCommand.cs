using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub signals</c>: the latest signals and what became of them, without personal data.</summary>
internal static class SignalsCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var max = new Option<int>("--max") { Description = "How many, newest first.", DefaultValueFactory = _ => 50 };
        var command = new Command("signals", "Show the latest signals and what became of them.") { config, json, max };
        command.SetAction((parsed, token) => ShowAsync(parsed.GetRequiredValue(config), parsed.GetValue(json), parsed.GetValue(max), token));

        var retryConfig = CliOptions.RequiredConfig();
        var retry = new Command("retry", "Try again every delivery that failed and whose signal still holds, after the tool or its options were mended.") { retryConfig };
        retry.SetAction((parsed, token) => RetryAsync(parsed.GetRequiredValue(retryConfig), token));
        command.Subcommands.Add(retry);
        return command;
    }

    private static async Task<int> RetryAsync(string folder, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Warning);
        await using var hub = await OpenedHub.OpenAsync(folder, null, loggers, TimeProvider.System);
        if (hub is null)
            return ExitCode.Failed;
        await hub.OpenStoreAsync(token);
        var count = await hub.Store.Deliveries.RetryFailedAsync(TimeProvider.System.GetUtcNow(), token);
        Console.WriteLine($"{count} deliveries are due again. A running hub tries them now; otherwise the next one does.");
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(string folder, bool json, int max, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Warning);
        await using var hub = await OpenedHub.OpenAsync(folder, null, loggers, TimeProvider.System);
        if (hub is null)
            return ExitCode.Failed;
        await hub.OpenStoreAsync(token);
        var signals = await hub.Store.Deliveries.ListAsync(max, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(signals, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("moment", "happened", "issued", "citizen", "to", "state", "detail");
        foreach (var signal in signals)
        {
            foreach (var delivery in signal.Deliveries)
            {
                table.AddRow(new[]
                {
                    signal.MomentCode + (signal.IsWithdrawn ? " (withdrawn)" : ""), Day(signal.OccurredAt), Day(signal.IssuedAt), signal.Citizen.ToString(),
                    delivery.Recipient + (delivery.IsWithdrawal ? " (withdrawal)" : ""), delivery.State, delivery.Detail ?? "",
                }.Select(Markup.Escape).ToArray());
            }
        }

        ResultConsole.Create().Write(table);
        return ExitCode.Done;
    }

    private static string Day(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, BelgianTime.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
