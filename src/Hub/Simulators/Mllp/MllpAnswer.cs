namespace IntegrationHub.Simulators.Mllp;

/// <summary>How one message was answered.</summary>
/// <param name="File">The file it came from.</param>
/// <param name="ControlId">MSH-10 of the message; not personal.</param>
/// <param name="Type">MSH-9, such as <c>ADT^A03</c>.</param>
/// <param name="Code">MSA-1: <c>AA</c>, <c>AE</c> or <c>AR</c>; null when no answer came, or one that belongs to another message.</param>
/// <param name="Text">The reason: MSA-3, or what went wrong on the connection.</param>
public sealed record MllpAnswer(string File, string ControlId, string Type, string? Code, string? Text)
{
    /// <summary>Whether the receiver has the message now.</summary>
    public bool IsAccepted => Code == "AA";

    /// <summary>One line for a person: <c>MSG0001 ADT^A03: AA</c>.</summary>
    public override string ToString() => $"{ControlId} {Type}: {Code ?? "no answer"}{(Text is null ? "" : $", {Text}")}";
}
