namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Where elements stand in a document: <c>a/b</c> from its root, <c>//b</c> anywhere, by local names.</summary>
internal sealed class ElementPath
{
    private readonly string[] steps;
    private readonly bool isAnywhere;

    /// <param name="path">The path; null or empty for the root.</param>
    public ElementPath(string? path)
    {
        isAnywhere = path?.StartsWith("//", StringComparison.Ordinal) == true;
        steps = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The name that the root must have; null when the path does not say.</summary>
    public string? Root => isAnywhere || steps.Length == 0 ? null : steps[0];

    /// <summary>Whether the element whose name comes last among <paramref name="names"/> (of its ancestors, the root first) is one.</summary>
    public bool Matches(List<string> names)
    {
        if (steps.Length == 0)
            return names.Count == 1;
        if (names.Count < steps.Length || (!isAnywhere && names.Count > steps.Length))
            return false;
        for (var i = 1; i <= steps.Length; i++)
        {
            if (names[^i] != steps[^i])
                return false;
        }

        return true;
    }
}
