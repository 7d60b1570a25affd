using System.Text.Json;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary><c>hub adapters rescan</c>, as an administrator types it beside a running hub.</summary>
internal sealed record Rescanned(int ExitCode, string Output, string Errors)
{
    public static async Task<Rescanned> RunAsync(HubFolder folder, CancellationToken token, params string[] more)
    {
        await using var command = HubProcess.Start(folder.Path, ["adapters", "rescan", "--config", folder.Path, .. more]);
        var code = await command.End.WaitAsync(Until.Patience, token);
        return new Rescanned(code, command.Output, command.Errors);
    }

    /// <summary>Expects that it went well.</summary>
    public Rescanned Fine()
    {
        ExitCode.ShouldBe(0, $"{Output}\n{Errors}");
        Errors.ShouldBeEmpty();
        return this;
    }

    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
}
