using System.Collections;
using System.Reflection;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Tests.Rights;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Tests.Delivery;

/// <summary>Every property that a destination gets has a rule here: a new one fails until it is said when it may be sent, and is held to that.</summary>
public class EveryFieldThatIsSent
{
    /// <summary>The hub's own words and ids, and what the rule of an allowed moment says: nothing of a fact beside that the moment is there.</summary>
    private const string Always = "";

    private static readonly Dictionary<(Type Type, string Property), string> RuleOf = new()
    {
        [(typeof(SignalReady), "DeliveryId")] = Always, [(typeof(SignalReady), "SignalId")] = Always, [(typeof(SignalReady), "Kind")] = Always, [(typeof(SignalReady), "MomentCode")] = Always,
        [(typeof(SignalReady), "Title")] = Always, [(typeof(SignalReady), "Text")] = Always, [(typeof(SignalReady), "DecidedAt")] = Always, [(typeof(SignalReady), "Priority")] = Always,
        [(typeof(SignalReady), "Moments")] = Always, [(typeof(SignalReady), "Recipient")] = Always, [(typeof(SignalReady), "Citizen")] = Always, [(typeof(SignalReady), "LegalBasis")] = Always,
        // The recipient's own code of its own case worker; and rights, which follow from what the recipient may see alone.
        [(typeof(SignalReady), "Worker")] = Always, [(typeof(SignalReady), "Rights")] = Always, [(typeof(SignalReady), "RightsToExplore")] = Always,
        [(typeof(SignalReady), "OccurredAt")] = "occurredAt", [(typeof(SignalReady), "ExpiresAt")] = "occurredAt", [(typeof(SignalReady), "KnownAt")] = "knownAt", [(typeof(SignalReady), "Sources")] = "source",
        [(typeof(SignalReady), "Insz")] = "insz", [(typeof(SignalReady), "Municipality")] = "municipality", [(typeof(SignalReady), "Person")] = "name|address|contact|remark",
        [(typeof(PersonDetails), "FamilyName")] = "name", [(typeof(PersonDetails), "GivenNames")] = "name", [(typeof(PersonDetails), "Street")] = "address", [(typeof(PersonDetails), "Locality")] = "address",
        [(typeof(PersonDetails), "Telephone")] = "contact", [(typeof(PersonDetails), "Email")] = "contact", [(typeof(PersonDetails), "Remark")] = "remark",
        [(typeof(SignalMoment), "Code")] = Always, [(typeof(SignalMoment), "Title")] = Always, [(typeof(SignalMoment), "IsOfHouseholdMember")] = Always,
        [(typeof(SignalMoment), "OccurredAt")] = "occurredAt", [(typeof(SignalMoment), "KnownAt")] = "knownAt", [(typeof(SignalMoment), "Sources")] = "source",
        [(typeof(SignalRight), "Id")] = Always, [(typeof(SignalRight), "Name")] = Always, [(typeof(SignalRight), "Authority")] = Always, [(typeof(SignalRight), "Grant")] = Always,
        [(typeof(SignalRight), "Follows")] = Always, [(typeof(SignalRight), "Steps")] = Always, [(typeof(SignalRight), "Link")] = Always, [(typeof(SignalRight), "Why")] = "occurredAt",
        [(typeof(SignalRightReason), "Text")] = "occurredAt", [(typeof(SignalRightReason), "OccurredAt")] = "occurredAt", [(typeof(SignalRightReason), "Source")] = "source",
    };

