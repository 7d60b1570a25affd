using System.Net;
using System.Net.Sockets;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Adapters.Hospital.Tests.Mllp;

public sealed class MllpFailuresTests : IDisposable
{
    private static readonly InstanceContext Context = new("hospital", "/", 1_000_000);
    private readonly Support.Hospital hospital = new(new() { Mllp = new() });
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Queue<Exception?> accepts = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_cannot_be_taken_ends_nobodys_and_the_next_is_taken()
    {
        accepts.Enqueue(null);
        accepts.Enqueue(new SocketException((int)SocketError.TooManyOpenSockets));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = StartAsync(stop.Token);
        using var first = await ConnectAsync();
        (await first.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");

        using var second = await ConnectAsync();
        (await second.AskAsync(new Adt("A03").ToString())).ShouldNotBeNull().Code.ShouldBe("AA");
        (await first.AskAsync(new Adt("A08").ToString())).ShouldNotBeNull().Code.ShouldBe("AA");
        running.IsCompleted.ShouldBeFalse();

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task When_it_ends_with_an_error_no_sender_that_stays_connected_keeps_it_from_being_started_again()
    {
        accepts.Enqueue(null);
        accepts.Enqueue(new InvalidOperationException("nobody expects this"));
        var running = StartAsync(Token);
        using var sender = await ConnectAsync();

        await Should.ThrowAsync<InvalidOperationException>(running.WaitAsync(TimeSpan.FromSeconds(20), Token));
        (await sender.ReadAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_source_whose_certificate_cannot_be_opened_does_not_say_that_it_listens()
    {
        hospital.Options.Mllp!.Tls = new() { Certificate = "file:gone.pem", Key = "file:gone.key" };
        var source = Source();

        await Should.ThrowAsync<PermanentFailureException>(source.RunAsync(hospital.Journal, Token));

        source.IsListening.ShouldBeFalse();
        source.Listening.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1", "", false, false, true, null)]
    [InlineData("0.0.0.0", "", true, true, false, "mllp.allowFrom: 0.0.0.0 is reached from other machines, and every one of them is closed at once")]
    [InlineData("0.0.0.0", "127.0.0.1", true, true, false, "mllp.allowFrom: 0.0.0.0")]
    [InlineData("0.0.0.0", "10.1.2.0/24", false, false, true, "mllp.tls: messages cross the network unencrypted")]
    [InlineData("0.0.0.0", "10.1.2.0/24", true, false, true, "mllp.tls.clientCa: no certificate is asked")]
    [InlineData("0.0.0.0", "10.1.2.0/24", true, true, true, null)]
    public async Task Is_told_when_others_are_kept_out_or_can_listen_in(string address, string allowed, bool hasTls, bool hasCa, bool isReachable, string? sentence)
    {
        var mllp = hospital.Options.Mllp!;
        (mllp.Address, mllp.Port) = (address, 0);
        if (allowed.Length > 0)
            mllp.AllowFrom = [allowed];
        if (hasTls)
            mllp.Tls = new() { ClientCa = hasCa ? "file:ca.pem" : null };

        var found = await new HospitalConnectionCheck(hospital.AsOptions(), Source()).CheckAsync(Token);

        found.IsReachable.ShouldBe(isReachable, found.Detail);
        if (sentence is null)
            found.Detail.ShouldBe($"{address}:0 is free to listen on.");
        else
            found.Detail.ShouldContain(sentence);
    }

    public void Dispose() => listener.Dispose();

    private HospitalSource Source() => new(hospital.AsOptions(), Context, new FixedSecrets(), TimeProvider.System, NullLogger<HospitalSource>.Instance);

    private Task StartAsync(CancellationToken token)
    {
        listener.Start();
        var door = new MllpDoor(hospital.Options.Mllp!, null, hospital.Journal, new Hl7Reader(hospital.Options), Context, TimeProvider.System, NullLogger.Instance);
        return door.RunAsync(AcceptAsync, token);
    }

    private ValueTask<TcpClient> AcceptAsync(CancellationToken token) =>
        accepts.TryDequeue(out var failure) && failure is not null ? ValueTask.FromException<TcpClient>(failure) : listener.AcceptTcpClientAsync(token);

    private async Task<MllpClient> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Token);
        return new MllpClient(client);
    }
}
