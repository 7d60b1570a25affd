using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>
/// A place below an element, by local names: <c>a/b</c>, <c>@attr</c>, <c>a/@attr</c>, <c>//b</c> (anywhere below), and <c>a[b/@c='x']/d</c> for only those <c>a</c> in which that place holds that text.
/// </summary>
internal sealed class XmlReference
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("[]='\"@ :");

    private readonly List<Step> steps = [];
    private readonly string? attribute;
    private readonly bool isAnywhere;

    /// <param name="text">The reference.</param>
    /// <exception cref="FormatException">It is written wrongly; the message says what to write.</exception>
    public XmlReference(string text)
    {
        isAnywhere = text.StartsWith("//", StringComparison.Ordinal);
        var parts = Split(isAnywhere ? text[2..] : text);
        if (parts[^1].StartsWith('@'))
        {
            attribute = Name(parts[^1][1..], text);
            parts.RemoveAt(parts.Count - 1);
        }

        foreach (var part in parts)
            steps.Add(Step.Of(part, text));
        if (isAnywhere && steps.Count == 0)
            throw Wrong(text);
    }

    /// <summary>Reads a reference; false when it is written wrongly.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out XmlReference? reference)
    {
        try
        {
            reference = new XmlReference(text);
            return true;
        }
        catch (FormatException)
        {
            reference = null;
            return false;
        }
    }

    /// <summary>What stands there: texts, or elements that hold others.</summary>
    public IEnumerable<XObject> Find(XElement from)
    {
        var found = Enumerable.Repeat(from, 1);
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, isFirst) = (steps[i], i == 0);
            found = found.SelectMany(element => isFirst && isAnywhere ? element.Descendants() : element.Elements()).Where(step.Matches);
        }

        return attribute is null
            ? found
            : found.SelectMany(element => element.Attributes().Where(candidate => !candidate.IsNamespaceDeclaration && candidate.Name.LocalName == attribute));
    }

    /// <summary>The text of what was found.</summary>
    public static string TextOf(XObject found) => found is XAttribute attribute ? attribute.Value : ((XElement)found).Value;

    private static FormatException Wrong(string text) =>
        new($"\"{text}\" is no place in XML; write element names with a slash between them, @name for an attribute, such as \"Persoon/INSZ\" or \"value/@value\"");

    private static string Name(string name, string text) =>
        name.Length > 0 && !name.AsSpan().ContainsAny(NoName) ? name : throw Wrong(text);

    private static List<string> Split(string text)
    {
        var (parts, begin, depth) = (new List<string>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[i] != '/' || depth > 0)
                continue;
            parts.Add(text[begin..i].Trim());
            begin = i + 1;
        }

        parts.Add(text[begin..].Trim());
        return parts;
    }

    private sealed record Step(string Name, XmlReference? Place, string? Value)
    {
        public static Step Of(string part, string text)
        {
            var open = part.IndexOf('[', StringComparison.Ordinal);
            if (open < 0)
                return new Step(XmlReference.Name(part, text), null, null);
            var equals = part.IndexOf('=', open);
            if (equals < 0 || part[^1] != ']')
                throw Wrong(text);
            var value = part[(equals + 1)..^1].Trim();
            if (value.Length < 2 || value[0] is not ('\'' or '"') || value[^1] != value[0])
                throw Wrong(text);
            return new Step(XmlReference.Name(part[..open].Trim(), text), new XmlReference(part[(open + 1)..equals].Trim()), value[1..^1]);
        }

        public bool Matches(XElement element) =>
            element.Name.LocalName == Name && (Place is null || Place.Find(element).Any(found => TextOf(found).Trim() == Value));
    }
}
