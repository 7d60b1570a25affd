using System.Globalization;
using System.Xml.XPath;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>GeefSociaalStatuut and GeefLeefloonbedragen over every real reply, against counts with XPath.</summary>
public sealed class RealBenefits
{
    private const string Applies = "//SociaalStatuut[Resultaat/Code='1']";

    [Fact]
    public async Task Each_period_of_a_status_that_means_a_benefit_is_granted()
    {
        var intake = await RunAsync("SocZek/GeefSociaalStatuut/03.00.0000", "geefSociaalStatuut");
        var files = RealRun.Files("SocZek/GeefSociaalStatuut/03.00.0000");
        var expected = files.SelectMany(file =>
            Lines(file.Insz, "verhoogde-tegemoetkoming", file.Xml, $"{Applies}[Naam='BIM_BVT' or Naam='BIM_BVT_IN_FAMILY']/Periodes/Periode")
                .Concat(Lines(file.Insz, "leefloon", file.Xml, $"{Applies}[Naam='LIVING_WAGES_PCSA_HELP']/Periodes/Periode"))).Order(StringComparer.Ordinal).ToList();
        expected.Count.ShouldBe(9);
        intake.Facts.Select(one => (one.Citizen.Digits, Fact: (BenefitGranted)one.Fact))
            .Select(one => $"{one.Digits} {one.Fact.Benefit} {BelgianTime.DayOf(one.Fact.OccurredAt):yyyy-MM-dd} {one.Fact.Until:yyyy-MM-dd}").Order(StringComparer.Ordinal).ShouldBe(expected);
        intake.RejectedCodes("GeefSociaalStatuut").ShouldBeEmpty();
    }

    [Fact]
    public async Task Months_of_leefloon_that_follow_each_other_are_one_right()
    {
        var intake = await RunAsync("SocZek/GeefLeefloonbedragen/02.00.0000", "geefLeefloonbedragen");
        var (granted, ended) = (new List<string>(), new List<string>());
        foreach (var (insz, xml) in RealRun.Files("SocZek/GeefLeefloonbedragen/02.00.0000"))
        {
            var own = $"//Maand/*[self::LeefloonPerPeriode or self::EquivalentLeefloonPerPeriode]/*[Begunstigde/INSZ='{insz}']/Periode";
            var begins = Texts(xml, own + "/Begin").Select(Day).ToList();
            var ends = Texts(xml, own + "/Einde").Select(Day).ToList();
            granted.AddRange(begins.Where(begin => !ends.Contains(begin.AddDays(-1))).Select(begin => $"{insz} {begin:yyyy-MM-dd}"));
            var last = Texts(xml, "//Maand/@JaarMaand").Order(StringComparer.Ordinal).LastOrDefault() ?? "";
            ended.AddRange(ends.Where(end => !begins.Contains(end.AddDays(1)) && string.CompareOrdinal(last, $"{end:yyyy-MM}") > 0).Select(end => $"{insz} {end:yyyy-MM-dd}"));
        }

        granted.Count.ShouldBeGreaterThan(0);
        ended.Count.ShouldBeGreaterThan(0);
        Told<BenefitGranted>(intake).ShouldBe(granted);
        Told<BenefitEnded>(intake).ShouldBe(ended);
        intake.RejectedCodes("GeefLeefloonbedragen").ShouldBe(["99994", "99995"]);
    }

    private static async Task<Intake> RunAsync(string folder, string service)
    {
        await using var rig = new Rig();
        foreach (var other in new[] { "geefWerkrelaties", "geefPersoon", "geefGezinssamenstelling" })
            rig.Options[other] = "false";
        rig.Options[service] = "true";
        rig.List(RealRun.Files(folder).Select(file => file.Insz));
        await rig.SimulateAsync(Folders.SharedMagda());
        return await rig.RunAsync();
    }

    private static IEnumerable<string> Told<T>(Intake intake)
        where T : Fact => intake.Facts.Where(one => one.Fact is T).Select(one => $"{one.Citizen.Digits} {BelgianTime.DayOf(one.Fact.OccurredAt):yyyy-MM-dd}");

    private static IEnumerable<string> Lines(string insz, string benefit, XPathNavigator xml, string periods)
    {
        foreach (XPathNavigator period in xml.Select(periods))
            yield return $"{insz} {benefit} {period.Evaluate("string(Begindatum)")} {period.Evaluate("string(Einddatum)")}";
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.Value;
    }
}
