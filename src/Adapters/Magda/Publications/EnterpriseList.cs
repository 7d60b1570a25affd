using System.Globalization;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Whose enterprises they are, as a partner keeps it: an enterprise number and an INSZ a line; what follows a # is skipped.</summary>
internal sealed class EnterpriseList(MagdaOptions options, InstanceContext context)
{
    /// <summary>The owners by enterprise, and a record for each line that is none; null when no list is configured.</summary>
    /// <exception cref="PermanentFailureException">The file does not exist.</exception>
    public async Task<(IReadOnlyDictionary<string, string> Owners, IReadOnlyList<SourceRecord> Refused)?> ReadAsync(CancellationToken token)
    {
        if (options.Enterprises is null)
            return null;
        var path = context.PathOf(options.Enterprises["file:".Length..]);
        if (!File.Exists(path))
            throw new PermanentFailureException($"enterprises: the file {path} does not exist; put an enterprise number and an INSZ on each line there.");
        var owners = new Dictionary<string, string>();
        var refused = new List<SourceRecord>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, token))
        {
            number++;
            var parts = line.Split('#', 2)[0].Split([' ', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
                continue;
            if (parts.Length == 2 && KboNumber.TryParse(parts[0], out var enterprise) && Insz.TryParse(parts[1], out var owner))
                owners[enterprise.Value] = owners.TryGetValue(enterprise.Value, out var others) ? $"{others},{owner.Digits}" : owner.Digits;
            else
                refused.Add(Refuse(line, number));
        }

        return (owners, refused);
    }

    private static SourceRecord Refuse(string line, int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"enterprises/{number}"),
        Kind = "enterprises",
        Raw = Encoding.UTF8.GetBytes(line),
        Properties = new Dictionary<string, string>
        {
            [RecordProperties.Failure] = RecordProperties.EnterpriseLine, [RecordProperties.Number] = number.ToString(CultureInfo.InvariantCulture),
        },
    };
}
