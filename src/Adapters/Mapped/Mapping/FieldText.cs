using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Holds constants of a mapping against the fields that they go to.</summary>
internal static class FieldText
{
    private static readonly string[] Yes = ["true", "yes", "ja", "oui", "j", "y", "1"];
    private static readonly string[] No = ["false", "no", "nee", "neen", "non", "n", "0"];

    /// <summary>What a yes or no looks like, for a rejection.</summary>
    public const string ExpectedBoolean = "true or false (also ja, nee, yes, no, 1, 0)";

    /// <summary>Whether a field can take a text.</summary>
    public static bool IsValid(FieldShape field, string text, IReadOnlyList<string> formats) => field.Type switch
    {
        FieldType.Reference => RecordNumber.IsValid(text),
        FieldType.Code or FieldType.CodeOrRemark or FieldType.Codes => WireCode.IsValid(text),
        FieldType.Date => Moment.TryDay(text, [.. formats], out _),
        FieldType.Municipality => NisCode.TryParse(text, out _),
        FieldType.Enterprise => KboNumber.TryParse(text, out _),
        FieldType.Boolean => TryBoolean(text, out _),
        FieldType.Choice => field.Choices.Contains(text, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>A yes or no as people and programs write it.</summary>
    public static bool TryBoolean(ReadOnlySpan<char> text, out bool value)
    {
        value = IsOneOf(text, Yes);
        return value || IsOneOf(text, No);
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
