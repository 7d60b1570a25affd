using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using static IntegrationHub.Adapters.Magda.Tests.Support.SmallReplies;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>What no real reply of GeefSociaalStatuut and GeefLeefloonbedragen shows.</summary>
public sealed class Benefits
{
    private readonly MagdaNormaliser normaliser = new(new InstanceContext("magda", "/", 100_000), new MagdaOptions());

    [Fact]
    public void A_status_that_does_not_apply_and_one_that_means_no_benefit_grant_nothing()
    {
        var period = "<Periodes><Periode><Begindatum>2026-01-01</Begindatum></Periode></Periodes>";
        Statuses(Status("BIM_BVT", "0", period), Status("PCSA_AND_BIM_HELP", "1", period)).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void A_status_without_a_period_counts_from_an_unknown_day()
    {
        var granted = (BenefitGranted)Statuses(Status("BIM_BVT", "1", "")).Facts.ShouldHaveSingleItem().Fact;
        (granted.Benefit, granted.OccurredAt).ShouldBe(("verhoogde-tegemoetkoming", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void A_reply_about_another_citizen_is_refused() =>
        normaliser.Normalise(Record("GeefSociaalStatuut", Reply("GeefSociaalStatuut", Person(insz: Other)))).Rejections.ShouldHaveSingleItem().Code.ShouldBe("other-insz");

    [Fact]
    public void The_last_month_that_was_reported_ends_nothing()
    {
        var facts = Months(Month("2026-01"), Month("2026-02"), Month("2026-04", "2")).Facts.Select(one => one.Fact).ToList();
        facts.OfType<BenefitGranted>().Select(one => (one.Right, one.Category)).ShouldBe([("leefloon/2026-01-01", null), ("leefloon/2026-04-01", "2")]);
        facts.OfType<BenefitEnded>().ShouldHaveSingleItem().EndedOn.ShouldBe(new(2026, 2, 28));
    }

    [Fact]
    public void What_was_paid_to_another_is_not_hers() => Months(Month("2026-01", insz: Other)).Facts.ShouldBeEmpty();

    private Normalised Statuses(params string[] statuses) =>
        normaliser.Normalise(Record("GeefSociaalStatuut", Reply("GeefSociaalStatuut", Person($"<SocialeStatuten>{string.Concat(statuses)}</SocialeStatuten>"))));

    private static string Status(string name, string code, string periods) =>
        $"<SociaalStatuut><Naam>{name}</Naam><Resultaat><Code>{code}</Code></Resultaat>{periods}</SociaalStatuut>";

    private Normalised Months(params string[] months) => normaliser.Normalise(Record(
        "GeefLeefloonbedragen",
        Reply("GeefLeefloonbedragen", $"<Inhoud><Leefloonbedragen><Leefloonbedrag><Tegemoetkoming><Maandelijks>{string.Concat(months)}</Maandelijks></Tegemoetkoming></Leefloonbedrag></Leefloonbedragen></Inhoud>")));

    private static string Month(string month, string? category = null, string insz = Asked)
    {
        var begin = DateOnly.Parse(month + "-01", System.Globalization.CultureInfo.InvariantCulture);
        var paid = $"<Periode><Begin>{begin:yyyy-MM-dd}</Begin><Einde>{begin.AddMonths(1).AddDays(-1):yyyy-MM-dd}</Einde></Periode><Begunstigde><INSZ>{insz}</INSZ>{(category is null ? "" : $"<Categorie>{category}</Categorie>")}</Begunstigde>";
        return $"<Maand JaarMaand=\"{month}\"><LeefloonPerPeriode LaatsteUitbetaling=\"1\"><LeefloonPeriode ID=\"1\">{paid}</LeefloonPeriode></LeefloonPerPeriode></Maand>";
    }
}
