using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using static IntegrationHub.Adapters.Magda.Tests.Support.SmallReplies;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class Normalising
{
    private readonly MagdaNormaliser normaliser = new(new InstanceContext("magda", "/", 100_000), new MagdaOptions());

    [Fact]
    public void A_declaration_with_an_end_gives_two_facts_with_the_dimona_number_in_their_keys()
    {
        var facts = Read("GeefWerkrelaties", Werkrelaties(Contract(end: "2027-03-31"))).Facts;
        facts.Select(one => one.Key).ShouldBe([$"{Dimona}/start", $"{Dimona}/end"]);
        var ended = facts[1].Fact.ShouldBeOfType<EmploymentEnded>();
        (ended.EndedOn, ended.Employer?.Value, ended.WorkerKind).ShouldBe((new DateOnly(2027, 3, 31), "0999001119", "OTH"));
        ended.OccurredAt.ShouldBe(new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void A_cancelled_declaration_gives_nothing() => Accepted("GeefWerkrelaties", Werkrelaties(Contract(end: "2026-01-01", cancelled: "1"))).ShouldBeEmpty();

    [Fact]
    public void The_time_and_reference_of_the_message_change_nothing()
    {
        string[] kinds = ["GeefWerkrelaties", "GeefPersoon", "GeefGezinssamenstelling"];
        string[] contents =
        [
            Werkrelaties(Contract(end: "2026-01-01")) + Replaced(Other), Person("<Naam DatumBegin='2001-01-01'/>") + Replaced(Other),
            $"<Inhoud><Gezinsleden><Gezinslid><INSZ>{Asked}</INSZ></Gezinslid></Gezinsleden></Inhoud>",
        ];
        for (var i = 0; i < kinds.Length; i++)
        {
            var one = normaliser.Normalise(Record(kinds[i], Reply(kinds[i], contents[i]))).Facts;
            var two = normaliser.Normalise(Record(kinds[i], Reply(kinds[i], contents[i], tijdstip: "2027-05-05", referte: "other"))).Facts;
            one.Count.ShouldBeGreaterThan(0);
            two.Select(Shown).ShouldBe(one.Select(Shown));
        }
    }

    [Theory]
    [InlineData("2026-00-00")]
    [InlineData("2026-02-30")]
    [InlineData("soon")]
    public void An_end_on_no_complete_day_rejects_the_reply_with_its_path(string end)
    {
        var rejection = Read("GeefWerkrelaties", Werkrelaties(Contract(), Contract(end: end, number: "2"))).Rejections.ShouldHaveSingleItem();
        rejection.Field.ShouldBe("Contracten/Contract[2]/Aangifte/PeriodeTijdstip/Einde/Datum");
        rejection.ToString().ShouldNotContain(end);
    }

    [Fact]
    public void A_contract_of_somebody_else_rejects_the_reply() =>
        Code("GeefWerkrelaties", Werkrelaties(Contract(), Contract(insz: Other, number: "2"))).ShouldBe("other-insz");

    [Fact]
    public void One_dimona_number_twice_rejects_the_reply() =>
        Read("GeefWerkrelaties", Werkrelaties(Contract(), Contract())).Rejections.ShouldHaveSingleItem().Expected.ShouldContain("once");

    [Fact]
    public void A_replaced_number_names_both_and_the_facts_are_about_the_new_one()
    {
        var facts = Accepted("GeefPersoon", Person() + Replaced(Other));
        facts.Select(one => (one.Key, one.Citizen.Digits)).ShouldBe([("identity", Asked), ("person", Other)]);
        facts[0].Fact.ShouldBeOfType<CitizenIdentityReplaced>();
        facts[0].Others.ShouldHaveSingleItem().Digits.ShouldBe(Other);
    }

    [Fact]
    public void A_replaced_number_may_be_told_by_the_reply_itself() =>
        Accepted("GeefPersoon", Person(insz: Other) + Error("30004", "WAARSCHUWING"))[1].Citizen.Digits.ShouldBe(Other);

    [Fact]
    public void A_replacement_that_names_no_new_number_is_rejected() => Code("GeefPersoon", Person() + Error("30004", "WAARSCHUWING")).ShouldBe("30004");

    [Fact]
    public void A_replacement_does_not_open_the_reply_to_a_third_person() =>
        Code("GeefPersoon", Person(insz: "85712301822") + Replaced(Other)).ShouldBe("other-insz");

    [Theory]
    [InlineData("1950-00-00", null)]
    [InlineData("2000-01-00", null)]
    [InlineData("2000-02-29", "2000-02-29")]
    public void A_birth_on_no_complete_day_is_left_out(string text, string? expected)
    {
        var person = Accepted("GeefPersoon", Person($"<Geboorte><Datum>{text}</Datum></Geboorte>")).Single().Fact.ShouldBeOfType<PersonChanged>();
        person.BornOn?.ToString("yyyy-MM-dd").ShouldBe(expected);
        person.OccurredAt.Year.ShouldBeOneOf(1949, 1950, 2000, 1999);
    }

    [Fact]
    public void A_death_on_no_complete_day_is_still_a_death() =>
        ((PersonChanged)Accepted("GeefPersoon", Person("<Overlijden><Datum>2020-06-00</Datum></Overlijden>")).Single().Fact).DiedOn.ShouldBe(new DateOnly(2020, 6, 1));

    [Fact]
    public void Whoever_is_written_off_lives_in_no_municipality()
    {
        const string Address = "<Adressen><Hoofdverblijfplaats><NISCodeGemeente>44021</NISCodeGemeente><Huisnummer>1</Huisnummer></Hoofdverblijfplaats></Adressen>";
        Municipality(Address).ShouldBe("44021");
        Municipality(Address + "<Statussen><Status><Code>992</Code></Status></Statussen>").ShouldBeNull();
    }

    [Fact]
    public void A_member_without_a_number_is_left_out()
    {
        var fact = Accepted("GeefGezinssamenstelling", $"<Inhoud><Gezinsleden><Gezinslid><Naam/></Gezinslid><Gezinslid DatumBegin='2020-01-02'><INSZ>{Asked}</INSZ><Positie><Code>01</Code></Positie></Gezinslid></Gezinsleden></Inhoud>").Single();
        fact.Others.Count.ShouldBe(1);
        ((HouseholdChanged)fact.Fact).Members.ShouldHaveSingleItem().Since.ShouldBe(new DateOnly(2020, 1, 2));
    }

    private string? Municipality(string inner) => ((PersonChanged)Accepted("GeefPersoon", Person(inner)).Single().Fact).Municipality?.Value;

    private Normalised Read(string kind, string antwoord) => normaliser.Normalise(Record(kind, Reply(kind, antwoord)));

    private IReadOnlyList<NormalisedFact> Accepted(string kind, string antwoord)
    {
        var result = Read(kind, antwoord);
        result.Rejections.ShouldBeEmpty();
        return result.Facts;
    }

    private string? Code(string kind, string antwoord) => Read(kind, antwoord).Rejections.ShouldHaveSingleItem().Code;

    private static string Shown(NormalisedFact fact) =>
        $"{fact.Key} {fact.Citizen.Digits} {System.Text.Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact))} {string.Join(',', fact.Others.Select(one => one.Digits))}";
}
