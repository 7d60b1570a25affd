using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Runs every rule over a timeline. A function of (timeline, rules, now) and of nothing else.</summary>
public sealed class Detector(IReadOnlyList<IRule> rules)
{
    /// <summary>The rules of this product's first release.</summary>
    public static IReadOnlyList<IRule> DefaultRules { get; } = [new OntslagRule(), new ZiekenhuisontslagRule()];

    /// <summary>All moments that hold now, and the earliest time to look again.</summary>
    public Finding Detect(Timeline timeline, DateTimeOffset now)
    {
        List<Moment>? moments = null;
        DateTimeOffset? recheckAt = null;
        foreach (var rule in rules)
        {
            var finding = rule.Evaluate(timeline, now);
            if (finding.Moments.Count > 0)
                (moments ??= []).AddRange(finding.Moments);
            if (finding.RecheckAt is { } at && (recheckAt is null || at < recheckAt))
                recheckAt = at;
        }

        return moments is null && recheckAt is null ? Finding.Nothing : new Finding(moments ?? [], recheckAt);
    }
}
