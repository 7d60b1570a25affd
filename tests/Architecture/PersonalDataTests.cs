using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests;

/// <summary>Whatever is logged or put in a message by accident shows nothing of a person.</summary>
public sealed class PersonalDataTests
{
    private const string Mark = "Zonneveld";
    private const string Number = "85073003328";

    private static readonly HashSet<string> Personal = new(
        ["Insz", "Inszs", "Ssin", "FamilyName", "GivenNames", "GivenName", "Names", "Street", "Telephone", "Email", "Remark", "Address", "PatientNumber"], StringComparer.OrdinalIgnoreCase);

    // Words for what stands on a page, not what is in it.
    private static readonly HashSet<string> Labels = new(["InboxTexts"], StringComparer.Ordinal);

    private static readonly PersonDetails Person = new() { FamilyName = Mark, GivenNames = Mark, Street = Mark, Locality = Mark, Telephone = Mark, Email = Mark, Remark = Mark };

    public static TheoryData<string> Sources => new(SourceTree.Sources.Select(project => project.Folder));

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_record_with_a_personal_text_prints_itself(string folder) =>
        SourceTree.Source(folder).Assembly.Types.Where(type => type.PrintsItself && !Labels.Contains(type.Name) && type.Properties.Any(Personal.Contains))
            .Select(type => $"{type.Name} ({string.Join(", ", type.Properties.Where(Personal.Contains))}): override ToString").ShouldBeEmpty();

    [Fact]
    public void An_Insz_is_hidden() => HidesWhatIsPersonal(Insz.Parse(Number));

    [Fact]
    public void The_details_of_a_person_are_hidden() => HidesWhatIsPersonal(Person);

    [Fact]
    public void A_source_record_is_hidden() => HidesWhatIsPersonal(new SourceRecord
    {
        Id = Number,
        IdIsPersonal = true,
        Kind = "leefloon",
        Raw = Encoding.UTF8.GetBytes(Mark),
        Properties = new Dictionary<string, string> { ["file"] = Mark },
    });

    [Fact]
    public void A_normalised_fact_is_hidden() => HidesWhatIsPersonal(new NormalisedFact(
        "key", Insz.Parse(Number), new EvictionClaimed { OccurredAt = default }) { Person = Person, Others = [Insz.Parse(Number)] });

    [Fact]
    public void A_citizen_of_the_caseload_is_hidden() => HidesWhatIsPersonal(new CaseloadCitizen("1", Insz.Parse(Number), true));

    [Fact]
    public void A_signal_is_hidden() => HidesWhatIsPersonal(new SignalReady
    {
        DeliveryId = Guid.NewGuid(),
        SignalId = Guid.NewGuid(),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string> { ["nl"] = Mark },
        Text = new Dictionary<string, string> { ["nl"] = Mark },
        Recipient = "ocmw-gent",
        Worker = Mark,
        Citizen = CitizenRef.New(),
        Insz = Insz.Parse(Number),
        Person = Person,
        LegalBasis = "24/001",
    });

    [Fact]
    public void Facts_have_no_field_for_what_is_personal() =>
        typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) || type == typeof(HouseholdMember))
            .SelectMany(type => type.GetProperties().Where(property => property.PropertyType == typeof(Insz) || property.PropertyType == typeof(Insz?) || Personal.Contains(property.Name)).Select(property => $"{type.Name}.{property.Name}"))
            .ShouldBeEmpty();

    private static void HidesWhatIsPersonal(object personal)
    {
        var text = personal.ToString().ShouldNotBeNull();

        text.ShouldNotContain(Mark);
        text.ShouldNotContain(Number);
        $"{new { personal }}".ShouldNotContain(Number);
    }
}
