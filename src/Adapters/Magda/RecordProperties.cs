using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda;

/// <summary>What a record carries beside the reply.</summary>
internal static class RecordProperties
{
    /// <summary>The INSZ that was asked.</summary>
    public const string Insz = "insz";

    /// <summary>Set when there is no reply to read: why.</summary>
    public const string Failure = "failure";

    /// <summary>The value of <see cref="Failure"/> when a reply was over the size.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The value of <see cref="Failure"/> when no reply came in time, several runs in a row.</summary>
    public const string Timeout = "timeout";

    /// <summary>The value of <see cref="Failure"/> when a line of the list of citizens is no INSZ.</summary>
    public const string Line = "line";

    /// <summary>The file that a publication came from.</summary>
    public const string File = "file";

    /// <summary>Which part of an Onderwerp the record is; see SubjectPart.</summary>
    public const string Part = "part";

    /// <summary>Set when an Onderwerp was too large to keep: about how many bytes it is.</summary>
    public const string RefusedSize = "refused-size";

    /// <summary>For a bankruptcy: the INSZs that the list of enterprises has for it, with commas; absent when there is no list.</summary>
    public const string Citizens = "citizens";

    /// <summary>The value of <see cref="Failure"/> when a line of the list of enterprises is none.</summary>
    public const string EnterpriseLine = "enterprise-line";

    /// <summary>Bytes of a reply that was too large, or the number of a line.</summary>
    public const string Number = "number";

    public static Rejection Explain(string failure, SourceRecord record, long maxBytes)
    {
        var number = record.Properties.GetValueOrDefault(Number, "an unknown number of");
        return failure switch
        {
            TooLarge => new("reply", $"at most {maxBytes} bytes, found {number}", "Raise limits.maxRecordBytes in hub.json if MAGDA's replies may be that large."),
            Timeout => new("reply", "an answer in time, found none in several runs", "Nothing when it is rare: the next round asks again. Else raise timeoutSeconds.", "timeout"),
            EnterpriseLine => new($"line {number}", "an enterprise number of 10 digits and an INSZ, with a space or semicolon between them", "Correct the line in the list of enterprises."),
            _ => new($"line {number}", "an INSZ: 11 digits with valid month and check digits", "Correct the line in the list of citizens."),
        };
    }
}
