using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>Reads the fields of one notification and gathers every reason why it cannot be read.</summary>
/// <param name="fields">Its fields.</param>
/// <param name="line">The line of the file that it begins on; null when unknown.</param>
internal sealed class NotificationReader(Fields fields, long? line)
{
    private readonly List<Rejection> rejections = [];

    /// <summary>Why the notification is rejected; empty while nothing speaks against it.</summary>
    public IReadOnlyList<Rejection> Rejections => rejections;

    /// <summary>Whether an element is there.</summary>
    public bool Has(string path) => fields.Has(path);

    /// <summary>A value that must be there; null when it was rejected.</summary>
    /// <param name="path">Where.</param>
    /// <param name="expected">What it looks like.</param>
    /// <param name="toDo">What to do when it does not.</param>
    /// <param name="read">Reads it; null when it is not as expected.</param>
    public T? Required<T>(string path, string expected, string toDo, Func<string, T?> read)
        where T : struct
    {
        if (fields[path] is { IsRepeated: true })
        {
            // Which of the two would count?
            Reject(path, "one, found several", "Send a notification for each.");
            return null;
        }

        var text = fields[path]?.Text ?? "";
        var value = text.Length == 0 ? null : read(text);
        if (value is null)
            Reject(path, $"{expected}, found {Describe(text)}", toDo);
        return value;
    }

    /// <summary>As <see cref="Required"/> for what may be left out.</summary>
    public T? Optional<T>(string path, string expected, string toDo, Func<string, T?> read)
        where T : struct => fields[path] is { Text.Length: > 0 } or { IsRepeated: true } ? Required(path, expected, toDo, read) : null;

    /// <summary>A number that must be there, as it stands; empty when it was rejected.</summary>
    public string RequiredNumber(string path) =>
        Required<bool>(path, RecordNumber.Expected, "Fill in the number by which every version of this notification is known.", text => RecordNumber.IsValid(text) ? true : null) is null ? "" : fields[path]!.Text;

    /// <summary>A date that must be there.</summary>
    public DateOnly RequiredDate(string path) => Required(path, NotificationDate.Expected, "Correct the date.", NotificationDate.Of) ?? default;

    /// <summary>A date that may be left out.</summary>
    public DateOnly? Date(string path) => Optional(path, NotificationDate.Expected, "Correct the date, or leave it out.", NotificationDate.Of);

    /// <summary>A code that may cross the bus; null when it is left out or rejected.</summary>
    public string? Code(string path) =>
        Optional<bool>(path, "a code of at most 40 letters, digits and - _ .", "Send the code, never a text.", text => IsCode(text) ? true : null) is null ? null : fields[path]!.Text;

    /// <summary>An INSZ that must be there.</summary>
    public Insz RequiredInsz(string path) => Required(path, "an INSZ of 11 digits with a valid month and check digits", "Correct the number in the source system.", InszOf) ?? default;

    /// <summary>An INSZ that may be left out.</summary>
    public Insz? OptionalInsz(string path) => Optional(path, "an INSZ of 11 digits with a valid month and check digits", "Correct the number in the source system.", InszOf);

    /// <summary>Rejects a date that lies before the one it must follow.</summary>
    public void InOrder(string earlier, DateOnly from, string later, DateOnly? until)
    {
        if (from != default && until is { } end && end < from)
            Reject(later, $"a date not before {earlier}, found an earlier one", "Correct one of the two dates.");
    }

    /// <summary>Adds a reason.</summary>
    public void Reject(string path, string expected, string toDo)
    {
        var place = line is { } first ? string.Create(CultureInfo.InvariantCulture, $"{path}, line {first + (fields[path]?.Line ?? 1) - 1}") : path;
        rejections.Add(new Rejection(place, expected, toDo));
    }

    private static Insz? InszOf(string text) => Insz.TryParse(text, out var insz) ? insz : null;

    private static bool IsCode(string text) => text.Length <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !RecordNumber.MayHoldInsz(text);

    private static string Describe(string text) =>
        text.Length == 0 ? "nothing"
        : text.All(char.IsAsciiDigit)
            ? string.Create(CultureInfo.InvariantCulture, $"a number of {text.Length} digits")
            : string.Create(CultureInfo.InvariantCulture, $"text of {text.Length} characters");
}
