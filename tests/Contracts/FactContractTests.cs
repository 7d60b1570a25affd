using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Contracts.Tests;

public sealed class FactContractTests
{
    public static TheoryData<string> Names => new(FactContract.Names);

    [Fact]
    public void Every_contract_has_a_sample_here() =>
        Samples.All.Select(fact => FactContract.NameOf(fact.GetType())).Order(StringComparer.Ordinal).ShouldBe(FactContract.Names);

    [Fact]
    public void Every_kind_of_fact_is_a_contract() =>
        typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact))).ShouldAllBe(type => FactContract.Names.Contains(FactContract.NameOf(type)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_survives_the_bus_with_every_field(string name)
    {
        var fact = Sample(name);

        var json = FactContract.Serialize(fact);
        var back = FactContract.Deserialize(name, json);

        back.GetType().ShouldBe(fact.GetType());
        Encoding.UTF8.GetString(FactContract.Serialize(back)).ShouldBe(Encoding.UTF8.GetString(json));
        foreach (var property in fact.GetType().GetProperties())
        {
            var sent = property.GetValue(fact);
            sent.ShouldNotBe(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, $"{property.Name} is not filled in the sample");
            JsonSerializer.Serialize(property.GetValue(back)).ShouldBe(JsonSerializer.Serialize(sent), property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_added_later_is_passed_over_by_who_does_not_know_it(string name)
    {
        var json = JsonNode.Parse(FactContract.Serialize(Sample(name)))!.AsObject();
        json["addedLater"] = new JsonObject { ["a"] = 1 };

        var back = FactContract.Deserialize(name, Encoding.UTF8.GetBytes(json.ToJsonString()));

        FactContract.Serialize(back).ShouldBe(FactContract.Serialize(Sample(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_without_its_optional_fields_is_read(string name)
    {
        var required = Sample(name).GetType().GetProperties()
            .Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: true)).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
        var json = JsonNode.Parse(FactContract.Serialize(Sample(name)))!.AsObject();
        foreach (var optional in json.Select(pair => pair.Key).Where(key => !required.Contains(key)).ToList())
            json.Remove(optional);

        var back = FactContract.Deserialize(name, Encoding.UTF8.GetBytes(json.ToJsonString()));

        back.OccurredAt.ShouldBe(Sample(name).OccurredAt);
        back.Citizen.ShouldBe(default);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_without_when_it_happened_is_refused(string name)
    {
        var json = JsonNode.Parse(FactContract.Serialize(Sample(name)))!.AsObject();
        json.Remove("occurredAt");

        Should.Throw<JsonException>(() => FactContract.Deserialize(name, Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    [Fact]
    public void What_is_unknown_is_left_out_of_the_JSON() =>
        Encoding.UTF8.GetString(FactContract.Serialize(new EvictionClaimed { OccurredAt = DateTimeOffset.UnixEpoch })).ShouldNotContain("hearingOn");

    [Fact]
    public void A_code_with_another_form_is_refused_on_reading() =>
        Should.Throw<JsonException>(() => FactContract.Deserialize("eviction-claimed", """{"occurredAt":"2026-01-01T00:00:00Z","municipality":"Gent"}"""u8));

    [Fact]
    public void A_name_that_is_no_contract_is_refused() =>
        Should.Throw<ArgumentException>(() => FactContract.Deserialize("employment-started-again", "{}"u8)).Message.ShouldStartWith("No contract is named 'employment-started-again'.");

    [Fact]
    public void A_household_takes_the_references_in_the_order_of_its_members()
    {
        var (citizen, one, two) = (CitizenRef.New(), CitizenRef.New(), CitizenRef.New());
        var household = new HouseholdChanged { OccurredAt = default, Members = [new() { Position = "01" }, new() { Position = "02" }] };

        var swapped = household.WithCitizens(citizen, [one, two]);

        swapped.Citizen.ShouldBe(citizen);
        swapped.OtherCitizens().ShouldBe([one, two]);
        ((HouseholdChanged)swapped).Members.Select(member => member.Position).ShouldBe(["01", "02"]);
    }

    [Fact]
    public void A_fact_of_one_person_names_no_other()
    {
        var citizen = CitizenRef.New();

        var swapped = Sample("employment-ended").WithCitizens(citizen, []);

        swapped.Citizen.ShouldBe(citizen);
        swapped.OtherCitizens().ShouldBeEmpty();
    }

    private static Fact Sample(string name) => Samples.All.Single(fact => FactContract.NameOf(fact.GetType()) == name);
}
