using System.Text;

namespace IntegrationHub.Simulators.Mllp;

/// <summary>One message to send.</summary>
/// <param name="File">The file it came from.</param>
/// <param name="Content">Its bytes, segments ended by CR.</param>
internal sealed record MllpMessage(string File, byte[] Content)
{
    /// <summary>MSH-10.</summary>
    public string ControlId => Header(9);

    /// <summary>MSH-9.</summary>
    public string Type => Header(8);

    /// <summary>The message between its start and end blocks.</summary>
    public byte[] Framed => [0x0B, .. Content, 0x1C, 0x0D];

    private string Header(int index)
    {
        var header = Encoding.Latin1.GetString(Content).Split('\r')[0];
        var fields = header.Length > 3 ? header.Split(header[3]) : [];
        return index < fields.Length ? fields[index] : "";
    }
}
