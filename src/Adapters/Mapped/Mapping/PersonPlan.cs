using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>What a row says of the person.</summary>
internal sealed class PersonPlan
{
    private readonly ValuePlan? familyName;
    private readonly ValuePlan? givenNames;
    private readonly ValuePlan? street;
    private readonly ValuePlan? locality;
    private readonly ValuePlan? telephone;
    private readonly ValuePlan? email;
    private readonly ValuePlan? remark;

    public PersonPlan(IReadOnlyDictionary<string, ValueSection> person, References references)
    {
        (familyName, givenNames, street, locality) = (Plan("familyName"), Plan("givenNames"), Plan("street"), Plan("locality"));
        (telephone, email, remark) = (Plan("telephone"), Plan("email"), Plan("remark"));

        ValuePlan? Plan(string name) => person.TryGetValue(name, out var value) ? new ValuePlan(value, references) : null;
    }

    /// <summary>Names, address, contact and remark with the free text that stood in place of codes; null when all are empty.</summary>
    public PersonDetails? Read(ref RowScope row)
    {
        var said = Text(remark, ref row);
        var details = new PersonDetails
        {
            FamilyName = Text(familyName, ref row),
            GivenNames = Text(givenNames, ref row),
            Street = Text(street, ref row),
            Locality = Text(locality, ref row),
            Telephone = Text(telephone, ref row),
            Email = Text(email, ref row),
            Remark = said is null ? row.FreeText : row.FreeText is null ? said : said + "; " + row.FreeText,
        };
        return details is { FamilyName: null, GivenNames: null, Street: null, Locality: null, Telephone: null, Email: null, Remark: null } ? null : details;
    }

    private static string? Text(ValuePlan? plan, ref RowScope row)
    {
        if (plan is null)
            return null;
        var cell = plan.Read(ref row);
        return cell.IsEmpty ? null : cell.Text.ToString();
    }
}
