using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Citizens;

/// <summary>A text file with one INSZ a line; empty lines and what follows a # are skipped. The position is the number of the line.</summary>
internal sealed class FileList(string path) : ICitizenList
{
    public async IAsyncEnumerable<ListedCitizen> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken token)
    {
        if (!File.Exists(path))
            throw new PermanentFailureException($"citizens: the file {path} does not exist; put one INSZ a line there.");
        var skip = int.TryParse(after, CultureInfo.InvariantCulture, out var line) ? line : 0;
        var number = 0;
        await foreach (var text in File.ReadLinesAsync(path, token))
        {
            if (++number <= skip)
                continue;
            var entry = text.Split('#', 2)[0].Trim();
            if (entry.Length > 0)
                yield return new(number.ToString(CultureInfo.InvariantCulture), Insz.TryParse(entry, out var insz) ? insz : null, HasOpenFile: true, text);
        }
    }
}
