using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Simulators.Magda;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>What really went over the line, element by element, against MAGDA's own templates.</summary>
public sealed class RequestsAsMagdaWritesThem
{
    [Theory]
    [InlineData("GeefWerkrelaties", "02.00.0000", "02.01")]
    [InlineData("GeefPersoon", "02.02.0000", "02.01")]
    [InlineData("RegistreerInschrijving", "02.01.0000", "02.01")]
    [InlineData("RegistreerInschrijving", "02.00.0000", "02.00")]
    public async Task Each_request_has_the_elements_of_its_template_in_order(string service, string version, string registration)
    {
        var template = XDocument.Load(Path.Combine(Folders.SharedMagda(), "templates", service, version, "template.xml"));
        var sent = (await SendAsync(registration)).First(one => one.Service == service);
        sent.Version.ShouldBe(version);
        Shape(sent.Envelope.Root!).ShouldBe(Shape(template.Root!));
    }

    [Fact]
    public async Task A_household_is_asked_as_a_person_is_with_the_criteria_of_its_schema()
    {
        var sent = await SendAsync("02.01");
        var household = Shape(sent.First(one => one.Service == "GeefGezinssamenstelling").Envelope.Root!);
        var person = Shape(sent.First(one => one.Service == "GeefPersoon").Envelope.Root!)
            .Where(line => !line.Contains("KSZ", StringComparison.Ordinal))
            .Select(line => line.Replace("GeefPersoon", "GeefGezinssamenstelling").Replace("geefpersoon", "geefgezinssamenstelling"));
        household.ShouldBe(person);
    }

    [Fact]
    public async Task Values_come_from_the_options_the_clock_and_the_list()
    {
        var sent = await SendAsync("02.01");
        var work = sent.First(one => one.Service == "GeefWerkrelaties").Envelope;
        Values(work, "Afzender").ShouldBe(["voorbeeld.be/integrationhub", Values(work, "Vraag").First(), "ipdc0000"]);
        Values(work, "Tijdstip").ShouldBe(["2026-11-21", "11:00:00.000"]);
        Values(work, "Periode").ShouldBe(["2020-01-01", "2027-11-21"]);
        Values(work, "Werknemer").ShouldBe([SmallReplies.Asked]);
        var registration = sent.First(one => one.Service == "RegistreerInschrijving").Envelope;
        Values(registration, "Subject").ShouldBe(["PERS", SmallReplies.Asked]);
        Values(registration, "Inschrijving").ShouldBe(["voorbeeld.be/integrationhub", "ipdc0000", "PERS", "PERS", SmallReplies.Asked, "2026-11-21", "2027-11-21"]);
        registration.Descendants("Gebruiker").Single().Value.ShouldBe("85712301822");
        sent.Select(one => one.Envelope.Descendants("Referte").First().Value).Distinct().Count().ShouldBe(sent.Count);
    }

    private static async Task<IReadOnlyList<MagdaRequestSeen>> SendAsync(string registration)
    {
        await using var rig = new Rig();
        rig.List(SmallReplies.Asked);
        rig.Options["registreerInschrijvingVersion"] = registration;
        rig.Options["gebruiker"] = "env:USER_INSZ";
        rig.Secrets.Values["env:USER_INSZ"] = "85712301822";
        await rig.SimulateAsync(Path.Combine(Folders.Sample, "replies"));
        await rig.RunAsync();
        return rig.Log.Requests;
    }

    private static List<string> Shape(XElement element, string path = "") =>
        [$"{path}/{element.Name}", .. element.Elements().SelectMany(child => Shape(child, $"{path}/{element.Name.LocalName}"))];

    private static IEnumerable<string> Values(XDocument envelope, string element) =>
        envelope.Descendants(element).First().DescendantsAndSelf().Where(one => !one.HasElements).Select(one => one.Value);
}
