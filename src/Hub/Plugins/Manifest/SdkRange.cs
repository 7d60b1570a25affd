using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>The versions of the Sdk a plugin works with: from one, up to but not including another (<c>&gt;=0.1 &lt;1.0</c>).</summary>
/// <param name="From">The first that works.</param>
/// <param name="Below">The first that may not work.</param>
public sealed partial record SdkRange(Version From, Version Below)
{
    /// <summary>Reads <c>&gt;=0.1 &lt;1.0</c>; a version has two or three numbers.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SdkRange? range)
    {
        range = null;
        var match = Form().Match(text);
        if (!match.Success || !TryVersion(match.Groups["from"].Value, out var from) || !TryVersion(match.Groups["below"].Value, out var below) || below <= from)
            return false;
        range = new SdkRange(from, below);
        return true;
    }

    /// <summary>Whether a version is older than all that work: the plugin asks for a newer Sdk.</summary>
    public bool AsksForNewerThan(Version version) => version < From;

    /// <summary>Whether a version is past all that work: the plugin was made for an older Sdk.</summary>
    public bool AsksForOlderThan(Version version) => version >= Below;

    /// <summary>The form it is written in.</summary>
    public override string ToString() => $">={From.ToString(3)} <{Below.ToString(3)}";

    private static bool TryVersion(string text, [NotNullWhen(true)] out Version? version)
    {
        // Version leaves a missing third number at -1, which would sort 0.1 before 0.1.0.
        version = Version.TryParse(text, out var parsed) ? new Version(parsed.Major, parsed.Minor, Math.Max(parsed.Build, 0)) : null;
        return version is not null;
    }

    [GeneratedRegex(@"^>=(?<from>\d+\.\d+(\.\d+)?) <(?<below>\d+\.\d+(\.\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
