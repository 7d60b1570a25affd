using System.Xml;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>One value from outside the rows, while it is looked for.</summary>
internal sealed class OutsideValue
{
    private readonly ElementPath path;
    private readonly string? attribute;

    public OutsideValue(string name, string reference)
    {
        Name = name;
        var at = reference.LastIndexOf('/') + 1;
        attribute = at < reference.Length && reference[at] == '@' ? reference[(at + 1)..] : null;
        path = new ElementPath(attribute is null ? reference : reference[..Math.Max(0, at - 1)]);
    }

    /// <summary>Its name in <c>outside</c>.</summary>
    public string Name { get; }

    /// <summary>What was found; null when nothing was.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether another text was found too.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Whether the text of an element is looked for.</summary>
    public bool IsAt(List<string> names) => attribute is null && path.Matches(names);

    /// <summary>Takes the attribute of the element at which the reader stands, when it is the one looked for.</summary>
    public void TakeAttribute(XmlReader reader, List<string> names)
    {
        if (attribute is not null && path.Matches(names) && reader.GetAttribute(attribute) is { } text)
            Take(text.Trim());
    }

    /// <summary>Takes a text.</summary>
    public void Take(string text)
    {
        if (text.Length == 0)
            return;
        IsAmbiguous |= Text is not null && Text != text;
        Text ??= text;
    }
}
