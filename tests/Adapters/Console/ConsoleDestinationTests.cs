using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Console.Tests;

public sealed class ConsoleDestinationTests
{
    private static readonly SignalReady Signal = new()
    {
        DeliveryId = Guid.Parse("0d9c9a4e-3c1f-4a1e-8f57-1f3f3d5b8a10"),
        SignalId = Guid.Parse("5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string> { ["nl"] = "Iemand heeft geen werk meer", ["en"] = "Somebody is out of work" },
        Text = new Dictionary<string, string> { ["nl"] = "Bekijk samen welke rechten mogelijk zijn.", ["en"] = "Look together at which rights may apply." },
        OccurredAt = new DateTimeOffset(2026, 11, 15, 23, 0, 0, TimeSpan.Zero),
        Recipient = "ocmw-gent",
        Worker = "mw-17",
        Citizen = CitizenRef.Parse("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f"),
        Insz = Insz.Parse("85.67.30-033.60"),
        Person = new PersonDetails { FamilyName = "De Smedt", GivenNames = "Annelies", Street = "Voorbeeldstraat 12", Telephone = "09 000 00 00", Remark = "belt liever niet" },
        Municipality = NisCode.Parse("44021"),
        Sources = ["magda"],
        RightsToExplore = ["werkloosheidsuitkering", "leefloon"],
        Rights =
        [
            new()
            {
                Id = "werkloosheidsuitkering",
                Name = new Dictionary<string, string> { ["nl"] = "Werkloosheidsuitkering", ["en"] = "Unemployment benefit" },
                Authority = "RVA",
                Grant = SignalRightGrant.OwnRequest,
                Link = "https://www.rva.be",
            },
        ],
        LegalBasis = "Beraadslaging KSZ 26/000 (voorbeeld)",
    };

    [Fact]
    public async Task A_signal_reads_as_the_readme_shows_it()
    {
        var printed = await PrintAsync(Signal);

        printed.ShouldBe("""
            ┌─ Melding: ontslag ────────────────────────────────────────────────────
            │ Iemand heeft geen werk meer
            │
            │ Gebeurd op   maandag 16 november 2026
            │ Burger       2b7e1516-28ae-4d2a-a6ab-f7158809cf4f
            │ Voor         ocmw-gent (hulpverlener mw-17)
            │
            │ Rechten om te bekijken (geen belofte dat iemand recht heeft):
            │   • Werkloosheidsuitkering
            │   • leefloon
            └───────────────────────────────────────────────────────────────────────

            """);
    }

    [Fact]
    public async Task It_can_speak_English()
    {
        var printed = await PrintAsync(Signal with { OccurredAt = new DateTimeOffset(2026, 11, 19, 14, 40, 0, TimeSpan.Zero) }, language: "en");

        printed.ShouldContain("Alert: ontslag");
        printed.ShouldContain("Somebody is out of work");
        printed.ShouldContain("Thursday 19 November 2026, 15:40");
        printed.ShouldContain("Unemployment benefit");
    }

    [Fact]
    public async Task Nothing_that_identifies_a_person_is_printed()
    {
        var printed = await PrintAsync(Signal);

        foreach (var personal in new[] { "85673003360", "85.67.30", "033", "De Smedt", "Annelies", "Voorbeeldstraat", "09 000", "belt" })
            printed.ShouldNotContain(personal);
    }

    [Fact]
    public async Task An_update_says_so_with_how_soon_to_look_and_what_else_happened()
    {
        var title = new Dictionary<string, string> { ["nl"] = "Iemand is terug uit het ziekenhuis" };
        SignalMoment[] moments = [new() { Code = "ontslag", Title = Signal.Title }, new() { Code = "ziekenhuisontslag", Title = title, OccurredAt = Signal.OccurredAt, IsOfHouseholdMember = true }];

        var printed = await PrintAsync(Signal with { Kind = SignalKind.Updated, Priority = SignalPriority.Urgent, Moments = moments });

        printed.ShouldContain("Melding bijgewerkt: ontslag");
        printed.ShouldContain("Voorrang     dringend, vandaag nog");
        printed.ShouldContain("Ook          Iemand is terug uit het ziekenhuis, iemand anders in het gezin, maandag 16 november 2026");
    }

    [Fact]
    public async Task A_withdrawal_says_so_and_names_no_rights()
    {
        var printed = await PrintAsync(Signal with { Kind = SignalKind.Withdrawn });

        printed.ShouldContain("Melding ingetrokken: ontslag");
        printed.ShouldNotContain("leefloon");
    }

    [Fact]
    public async Task What_the_gate_hid_is_left_out()
    {
        var printed = await PrintAsync(Signal with { OccurredAt = null, Worker = null, RightsToExplore = [], Rights = [] });

        printed.ShouldNotContain("Gebeurd op");
        printed.ShouldNotContain("hulpverlener");
        printed.ShouldNotContain("Rechten");
    }

    [Fact]
    public async Task Each_signal_is_one_write()
    {
        var output = new CountingWriter();
        await Destination(output).DeliverAsync(Signal, TestContext.Current.CancellationToken);

        output.Writes.ShouldBe(1);
    }

    [Fact]
    public async Task A_control_character_cannot_rewrite_the_screen()
    {
        var printed = await PrintAsync(Signal with { Worker = "mw\u001b[2J\n17" });

        printed.ShouldContain("mw [2J 17");
        printed.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Colour_and_lines_are_only_there_when_the_output_can_show_them()
    {
        (await PrintAsync(Signal, ConsoleStyle.Of(isUnicode: true, hasColour: true))).ShouldContain("\u001b[1;36m Melding: ontslag \u001b[0m");
        var plain = await PrintAsync(Signal, ConsoleStyle.Of(isUnicode: false, hasColour: false));
        plain.ShouldStartWith("+- Melding: ontslag ---");
        plain.All(char.IsAscii).ShouldBeTrue();
    }

    [Fact]
    public void The_adapter_registers_a_destination_and_refuses_another_language()
    {
        using var right = Register("en");
        right.GetRequiredService<ISignalDestination>().ShouldBeOfType<ConsoleDestination>();

        using var wrong = Register("fr");
        Should.Throw<OptionsValidationException>(wrong.GetRequiredService<IStartupValidator>().Validate)
            .Failures.ShouldBe(["language: expected nl or en; put one of them, or leave it out for nl."]);
    }

    private static ServiceProvider Register(string language)
    {
        var services = new ServiceCollection();
        new ConsoleAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("language", (string?)language)]).Build());
        return services.BuildServiceProvider();
    }

    private static ConsoleDestination Destination(TextWriter output, ConsoleStyle? style = null, string language = "nl") =>
        new(new ConsoleOptions { Language = language }, style ?? ConsoleStyle.Of(isUnicode: true, hasColour: false), output);

    private static async Task<string> PrintAsync(SignalReady signal, ConsoleStyle? style = null, string language = "nl")
    {
        await using var output = new StringWriter();
        (await Destination(output, style, language).DeliverAsync(signal, TestContext.Current.CancellationToken)).IsDelivered.ShouldBeTrue();
        return output.ToString();
    }
}
