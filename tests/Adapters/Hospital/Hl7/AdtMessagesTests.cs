using System.Text;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Tests.Hl7;

public class AdtMessagesTests
{
    private readonly Support.Hospital hospital = new();

    private NormalisedFact Only(Adt message) => hospital.Hl7(message.ToString()).Facts.ShouldHaveSingleItem();

    private HospitalDischarged Discharge(Adt message) => Only(message).Fact.ShouldBeOfType<HospitalDischarged>();

    private Rejection OnlyRejection(Adt message) => hospital.Hl7(message.ToString()).Rejections.ShouldHaveSingleItem();

    [Fact]
    public void An_A01_is_an_admission()
    {
        var fact = Only(new Adt("A01"));
        fact.Key.ShouldBe("admission");
        fact.Citizen.Digits.ShouldBe(Adt.Citizen);
        fact.Fact.ShouldBe(new HospitalAdmitted
        {
            OccurredAt = new DateTimeOffset(2026, 10, 12, 14, 30, 0, TimeSpan.FromHours(2)), Stay = "2026-10-12T12:30:00Z", EncounterClass = "IMP", Hospital = "AZ",
        });
    }

    [Fact]
    public void An_A03_is_a_discharge_of_the_same_stay()
    {
        var fact = Discharge(new Adt("A03") { Disposition = "01" });
        fact.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 16, 11, 0, 0, TimeSpan.FromHours(1)));
        fact.Stay.ShouldBe("2026-10-12T12:30:00Z");
        (fact.Disposition, fact.DispositionCode).ShouldBe((DischargeDisposition.Home, "01"));
    }

    [Fact]
    public void Names_address_and_contact_go_to_the_encrypted_details()
    {
        Only(new Adt("A01")).Person.ShouldBe(new PersonDetails
        {
            FamilyName = "Vermeulen", GivenNames = "Godelieve Anna", Street = "Lindelaan 12", Locality = "9000 Gent", Telephone = "09 555 01 01", Email = "g@example.org",
        });
    }

    [Theory]
    [InlineData("A03", "A01", typeof(HospitalDischarged))]
    [InlineData("A01", "A03", typeof(HospitalAdmitted))]
    public void MSH_9_decides_where_EVN_1_disagrees(string msh, string evn, Type expected) => Only(new Adt(msh) { EventInEvn = evn }).Fact.ShouldBeOfType(expected);

    [Theory]
    [InlineData("A08")]
    [InlineData("A31")]
    [InlineData("A04")]
    public void An_event_that_we_do_not_use_holds_no_facts_and_is_not_kept(string name)
    {
        var message = new Adt(name).ToString();
        hospital.Hl7(message).IsRejected.ShouldBeFalse();
        hospital.RecordOf(message).ShouldBeNull();
    }

    [Fact]
    public void A_laboratory_result_is_refused_and_only_its_header_is_kept()
    {
        var record = hospital.RecordOf(new Adt("R01") { Type = "ORU" }.ToString()).ShouldNotBeNull();
        var kept = Encoding.Latin1.GetString(record.Raw.Span);
        kept.ShouldStartWith("MSH|");
        kept.ShouldNotContain("PID");
        var why = hospital.Normaliser.Normalise(record).Rejections.ShouldHaveSingleItem();
        (why.Field, why.Code).ShouldBe(("MSH-9", "200"));
    }

    [Fact]
    public void An_A13_takes_the_discharge_back_whichever_comes_first()
    {
        var discharge = new Adt("A03") { Recorded = "20261116110512" }.ToString();
        var cancel = new Adt("A13") { Recorded = "20261116112000" }.ToString();
        foreach (var order in new[] { new[] { discharge, cancel }, [cancel, discharge] })
        {
            var fresh = new Support.Hospital();
            foreach (var message in order)
                fresh.Journal.Accept(fresh.RecordOf(message)!);
            fresh.Journal.Facts.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_cancellation_recorded_in_the_same_minute_still_wins()
    {
        hospital.Journal.Accept(hospital.RecordOf(new Adt("A01") { Recorded = "202610121430" }.ToString())!);
        hospital.Journal.Accept(hospital.RecordOf(new Adt("A11") { Recorded = "202610121430" }.ToString())!).Kind.ShouldBe(RecordOutcomeKind.Accepted);
        hospital.Journal.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_discharge_leaves_the_admission()
    {
        foreach (var message in new[] { new Adt("A01") { Recorded = "20261012143210" }, new Adt("A03"), new Adt("A13") { Recorded = "20261116112000" } })
            hospital.Journal.Accept(hospital.RecordOf(message.ToString())!);
        hospital.Journal.Facts.ShouldHaveSingleItem().ShouldBeOfType<HospitalAdmitted>();
    }

    [Fact]
    public void The_record_id_is_marked_personal() => hospital.RecordOf(new Adt("A03").ToString())!.ShouldSatisfyAllConditions(
        record => record.Id.ShouldBe("V77@AZ/discharge"), record => record.IdIsPersonal.ShouldBeTrue());

    [Theory]
    [InlineData("20261116103000", "", DischargeDisposition.Died)]
    [InlineData("20261116", "Y", DischargeDisposition.Died)]
    [InlineData("", "Y", DischargeDisposition.Died)]
    [InlineData("20261120", "Y", DischargeDisposition.Home)]
    [InlineData("", "N", DischargeDisposition.Home)]
    public void A_death_by_the_discharge_weighs_more_than_the_disposition(string death, string dead, DischargeDisposition expected) =>
        Discharge(new Adt("A03") { Disposition = "01", Death = death, Dead = dead }).Disposition.ShouldBe(expected);

    [Theory]
    [InlineData("", null, null)]
    [InlineData("02", DischargeDisposition.OtherHospital, "02")]
    [InlineData("1", DischargeDisposition.Home, "1")]
    [InlineData("ZZ9", DischargeDisposition.Other, "ZZ9")]
    [InlineData("naar zus Mia in Gent", DischargeDisposition.Other, null)]
    public void A_disposition_is_read_and_free_text_does_not_travel(string sent, DischargeDisposition? expected, string? code)
    {
        var fact = Discharge(new Adt("A03") { Disposition = sent });
        (fact.Disposition, fact.DispositionCode).ShouldBe((expected, code));
    }

    [Fact]
    public void The_hospitals_own_dispositions_and_classes_can_be_configured()
    {
        var own = new Support.Hospital(new() { Dispositions = { ["THUIS"] = "home" }, PatientClasses = { ["H"] = "imp" } });
        var fact = own.Hl7(new Adt("A03") { Disposition = "thuis", Class = "h" }.ToString()).Facts.ShouldHaveSingleItem().Fact.ShouldBeOfType<HospitalDischarged>();
        (fact.Disposition, fact.EncounterClass).ShouldBe((DischargeDisposition.Home, "IMP"));
    }

    [Theory]
    [InlineData("I", "IMP")]
    [InlineData("O", "AMB")]
    [InlineData("E", "EMER")]
    [InlineData("P", "PRENC")]
    public void The_patient_class_is_an_ActCode(string sent, string expected) => Discharge(new Adt("A03") { Class = sent }).EncounterClass.ShouldBe(expected);

    [Fact]
    public void The_INSZ_may_stand_in_PID_19() => Only(new Adt("A01") { Pid3 = "P1^^^AZ^PI", Pid19 = "85.68.23-204.09" }).Citizen.Digits.ShouldBe(Adt.OtherCitizen);

    [Fact]
    public void The_first_field_that_the_option_names_wins()
    {
        var message = new Adt("A01") { Pid19 = Adt.OtherCitizen }.ToString();
        hospital.Hl7(message).Facts.Single().Citizen.Digits.ShouldBe(Adt.Citizen);
        var other = new Support.Hospital(new() { Insz = { From = { "PID-19", "PID-3:NNBEL" } } });
        other.Hl7(message).Facts.Single().Citizen.Digits.ShouldBe(Adt.OtherCitizen);
    }

    [Fact]
    public void Without_an_INSZ_the_message_is_rejected_by_field_and_never_by_value()
    {
        var why = OnlyRejection(new Adt("A03") { Pid3 = "P1^^^AZ^PI~52611410129^^^RRN^NNBEL" });
        why.ToString().ShouldBe("PID-3:NNBEL, PID-19 (102): expected an INSZ (11 digits with valid check digits), found 11 digits with an impossible month or wrong check digits. Let the sender fill it, or set the option insz.from.");
        OnlyRejection(new Adt("A13") { Pid3 = "" }).Expected.ShouldContain("found none");
    }

    [Fact]
    public void Without_a_visit_number_it_is_rejected() => OnlyRejection(new Adt("A03") { Visit = "" }).Field.ShouldBe("PV1-19");

    [Fact]
    public void Another_field_may_hold_the_visit_number()
    {
        var other = new Support.Hospital(new() { VisitFrom = { "PV1-19", "PID-3:PI" } });
        other.RecordOf(new Adt("A03") { Visit = "" }.ToString())!.Id.ShouldBe("P1@AZ/discharge");
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() => hospital.Hl7(new Adt("A03") { Visit = "", Pid3 = "", Class = "", Discharged = "soon" }.ToString()).Rejections
        .Select(why => why.Field).ShouldBe(["PV1-19", "PID-3:NNBEL, PID-19", "PV1-45", "PV1-2"]);

    [Fact]
    public void Without_PV1_45_the_event_says_when()
    {
        Discharge(new Adt("A03") { Discharged = "", Occurred = "20261116104500" }).OccurredAt.UtcDateTime.ShouldBe(new DateTime(2026, 11, 16, 9, 45, 0));
        Discharge(new Adt("A03") { Discharged = "" }).OccurredAt.UtcDateTime.ShouldBe(new DateTime(2026, 11, 16, 10, 5, 12));
    }

    [Fact]
    public void The_stay_is_the_visit_number_only_where_the_option_says_so()
    {
        Discharge(new Adt("A03")).Stay.ShouldNotContain("V77");
        new Support.Hospital(new() { StayIsVisitNumber = true }).Hl7(new Adt("A03").ToString()).Facts.Single().Fact.ShouldBeOfType<HospitalDischarged>().Stay.ShouldBe("V77@AZ");
    }

    [Theory]
    [InlineData("UNICODE UTF-8", "utf-8")]
    [InlineData("8859/1", "iso-8859-1")]
    [InlineData("8859/15", "iso-8859-15")]
    [InlineData("", "iso-8859-1")]
    public void MSH_18_says_how_names_are_written(string declared, string written) => hospital
        .Hl7(new Adt("A01") { Charset = declared, Name = "Dübois^Hélène" }.ToString(), CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written))
        .Facts.Single().Person!.ShouldSatisfyAllConditions(person => person.FamilyName.ShouldBe("Dübois"), person => person.GivenNames.ShouldBe("Hélène"));

    [Fact]
    public void Bytes_that_are_not_what_MSH_18_says_are_rejected() =>
        hospital.Hl7(new Adt("A01") { Charset = "UNICODE UTF-8", Name = "Hélène" }.ToString(), Encoding.Latin1).Rejections.Single().Field.ShouldBe("MSH-18");

    [Fact]
    public void Escapes_other_separators_and_line_ends_are_read()
    {
        var message = new Adt("A01") { Name = @"O\T\Neill \S\ Zn^Jo\.br\an" }.ToString();
        hospital.Hl7(message.Replace("\r", "\n")).Facts.Single().Person!.FamilyName.ShouldBe("O&Neill ^ Zn");
        hospital.Hl7(message.Replace("\r", "\r\n")).Facts.Single().Person!.GivenNames.ShouldBe("Jo an");
        var other = new Adt("A01").ToString().Replace('|', '!').Replace('^', '*');
        hospital.Hl7(other).Facts.Single().Person!.FamilyName.ShouldBe("Vermeulen");
    }

    [Theory]
    [InlineData("3.0", "203")]
    [InlineData("", "203")]
    public void Another_version_is_refused(string version, string code) => OnlyRejection(new Adt("A01") { Version = version }).Code.ShouldBe(code);

    [Fact]
    public void Two_messages_that_ran_together_are_refused() => hospital.Hl7(new Adt("A01").ToString() + new Adt("A03")).Rejections.Single().Code.ShouldBe("100");
}
