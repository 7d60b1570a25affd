using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Tests.Given;

namespace IntegrationHub.Storage.Tests.Audit;

/// <summary>Keys and entries of an invented audit log.</summary>
internal static class SomeLog
{
    public static AuditKeys Keys { get; } = KeysUntil(1);

    /// <summary>Keys a1 to aN, of which the last seals.</summary>
    public static AuditKeys KeysUntil(int last) =>
        new($"a{last}", Enumerable.Range(1, last).ToDictionary(i => $"a{i}", i => Enumerable.Repeat((byte)i, 32).ToArray()));

    public static AuditEntry Entry(int number) => new()
    {
        At = Some.Now.AddSeconds(number),
        Kind = number % 5 == 0 ? AuditKinds.Refused : AuditKinds.Disclosed,
        Actor = AuditActors.Hub,
        Recipient = number % 2 == 0 ? "ocmw-gent" : "caw-ov",
        Citizen = new CitizenRef(new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        SignalId = new Guid(number, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        DeliveryId = new Guid(number, 3, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        Source = "uz-gent",
        Fields = ["insz", "name"],
        Purpose = "proactive-help",
        Ground = "VTC 12/2026 (a1)",
        Detail = $"é {number}",
    };
}
