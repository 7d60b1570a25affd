namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>Which elements are notifications, and how their kinds are named in record ids.</summary>
/// <param name="incapacityElement">The option: nothing public says what the KSZ calls this element.</param>
internal sealed class NotificationKinds(string incapacityElement)
{
    private const string Membership = "membershipNotification";
    private const string IncreasedAllowance = "increasedAllowanceNotification";

    /// <summary>The names of all, for a person.</summary>
    public string Names => $"{incapacityElement}, {Membership} or {IncreasedAllowance}";

    /// <summary>The kind of an element, by its local name; null for any other element.</summary>
    public NotificationKind? Of(string localName) =>
        localName == incapacityElement ? NotificationKind.Incapacity
        : localName switch
        {
            Membership => NotificationKind.Membership,
            IncreasedAllowance => NotificationKind.IncreasedAllowance,
            _ => null,
        };

    /// <summary>A kind's name in record ids and as <c>SourceRecord.Kind</c>.</summary>
    public static string NameOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Incapacity => "incapacity",
        NotificationKind.Membership => "membership",
        _ => "increased-allowance",
    };

    /// <summary>The kind with a name; null for another.</summary>
    public static NotificationKind? Named(string name)
    {
        foreach (var kind in Enum.GetValues<NotificationKind>())
        {
            if (NameOf(kind) == name)
                return kind;
        }

        return null;
    }
}
