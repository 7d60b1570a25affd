using System.Xml.XPath;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>Every real reply through the adapter and the simulator, against counts made with XPath alone over the files.</summary>
public sealed class RealReplies(RealRun run) : IClassFixture<RealRun>
{
    private const string Fout = "//Uitzondering[Type='FOUT' and Identificatie!='30001']/Identificatie";

    /// <summary>One file is named by a number with month 36, which no register gives out: it never reaches MAGDA.</summary>
    private const string NoInsz = "67366666680";

    [Fact]
    public void Every_citizen_gets_one_record_of_each_service()
    {
        run.Intake.Latest.Values.Count(one => one.Record.Kind != "citizens").ShouldBe(3 * (run.Asked.Count - 1));
        run.Asked.Count.ShouldBeGreaterThanOrEqualTo(216);
    }

    [Fact]
    public void The_one_file_that_no_insz_names_is_quarantined_as_a_line_of_the_list()
    {
        var line = run.Intake.Latest.Values.Where(one => one.Record.Kind == "citizens").ShouldHaveSingleItem();
        line.Result.Rejections.ShouldHaveSingleItem().Field.ShouldBe($"line {run.Asked.ToList().IndexOf(NoInsz) + 1}");
        System.Text.Encoding.UTF8.GetString(line.Record.Raw.Span).ShouldBe(NoInsz);
    }

    [Fact]
    public void Two_hundred_and_eleven_persons_answer_about_the_citizen_asked()
    {
        var files = RealRun.Files("Persoon/GeefPersoon/02.02.0000");
        files.Count.ShouldBe(216);
        var about = files.Where(file => Text(file.Xml, "//Inhoud/Persoon/INSZ") == file.Insz).Select(file => file.Insz).ToList();
        about.Count.ShouldBe(211);
        run.Intake.Latest.Values.Where(one => one.Record.Kind == "GeefPersoon" && one.Result.Facts.Count > 0)
            .Select(one => one.Result.Facts.Single().Citizen.Digits).Order().ShouldBe(about.Order());
    }

    [Fact]
    public void Persons_who_answer_about_another_or_with_an_error_are_rejected_with_the_code()
    {
        var files = RealRun.Files("Persoon/GeefPersoon/02.02.0000");
        files = [.. files.Where(file => file.Insz != NoInsz)];
        var expected = files.SelectMany(file => Texts(file.Xml, Fout))
            .Concat(files.Where(file => Text(file.Xml, "//Inhoud/Persoon/INSZ") is { Length: > 0 } other && other != file.Insz).Select(_ => "other-insz"));
        run.Intake.RejectedCodes("GeefPersoon").ShouldBe(expected.Order());
        run.Intake.RejectedCodes("GeefPersoon").ShouldBe(["99994", "99994", "99996", "other-insz"]);
    }

