using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.SignalFile.Tests;

public sealed class SignalFileTests : IDisposable
{
    private static readonly DateTimeOffset Decided = new(2026, 11, 20, 8, 59, 0, TimeSpan.Zero);

    private static readonly SignalReady Signal = new()
    {
        DeliveryId = Guid.Parse("0d9c9a4e-3c1f-4a1e-8f57-1f3f3d5b8a10"),
        SignalId = Guid.Parse("5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string> { ["nl"] = "Iemand heeft geen werk meer" },
        Text = new Dictionary<string, string> { ["nl"] = "Bekijk samen of er een uitkering is aangevraagd." },
        DecidedAt = Decided,
        Recipient = "ocmw-gent",
        Worker = "mw-17",
        Citizen = CitizenRef.Parse("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f"),
        Insz = Insz.Parse("85673003360"),
        Person = new PersonDetails { FamilyName = "De Smedt" },
        LegalBasis = "Beraadslaging KSZ 26/000 (voorbeeld)",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("signal-file-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_is_one_whole_file_whose_name_says_nothing_of_the_citizen()
    {
        var result = await Destination().DeliverAsync(Signal, Token);

        result.ShouldBe(DeliveryResult.Delivered("ocmw-gent.5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01.json"));
        Files().ShouldBe(["ocmw-gent.5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01.json"]);
        var (type, data) = Read();
        type.ShouldBe("signal.issued");
        (data.GetProperty("worker").GetString(), data.GetProperty("insz").GetString()).ShouldBe(("mw-17", "85673003360"));
    }

    [Fact]
    public async Task A_file_is_not_for_every_user_of_the_machine()
    {
        await Destination().DeliverAsync(Signal, Token);

        if (!OperatingSystem.IsWindows())
            (File.GetUnixFileMode(Path.Combine(folder, Files()[0])) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)).ShouldBe(UnixFileMode.None);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_file()
    {
        await Destination().DeliverAsync(Signal, Token);
        await Destination().DeliverAsync(Signal, Token);

        Files().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Two_partners_each_get_a_file_of_the_same_signal()
    {
        await Destination().DeliverAsync(Signal, Token);
        await Destination().DeliverAsync(Signal with { Recipient = "caw-oost-vlaanderen", DeliveryId = Guid.NewGuid() }, Token);

        Files().Length.ShouldBe(2);
    }

    [Fact]
    public void Whatever_the_order_of_deliveries_the_file_says_what_was_decided_last()
    {
        var orders = Gen.Shuffle(new[] { 0, 1, 2, 3, 3, 0 });

        Prop.ForAll(orders.ToArbitrary(), order =>
        {
            foreach (var nth in order)
            {
                var signal = Signal with { Kind = nth % 2 == 0 ? SignalKind.Issued : SignalKind.Withdrawn, DecidedAt = Decided.AddMinutes(nth), DeliveryId = new Guid(nth, 0, 0, new byte[8]) };
                Destination().DeliverAsync(signal, CancellationToken.None).GetAwaiter().GetResult().IsDelivered.ShouldBeTrue();
            }

            Read().Type.ShouldBe("signal.withdrawn");
            Files().Length.ShouldBe(1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"timestamp\": 12}")]
    [InlineData("{\"timestamp\": \"tomorrow\"}")]
    public async Task A_file_that_somebody_spoiled_is_written_anew(string spoiled)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, $"ocmw-gent.{Signal.SignalId}.json"), spoiled, Token);

        await Destination().DeliverAsync(Signal, Token);

        Read().Type.ShouldBe("signal.issued");
    }

    [Fact]
    public async Task A_folder_that_is_away_is_an_outage_and_not_a_refusal_and_its_message_names_nobody()
    {
        var gone = Destination(Path.Combine(folder, "gone"));

        var failure = await Should.ThrowAsync<IOException>(() => gone.DeliverAsync(Signal, Token));

        failure.ToString().ShouldNotContain("85673003360");
        failure.ToString().ShouldNotContain("De Smedt");
    }

    [Fact]
    public async Task The_check_says_whether_the_folder_can_be_written_in_and_leaves_nothing_behind()
    {
        var found = await Destination().CheckAsync(Token);
        var gone = await Destination(Path.Combine(folder, "gone")).CheckAsync(Token);

        found.ShouldBe(new CheckResult(true, $"{folder} can be written in."));
        gone.ShouldBe(new CheckResult(false, $"{folder}/gone cannot be written in (DirectoryNotFoundException). Make the folder, and let the hub's user write in it."));
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_folder_option_is_reported_before_anything_starts() =>
        Should.Throw<OptionsValidationException>(() => Services("").GetRequiredService<IStartupValidator>().Validate()).Failures.ShouldHaveSingleItem().ShouldContain("folder: name the folder that the tool picks files up from");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ServiceProvider Services(string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new InstanceContext("map", AppContext.BaseDirectory, 1_000_000));
        new SignalFileAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["folder"] = path }).Build());
        return services.BuildServiceProvider();
    }

    private SignalFileDestination Destination(string? path = null) => Services(path ?? folder).GetRequiredService<SignalFileDestination>();

    private string[] Files() => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)];

    private (string? Type, JsonElement Data) Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"ocmw-gent.{Signal.SignalId}.json")));
        return (json.RootElement.GetProperty("type").GetString(), json.RootElement.GetProperty("data").Clone());
    }
}
