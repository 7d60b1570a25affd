using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

public sealed class AuthorisationsCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Authorisations_check_tells_what_would_flow_and_ends_with_1_when_nothing_would()
    {
        using var folder = new HubFolder("http://127.0.0.1:9/", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Save();

        var told = await HubAsync(folder, 0);
        told.ShouldContain("insz         TEST 2026/001 (invented) (rule-0), proactive-help, from 2020-01-01");
        told.ShouldContain("not contact, source, remark: no authorisation names it");

        var json = JsonDocument.Parse(await HubAsync(folder, 1, "--contract", "employment-ended", "--at", "2019-12-31", "--json")).RootElement.GetProperty("contracts")[0];
        (json.GetProperty("flows").GetBoolean(), json.GetProperty("reason").GetString()).ShouldBe((false, "The authorisation rule-0 for ocmw-test does not hold before 2020-01-01."));

        await HubAsync(folder, 2, "--contract", "gossip");

        (await OfAllAsync(folder)).ShouldContain($"From {HubFolder.Ocmw} to {HubFolder.Ocmw}, at ");
        var each = JsonDocument.Parse(await OfAllAsync(folder, "--json")).RootElement.EnumerateArray().ShouldHaveSingleItem();
        each.GetProperty("source").GetString().ShouldBe(HubFolder.Ocmw);
        each.GetProperty("contracts").GetArrayLength().ShouldBeGreaterThan(0);
        Directory.Exists(Path.Combine(folder.Path, "data")).ShouldBeFalse();
    }

    private static async Task<string> OfAllAsync(HubFolder folder, params string[] more)
    {
        await using var hub = HubProcess.Start(folder.Path, ["authorisations", "check", "--config", folder.Path, "--recipient", HubFolder.Ocmw, .. more]);
        await hub.EndsWithAsync(0, Token);
        return hub.Output;
    }

    private static async Task<string> HubAsync(HubFolder folder, int exitCode, params string[] more)
    {
        await using var hub = HubProcess.Start(folder.Path, ["authorisations", "check", "--config", folder.Path, "--source", HubFolder.Ocmw, "--recipient", HubFolder.Ocmw, .. more]);
        await hub.EndsWithAsync(exitCode, Token);
        return hub.Output;
    }
}