    public static TheoryData<string> Fields => [Always, .. DisclosedFields.All];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Is_there_only_when_its_field_is_named(string named)
    {
        var found = new List<(Type Type, string Property)>();
        Walk(Build(named.Length == 0 ? [] : [named]), (type, property, isFilled) =>
        {
            RuleOf.TryGetValue((type, property), out var rule).ShouldBeTrue($"{type.Name}.{property} has no rule: say here, and in SignalContent, under which field it may be sent.");
            if (rule!.Length > 0 && !rule.Split('|').Contains(named))
                isFilled.ShouldBeFalse($"{type.Name}.{property} is sent though '{rule}' is not named, with '{named}' named alone.");
            if (isFilled)
                found.Add((type, property));
        });

        // What is named is sent, or this test tells nothing. A reason needs the day with it.
        foreach (var (key, _) in RuleOf.Where(one => named.Length > 0 && one.Value.Split('|').Contains(named) && one.Key.Type != typeof(SignalRightReason)))
            found.ShouldContain(key);
    }

    [Fact]
    public void Has_a_rule_for_each_type_within_a_signal()
    {
        var found = new HashSet<(Type Type, string Property)>();
        Walk(Build([.. DisclosedFields.All]), (type, property, isFilled) => _ = isFilled && found.Add((type, property)));

        RuleOf.Keys.Except([.. found]).Select(key => $"{key.Type.Name}.{key.Property}").ShouldBe(["SignalReady.Worker", "SignalRight.Follows", "SignalMoment.IsOfHouseholdMember"], ignoreOrder: true);
    }

    private static void Walk(object value, Action<Type, string, bool> see)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var held = property.GetValue(value);
            see(value.GetType(), property.Name, held switch { null or false or "" => false, IEnumerable many and not string => many.Cast<object>().Any(), _ => true });
            IEnumerable<object> within = held is IEnumerable list and not (string or IDictionary) ? list.Cast<object>() : held is null ? [] : [held];
            foreach (var one in within.Where(one => one.GetType().Assembly == typeof(SignalReady).Assembly && one.GetType().IsClass))
                Walk(one, see);
        }
    }

    private static SignalReady Build(string[] fields)
    {
        var life = new ALife().JobEnded();
        var moment = ALife.Moment("ontslag") with { ExpiresAt = ALife.Now.AddDays(40) };
        var rule = new Rule
        {
            Id = "ontslag", Moment = "ontslag", Title = Words, Text = Words, When = new Trigger { Contract = "employment-ended" }, Recipients = [PartnerRole.Ocmw], Rights = ["werkloosheidsuitkering"],
        };
        var partner = new Partner("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode>(), new HashSet<string>(), "inbox");
        var gate = new LegalGate(
        [
            new Authorisation(
                "a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { "employment-ended", "person-changed" }, fields.ToHashSet(), "B 1", new DateOnly(2026, 1, 1), null),
        ]);
        var person = new PersonDetails { FamilyName = "Janssens", GivenNames = "Ann", Street = "Dampoortstraat 88", Locality = "9000 Gent", Telephone = "09 555 01 01", Email = "a@example.org", Remark = "x" };
        var said = new PersonChanged { Citizen = ALife.Ann, Source = "magda", RecordId = "p", FactKey = "person", OccurredAt = ALife.Now.AddYears(-1), Municipality = NisCode.Parse("44021") };
        var stored = new StoredMoment(Guid.NewGuid(), moment, IsWithdrawn: false) { Chosen = [new ChosenPartner("ocmw-gent", "inbox", null, "municipality")] };
        var delivery = new DueDelivery(Guid.NewGuid(), Guid.NewGuid(), TellingKind.Issued, [stored], "ocmw-gent", "inbox", null, "municipality", 1, ALife.Now);
        var rules = new RuleSet([rule], []);
        var signal = new SignalContent(rules, ALife.Rights, gate, [partner]).Build(delivery, [new OpenedFact(said, SealedPerson.Write(Contracts.Insz.Parse("85673003360"), person, DisclosedFields.All))], ALife.Now).Signal;
        return new SignalRights(rules, ALife.Rights, gate, [partner]).Add(
            signal, new DisclosureAccount(ALife.Ann), [(moment, false)], new Dictionary<CitizenRef, NearbyFacts> { [ALife.Ann] = new(ALife.Ann, life.Facts) }, ALife.Now);
    }

    private static readonly Dictionary<string, string> Words = new() { ["nl"] = "x" };
}
