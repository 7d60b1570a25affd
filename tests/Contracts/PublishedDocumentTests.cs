using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationHub.Contracts.Tests;

public sealed class PublishedDocumentTests
{
    private static readonly PublishedDocument Document = PublishedDocument.Read();

    public static TheoryData<string> Contracts => new(FactContract.Names);

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task A_fact_with_every_field_filled_is_as_the_document_says(string contract)
    {
        var fact = Samples.All.Single(one => FactContract.NameOf(one.GetType()) == contract);

        (await Document.ErrorsOfContentAsync(contract, Encoding.UTF8.GetString(FactContract.Serialize(fact)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("employment", null, "PropertyRequired")]
    [InlineData("endedOn", "soon", "DateExpected")]
    [InlineData("citizen", "85.07.30-033.28", "UuidExpected")]
    [InlineData("employer", "12", "PatternMismatch")]
    [InlineData("invented", "1", "NoAdditionalPropertiesAllowed")]
    public async Task What_is_not_as_the_document_says_is_found(string field, string? value, string error)
    {
        var fact = JsonNode.Parse(FactContract.Serialize(Samples.All.OfType<EmploymentEnded>().Single()))!.AsObject();
        if (value is null)
            fact.Remove(field);
        else
            fact[field] = value;

        (await Document.ErrorsOfContentAsync("employment-ended", fact.ToJsonString())).ShouldHaveSingleItem().ShouldContain(error);
    }
}
