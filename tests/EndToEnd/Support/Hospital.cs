using IntegrationHub.Simulators.Mllp;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>A hospital that sends discharges over MLLP to the source <c>az-test</c>.</summary>
internal static class Hospital
{
    public const string Id = "az-test";

    /// <summary>Adds it to a configuration, with the ground on which the OCMW may hear of it.</summary>
    public static HubFolder AddTo(HubFolder folder, out int port)
    {
        port = HubFolder.FreePort();
        return folder
            .AddSource(new { id = Id, adapter = "hospital", options = new { mllp = new { port, allowFrom = new[] { "127.0.0.1" } } } })
            .Authorise(Id, HubFolder.Ocmw, ["hospital-admitted", "hospital-discharged"], "insz", "name", "address", "occurredAt");
    }

    /// <summary>Sends one discharge home, and returns once the hub acknowledged it.</summary>
    public static async Task DischargeAsync(int port, int number, string insz, string familyName, string givenName, string street, CancellationToken token, string message = "ADT^A03^ADT_A03")
    {
        var text = Message(number, insz, familyName, givenName, street, message);
        var file = Path.Combine(Path.GetTempPath(), $"hub-e2e-{Guid.NewGuid():N}.hl7");
        try
        {
            await File.WriteAllTextAsync(file, text, token);
            var result = await new MllpSender(TimeProvider.System).SendAsync([file], "127.0.0.1", port, token: token);
            result.Answers.Count.ShouldBe(1);
            result.Answers[0].Code.ShouldNotBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>One discharge home as HL7 v2.</summary>
    public static string Message(int number, string insz, string familyName, string givenName, string street, string message = "ADT^A03^ADT_A03")
    {
        var sent = $"{Recently.Today.AddDays(-6):yyyyMMdd}1105";
        return string.Join('\r',
            $@"MSH|^~\&|ZIS|AZ-TEST|HUB|TEST|{sent}12+0100||{message}|ZIS{number:00000}|P|2.5.1|||||BEL|UNICODE UTF-8",
            $"EVN|A03|{sent}12||||{sent}00",
            $"PID|1||P{number:0000}^^^AZT^PI~{insz}^^^RRN&2.16.56.1.1&ISO^NNBEL||{familyName}^{givenName}^^^^^L||19520114|F|||{street}^^Gent^^9000^BE^H",
            $"PV1|1|I|GER^101^1^AZ TEST|R|||||||||||||||{number + 26100000}^^^AZT^VN|||||||||||||||||01||||||||{Recently.Today.AddDays(-41):yyyyMMdd}143000|{sent}00",
            "");
    }
}
