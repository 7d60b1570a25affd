using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.Simulators.Magda;

/// <summary>
/// The stored replies. <c>INSZ.registered.xml</c> is a second answer, given from the moment RegistreerInschrijving for that INSZ succeeded. <c>{today-8}</c> in a file is the day
/// eight days ago: a sample stays recent.
/// </summary>
internal sealed partial class MagdaFiles(string folder, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, bool> registered = new();

    public void Register(string insz) => registered[insz] = true;

    public void Unregister(string insz) => registered.TryRemove(insz, out _);

    /// <summary>The body's content for this request; null when the folder has nothing for the service.</summary>
    public async Task<XElement?> FindAsync(string service, string version, string? insz, CancellationToken token)
    {
        foreach (var name in Names(insz))
        {
            if (Locate(service, version, name) is { } path)
                return Parse(await File.ReadAllTextAsync(path, token));
        }

        return null;
    }

    private IEnumerable<string> Names(string? insz)
    {
        // An INSZ or a receipt comes from the request: only letters, digits and hyphens ever reach the file system.
        if (insz is not null && insz.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            if (registered.ContainsKey(insz))
                yield return insz + ".registered.xml";
            yield return insz + ".xml";
        }

        yield return "notfound.xml";
        yield return "success.xml";
    }

    private string? Locate(string service, string version, string name) =>
        IsPlain(service) && IsPlain(version) && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .Select(domain => Path.Combine(domain, service, version, name)).FirstOrDefault(File.Exists)
            : null;

    private static bool IsPlain(string part) => part.Length > 0 && !part.Contains("..", StringComparison.Ordinal) && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');

    private XElement Parse(string text)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var dated = TodayPattern().Replace(text, match => today
            .AddDays(match.Groups["days"].Success ? int.Parse(match.Groups["days"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        using var reader = XmlReader.Create(new StringReader(dated), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader);
    }

    [GeneratedRegex(@"\{today(?<days>[+-][0-9]{1,4})?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TodayPattern();
}
