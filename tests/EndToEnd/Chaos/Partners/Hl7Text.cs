using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>A message of a hospital.</summary>
/// <param name="ControlId">MSH-10.</param>
/// <param name="Text">All of it.</param>
internal sealed record Hl7Text(string ControlId, string Text)
{
    /// <summary>The discharge of a stay, or that it was none after all (recorded a minute later).</summary>
    public static Hl7Text Of(int number, string insz, bool cancelled)
    {
        var day = $"{Recently.Today.AddDays(-6):yyyyMMdd}";
        var recorded = $"{day}{(cancelled ? "1106" : "1105")}12";
        var (id, type) = ($"C{number}{(cancelled ? "X" : "")}", cancelled ? "ADT^A13^ADT_A01" : "ADT^A03^ADT_A03");
        return new Hl7Text(id, string.Join('\r',
            $@"MSH|^~\&|ZIS|AZ-TEST|HUB|TEST|{recorded}+0100||{type}|{id}|P|2.5.1|||||BEL|UNICODE UTF-8",
            $"EVN|A03|{recorded}||||{day}110500",
            $"PID|1||P{number}^^^AZT^PI~{insz}^^^RRN&2.16.56.1.1&ISO^NNBEL||Naam{number}^Voornaam^^^^^L||19520114|F|||Straat {number}^^Gent^^9000^BE^H",
            $"PV1|1|I|GER^101^1^AZ TEST|R|||||||||||||||{number + 26100000}^^^AZT^VN|||||||||||||||||01||||||||{Recently.Today.AddDays(-41):yyyyMMdd}143000|{day}110500",
            ""));
    }
}
