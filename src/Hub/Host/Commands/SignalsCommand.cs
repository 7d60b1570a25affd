using System.CommandLine;
using System.Text.Json;
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
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(parsed.GetRequiredValue(config), hub => ShowAsync(hub, parsed.GetValue(json), parsed.GetValue(max), token), token));

        var retryConfig = CliOptions.RequiredConfig();
        var retry = new Command("retry", "Try again every delivery that failed and whose signal still holds, after the tool or its options were mended.") { retryConfig };
        retry.SetAction((parsed, token) => OpenedHub.WithStoreAsync(parsed.GetRequiredValue(retryConfig), hub => RetryAsync(hub, token), token));
        command.Subcommands.Add(retry);
        command.Subcommands.Add(SignalShowCommand.Create());
        return command;
    }

    private static async Task<int> RetryAsync(HubServices hub, CancellationToken token)
    {
        var count = await hub.Store.Deliveries.RetryFailedAsync(TimeProvider.System.GetUtcNow(), token);
        Console.WriteLine($"{count} deliveries are due again. A running hub tries them now; otherwise the next one does.");
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(HubServices hub, bool json, int max, CancellationToken token)
    {
        var signals = await hub.Store.Deliveries.ListAsync(max, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(signals, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "moment", "happened", "issued", "citizen", "to", "state", "detail");
        foreach (var signal in signals)
        {
            foreach (var delivery in signal.Deliveries)
            {
                table.AddRow(new[]
                {
                    signal.Id.ToString("D")[..8], signal.MomentCode + (signal.IsWithdrawn ? " (withdrawn)" : ""), ResultConsole.Happened(signal.OccurredAt), ResultConsole.Time(signal.IssuedAt), signal.Citizen.ToString(),
                    delivery.Recipient + (delivery.Kind switch { "updated" => " (update)", "withdrawn" => " (withdrawal)", _ => "" }), delivery.State, delivery.Detail ?? "",
                }.Select(ResultConsole.Cell).ToArray());
            }
        }

        ResultConsole.Create().Write(table);
        return ExitCode.Done;
    }
}
