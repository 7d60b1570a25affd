using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Core.Tests.Privacy;

public class EveryFieldThatIsStored
{
    public static TheoryData<string> Contracts => [.. FactContract.Names];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Of_a_contract_has_a_rule_at_the_legal_gate(string contract)
    {
        foreach (var field in FieldsOf(contract))
            ContractFields.UseOf(contract, field).ShouldNotBeNull($"{contract} has a field '{field}' without a rule: say in ContractFields when it may be stored.");
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Only_where_it_is_named_is_left_out_where_it_is_not(string contract)
    {
        var fact = Full(contract);
        var bare = ContractFields.Minimised(fact, DisclosedFields.None);
        var named = FieldsOf(contract).Where(field => ContractFields.UseOf(contract, field) == FieldUse.Named).ToList();

        foreach (var field in FieldsOf(contract))
            (Value(bare, field) is null).ShouldBe(named.Contains(field) || Value(fact, field) is null, field);
        ContractFields.Minimised(fact, DisclosedFields.All).ShouldBe(fact);
        named.ShouldAllBe(field => DisclosedFields.All.Contains(field));
    }

    [Fact]
    public void Has_no_rule_when_a_contract_does_not_have_it() => ContractFields.UseOf("employment-ended", "diagnosis").ShouldBeNull();

    private static IEnumerable<string> FieldsOf(string contract) => ContractsJson.Default.GetTypeInfo(TypeOf(contract))!.Properties.Select(property => property.Name);

    private static object? Value(Fact fact, string field) => ContractsJson.Default.GetTypeInfo(fact.GetType())!.Properties.Single(property => property.Name == field).Get!(fact);

    private static Fact Full(string contract) => contract switch
    {
        "person-changed" => new PersonChanged { OccurredAt = Facts.Now, Municipality = NisCode.Parse("44021"), Sex = "2" },
        "eviction-claimed" => new EvictionClaimed { OccurredAt = Facts.Now, Municipality = NisCode.Parse("44021") },
        _ => (Fact)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(TypeOf(contract)),
    };

    private static Type TypeOf(string contract) => typeof(Fact).Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(Fact)) && FactContract.NameOf(type) == contract);
}
