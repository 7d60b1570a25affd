using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class KindTests
{
    private const string Person = ";Maes;Jolien;Dorpsstraat 3;9070;Destelbergen;09 555 01 02;j@voorbeeld.be;Belt liever;44013";
    private const string PersonHeader = ";naam;voornaam;straat;postcode;gemeente;telefoon;email;opmerking;nis";

    [Fact]
    public async Task A_dossier_gives_the_file_opened_and_closed_and_where_the_citizen_lives()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op;gesloten_op;reden_afsluiting;maatschappelijk_werker;thema{PersonHeader}\nD1;85.67.30-033.60;3/02/2026;30/09/2026;verhuis;mw-12;wonen,werk{Person}\n");

        var row = await export.OneAsync();

        row.Keys().ShouldBe(["opened", "closed", "person"]);
        row.Facts.ShouldAllBe(fact => fact.Citizen.Digits == Exporting.Insz && fact.Person!.FamilyName == "Maes");
        var opened = row.The<SupportFileOpened>();
        (opened.File, opened.Partner, opened.Worker, opened.OccurredAt).ShouldBe(("D1", "ocmw-gent", "mw-12", Facts.Day(2026, 2, 3)));
        opened.Themes.ShouldBe(["wonen", "werk"]);
        var closed = row.The<SupportFileClosed>();
        (closed.File, closed.Partner, closed.ClosedOn, closed.Reason, closed.OccurredAt).ShouldBe(("D1", "ocmw-gent", new DateOnly(2026, 9, 30), "verhuis", Facts.Day(2026, 9, 30)));
        var person = row.The<PersonChanged>();
        (person.Municipality, person.OccurredAt).ShouldBe((NisCode.Parse("44013"), Facts.Day(2026, 2, 3)));
    }

    [Fact]
    public async Task Names_address_contact_and_remark_go_into_the_details_of_the_person()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op{PersonHeader}\nD1;{Exporting.Insz};3/02/2026{Person}\n");

        var person = (await export.OneAsync()).Facts[0].Person!;

        (person.FamilyName, person.GivenNames, person.Street, person.Locality).ShouldBe(("Maes", "Jolien", "Dorpsstraat 3", "9070 Destelbergen"));
        (person.Telephone, person.Email, person.Remark).ShouldBe(("09 555 01 02", "j@voorbeeld.be", "Belt liever"));
    }

    [Fact]
    public async Task A_dossier_that_is_still_open_and_says_nothing_more_gives_one_fact()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\n");

        var row = await export.OneAsync();

        row.Keys().ShouldBe(["opened"]);
        row.Facts[0].Person.ShouldBeNull();
    }

    [Fact]
    public async Task Leefloon_gives_the_right_granted_suspended_and_ended_under_one_name()
    {
        using var export = new Exporting();
        export.Put("leefloon.csv",
            "beslissingsnummer;insz;categorie;toegekend_vanaf;tot;geschorst_vanaf;geschorst_tot;reden_schorsing;stopgezet_op;reden_stopzetting\n" +
            $"B1;{Exporting.Insz};2;1/02/2026;31/01/2027;1/05/2026;31/05/2026;buitenland;30/09/2026;werk\n");

        var row = await export.OneAsync();

        row.Keys().ShouldBe(["granted", "suspended", "ended"]);
        var granted = row.The<BenefitGranted>();
        (granted.Benefit, granted.Right, granted.Category, granted.Until, granted.OccurredAt).ShouldBe(("leefloon", "B1", "2", new DateOnly(2027, 1, 31), Facts.Day(2026, 2, 1)));
        var suspended = row.The<BenefitSuspended>();
        (suspended.Benefit, suspended.Right, suspended.Reason, suspended.Until, suspended.OccurredAt).ShouldBe(("leefloon", "B1", "buitenland", new DateOnly(2026, 5, 31), Facts.Day(2026, 5, 1)));
        var ended = row.The<BenefitEnded>();
        (ended.Benefit, ended.Right, ended.Reason, ended.EndedOn, ended.OccurredAt).ShouldBe(("leefloon", "B1", "werk", new DateOnly(2026, 9, 30), Facts.Day(2026, 9, 30)));
    }

    [Fact]
    public async Task An_eviction_claim_against_two_tenants_gives_two_records()
    {
        using var export = new Exporting();
        export.Put("uithuiszettingen.csv", $"rolnummer;volgnummer;insz;datum_vordering;datum_zitting;nis\n26A1;1;{Exporting.Insz};3/11/2026;1/12/2026;44021\n26A1;2;01663001879;3/11/2026;;\n");

        var records = await export.RecordsAsync();

        records.Select(record => record.Id).ShouldBe(["uithuiszettingen:26A1#1", "uithuiszettingen:26A1#2"]);
        var first = export.Normaliser.Normalise(records[0]);
        first.Keys().ShouldBe(["claimed"]);
        var claim = first.The<EvictionClaimed>();
        (claim.HearingOn, claim.Municipality, claim.OccurredAt).ShouldBe((new DateOnly(2026, 12, 1), NisCode.Parse("44021"), Facts.Day(2026, 11, 3)));
        var second = export.Normaliser.Normalise(records[1]).The<EvictionClaimed>();
        (second.HearingOn, second.Municipality).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_job_gives_its_begin_and_an_end_that_may_still_be_to_come()
    {
        using var export = new Exporting();
        export.Put("tewerkstelling.csv", $"contractnummer;insz;in_dienst;uit_dienst;werkgever;soort\nC1;{Exporting.Insz};1/06/2026;31/12/2199;0999.999.922;art60\n");

        var row = await export.OneAsync();

        row.Keys().ShouldBe(["started", "ended"]);
        var started = row.The<EmploymentStarted>();
        (started.Employment, started.StartedOn, started.Employer, started.WorkerKind).ShouldBe(("C1", new DateOnly(2026, 6, 1), KboNumber.Parse("0999999922"), "art60"));
        var ended = row.The<EmploymentEnded>();
        (ended.Employment, ended.EndedOn, ended.OccurredAt).ShouldBe(("C1", new DateOnly(2199, 12, 31), Facts.Day(2199, 12, 31)));
    }

    [Fact]
    public async Task Free_text_in_place_of_a_code_goes_to_the_encrypted_remark_and_not_on_the_bus()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op;gesloten_op;reden_afsluiting;thema\nD1;{Exporting.Insz};3/02/2026;4/02/2026;woont nu bij haar zus;wonen,ruzie met de buur\n");

        var row = await export.OneAsync();

        row.The<SupportFileClosed>().Reason.ShouldBeNull();
        row.The<SupportFileOpened>().Themes.ShouldBe(["wonen"]);
        row.Facts[0].Person!.Remark.ShouldBe("ruzie met de buur; woont nu bij haar zus");
    }
}
