namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>The message error conditions of HL7 table 0357 that we answer with; they travel as the code of a rejection.</summary>
internal static class Hl7Code
{
    public const string SegmentSequence = "100";
    public const string RequiredFieldMissing = "101";
    public const string DataType = "102";
    public const string TableValueNotFound = "103";
    public const string UnsupportedMessageType = "200";
    public const string UnsupportedEvent = "201";
    public const string UnsupportedVersion = "203";
    public const string InternalError = "207";

    /// <summary>Whether the message as such is refused (AR), and not its content (AE).</summary>
    public static bool RefusesTheMessage(string? code) => code is SegmentSequence or UnsupportedMessageType or UnsupportedEvent or UnsupportedVersion;

    public static string TextOf(string code) => code switch
    {
        SegmentSequence => "Segment sequence error",
        RequiredFieldMissing => "Required field missing",
        DataType => "Data type error",
        TableValueNotFound => "Table value not found",
        UnsupportedMessageType => "Unsupported message type",
        UnsupportedEvent => "Unsupported event code",
        UnsupportedVersion => "Unsupported version id",
        _ => "Application internal error",
    };
}
