using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Trial;

/// <summary>Why rows were rejected, and how many for that reason.</summary>
internal sealed partial record TrialReason(int Count, string Field, string Expected, string ToDo)
{
    /// <summary>The reasons with how often each was given, most often first. Two rows have one reason when only the line, or what was found, differs.</summary>
    public static IReadOnlyList<TrialReason> Of(IEnumerable<Rejection> rejections) =>
    [
        .. rejections.GroupBy(one => (Field: Line().Replace(one.Field, ""), Expected: Found().Replace(one.Expected, ""), one.ToDo))
            .Select(same => new TrialReason(same.Count(), same.Key.Field, same.Key.Expected, same.Key.ToDo))
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Field, StringComparer.Ordinal),
    ];

    [GeneratedRegex(@",?\s*(\bon )?\bline \d+( of .*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@", (but )?found\b.*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Found();
}
