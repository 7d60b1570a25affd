using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>A hospital that sends each message over a new connection.</summary>
internal sealed class MllpHospital : FakeSender
{
    private static readonly byte[][] Messages =
    [
        .. new Adt[]
        {
            new("A01") { Visit = "V1^^^AZ^VN" },
            new("A03") { Visit = "V1^^^AZ^VN", Recorded = "20261116110513" },
            new("A01")
            {
                Visit = "V2^^^AZ^VN",
                Pid3 = $"P2^^^AZ^PI~{MarkedCitizen.Insz.Digits}^^^RRN^NNBEL",
                Name = $"{MarkedCitizen.FamilyName}^{MarkedCitizen.GivenName}",
            },
            new("A03") { Visit = "V3^^^AZ^VN", Pid3 = $"P3^^^AZ^PI~{MarkedCitizen.FamilyName}^^^RRN^NNBEL", Name = MarkedCitizen.FamilyName, Discharged = MarkedCitizen.Remark },
        }.Select(message => Encoding.Latin1.GetBytes(message.ToString())),
    ];

    private readonly int port = FreePort();
    private TcpListener? occupant;

    public override JsonObject Options => new() { ["mllp"] = new JsonObject { ["port"] = port } };

    public override IReadOnlyList<string> RecordIds { get; } = [.. Messages.Select(message => new Hl7Reader(new HospitalOptions()).Read(message).Record!.Id)];

    public override async Task<bool> SendAsync(int message, CancellationToken token) => await ExchangeAsync(Framed(message), async stream =>
    {
        var answer = new byte[4096];
        return Encoding.Latin1.GetString(answer, 0, await stream.ReadAsync(answer, token)).Contains("\rMSA|AA|", StringComparison.Ordinal);
    }, token);

    public override async Task SendPartAsync(int message, double part, CancellationToken token)
    {
        var whole = Framed(message);
        await ExchangeAsync(whole[..(int)(whole.Length * part)], _ => Task.FromResult(false), token);
    }

    public override Task GoAwayAsync()
    {
        occupant = new TcpListener(IPAddress.Loopback, port);
        occupant.Start();
        return Task.CompletedTask;
    }

    protected override ValueTask CleanUpAsync()
    {
        occupant?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Framed(int message) => [0x0B, .. Messages[message], 0x1C, 0x0D];

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<bool> ExchangeAsync(byte[] bytes, Func<NetworkStream, Task<bool>> read, CancellationToken token)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, token);
            await client.GetStream().WriteAsync(bytes, token);
            return await read(client.GetStream());
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
