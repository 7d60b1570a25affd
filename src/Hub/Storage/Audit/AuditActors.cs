namespace IntegrationHub.Storage.Audit;

/// <summary>Who does what the audit log tells; an administrator is <c>administrator:</c> and her account.</summary>
public static class AuditActors
{
    /// <summary>The hub by itself.</summary>
    public const string Hub = "hub";

    /// <summary>A partner that called over HTTP.</summary>
    public static string Caller(string id) => $"caller:{id}";
}
