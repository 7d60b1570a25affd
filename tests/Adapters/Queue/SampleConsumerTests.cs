using System.Diagnostics;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>What the hub puts into a queue is read by a program in another language, as its README says.</summary>
public sealed class SampleConsumerTests(RabbitMqFixture servers) : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-consumer-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_signal_is_printed_once_and_taken_from_the_queue()
    {
        await NeedsPikaAsync();
        var broker = await servers.GetAsync(Token);
        var name = PartnersQueue.NewName();
        await using var destination = new Destination(broker.AmqpUri, name);
        var withdrawal = Signals.Full() with { Kind = SignalKind.Withdrawn, DeliveryId = Guid.NewGuid() };
        await destination.DeliverAsync(Signals.Full());
        await destination.DeliverAsync(Signals.Full());
        await destination.DeliverAsync(withdrawal);
        await destination.DeliverAsync(Signals.Bare() with { Kind = SignalKind.Withdrawn, DeliveryId = Guid.NewGuid(), LegalBasis = "" });

        var first = await ConsumeAsync(broker.AmqpUri, name);
        await destination.DeliverAsync(Signals.Full());
        var afterItsRestart = await ConsumeAsync(broker.AmqpUri, name);

        first.ExitCode.ShouldBe(0, first.Errors);
        var lines = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3, first.Output);
        var readme = await File.ReadAllLinesAsync(Path.Combine(Sample, "README.md"), Token);
        readme.ShouldContain(lines[0], "the README shows what is printed");
        lines[1].ShouldStartWith($"WITHDRAWN {Signals.Full().SignalId}");
        lines[2].ShouldEndWith("on the ground of: none any more");
        first.Output.ShouldNotContain("De Smedt");
        first.Output.ShouldNotContain("85673003360");
        afterItsRestart.Output.ShouldBe("");
        afterItsRestart.Errors.ShouldContain($"Seen before: {Signals.Full().DeliveryId}");
        (await new PartnersQueue(broker, name).TakeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_that_is_not_there_ends_it_with_what_to_look_at()
    {
        await NeedsPikaAsync();
        var broker = await servers.GetAsync(Token);

        var run = await ConsumeAsync(broker.AmqpUri, "nowhere");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Is there a queue 'nowhere'");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Sample => Path.Combine(Repository.Root, "deploy", "samples", "queue-consumer");

    private static async Task NeedsPikaAsync()
    {
        if (!File.Exists(Python) || (await RunAsync(["-c", "import pika"])).ExitCode != 0)
            Assert.Skip("Python's pika is not here: apt-get install python3-pika (./test does).");
    }

    private Task<(int ExitCode, string Output, string Errors)> ConsumeAsync(Uri uri, string queue) =>
        RunAsync([Path.Combine(Sample, "consume.py"), queue, "--until-empty", "--seen", Path.Combine(folder, "seen.sqlite")], uri);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, Uri? uri = null)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["QUEUE_URI"] = uri?.OriginalString;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output, await errors);
    }
}