    [Fact]
    public void Each_person_is_what_her_file_says()
    {
        foreach (var (insz, xml) in RealRun.Files("Persoon/GeefPersoon/02.02.0000").Where(file => Text(file.Xml, "//Inhoud/Persoon/INSZ") == file.Insz))
        {
            var person = run.Intake.Fact<PersonChanged>("GeefPersoon", insz).ShouldNotBeNull();
            var born = Text(xml, "//Persoon/Geboorte/Datum");
            person.BornOn?.ToString("yyyy-MM-dd").ShouldBe(born.Contains("-00") ? null : born);
            (person.DiedOn is not null).ShouldBe(Is(xml, "boolean(//Persoon/Overlijden | //Persoon/Statussen/Status[Code='99990'])"));
            var lives = Text(xml, "//Persoon[not(Statussen/Status[Code='992' or Code='99991' or Code='99992'])]/Adressen/Hoofdverblijfplaats/NISCodeGemeente");
            (person.Municipality?.Value ?? "").ShouldBe(lives);
            (person.CivilStatus ?? "").ShouldBe(Text(xml, "//Persoon/BurgerlijkeStaten/BurgerlijkeStaat/Code"));
            (person.CivilStatusSince?.ToString("yyyy-MM-dd") ?? "").ShouldBe(Text(xml, "//Persoon/BurgerlijkeStaten/BurgerlijkeStaat/@DatumBegin[not(contains(., '-00'))]"));
            (person.StruckOffOn?.ToString("yyyy-MM-dd") ?? "").ShouldBe(Text(xml, "//Persoon/Statussen/Status[Code='99991']/@DatumBegin"));
            // The two real ends of a cohabitation are weddings: nobody lost a partner.
            person.CohabitationEndedOn.ShouldBeNull();
            person.Sex.ShouldBe(Text(xml, "//Persoon/Geslacht/Code"));
            person.OccurredAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch.AddYears(-100));
        }
    }

    [Fact]
    public void Names_rest_in_the_details_alone()
    {
        foreach (var (insz, xml) in RealRun.Files("Persoon/GeefPersoon/02.02.0000").Where(file => Text(file.Xml, "//Inhoud/Persoon/INSZ") == file.Insz))
        {
            var fact = run.Intake.Latest["GeefPersoon/" + insz].Result.Facts.Single();
            fact.Person.ShouldNotBeNull().FamilyName.ShouldBe(string.Join(' ', Texts(xml, "//Inhoud/Persoon/Naam/Achternamen/Achternaam")));
            var json = System.Text.Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact));
            json.ShouldNotContain(insz);
        }
    }

    [Fact]
    public void Every_declaration_gives_a_start_and_with_an_end_an_end()
    {
        var files = RealRun.Files("Werk/GeefWerkrelaties/02.00.0000");
        var declarations = files.SelectMany(file => Texts(file.Xml, "//Aangifte[not(Geannuleerd='1')]/PeriodeTijdstip/Begin/Datum")).Order();
        var ends = files.SelectMany(file => Texts(file.Xml, "//Aangifte[not(Geannuleerd='1')]/PeriodeTijdstip/Einde/Datum")).Order().ToList();
        run.Intake.Facts.Select(one => one.Fact).OfType<EmploymentStarted>().Select(one => one.StartedOn.ToString("yyyy-MM-dd")).Order().ShouldBe(declarations);
        run.Intake.Facts.Select(one => one.Fact).OfType<EmploymentEnded>().Select(one => one.EndedOn.ToString("yyyy-MM-dd")).Order().ShouldBe(ends);
        ends.Count.ShouldBeGreaterThan(10);
        run.Intake.RejectedCodes("GeefWerkrelaties").ShouldBe(files.SelectMany(file => Texts(file.Xml, Fout)).Order());
    }

    [Fact]
    public void A_household_is_taken_only_when_it_lists_the_citizen_asked()
    {
        var files = RealRun.Files("Persoon/GeefGezinssamenstelling/02.02.0000");
        var own = files.Where(file => Texts(file.Xml, "//Gezinslid/INSZ").Contains(file.Insz)).ToList();
        var strangers = files.Count(file => Is(file.Xml, "boolean(//Gezinslid)")) - own.Count;
        strangers.ShouldBe(3);
        run.Intake.Facts.Count(one => one.Fact is HouseholdChanged).ShouldBe(own.Count);
        run.Intake.RejectedCodes("GeefGezinssamenstelling").ShouldBe(Enumerable.Repeat("other-insz", strangers));
        foreach (var (insz, xml) in own)
        {
            var fact = run.Intake.Latest["GeefGezinssamenstelling/" + insz].Result.Facts.Single();
            fact.Others.Select(one => one.Digits).ShouldBe(Texts(xml, "//Gezinslid/INSZ"));
            ((HouseholdChanged)fact.Fact).Members.Select(one => one.Position).ShouldBe(Texts(xml, "//Gezinslid/Positie/Code"));
        }
    }

    [Fact]
    public void Whoever_has_no_file_is_accepted_without_facts()
    {
        var known = RealRun.Files("Werk/GeefWerkrelaties/02.00.0000").Select(file => file.Insz).ToHashSet();
        var without = run.Intake.Latest.Values.Where(one => one.Record.Kind == "GeefWerkrelaties" && !known.Contains(one.Record.Properties["insz"])).ToList();
        without.Count.ShouldBe(run.Asked.Count - 1 - known.Count);
        without.ShouldAllBe(one => !one.Result.IsRejected && one.Result.Facts.Count == 0);
    }

    [Fact]
    public void The_citizen_whose_answer_always_throttles_does_not_hold_up_the_round() => run.Intake.Stops.Count.ShouldBe(3);

    private static string Text(XPathNavigator xml, string path) => (string)xml.Evaluate($"string({path})");

    private static bool Is(XPathNavigator xml, string path) => (bool)xml.Evaluate(path);

    private static IEnumerable<string> Texts(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.Value;
    }
}
