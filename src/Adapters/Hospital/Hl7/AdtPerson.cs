using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Names, address and contact out of PID.</summary>
internal static class AdtPerson
{
    public static PersonDetails? Of(Hl7Message message)
    {
        var name = message.Repetitions("PID", 5).FirstOrDefault();
        var address = message.Repetitions("PID", 11).FirstOrDefault();
        var contacts = message.Repetitions("PID", 13).ToList();
        var person = new PersonDetails
        {
            FamilyName = name.Component(1).OrNull(),
            GivenNames = $"{name.Component(2)} {name.Component(3)}".OrNull(),
            Street = StreetOf(address).OrNull(),
            Locality = $"{address.Component(5)} {address.Component(3)}".OrNull(),
            Telephone = contacts.Where(contact => !IsMail(contact)).Select(NumberOf).FirstOrDefault(number => number.Length > 0),
            Email = contacts.Where(IsMail).Select(contact => contact.Component(4)).FirstOrDefault(mail => mail.Length > 0),
        };
        return person == new PersonDetails() ? null : person;
    }

    private static string? OrNull(this string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // The street line, or its parts (street, name, number) where the line holds only the first.
    private static string StreetOf(Hl7Value address)
    {
        var line = address.Component(1);
        foreach (var part in new[] { address.Component(1, 2), address.Component(1, 3) })
        {
            if (!line.Contains(part, StringComparison.OrdinalIgnoreCase))
                line = $"{line} {part}";
        }

        return line;
    }

    private static bool IsMail(Hl7Value contact) => contact.Component(2) == "NET" || contact.Component(3) == "Internet";

    private static string NumberOf(Hl7Value contact) =>
        contact.Component(12) is { Length: > 0 } full ? full
        : contact.Component(1) is { Length: > 0 } line ? line
        : $"{contact.Component(5)} {contact.Component(6)} {contact.Component(7)}".Trim();
}
