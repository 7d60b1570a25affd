using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>The docstrings of an assembly, as plain text for who does not read C#.</summary>
internal sealed partial class Documentation
{
    private readonly Dictionary<string, XElement> members;

    public Documentation(params Assembly[] assemblies) => members = assemblies
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    public string? Of(Type type) => Summary($"T:{type.FullName}");

    public string? Of(MemberInfo member) => Summary($"{(member is FieldInfo ? 'F' : 'P')}:{member.DeclaringType!.FullName}.{member.Name}");

    private string? Summary(string name) =>
        members.TryGetValue(name, out var member) && member.Element("summary") is { } summary ? Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim() : null;

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => Reference(see.Attribute("cref")!.Value),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => other.Value,
        _ => node.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal),
    };

    /// <summary>A field as it is called on the wire, anything else by its own name.</summary>
    private static string Reference(string cref)
    {
        var name = cref.Split('(')[0].Split('.')[^1];
        return cref.StartsWith("P:", StringComparison.Ordinal) ? $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`" : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
