using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Trial;

namespace IntegrationHub.Host.Tests.Trial;

public class WhatARecordBecame
{
    private static readonly Insz Insz = Insz.Parse("85673003360");

    [Fact]
    public void Shows_the_contract_with_its_own_fields_and_the_person_apart()
    {
        var fact = new NormalisedFact("end", Insz, new EmploymentEnded { Employment = "a", EndedOn = new DateOnly(2026, 11, 15), OccurredAt = BelgianTime.StartOf(new DateOnly(2026, 11, 15)) })
        {
            Person = new PersonDetails { FamilyName = "Janssens" },
        };

        var tried = TriedFact.Of(fact);

        (tried.Contract, tried.Key, tried.Citizen).ShouldBe(("employment-ended", "end", "85673003360"));
        tried.Fields.ShouldBe(new Dictionary<string, string> { ["employment"] = "a", ["endedOn"] = "2026-11-15", ["occurredAt"] = "2026-11-15T00:00:00+01:00" }, ignoreOrder: true);
        tried.Person.ShouldBe(new Dictionary<string, string> { ["familyName"] = "Janssens" });
    }

    [Fact]
    public void Hides_itself_in_a_log()
    {
        var tried = new TriedFact("c", "k", Insz.Digits, [Insz.Digits], new Dictionary<string, string>(), new Dictionary<string, string> { ["familyName"] = "Janssens" });

        $"{tried}{new TriedRow(1, "k", null, null, [new TriedCell("insz", Insz.Digits)], [tried], [])}".ShouldBe("TriedFact(c)TriedRow(1, k)");
    }
}
