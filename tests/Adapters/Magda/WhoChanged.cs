using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Simulators.Magda;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class WhoChanged : IDisposable
{
    private const string First = "88631402204";
    private const string Second = "92670204169";
    private const string Service = "GeefMutatiesNotificaties";

    private readonly DirectoryInfo replies = Directory.CreateTempSubdirectory("magda-notifications");

    [Fact]
    public async Task Each_citizen_is_asked_about_before_the_batch_that_names_her_is_acknowledged()
    {
        await using var rig = await RigAsync();
        Put("first", Batch("A", First));
        Put("A", Batch("B", Second));

        var intake = await rig.RunAsync();

        intake.Latest.Keys.ShouldBe(["GeefPersoon/" + First, "GeefPersoon/" + Second], ignoreOrder: true);
        rig.Log.Requests.Select(one => $"{one.Service} {one.Insz}").ShouldBe(
            [$"{Service} first", $"GeefPersoon {First}", $"{Service} A", $"GeefPersoon {Second}", $"{Service} B"]);
        rig.Checkpoint.ShouldNotBeNull().Value.ShouldContain("\"ontvangstreferte\":\"B\"");
    }

    [Fact]
    public async Task Who_is_not_registered_for_a_partner_is_neither_registered_nor_asked_about()
    {
        await using var rig = await RigAsync();
        rig.State.Values.Remove("registered/" + First, out _);
        Put("first", Batch("A", First));
        Put("A", Batch("B", Second));

        (await rig.RunAsync()).Latest.Keys.ShouldBe(["GeefPersoon/" + Second]);
        rig.Log.Requests.Select(one => $"{one.Service} {one.Insz}").ShouldBe([$"{Service} first", $"{Service} A", $"GeefPersoon {Second}", $"{Service} B"]);
        rig.State.Values.ShouldNotContainKey("registered/" + First);
    }

    [Fact]
    public async Task Where_another_application_registers_them_only_who_is_on_the_list_is_asked_about()
    {
        await using var rig = await RigAsync();
        rig.Options["registreerInschrijving"] = "false";
        rig.List(Second);
        Put("first", Batch("A", First));
        Put("A", Batch("B", Second));

        (await rig.RunAsync()).Latest.Keys.ShouldBe(["GeefPersoon/" + Second]);
        rig.Log.Requests.ShouldNotContain(one => one.Insz == First);
    }

    [Fact]
    public async Task A_batch_is_not_acknowledged_while_what_was_fetched_is_not_stored()
    {
        await using var rig = await RigAsync();
        Put("first", Batch("A", First));
        await foreach (var page in rig.Source.PullAsync(null, TestContext.Current.CancellationToken))
        {
            page.Checkpoint.ShouldNotBeNull().Value.ShouldContain("\"A\"");
            break;
        }

        // Killed before the page was stored: the next run asks for the first batch again.
        await rig.RunAsync();
        rig.Log.Requests.Where(one => one.Service == Service).Select(one => one.Insz).ShouldBe(["first", "first", "A"]);
    }

    [Fact]
    public async Task A_throttled_batch_comes_again()
    {
        await using var rig = await RigAsync(options => options with { Faults = [new() { Kind = MagdaFaultKind.Throttle, Service = "GeefPersoon" }] });
        Put("first", Batch("A", First));
        var intake = new Intake();
        await rig.RunOnceAsync(intake);
        await rig.RunOnceAsync(intake);
        rig.Checkpoint.ShouldNotBeNull().Value.ShouldNotContain("\"A\"");
        rig.Log.Requests.Where(one => one.Service == Service).Select(one => one.Insz).ShouldBe(["first", "first"]);
        intake.Latest.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_that_MAGDA_does_not_know_is_forgotten()
    {
        await using var rig = await RigAsync();
        rig.Checkpoint = new($$"""{"list":"{{rig.Options["citizens"]}}","ontvangstreferte":"lost"}""".Replace("\\", "\\\\"));
        Put("lost", Uitzondering("30014"));
        Put("first", Batch("A", First));
        (await rig.RunAsync()).Latest.Keys.ShouldBe(["GeefPersoon/" + First]);
    }

    [Fact]
    public async Task The_real_replies_are_a_receipt_that_is_wrong_and_the_end()
    {
        await using var rig = new Rig();
        Silence(rig, "02.00");
        await rig.SimulateAsync(Folders.SharedMagda());
        rig.Checkpoint = new($$"""{"list":"{{rig.Options["citizens"]}}","ontvangstreferte":"Monitoring"}""".Replace("\\", "\\\\"));
        (await rig.RunAsync()).Latest.ShouldBeEmpty();
        rig.Log.Requests.Select(one => one.Insz).ShouldBe(["Monitoring", "first"]);
    }

    [Fact]
    public async Task A_reply_that_is_no_batch_is_quarantined_with_its_code()
    {
        await using var rig = await RigAsync();
        Put("first", Uitzondering("60003"));
        (await rig.RunAsync()).RejectedCodes(Service).ShouldBe(["60003"]);
    }

    public void Dispose() => replies.Delete(recursive: true);

    private async Task<Rig> RigAsync(Func<MagdaSimulatorOptions, MagdaSimulatorOptions>? configure = null)
    {
        var rig = new Rig();
        Silence(rig, "02.01");
        Put("notfound", Uitzondering("30016"));
        var persons = Directory.CreateDirectory(Path.Combine(replies.FullName, "Persoon", "GeefPersoon", "02.02.0000"));
        foreach (var file in Directory.GetFiles(Path.Combine(Folders.Sample, "replies", "Persoon", "GeefPersoon", "02.02.0000")))
            File.Copy(file, Path.Combine(persons.FullName, Path.GetFileName(file)));
        await rig.SimulateAsync(replies.FullName, configure);
        return rig;
    }

    private static void Silence(Rig rig, string version)
    {
        foreach (var citizen in new[] { First, Second })
            rig.State.Values["registered/" + citizen] = "2027-01-31";
        foreach (var other in new[] { "geefWerkrelaties", "geefGezinssamenstelling" })
            rig.Options[other] = "false";
        rig.Options["mutatiesNotificaties"] = version;
        rig.Options["concurrency"] = "1";
        rig.List();
    }

    private void Put(string receipt, string antwoord)
    {
        var folder = Directory.CreateDirectory(Path.Combine(replies.FullName, "Algemeen", Service, "02.01.0000"));
        File.WriteAllText(Path.Combine(folder.FullName, receipt + ".xml"), $"<{Service}Response><Repliek><Antwoorden><Antwoord>{antwoord}</Antwoord></Antwoorden></Repliek></{Service}Response>");
    }

    private static string Batch(string receipt, string insz) =>
        $"<Inhoud><Ontvangstreferte>{receipt}</Ontvangstreferte><MutatiesNotificaties><MutatieNotificatie><Type>PERS</Type><Sleutel>{insz}</Sleutel></MutatieNotificatie></MutatiesNotificaties></Inhoud>";

    private static string Uitzondering(string code) =>
        $"<Uitzonderingen><Uitzondering><Identificatie>{code}</Identificatie><Type>FOUT</Type></Uitzondering></Uitzonderingen>";
}
