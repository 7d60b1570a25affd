using System.Xml.XPath;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>The content of every real reply, published: publications and replies have the same types. Counted with XPath.</summary>
public sealed class RealPublished
{
    [Fact]
    public async Task Every_real_declaration_is_a_record_with_its_start_and_end()
    {
        var files = RealRun.Files("Werk/GeefWerkrelaties/02.00.0000");
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync("PubliceerMutatiesWerkrelaties", [.. files.SelectMany(file => Pieces(file.Xml, "//Contracten")).Select(xml => Published.Subject(xml))]);

        intake.Latest.Keys.ShouldBe(files.SelectMany(file => Texts(file.Xml, "//Aangifte/DimonaNummer")).Distinct().Select(number => "Dimona/" + number), ignoreOrder: true);
        var published = PublicationRig.Records(intake).SelectMany(record => rig.Rig.Normaliser.Normalise(record).Facts).ToList();
        published.Select(one => one.Fact).OfType<EmploymentEnded>().Select(one => one.EndedOn.ToString("yyyy-MM-dd")).Order()
            .ShouldBe(files.SelectMany(file => Texts(file.Xml, "//Aangifte[not(Geannuleerd='1')]/PeriodeTijdstip/Einde/Datum")).Order());
        published.Select(one => one.Fact).OfType<EmploymentStarted>().Select(one => one.StartedOn.ToString("yyyy-MM-dd")).Order()
            .ShouldBe(files.SelectMany(file => Texts(file.Xml, "//Aangifte[not(Geannuleerd='1')]/PeriodeTijdstip/Begin/Datum")).Order());
        intake.Latest.Values.ShouldAllBe(one => !one.Result.IsRejected);
    }

    [Fact]
    public async Task Every_real_person_is_told_as_when_she_is_asked_about()
    {
        var files = RealRun.Files("Persoon/GeefPersoon/02.02.0000").Where(file => Text(file.Xml, "//Inhoud/Persoon/INSZ") == file.Insz).ToList();
        await using var rig = new PublicationRig();
        rig.Rig.Options["pageSize"] = "10";
        var intake = await rig.ReadAsync("PubliceerMutatiePersoon", [.. files.SelectMany(file => Pieces(file.Xml, "//Inhoud/Persoon")).Select(xml => Published.Bare($"<MutatiePersoon>{xml}</MutatiePersoon>"))]);

        files.Count.ShouldBe(211);
        intake.Facts.Count(one => one.Fact is PersonChanged).ShouldBe(211);
        foreach (var (insz, xml) in files)
        {
            var person = intake.Fact<PersonChanged>("PubliceerMutatiePersoon", insz).ShouldNotBeNull();
            (person.DiedOn is not null).ShouldBe((bool)xml.Evaluate("boolean(//Persoon/Overlijden | //Persoon/Statussen/Status[Code='99990'])"));
            (person.CivilStatus ?? "").ShouldBe(Text(xml, "//Persoon/BurgerlijkeStaten/BurgerlijkeStaat/Code"));
        }

        // A household wherever the person lists who lives with her now; one lists a number that is none.
        var refused = intake.Latest.Where(one => one.Value.Result.IsRejected).ToList();
        refused.ShouldHaveSingleItem().Value.Result.Rejections.Single().ToString().ShouldContain("Persoon/Gezinsleden/Gezinslid[2]/INSZ: expected an INSZ, found text of 11 characters");
        intake.Facts.Where(one => one.Fact is HouseholdChanged).Select(one => one.Citizen.Digits).Append(refused[0].Key.Split('/')[1]).Order()
            .ShouldBe(files.Where(file => (bool)file.Xml.Evaluate("boolean(//Persoon/Gezinsleden/Gezinslid[not(@DatumEinde)])")).Select(file => file.Insz).Order());
    }

    private static IEnumerable<string> Pieces(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.OuterXml;
    }

    private static string Text(XPathNavigator xml, string path) => (string)xml.Evaluate($"string({path})");

    private static IEnumerable<string> Texts(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.Value;
    }
}
