namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>One repetition of a field.</summary>
internal readonly record struct Hl7Value(string? Raw, Hl7Separators Separators)
{
    /// <summary>The text of a component (its first subcomponent, or another), escapes resolved and white space cut; empty when absent or the HL7 null (<c>""</c>).</summary>
    public string Component(int component, int subcomponent = 1)
    {
        if (Raw is null)
            return "";
        var components = Raw.Split(Separators.Component);
        if (component > components.Length)
            return "";
        var parts = components[component - 1].Split(Separators.Subcomponent);
        if (subcomponent > parts.Length)
            return "";
        var text = Separators.Decode(parts[subcomponent - 1]).Trim();
        return text == "\"\"" ? "" : text;
    }
}
