using System.Text;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Erasure;

/// <summary>What tells that opened content is about a citizen: a reference of hers, or one of her INSZs, however it is punctuated.</summary>
internal sealed class HerTrace(IReadOnlyCollection<CitizenRef> references, IReadOnlyCollection<Insz> known)
{
    /// <summary>Under which keys a source may remember something of her, by the convention of <see cref="Adapters.Sdk.ISourceState"/>.</summary>
    public IEnumerable<string> StateKeys => known.SelectMany(insz => new[] { insz.Digits, "registered/" + insz.Digits });

    public bool IsIn(ReadOnlyMemory<byte> content)
    {
        var text = Encoding.UTF8.GetString(content.Span);
        if (references.Any(one => text.Contains(one.ToString(), StringComparison.OrdinalIgnoreCase)) || Names(text))
            return true;
        try
        {
            var record = JsonSerializer.Deserialize(content.Span, SealedJson.Default.SealedRecord);
            return record?.Raw is { } raw && (Names(Encoding.Latin1.GetString(raw)) || Names(Encoding.Unicode.GetString(raw)));
        }
        catch (JsonException)
        {
            // A fact on which the detection failed: what there is of her in it is her reference.
            return false;
        }
    }

    private bool Names(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not ('.' or '-' or ' ' or '/'))
                bare.Append(character);
        }

        var searched = bare.ToString();
        return known.Any(insz => searched.Contains(insz.Digits, StringComparison.Ordinal));
    }
}
