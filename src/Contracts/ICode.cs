using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Contracts;

/// <summary>A code with a fixed form that travels as text, such as <see cref="NisCode"/>.</summary>
/// <typeparam name="TSelf">The code itself.</typeparam>
public interface ICode<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    /// <summary>The code as text.</summary>
    string Value { get; }

    /// <summary>Reads the code; false where the text does not have its form.</summary>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf code);
}
