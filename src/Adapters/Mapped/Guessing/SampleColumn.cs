namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>One column of a sample. Its values may be personal: <see cref="ToString"/> shows only its name.</summary>
/// <param name="Reference">How a mapping names it: a header, a dotted path, an element path.</param>
/// <param name="Values">Its value in each row; empty where it holds none.</param>
internal sealed record SampleColumn(string Reference, IReadOnlyList<string> Values)
{
    public override string ToString() => $"SampleColumn({Reference})";
}
