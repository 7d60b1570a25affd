using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Tests;

public class SampleTests
{
    private readonly Support.Hospital hospital = new();

    [Fact]
    public void The_sample_messages_are_one_admission_and_three_discharges_that_hold()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Sample.PathOf("x"))!, "*.hl7").Order())
            hospital.Post("application/hl7-v2", File.ReadAllBytes(file)).ShouldAllBe(outcome => outcome.Kind == RecordOutcomeKind.Accepted);
        hospital.Journal.Seen.Count.ShouldBe(6);
        hospital.Journal.Facts.OfType<HospitalAdmitted>().Count().ShouldBe(1);
        hospital.Journal.Facts.OfType<HospitalDischarged>().Select(fact => fact.Disposition)
            .ShouldBe([DischargeDisposition.Home, DischargeDisposition.Died, DischargeDisposition.OtherHospital], ignoreOrder: true);
    }

    [Fact]
    public void The_sample_bundle_is_an_admission_and_a_discharge_home()
    {
        hospital.Post("application/fhir+json", Sample.Read("encounter-bundle.json")).Single().Kind.ShouldBe(RecordOutcomeKind.Accepted);
        hospital.Journal.Facts.OfType<HospitalDischarged>().Single().Disposition.ShouldBe(DischargeDisposition.Home);
    }

    [Fact]
    public void A_batch_file_may_be_posted_whole()
    {
        var text = $"FHS|^~\\&\rBHS|^~\\&\r{new Adt("A01")}{new Adt("A08")}{new Adt("A03")}BTS|3\rFTS|1\r";
        hospital.Post("x-application/hl7-v2+er7; charset=utf-8", text).Count.ShouldBe(2);
        hospital.Journal.Facts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("\uFEFF", RecordOutcomeKind.Accepted, RecordOutcomeKind.Accepted)]
    [InlineData("\r\n", RecordOutcomeKind.Accepted, RecordOutcomeKind.Accepted)]
    [InlineData("FHS|^~\\&\rPID|1||P1\r", RecordOutcomeKind.Quarantined, RecordOutcomeKind.Accepted, RecordOutcomeKind.Accepted)]
    [InlineData("MSX|^~\\&|ZIS\rPID|1||P1\r", RecordOutcomeKind.Quarantined, RecordOutcomeKind.Accepted, RecordOutcomeKind.Accepted)]
    public void Nothing_of_a_posted_file_vanishes_whatever_it_begins_with(string beginning, params RecordOutcomeKind[] outcomes) =>
        hospital.Post("application/hl7-v2", $"{beginning}{new Adt("A01")}{new Adt("A03")}").Select(outcome => outcome.Kind).ShouldBe(outcomes);

    [Fact]
    public void Every_citizen_of_the_sample_has_a_test_number()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Sample.PathOf("x"))!))
        {
            var type = Path.GetExtension(file) == ".hl7" ? "application/hl7-v2" : "application/fhir+json";
            foreach (var record in hospital.Reader.Read(type, File.ReadAllBytes(file)))
                hospital.Normaliser.Normalise(record).Facts.ShouldAllBe(fact => fact.Citizen.IsTest);
        }
    }
}
