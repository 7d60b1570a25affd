namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>An acknowledgement, cut up by hand.</summary>
internal sealed record Ack(string Text)
{
    public string Code => Field("MSA", 1);

    public string ControlId => Field("MSA", 2);

    public string Field(string segment, int field)
    {
        var fields = Text.Split('\r').FirstOrDefault(line => line.StartsWith(segment, StringComparison.Ordinal))?.Split('|') ?? [];
        var index = segment == "MSH" ? field - 1 : field;
        return index < fields.Length ? fields[index] : "";
    }
}
