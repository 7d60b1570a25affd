using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class Publications
{
    private const string Insz = "88631402204";
    private const string Partner = "92670204169";
    private const string Werkrelaties = "PubliceerMutatiesWerkrelaties";
    private const string Persoon = "PubliceerMutatiePersoon";
    private const string Attest = "PubliceerAttestWerkloosheid";

    [Fact]
    public async Task A_published_job_begins_and_ends_under_its_Dimona_number()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(Werkrelaties, Published.Subject(Published.Contract("90000000011", Insz, end: "2026-11-18")));
        var (record, result) = intake.Latest["Dimona/90000000011"];
        // As long as an INSZ, so it might be one.
        record.IdIsPersonal.ShouldBeTrue();
        result.Facts.Select(one => one.Key).ShouldBe(["90000000011/start", "90000000011/end"]);
        result.Facts.ShouldAllBe(one => one.Citizen.Digits == Insz);
        result.Facts.Select(one => one.Fact).OfType<EmploymentEnded>().Single().EndedOn.ShouldBe(new(2026, 11, 18));
    }

    [Fact]
    public async Task Each_contract_of_one_Onderwerp_is_a_record()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(Werkrelaties, Published.Subject($"<Contracten>{Published.Contract("1", Insz)}{Published.Contract("2", Insz, end: "2026-02-01")}</Contracten>"));
        intake.Latest["Dimona/1"].Result.Facts.Select(one => one.Key).ShouldBe(["1/start"]);
        intake.Latest["Dimona/2"].Result.Facts.Select(one => one.Key).ShouldBe(["2/start", "2/end"]);
    }

    [Theory]
    [InlineData("03", "0")]
    [InlineData("04", "0")]
    [InlineData("02", "1")]
    public async Task An_annulment_and_a_removal_withdraw_what_was_said(string type, string cancelled)
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Werkrelaties,
            Published.Subject(Published.Contract("90000000011", Insz, end: "2026-11-18")),
            Published.Subject(Published.Contract("90000000011", Insz, end: "2026-11-18", cancelled: cancelled), type, "2026-11-20T09:00:00"));
        var records = PublicationRig.Records(intake);
        records.Select(one => one.Id).ShouldBe(["Dimona/90000000011", "Dimona/90000000011"]);
        records[1].Version!.Value.ShouldBeGreaterThan(records[0].Version!.Value);
        var last = intake.Latest["Dimona/90000000011"].Result;
        (last.IsRejected, last.Facts.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task An_older_publication_that_comes_late_has_the_lower_version()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Werkrelaties,
            Published.Subject(Published.Contract("1", Insz, end: "2026-11-18"), date: "2026-11-20T09:00:00+01:00"),
            Published.Subject(Published.Contract("1", Insz), date: "2026-11-20T08:30:00"));
        var versions = PublicationRig.Records(intake).Select(one => one.Version!.Value).ToList();
        versions[1].ShouldBeLessThan(versions[0]);
    }

    [Fact]
    public async Task A_death_a_divorce_an_end_of_cohabitation_and_a_striking_off_are_told()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Persoon,
            Published.Bare(Published.Person(Insz, "<Overlijden><Datum>2026-11-17</Datum></Overlijden>")),
            Published.Bare(Published.Person(
                Partner,
                """
                <Statussen><Status DatumBegin="2026-11-03"><Code>99991</Code></Status></Statussen>
                <BurgerlijkeStaten><BurgerlijkeStaat DatumBegin="2026-11-01"><Code>40</Code></BurgerlijkeStaat></BurgerlijkeStaten>
                <WettelijkeSamenwoning DatumBegin="2026-11-02"><Beeindiging><Reden><Code>03</Code></Reden></Beeindiging></WettelijkeSamenwoning>
                """)));
        intake.Fact<PersonChanged>(Persoon, Insz)!.DiedOn.ShouldBe(new(2026, 11, 17));
        var other = intake.Fact<PersonChanged>(Persoon, Partner).ShouldNotBeNull();
        (other.CivilStatus, other.CivilStatusSince, other.CohabitationEndedOn, other.StruckOffOn).ShouldBe(("40", new(2026, 11, 1), new(2026, 11, 2), new(2026, 11, 3)));
        other.OccurredAt.ShouldBe(BelgianTime.StartOf(new(2026, 11, 3)));
        PublicationRig.Records(intake).ShouldAllBe(record => record.IdIsPersonal && record.Version != null);
    }

    [Fact]
    public async Task Who_ended_a_cohabitation_by_marrying_lost_nobody()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Persoon, Published.Bare(Published.Person(Insz, "<WettelijkeSamenwoning DatumBegin=\"2026-11-02\"><Beeindiging><Reden><Code>01</Code></Reden></Beeindiging></WettelijkeSamenwoning>")));
        intake.Fact<PersonChanged>(Persoon, Insz)!.CohabitationEndedOn.ShouldBeNull();
    }

    [Fact]
    public async Task A_household_comes_with_the_person_or_by_itself_and_is_one_record()
    {
        await using var rig = new PublicationRig();
        rig.Put("a_20261120080000000.xml", Published.File(Persoon, Published.Bare(Published.Person(Insz, $"<Gezinsleden><Gezinslid DatumBegin=\"2026-11-01\"><INSZ>{Partner}</INSZ></Gezinslid></Gezinsleden><Referentiepersoon DatumBegin=\"1979-12-12\" DatumEinde=\"1984-02-28\"><INSZ>85712301822</INSZ></Referentiepersoon>"))));
        rig.Put("b_20261121080000000.xml", Published.File("PubliceerMutatieGezinssamenstelling", Published.Subject(
            $"<MutatieGezinssamenstelling><INSZ>{Insz}</INSZ><Gezinssamenstelling><Gezinslid><INSZ>{Insz}</INSZ></Gezinslid></Gezinssamenstelling></MutatieGezinssamenstelling>", date: "2026-11-21T08:00:00")));
        var intake = await rig.RunAsync();
        var households = PublicationRig.Records(intake).Where(one => one.Id == "PubliceerMutatieGezinssamenstelling/" + Insz).ToList();
        households.Count.ShouldBe(2);
        households.Select(one => string.Join(' ', rig.Rig.Normaliser.Normalise(one).Facts.Single().Others.Select(other => other.Digits))).ShouldBe([$"{Partner} {Insz}", Insz]);
    }

    [Fact]
    public async Task A_sanction_and_an_exclusion_suspend_the_unemployment_benefit()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Attest,
            Published.Subject(Published.Attest("A1", Insz, "<ZonderRechten><Sanctie><DatumBegin>2026-11-02</DatumBegin><AantalWeken>4</AantalWeken></Sanctie></ZonderRechten>")),
            Published.Subject(Published.Attest("A2", Insz, "<ZonderRechten><Sanctie><DatumBegin>2026-11-02</DatumBegin><DatumEinde>2026-11-15</DatumEinde></Sanctie><Uitsluiting><DatumBegin>2026-11-16</DatumBegin></Uitsluiting></ZonderRechten>")),
            Published.Subject(Published.Attest("A3", Partner, "<MetRechten><MetRecht><DatumBegin>2026-11-01</DatumBegin><GezinsSituatie><Code>N</Code></GezinsSituatie></MetRecht></MetRechten>")));
        var told = intake.Facts.Select(one => one.Fact).ToList();
        told.OfType<BenefitSuspended>().Select(one => (one.Right, one.Reason, BelgianTime.DayOf(one.OccurredAt), one.Until)).ShouldBe(
        [
            ("A1", "sanctie", new(2026, 11, 2), new DateOnly(2026, 11, 29)),
            ("A2", "sanctie", new(2026, 11, 2), new DateOnly(2026, 11, 15)),
            ("A2", "uitsluiting", new(2026, 11, 16), null),
        ]);
        var granted = told.OfType<BenefitGranted>().Single();
        (granted.Benefit, granted.Right, granted.Category).ShouldBe(("werkloosheidsuitkering", "A3", "N"));
    }

    [Fact]
    public async Task An_attest_takes_back_the_one_that_it_annuls()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(
            Attest,
            Published.Subject(Published.Attest("A1", Insz, "<ZonderRechten><Uitsluiting><DatumBegin>2026-11-02</DatumBegin></Uitsluiting></ZonderRechten>")),
            Published.Subject(Published.Attest("A2", Insz, "", annuls: "A1"), date: "2026-11-21T08:00:00"));
        (intake.Latest["AttestWerkloosheid/A1"].Result.IsRejected, intake.Facts.Count()).ShouldBe((false, 0));
        intake.Latest["AttestWerkloosheid/A1"].Record.Version.ShouldBe(intake.Latest["AttestWerkloosheid/A2"].Record.Version);
    }
}
