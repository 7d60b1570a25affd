using System.Xml.XPath;
using IntegrationHub.Adapters.Magda.Tests.Support;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class Registering
{
    private const string Unregistered = "97653006275";
    private static readonly string Sample = Path.Combine(Folders.Sample, "replies");

    [Fact]
    public async Task A_citizen_is_registered_once_and_again_when_it_ended()
    {
        await using var rig = new Rig();
        rig.Caseload.Add(SmallReplies.Asked);
        await rig.SimulateAsync(Sample);
        await rig.RunAsync();
        await rig.RunAsync();
        Asked(rig, "RegistreerInschrijving").ShouldBe(1);
        rig.Clock.Advance(TimeSpan.FromDays(366));
        await rig.RunAsync();
        Asked(rig, "RegistreerInschrijving").ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_magda_no_longer_knows_is_registered_and_asked_again()
    {
        await using var rig = new Rig();
        rig.Caseload.Add(Unregistered);
        // The hub believes that she is registered; MAGDA answers 40003.
        rig.State.Values["registered/" + Unregistered] = "2030-01-01";
        await rig.SimulateAsync(Sample);
        var intake = await rig.RunAsync();
        intake.Latest.Values.ShouldAllBe(one => !one.Result.IsRejected);
        intake.Latest["GeefWerkrelaties/" + Unregistered].Result.Facts.Count.ShouldBe(2);
        rig.Log.Requests.Select(one => one.Service).ShouldBe(
            ["GeefWerkrelaties", "RegistreerInschrijving", "GeefWerkrelaties", "GeefPersoon", "GeefGezinssamenstelling"]);
    }

    [Fact]
    public async Task Without_registering_her_the_answer_is_quarantined()
    {
        await using var rig = new Rig();
        rig.Caseload.Add(Unregistered);
        rig.Options["registreerInschrijving"] = "false";
        await rig.SimulateAsync(Sample);
        var intake = await rig.RunAsync();
        intake.RejectedCodes("GeefWerkrelaties").ShouldBe(["40003"]);
        rig.Log.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task When_her_last_file_closed_she_is_unregistered_once_and_nothing_else_is_asked()
    {
        await using var rig = new Rig();
        rig.Caseload.Add(SmallReplies.Asked);
        await rig.SimulateAsync(Sample);
        await rig.RunAsync();
        rig.Caseload.Citizens.Clear();
        rig.Caseload.Add(SmallReplies.Asked, hasOpenFile: false);
        rig.Caseload.Add(SmallReplies.Other, hasOpenFile: false);
        var before = rig.Log.Count;
        await rig.RunAsync();
        await rig.RunAsync();
        rig.Log.Count.ShouldBe(before + 1);
        var request = rig.Log.Requests[^1];
        (request.Service, request.Insz).ShouldBe(("RegistreerUitschrijving", SmallReplies.Asked));
        request.Envelope.Descendants("Uitschrijving").Single().Elements().Select(one => one.Name.LocalName).ShouldBe(["Identificatie", "Hoedanigheid", "INSZ"]);
        rig.State.Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_real_registration_reply_ends_as_its_file_says()
    {
        var files = RealRun.Files("Repertorium/RegistreerInschrijving/02.00.0000");
        await using var rig = new Rig();
        foreach (var (insz, _) in files)
            rig.Caseload.Add(insz);
        rig.Caseload.Add(SmallReplies.Asked);
        rig.Options["registreerInschrijvingVersion"] = "02.00";
        await rig.SimulateAsync(Folders.SharedMagda());
        var intake = await rig.RunAsync();

        var codes = files.SelectMany(file => Texts(file.Xml, "//Uitzondering/Identificatie")).ToList();
        var refused = files.Count(file => (bool)file.Xml.Evaluate("boolean(//Resultaat[.='0'])"));
        (codes.Count, refused).ShouldBe((3, 5));
        intake.RejectedCodes("RegistreerInschrijving").ShouldBe(codes.Concat(Enumerable.Repeat("Resultaat", refused)).Order());
        // Who could not be registered is asked nothing more; who could (success.xml) is.
        intake.Latest.Keys.Where(key => key.StartsWith("Geef", StringComparison.Ordinal)).ShouldAllBe(key => key.EndsWith(SmallReplies.Asked));
        rig.State.Values.Keys.ShouldBe(["registered/" + SmallReplies.Asked]);
    }

    private static int Asked(Rig rig, string service) => rig.Log.Requests.Count(one => one.Service == service);

    private static IEnumerable<string> Texts(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.Value;
    }
}
