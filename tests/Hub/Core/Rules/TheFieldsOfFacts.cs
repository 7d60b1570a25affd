using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Tests.Rules;

public class TheFieldsOfFacts
{
    [Theory]
    [InlineData("employment-ended", "endedOn", FieldKind.Date)]
    [InlineData("employment-ended", "employer", FieldKind.Text)]
    [InlineData("employment-ended", "source", FieldKind.Text)]
    [InlineData("employment-ended", "occurredAt", FieldKind.Date)]
    [InlineData("insurance-membership-changed", "increasedAllowance", FieldKind.YesNo)]
    [InlineData("support-file-opened", "themes", FieldKind.List)]
    [InlineData("circumstance-reported", "attributes.days", FieldKind.Text)]
    public void Have_a_kind(string contract, string field, FieldKind kind)
    {
        FactFields.TryFind(contract, field, out var found).ShouldBeTrue();

        (found!.Name, found.Kind).ShouldBe((field, kind));
    }

    [Theory]
    [InlineData("employment-ended", "citizen")]
    [InlineData("employment-ended", "recordId")]
    [InlineData("household-changed", "members")]
    [InlineData("circumstance-reported", "attributes")]
    [InlineData("circumstance-reported", "attributes.")]
    [InlineData("employment-ended", "endedOn.x")]
    [InlineData("fact-withdrawn", "contract")]
    [InlineData("no-such", "source")]
    public void Are_not_all_to_be_tested(string contract, string field) => FactFields.TryFind(contract, field, out _).ShouldBeFalse();

    [Fact]
    public void Tell_which_values_they_can_have() =>
        FactFields.Of("hospital-discharged")["disposition"].Values.ShouldBe(["Home", "OtherHospital", "CareFacility", "Psychiatry", "AgainstAdvice", "Died", "Other"]);

    [Fact]
    public void Are_known_of_every_contract_that_says_something_of_a_life() => FactFields.Contracts.Count.ShouldBe(15);
}
