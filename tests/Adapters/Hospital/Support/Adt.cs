namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>Writes an ADT message; every part can be set.</summary>
internal sealed record Adt(string Event)
{
    /// <summary>Test numbers of the government (month 60-72).</summary>
    public const string Citizen = "52611410128";
    public const string OtherCitizen = "85682320409";

    public string Type { get; init; } = "ADT";
    public string EventInEvn { get; init; } = Event;
    public string ControlId { get; init; } = "MSG1";
    public string Version { get; init; } = "2.5.1";
    public string Charset { get; init; } = "";
    public string Recorded { get; init; } = "20261116110512";
    public string Occurred { get; init; } = "";
    public string Pid3 { get; init; } = $"P1^^^AZ^PI~{Citizen}^^^RRN^NNBEL";
    public string Name { get; init; } = "Vermeulen^Godelieve^Anna";
    public string Pid19 { get; init; } = "";
    public string Death { get; init; } = "";
    public string Dead { get; init; } = "";
    public string Class { get; init; } = "I";
    public string Visit { get; init; } = "V77^^^AZ^VN";
    public string Disposition { get; init; } = "";
    public string Admitted { get; init; } = "20261012143000";
    public string Discharged { get; init; } = "20261116110000";

    public override string ToString() => string.Concat(
        $"MSH|^~\\&|ZIS|AZ|HUB|GBO|20261116110513+0100||{Type}^{Event}^{Type}_{Event}|{ControlId}|P|{Version}||||||{Charset}\r",
        $"EVN|{EventInEvn}|{Recorded}||||{Occurred}\r",
        $"PID|1||{Pid3}||{Name}||19520114|F|||Lindelaan 12^^Gent^^9000^BE^H||^PRN^PH^^^^^^^^^09 555 01 01~^NET^Internet^g@example.org||||||{Pid19}||||||||||{Death}|{Dead}\r",
        $"PV1|1|{Class}{new string('|', 17)}{Visit}{new string('|', 17)}{Disposition}{new string('|', 8)}{Admitted}|{Discharged}\r");
}
