namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

/// <summary>Notifications to try the adapter with.</summary>
internal static class Xml
{
    public const string Insz = "85673003360";
    public const string OtherInsz = "90650112358";

    public static string File(params IEnumerable<string> notifications) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notifications>\n{string.Join('\n', notifications)}\n</notifications>\n";

    public static string Identification(string number = "A1", string version = "1", string status = "CREATION") =>
        $"<attestationIdentification><creationDate>2026-11-03</creationDate><attestationId>{number}</attestationId><attestationVersion>{version}</attestationVersion><attestationStatus>{status}</attestationStatus></attestationIdentification>";

    public static string Incapacity(string body = "<period><beginDate>2026-09-01</beginDate></period>", string? identification = null, string? ssin = null) =>
        $"<indemnityAllowanceNotification>{ssin ?? $"<ssin>{Insz}</ssin>"}{identification ?? Identification()}<allowance>{body}</allowance></indemnityAllowanceNotification>";

    public static string Ended(string exitCode, string lastDay = "2026-10-31") =>
        Incapacity($"<period><beginDate>2026-09-01</beginDate><endDate>{lastDay}</endDate></period><exitCode>{exitCode}</exitCode>");

    public static string Membership(string body) => $"<membershipNotification><ssin>{Insz}</ssin>{Identification("M1")}<membership>{body}</membership></membershipNotification>";

    public static string IncreasedAllowance(string body) =>
        $"<increasedAllowanceNotification><ssin>{Insz}</ssin>{Identification("V1")}<increasedAllowance>{body}</increasedAllowance></increasedAllowanceNotification>";
}
